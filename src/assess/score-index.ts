import { allAtOnce, type Pieces } from '../base/index.js';
import type { Catalog, Index } from '../catalog/index.js';
import type { Panel } from '../observe/index.js';
import { type CompiledIndex, compileIndex } from './compile-index.js';
import { type ChainRun, runChain } from './composite/index.js';
import { rangeOf } from './reference-range.js';
import type { IndexScores, ReferenceRange } from './types.js';

/**
 * Scores all nodes of an index for all cities of the panel in the periods of the index, through the steps that the index
 * names; `NaN` is missing.
 *
 * The usual steps: a leaf is scored linearly between the worst and the best value of its reference range and bounded to 0
 * and 100; one that is equal everywhere has no score. A branch is a weighted mean of its children; a missing child drops
 * out together with its weight; below the minimum coverage (available children ÷ children) the branch is missing.
 *
 * @param panel with computed indicators
 * @param members indexes of the reference set: a list, or a mask with one byte for every city of the panel
 * @param groups words by city for imputation by groups, by name
 * @throws AfterlodeError ASSESS_INDICATOR_UNKNOWN, ASSESS_DIRECTION_MISSING, ASSESS_GOALPOSTS_MISSING and the faults of
 * the engine's steps, INDEX_…
 */
export function scoreIndex(
  panel: Panel,
  catalog: Catalog,
  index: Index,
  members: Uint8Array | readonly number[],
  groups?: ReadonlyMap<string, readonly string[]>,
): IndexScores {
  return allAtOnce(scoreInPieces(panel, catalog, index, members, groups));
}

/** As `scoreIndex`; the steps of the engine are one piece, the range of each leaf another. */
export function* scoreInPieces(
  panel: Panel,
  catalog: Catalog,
  index: Index,
  members: Uint8Array | readonly number[],
  groups?: ReadonlyMap<string, readonly string[]>,
): Pieces<IndexScores> {
  const set = memberIndexes(members);
  const mask = new Uint8Array(panel.cities.length);
  for (const city of set) mask[city] = 1;
  const compiled = compileIndex(panel, catalog, index, mask, groups);
  yield;
  const run = runChain(compiled.table, compiled.hierarchy, compiled.chain);
  const periods = panel.periods.flatMap((period, at) => (index.periods.includes(period) ? [at] : []));
  const { flat, placeOf } = compiled;
  const ranges: (ReferenceRange | null)[] = [];
  for (const node of flat) {
    yield;
    const isNone = node.indicator === null || !hasRange(index, node.goalposts);
    ranges.push(isNone ? null : rangeOf(node, index, catalog, panel, { members: set, periods }));
  }
  return {
    index,
    cities: panel.cities,
    periods: panel.periods,
    members: set,
    nodes: flat.map((node, at) => ({ ...node, weight: run.weights[placeOf[at] as number] as number })),
    values: flat.map((_, at) => scattered(run, placeOf[at] as number, compiled, panel)),
    ranges,
    run,
    placeOf,
    rowOf: rowsByCell(run, compiled, panel),
  };
}

/** Whether a leaf is scored between two given or observed values: no step before moved the observed ones. */
function hasRange({ steps }: Index, goalposts: readonly [number, number] | null): boolean {
  if (goalposts !== null) return true;
  const asObserved = steps.impute.method === 'none' && steps.treat.method === 'none';
  return asObserved && steps.normalise.method === 'minmax';
}

/** Row of the run by cell of the panel; -1 where there is none. */
function rowsByCell(run: ChainRun, { cells }: CompiledIndex, panel: Panel): Int32Array {
  const rows = new Int32Array(panel.cities.length * panel.periods.length).fill(-1);
  run.rows.forEach((row, at) => {
    rows[cells[row] as number] = at;
  });
  return rows;
}

/** Scores of a node by cell of the panel. */
function scattered(run: ChainRun, place: number, { cells }: CompiledIndex, panel: Panel): Float64Array {
  const values = new Float64Array(panel.cities.length * panel.periods.length).fill(Number.NaN);
  const scores = run.scores[place] as Float64Array;
  run.rows.forEach((row, at) => {
    values[cells[row] as number] = scores[at] as number;
  });
  return values;
}

/** Available children ÷ children of a branch in one cell; 1 or 0 for a leaf. */
export function coverageAt(scores: IndexScores, node: number, cell: number): number {
  const children = scores.nodes[node]?.children ?? [];
  if (children.length === 0) return Number.isNaN(scores.values[node]?.[cell] ?? Number.NaN) ? 0 : 1;
  return children.filter((child) => !Number.isNaN(scores.values[child]?.[cell])).length / children.length;
}

function memberIndexes(members: Uint8Array | readonly number[]): Int32Array {
  if (!(members instanceof Uint8Array)) return Int32Array.from(members);
  const found: number[] = [];
  members.forEach((listed, city) => {
    if (listed) found.push(city);
  });
  return Int32Array.from(found);
}
