import type { Series } from '../../locate/index.js';
import type { Rates } from './rates.js';

/** Changes of rates that noise would seldom show. */
export interface RateChanges {
  /** Largest share of straight noisy series that bend as clearly, 0–1. */
  readonly level: number;
  /** Cells that were looked at, and those whose rate changes. */
  readonly tested: number;
  readonly changed: number;
  /** Dates at which rates change, with the cells that do. */
  readonly dates: readonly { readonly date: string; readonly cells: number }[];
}

/** Changes by cell: date as yyyymmdd (`NaN` for none) and rates before and after it, mm per year. */
export interface ChangeCells {
  readonly date: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly p: Float64Array;
}

/** Keeps the changes that noise shows at most as often as the level says; null where none were looked for. */
export function changesOf(
  { epochs }: Pick<Series, 'epochs'>,
  { bends }: Rates,
  level: number,
): { readonly cells: ChangeCells; readonly told: RateChanges } | null {
  if (bends === null) return null;
  const { epoch, p } = bends;
  const kept = (cell: number) => (p[cell] as number) <= level;
  const masked = (values: Float64Array) => values.map((value, cell) => (kept(cell) ? value : Number.NaN));
  const day = (at: number) => Number((epochs[at] as string).replaceAll('-', ''));
  const counts = new Float64Array(epochs.length);
  let tested = 0;
  const date = Float64Array.from(epoch, (at, cell) => {
    if (at >= 0) tested += 1;
    if (at < 0 || !kept(cell)) return Number.NaN;
    counts[at] = (counts[at] as number) + 1;
    return day(at);
  });
  return {
    cells: { date, before: masked(bends.before), after: masked(bends.after), p },
    told: {
      level,
      tested,
      changed: counts.reduce((sum, count) => sum + count, 0),
      dates: Array.from(counts, (cells, at) => ({ date: epochs[at] as string, cells })).filter(
        ({ cells }) => cells > 0,
      ),
    },
  };
}
