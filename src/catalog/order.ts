import type { IndicatorId } from '../base/index.js';
import type { Indicator } from './types.js';

/** Computed indicators in an order in which each can be computed, and the circles that cannot. */
export interface Order {
  readonly computed: readonly IndicatorId[];
  /** Each circle as its ids in order, the first one repeated at the end. */
  readonly cycles: readonly (readonly IndicatorId[])[];
}

/**
 * Sorts computed indicators so that each comes after what it is computed from; among equals by id, so that the
 * order does not depend on the order of files. Indicators that need a circle are left out.
 */
export function orderComputed(indicators: ReadonlyMap<IndicatorId, Indicator>): Order {
  const computed: IndicatorId[] = [];
  const cycles: (readonly IndicatorId[])[] = [];
  const state = new Map<IndicatorId, 'open' | 'good' | 'bad'>();
  const trail: IndicatorId[] = [];

  const visit = (name: IndicatorId): boolean => {
    const known = state.get(name);
    if (known === 'open') {
      cycles.push([...trail.slice(trail.indexOf(name)), name]);
      return false;
    }
    if (known) return known === 'good';
    const formula = indicators.get(name)?.formula;
    if (!formula) return true;
    state.set(name, 'open');
    trail.push(name);
    const good = formula.of.map(visit).every(Boolean);
    trail.pop();
    state.set(name, good ? 'good' : 'bad');
    if (good) computed.push(name);
    return good;
  };

  for (const name of [...indicators.keys()].sort()) visit(name);
  return { computed, cycles };
}
