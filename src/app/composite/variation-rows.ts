import type { FactorIndex, FailedReplication, UnitVariation } from '../../assess/index.js';
import { type Text, toEdge } from '../../base/index.js';

/** How the rank of a unit varies; `nominal` is its rank in the index as given. */
export interface UnitUncertainty {
  readonly unit: string;
  readonly nominal: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly q05: number | null;
  readonly q95: number | null;
  readonly deviation: number | null;
  /** Replications in which it has a rank. */
  readonly ranked: number;
  readonly score: number | null;
  readonly scoreMean: number | null;
  readonly scoreDeviation: number | null;
  readonly scoreLowest: number | null;
  readonly scoreHighest: number | null;
  /** Share of the successful replications with a score of at least the threshold; null without one. */
  readonly reaches: number | null;
}

/** Shares of the variance that go back to one factor; null where the output never moves. */
export interface FactorShares {
  readonly factor: string;
  readonly first: number | null;
  /** 5 % and 95 % points of the bootstrap. */
  readonly firstInterval: readonly [low: number | null, high: number | null] | null;
  readonly total: number | null;
  readonly totalInterval: readonly [low: number | null, high: number | null] | null;
}

/** A replication that gave no index. */
export interface NamedFailure {
  /** `replication` of the intervals or `sample` of the sensitivity design. */
  readonly of: 'replication' | 'sample';
  readonly replication: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly code: string;
  readonly message: Text;
}

/** One row of `uncertainty`. */
export function unitUncertainty(one: UnitVariation): UnitUncertainty {
  return {
    unit: one.unit,
    nominal: toEdge(one.rank),
    mean: toEdge(one.mean),
    median: toEdge(one.median),
    q05: toEdge(one.q05),
    q95: toEdge(one.q95),
    deviation: toEdge(one.deviation),
    ranked: one.ranked,
    score: toEdge(one.score),
    scoreMean: toEdge(one.scoreMean),
    scoreDeviation: toEdge(one.scoreDeviation),
    scoreLowest: toEdge(one.scoreLowest),
    scoreHighest: toEdge(one.scoreHighest),
    reaches: one.reaches === null ? null : toEdge(one.reaches),
  };
}

/** One row of `sensitivity`. */
export function factorShares(one: FactorIndex): FactorShares {
  return {
    factor: one.factor,
    first: toEdge(one.first),
    firstInterval: one.firstInterval && [toEdge(one.firstInterval[0]), toEdge(one.firstInterval[1])],
    total: toEdge(one.total),
    totalInterval: one.totalInterval && [toEdge(one.totalInterval[0]), toEdge(one.totalInterval[1])],
  };
}

/** The failures of a run, marked by what they belong to. */
export function namedFailures(
  of: NamedFailure['of'],
  run: { readonly failures: readonly FailedReplication[] } | null,
): NamedFailure[] {
  return (run?.failures ?? []).map((failure) => ({ of, ...failure }));
}
