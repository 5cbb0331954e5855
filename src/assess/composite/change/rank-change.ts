import { AfterlodeError } from '../../../base/index.js';
import { nodeNumber } from '../compare/index.js';
import type { ChainRun, HierarchyNode } from '../types.js';
import { decompose } from './decompose.js';
import { placeOf } from './rows.js';
import type { Decomposition, Place } from './types.js';

/** Why the rank of a unit changed; ranks and places, 1 best, a positive change is a loss of places. */
export interface RankChange {
  readonly node: string;
  /** `NaN` where the unit has no score. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** `own` + `others` + `coverage` = `change`; halves arise where both moved. */
  readonly own: number;
  readonly others: number;
  /** Units that have a score at one of both times only. */
  readonly coverage: number;
  /** The own part by indicator, in proportion to the points of each; sums to `own`. Empty where nothing is split. */
  readonly indicators: readonly { readonly code: string; readonly places: number }[];
  /** Units that stood at or below the unit and are above it now. */
  readonly overtakenBy: readonly string[];
  /** Units that stood above it and no longer do. */
  readonly overtook: readonly string[];
  /** The change of the score, split; null where the rule looks at all units and a score cannot be split. */
  readonly score: Decomposition | null;
}

/** Scores of all units at one time. */
interface Field {
  readonly own: number;
  readonly others: ReadonlyMap<string, number>;
}

/**
 * Splits the change of a unit's rank between two times into its own movement, that of the others, and units that came or
 * went, exactly: own movement and the field are two steps, taken in both orders and averaged. (D)
 *
 * @param given `node`: code, the index if absent
 * @throws AfterlodeError INDEX_NOT_FOUND
 */
export function decomposeRankChange(
  run: ChainRun,
  given: {
    readonly unit: string;
    readonly from: number;
    readonly to: number;
    readonly node?: string;
  },
): RankChange {
  const { unit, from, to } = given;
  const places = [placeOf(run, unit, from), placeOf(run, unit, to)] as const;
  const at = given.node === undefined ? run.hierarchy.nodes.length - 1 : nodeNumber(run, given.node);
  const node = run.hierarchy.nodes[at] as HierarchyNode;
  const score = splitIfPossible(...places, node.code);
  const [old, young] = [fieldOf(run, at, unit, from), fieldOf(run, at, unit, to)];
  const [before, after] = [rankIn(old.own, old.others), rankIn(young.own, young.others)];
  const own = (rankIn(young.own, old.others) - before + after - rankIn(old.own, young.others)) / 2;
  const field = splitField(old, young);
  return {
    node: node.code,
    before,
    after,
    change: after - before,
    own,
    others: field.moved,
    coverage: field.coverage,
    indicators: spread(score, own),
    ...passed(old, young),
    score,
  };
}

function splitIfPossible(before: Place, after: Place, node: string): Decomposition | null {
  try {
    return decompose(before, after, node);
  } catch (error) {
    if (error instanceof AfterlodeError && error.code === 'INDEX_NOT_SPLIT') return null;
    throw error;
  }
}

function fieldOf(run: ChainRun, node: number, unit: string, time: number): Field {
  const scores = run.scores[node];
  const others = new Map<string, number>();
  let own = Number.NaN;
  run.kept.units.forEach((name, row) => {
    const score = scores?.[row] ?? Number.NaN;
    if (run.kept.times?.[row] !== time || Number.isNaN(score)) return;
    if (name === unit) own = score;
    else others.set(name, score);
  });
  return { own, others };
}

function rankIn(own: number, others: ReadonlyMap<string, number>): number {
  if (Number.isNaN(own)) return Number.NaN;
  let rank = 1;
  for (const score of others.values()) if (score > own) rank += 1;
  return rank;
}

/** What the other units' movement, and their coming and going, did to the rank; mean of both own scores. */
function splitField(old: Field, young: Field): { readonly moved: number; readonly coverage: number } {
  if (Number.isNaN(old.own + young.own)) return { moved: Number.NaN, coverage: Number.NaN };
  let [moved, coverage] = [0, 0];
  for (const name of new Set([...old.others.keys(), ...young.others.keys()])) {
    const [first, last] = [old.others.get(name), young.others.get(name)];
    const above = (score: number | undefined, own: number) => (score !== undefined && score > own ? 1 : 0);
    const part =
      (above(last, old.own) - above(first, old.own) + above(last, young.own) - above(first, young.own)) / 2;
    if (first === undefined || last === undefined) coverage += part;
    else moved += part;
  }
  return { moved, coverage };
}

function passed(old: Field, young: Field): Pick<RankChange, 'overtakenBy' | 'overtook'> {
  const overtakenBy: string[] = [];
  const overtook: string[] = [];
  for (const [name, first] of old.others) {
    const last = young.others.get(name);
    if (last === undefined) continue;
    const [wasAbove, isAbove] = [first > old.own, last > young.own];
    if (!wasAbove && isAbove) overtakenBy.push(name);
    if (wasAbove && !isAbove) overtook.push(name);
  }
  return { overtakenBy, overtook };
}

function spread(score: Decomposition | null, own: number): RankChange['indicators'] {
  if (!score || own === 0 || Number.isNaN(own) || score.change === 0) return [];
  const sums = new Map<string, number>();
  for (const { code, amount } of score.parts) {
    sums.set(code, (sums.get(code) ?? 0) + (amount * own) / score.change);
  }
  return Array.from(sums, ([code, places]) => ({ code, places }));
}
