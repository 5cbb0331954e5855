import { AfterlodeError, type IndicatorId, phrases, selectPlace } from '../base/index.js';
import type { Catalog, Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import type { FlatNode } from './index-tree.js';
import type { ReferenceRange } from './types.js';
import { valuesAt } from './values-at.js';

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

function presentCells(panel: Panel, indicator: IndicatorId, set: ReferenceSet): Int32Array {
  const values = panel.columns.get(indicator)?.values;
  const cells = new Int32Array(set.members.length * set.periods.length);
  let count = 0;
  if (!values) return cells.subarray(0, 0);
  for (const city of set.members) {
    for (const period of set.periods) {
      const cell = city * panel.periods.length + period;
      if (!Number.isNaN(values[cell] as number)) cells[count++] = cell;
    }
  }
  return cells.subarray(0, count);
}

/** Quantile and the one or two cells it lies between. */
function at(values: Float64Array, cells: Int32Array, share: number) {
  const place = (cells.length - 1) * share;
  const first = Math.floor(place);
  const below = cellAt(values, cells, first);
  const above = cellAt(values, cells, Math.min(first + 1, cells.length - 1));
  const low = values[below] as number;
  const part = place - first;
  const value = low + ((values[above] as number) - low) * part;
  return { value, cells: part === 0 || below === above ? [below] : [below, above] };
}

/** The cell at a place of the order by value and, among equals, by number: choosing a value is many times faster than sorting cells. */
function cellAt(values: Float64Array, cells: Int32Array, place: number): number {
  const wanted = selectPlace(valuesAt(values, cells), place);
  let smaller = 0;
  const equal: number[] = [];
  for (const cell of cells) {
    const value = values[cell] as number;
    if (value < wanted) smaller += 1;
    else if (value === wanted) equal.push(cell);
  }
  return equal.sort((a, b) => a - b)[place - smaller] as number;
}

/** Smallest value (`sign` 1) or largest (-1) and the first cell that has it. */
function extreme(values: Float64Array, cells: Int32Array, sign: 1 | -1) {
  let found = cells[0] as number;
  for (const cell of cells) {
    if (sign * ((values[cell] as number) - (values[found] as number)) < 0) found = cell;
  }
  return { value: values[found] as number, cells: [found] };
}
