import type { Light } from '../types.js';
import type { ItemStanding, ListCoverage } from './types.js';

/** Counts entries by what is known of them. */
export function coverageOf(items: readonly ItemStanding[]): ListCoverage {
  const count = (holds: (item: ItemStanding) => boolean) => items.filter(holds).length;
  const lit = (light: Light) => count((item) => (item.judgement?.final ?? 'none') === light);
  const measured = count((item) => !Number.isNaN(item.value));
  return {
    items: items.length,
    judged: count((item) => item.state === 'judged'),
    measured,
    peopleOnly: count((item) => item.state === 'people_only'),
    missing: count((item) => item.state === 'missing'),
    verified: count((item) => item.mark === 'V'),
    share: items.length === 0 ? 0 : measured / items.length,
    lights: { green: lit('green'), yellow: lit('yellow'), red: lit('red'), none: lit('none') },
  };
}
