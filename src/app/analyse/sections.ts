import { type IndicatorId, id } from '../../base/index.js';
import type { Workspace } from '../workspace.js';

/** Branches of employment and the sector each belongs to, from the catalog's definitions. */
export interface Sections {
  readonly ids: readonly string[];
  /** `primary`, `secondary` or `tertiary` of each branch. */
  readonly sectors: readonly ('primary' | 'secondary' | 'tertiary')[];
  readonly mining: number;
  readonly agriculture: number;
}

/** The branches that `employed` consists of; sectors by the sums `employed_secondary` and `employed_tertiary`. */
export function sectionsOf(ws: Workspace): Sections {
  const { indicators } = ws.catalog;
  const ids: readonly IndicatorId[] = indicators.get(id<'indicator'>('employed'))?.parts ?? [];
  const inputs = (name: string) => {
    const formula = indicators.get(id<'indicator'>(name))?.formula;
    return new Set<string>(formula && 'of' in formula ? (formula.of as readonly string[]) : []);
  };
  const [secondary, tertiary] = [inputs('employed_secondary'), inputs('employed_tertiary')];
  return {
    ids,
    sectors: ids.map((one) => {
      if (secondary.has(one)) return 'secondary';
      return tertiary.has(one) ? 'tertiary' : 'primary';
    }),
    mining: ids.indexOf(id<'indicator'>('employed_mining')),
    agriculture: ids.indexOf(id<'indicator'>('employed_agriculture')),
  };
}

/** Sums of branches by sector: primary, secondary, tertiary. */
export function bySector(sections: Sections, amounts: ArrayLike<number>): [number, number, number] {
  const names = ['primary', 'secondary', 'tertiary'];
  const sums: [number, number, number] = [0, 0, 0];
  sections.sectors.forEach((sector, at) => {
    const place = names.indexOf(sector) as 0 | 1 | 2;
    sums[place] += amounts[at] as number;
  });
  return sums;
}
