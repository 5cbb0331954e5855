import type { ChainRun } from '../types.js';
import { decompose } from './decompose.js';
import { placeOf } from './rows.js';
import type { Decomposition } from './types.js';

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
  /** The own part by indicator, in proportion to the points of each; sums to `own`. */
  readonly indicators: readonly { readonly code: string; readonly places: number }[];
  /** Units that stood at or below the unit and are above it now. */
  readonly overtakenBy: readonly string[];
  /** Units that stood above it and no longer do. */
  readonly overtook: readonly string[];
  /** The change of the score, split. */
  readonly score: Decomposition;
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
 * @param lessIsBetter for rules whose best score is the smallest
 * @throws AfterlodeError as `decomposeChange`
 */
export function decomposeRankChange(
  run: ChainRun,
  given: {
    readonly unit: string;
    readonly from: number;
    readonly to: number;
    readonly node?: string;
    readonly lessIsBetter?: boolean;
  },
): RankChange {
  const { unit, from, to } = given;
  const score = decompose(placeOf(run, unit, from), placeOf(run, unit, to), given.node);
  const sign = given.lessIsBetter === true ? -1 : 1;
  const old = fieldOf(run, score.node, unit, from, sign);
  const young = fieldOf(run, score.node, unit, to, sign);
  const [before, after] = [rankIn(old.own, old.others), rankIn(young.own, young.others)];
  const own = (rankIn(young.own, old.others) - before + after - rankIn(old.own, young.others)) / 2;
  const field = splitField(old, young);
  return {
    node: score.node,
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

function fieldOf(run: ChainRun, node: string, unit: string, time: number, sign: 1 | -1): Field {
  const scores = run.scores[run.hierarchy.nodes.findIndex(({ code }) => code === node)];
  const others = new Map<string, number>();
  let own = Number.NaN;
  run.kept.units.forEach((name, row) => {
    const score = scores?.[row] ?? Number.NaN;
    if (run.kept.times?.[row] !== time || Number.isNaN(score)) return;
    if (name === unit) own = sign * score;
    else others.set(name, sign * score);
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

function spread(score: Decomposition, own: number): RankChange['indicators'] {
  if (own === 0 || Number.isNaN(own) || score.change === 0) return [];
  const sums = new Map<string, number>();
  for (const { code, amount } of score.parts) {
    sums.set(code, (sums.get(code) ?? 0) + (amount * own) / score.change);
  }
  return Array.from(sums, ([code, places]) => ({ code, places }));
}
