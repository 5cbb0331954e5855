import { AfterlodeError, type Code } from '../../../base/index.js';
import { runChain, selectRows } from '../chain/index.js';
import type { Chain, ChainRun, DataTable, Hierarchy, Values } from '../types.js';
import { nodeNumber } from './changed-index.js';

/** What leaving one unit out does to the order of the others. */
export interface Reversal {
  readonly without: string;
  /** Pairs of other units whose order turned, both times without a tie. */
  readonly turned: number;
  /** The first of them, at most `pairsShown`: was above, is below. */
  readonly pairs: readonly (readonly [wasAbove: string, isAbove: string])[];
  /** True where another unit is first among those that are left. */
  readonly newFirst: boolean;
}

/** Outcome of the test. */
export interface ReversalTest {
  /** Units that were left out, one at a time. */
  readonly tested: number;
  /** Only those whose leaving turns something. */
  readonly reversals: readonly Reversal[];
  /** Units without which the chain cannot run, such as the unit that distances refer to. */
  readonly failed: readonly { readonly without: string; readonly code: Code }[];
}

/** So many pairs are named for each unit that is left out. */
export const pairsShown = 20;

/**
 * Rank-reversal test: leaves each unit out in turn, runs the whole chain anew and looks whether the others change their
 * order. Scales that are taken from the units, such as min–max, can turn an order; frozen goalposts cannot.
 *
 * @param given `time` for tables with times, the last one if absent: the order at that time counts, the unit is left out at
 *   all times
 * @throws AfterlodeError as `runChain` for the whole table; INDEX_NOT_FOUND
 */
export function rankReversals(
  table: DataTable,
  hierarchy: Hierarchy,
  chain: Chain,
  given: { readonly time?: number | null; readonly node?: string } = {},
): ReversalTest {
  const time = given.time ?? table.times?.at(-1) ?? null;
  const asked = { time, node: given.node ?? hierarchy.nodes.at(-1)?.code ?? '' };
  const full = orderOf(runChain(table, hierarchy, chain), asked);
  const test = { tested: 0, reversals: [] as Reversal[], failed: [] as ReversalTest['failed'][number][] };
  for (const unit of new Set(table.units)) {
    const rows = Int32Array.from(table.units.keys()).filter((row) => table.units[row] !== unit);
    if (rows.length === 0) continue;
    const reference = chain.reference && Uint8Array.from(rows, (row) => chain.reference?.[row] ?? 1);
    test.tested += 1;
    try {
      const run = runChain(selectRows(table, rows), hierarchy, { ...chain, reference });
      const reversal = compareOrders(unit, full, orderOf(run, asked));
      if (reversal.turned > 0 || reversal.newFirst) test.reversals.push(reversal);
    } catch (error) {
      if (!(error instanceof AfterlodeError)) throw error;
      test.failed.push({ without: unit, code: error.code });
    }
  }
  return test;
}

/** Scores by unit, more is better. */
type Order = ReadonlyMap<string, number>;

function orderOf(run: ChainRun, given: { readonly time: number | null; readonly node: string }): Order {
  const at = nodeNumber(run, given.node);
  const scores = run.scores[at] as Values;
  const { time } = given;
  const order = new Map<string, number>();
  run.kept.units.forEach((unit, row) => {
    const score = scores[row] as number;
    if (!Number.isNaN(score) && (time === null || run.kept.times?.[row] === time)) order.set(unit, score);
  });
  return order;
}

/** Differences below this share of the larger score are rounding and count as a tie. */
const rounding = 1e-12;

function compareOrders(without: string, full: Order, less: Order): Reversal {
  const units = [...less.keys()].filter((unit) => full.has(unit));
  const before = Float64Array.from(units, (unit) => full.get(unit) as number);
  const after = Float64Array.from(units, (unit) => less.get(unit) as number);
  const pairs: (readonly [string, string])[] = [];
  let turned = 0;
  for (let a = 0; a < units.length; a++) {
    for (let b = 0; b < a; b++) {
      const was = sign(before[a] as number, before[b] as number);
      if (was === 0 || was !== -sign(after[a] as number, after[b] as number)) continue;
      turned += 1;
      const [above, below] = was > 0 ? [a, b] : [b, a];
      if (pairs.length < pairsShown) pairs.push([units[above] as string, units[below] as string]);
    }
  }
  const top = (scores: Float64Array) => scores.indexOf(Math.max(...scores));
  const [was, is] = [top(before), top(after)];
  const newFirst =
    units.length > 0 &&
    sign(before[was] as number, before[is] as number) > 0 &&
    sign(after[is] as number, after[was] as number) > 0;
  return { without, turned, pairs, newFirst };
}

function sign(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= rounding * Math.max(Math.abs(a), Math.abs(b)) ? 0 : Math.sign(difference);
}
