import { AfterlodeError, type IndicatorId, phrases } from '../base/index.js';
import type { Catalog, Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { FlatNode } from './index-tree.js';
import type { ReferenceRange } from './types.js';

/** The cells a range is taken from: all members in all periods of the index. */
export interface ReferenceSet {
  readonly members: Int32Array;
  /** Indexes into the panel's periods. */
  readonly periods: readonly number[];
}

/**
 * The range a leaf is scored in, in base units.
 *
 * A leaf with goalposts has those. Otherwise it is the minimum and maximum of
 * all members in all periods of the index, or, with `trim`, the quantiles `trim` and 1 − `trim` (Hyndman and Fan,
 * type 7).
 *
 * @returns null where no member has a value
 * @throws AfterlodeError ASSESS_GOALPOSTS_MISSING, ASSESS_DIRECTION_MISSING, ASSESS_INDICATOR_UNKNOWN
 */
export function rangeOf(
  node: FlatNode,
  index: Index,
  catalog: Catalog,
  panel: Panel,
  set: ReferenceSet,
): ReferenceRange | null {
  const indicator = catalog.indicators.get(node.indicator as IndicatorId);
  if (!indicator)
    throw new AfterlodeError('ASSESS_INDICATOR_UNKNOWN', node.id, { found: String(node.indicator) });
  if (node.goalposts) return fixedRange(node);
  if (index.steps.normalise.method === 'goalposts') {
    throw new AfterlodeError('ASSESS_GOALPOSTS_MISSING', node.id, { found: phrases.none });
  }
  if (indicator.better !== 'more' && indicator.better !== 'less') {
    throw new AfterlodeError('ASSESS_DIRECTION_MISSING', node.id, { found: indicator.better });
  }
  return observedRange(panel, indicator.id, set, index.steps.normalise.trim, indicator.better === 'less');
}

function fixedRange(node: FlatNode): ReferenceRange {
  const [worst, best] = node.goalposts as readonly [number, number];
  if (!(Number.isFinite(worst) && Number.isFinite(best)) || worst === best) {
    throw new AfterlodeError('ASSESS_GOALPOSTS_MISSING', node.id, { found: `${worst}, ${best}` });
  }
  const none = { worstCells: [], bestCells: [], count: 0 };
  return { kind: 'goalposts', worst, best, ...none };
}

function observedRange(
  panel: Panel,
  indicator: IndicatorId,
  set: ReferenceSet,
  trim: number,
  lessIsBetter: boolean,
): ReferenceRange | null {
  const cells = presentCells(panel, indicator, set);
  if (cells.length === 0) return null;
  const values = panel.columns.get(indicator)?.values as Float64Array;
  if (trim > 0) cells.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
  const low = trim > 0 ? at(values, cells, trim) : extreme(values, cells, 1);
  const high = trim > 0 ? at(values, cells, 1 - trim) : extreme(values, cells, -1);
  const [worst, best] = lessIsBetter ? [high, low] : [low, high];
  return {
    kind: 'minmax',
    worst: worst.value,
    best: best.value,
    worstCells: worst.cells,
    bestCells: best.cells,
    count: cells.length,
  };
}

function presentCells(panel: Panel, indicator: IndicatorId, set: ReferenceSet): number[] {
  const values = panel.columns.get(indicator)?.values;
  const cells: number[] = [];
  if (!values) return cells;
  for (const city of set.members) {
    for (const period of set.periods) {
      const cell = city * panel.periods.length + period;
      if (!Number.isNaN(values[cell])) cells.push(cell);
    }
  }
  return cells;
}

/** Quantile of sorted cells and the one or two cells it lies between. */
function at(values: Float64Array, sorted: readonly number[], share: number) {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.min(Math.floor(place) + 1, sorted.length - 1)] as number;
  const low = values[below] as number;
  const part = place - Math.floor(place);
  const value = low + ((values[above] as number) - low) * part;
  return { value, cells: part === 0 || below === above ? [below] : [below, above] };
}

/** Smallest value (`sign` 1) or largest (-1) and the first cell that has it. */
function extreme(values: Float64Array, cells: readonly number[], sign: 1 | -1) {
  let found = cells[0] as number;
  for (const cell of cells) {
    if (sign * ((values[cell] as number) - (values[found] as number)) < 0) found = cell;
  }
  return { value: values[found] as number, cells: [found] };
}
