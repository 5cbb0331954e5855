import type { CityId, EvidenceId, IndicatorId, Interval, Issue, Period, Text, Unit } from '../base/index.js';
import type { Aggregation, Index } from '../catalog/index.js';
import type { CellSource } from '../observe/index.js';
import type { ChainRun } from './composite/index.js';
import type { TargetStand } from './plan-targets/index.js';

export type Light = 'green' | 'yellow' | 'red' | 'none';

/** Figures say well and people say badly, or the other way round. */
export type Mismatch = 'people_worse' | 'people_better';

/** The judgements of one indicator and what they come to. `basis` says which judgement carried it. */
export interface Judgement {
  readonly target: Light;
  /** What residents say who were asked in the period. */
  readonly people: Light;
  readonly peers: Light;
  readonly trend: Light;
  readonly final: Light;
  readonly basis: 'target' | 'people' | 'peers' | 'trend' | 'none';
  /** The light that the figures alone come to, and whether the people's is its opposite. */
  readonly objective: Light;
  readonly mismatch: Mismatch | null;
  /** The class it was compared with, for example `declining × coal × prefecture`, and how many of it have a value. */
  readonly peerClass: Text;
  readonly peerCount: number;
  /** Ids of caveats that stand beside this number. */
  readonly caveats: readonly string[];
  /** The city's own target of a plan for this year, where there is one; it is part of `target`. */
  readonly plan?: TargetStand;
}

/** A node of an index, flat: parents stand before their children, the index itself is the first. */
export interface ScoredNode {
  /** `people_work`, `people_work.work`, `people_work.work.mining_share_employment`. */
  readonly id: string;
  readonly label: Text;
  /** Number of the parent in `IndexScores.nodes`; -1 for the index itself. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Share among the siblings; siblings sum to 1. */
  readonly weight: number;
  /** Of a leaf; null for a branch. */
  readonly indicator: IndicatorId | null;
  /** Of a branch. */
  readonly aggregate: Aggregation;
  readonly minimumCoverage: number | null;
}

/**
 * The values between which a leaf is scored, in base units: `worst` has 0, `best` has 100. The cells they come from are
 * `city * periods + period`: one for a minimum or maximum, two where a trimmed range lies between two values, none for
 * goalposts.
 */
export interface ReferenceRange {
  readonly kind: 'minmax' | 'goalposts';
  readonly worst: number;
  readonly best: number;
  readonly worstCells: readonly number[];
  readonly bestCells: readonly number[];
  /** How many values the range was taken from; 0 for goalposts. */
  readonly count: number;
}

/** Scores of an index; `values[node][city * periods + period]`, usually 0–100, `NaN` is missing. */
export interface IndexScores {
  readonly index: Index;
  readonly cities: readonly CityId[];
  readonly periods: readonly Period[];
  /** The reference set: indexes into `cities` of those that make the range and are ranked. */
  readonly members: Int32Array;
  readonly nodes: readonly ScoredNode[];
  readonly values: readonly Float64Array[];
  /** By node; null for branches, for leaves without any value, and where leaves are not scored in a range. */
  readonly ranges: readonly (ReferenceRange | null)[];
  /** The engine's run with the records of its steps; `placeOf` says which of its nodes a node is. */
  readonly run: ChainRun;
  readonly placeOf: Int32Array;
  /** By cell: the row of the run; -1 where the index has none. */
  readonly rowOf: Int32Array;
}

/** Ranks in one period, by city of the panel; 1 is best, ties share the smallest rank, `NaN` for who is not ranked. */
export interface IndexRanks {
  readonly index: string;
  readonly period: Period;
  readonly rank: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How many are ranked. */
  readonly ranked: number;
  readonly options: RankOptions;
}

/** How ranks are tried under other weights. */
export interface RankOptions {
  /** Weights vary uniformly by this share to both sides, at every level; 0.25 is ±25 %. */
  readonly spread: number;
  readonly runs: number;
  readonly seed: number;
  readonly lowQuantile: number;
  readonly highQuantile: number;
}

export interface IndexStanding {
  readonly score: number | null;
  readonly rank: number | null;
  /** 5 % and 95 % of the rank under weights ±25 %, seeded. */
  readonly rankInterval: readonly [number, number] | null;
  /** How many are ranked. */
  readonly ranked: number;
  /** Leaves with a score / leaves of the index. */
  readonly coverage: number;
}

export interface Finding {
  readonly id: string;
  readonly city: CityId;
  readonly problem: string;
  readonly label: Text;
  readonly advice: Text | null;
  readonly kind: 'problem' | 'caveat';
  readonly period: Period;
  readonly magnitude: Interval;
  readonly severity: 'watch' | 'act' | 'urgent';
  /** 0–1: share of the condition's values that carry no doubt. */
  readonly confidence: number;
  readonly rule: string;
  /** Number ids that `explain` opens. */
  readonly evidence: readonly string[];
}

/** One city's check-up in one period. */
export interface Checkup {
  readonly city: CityId;
  readonly period: Period;
  /** Scores of all nodes of all indices that have the period, by node. */
  readonly scores: Readonly<Record<string, number | null>>;
  readonly lights: Readonly<Record<string, Judgement>>;
  readonly standing: Readonly<Record<string, IndexStanding>>;
  /** Of the period's first index. */
  readonly rank: number | null;
  readonly rankInterval: readonly [number, number] | null;
  /** Share of the indicators with a light in this period that have a value. */
  readonly coverage: number;
  readonly strongest: readonly string[];
  readonly weakest: readonly string[];
  readonly missing: readonly string[];
  /** Caveats that must stand beside a value of this period, by indicator; those with a light and those without. */
  readonly flags: Readonly<Record<string, readonly string[]>>;
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
}

/** A number with everything below it; leaves are sources, judgements or honest gaps. */
export interface Explanation {
  /** Address of the number: `value/cn-230400/2020/mining_employment_share`. */
  readonly id: string;
  readonly kind: 'computation' | 'source' | 'judgement' | 'parameter' | 'missing';
  readonly label: Text;
  readonly value: number | null;
  readonly unit: Unit;
  /** In words and symbols: what was done with the inputs. */
  readonly how: Text;
  /** Method page below `docs/methods/`, without extension; null for sources. */
  readonly method: string | null;
  readonly references: readonly string[];
  readonly evidence: EvidenceId;
  readonly source: CellSource | null;
  /** Doubts, corrections, fallbacks, caveats at this very number. */
  readonly remarks: readonly Text[];
  readonly inputs: readonly Explanation[];
}

/** Groups of units compared in one indicator and period; `NaN` and null are missing. */
export interface Comparison {
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly level: string | null;
  readonly by: string;
  readonly unit: Unit;
  readonly groups: readonly ComparedGroup[];
}
export interface ComparedGroup {
  readonly group: string;
  readonly label: Text;
  /** Address of the pooled value, or of the median where there is none. */
  readonly id: string;
  /** Units with a value. */
  readonly count: number;
  /** Units below zero: of a change, those that shrink. */
  readonly negative: number;
  /** Ratio of sums; null where the indicator or the group has none. */
  readonly pooled: number | null;
  readonly mean: number;
  readonly median: number;
  readonly q1: number;
  readonly q3: number;
}
