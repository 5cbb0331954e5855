import type { Text } from '../base/index.js';

/**
 * What identification, analyses, claims and the ledger say of a city: the parts of a report beside the check-up. Each shape is
 * the part of the use case's answer that a report shows. Missing is null.
 */

type Edge = number | null;

/** A value at the first and at the last year. */
export interface StoryEnds {
  readonly first: Edge;
  readonly last: Edge;
}

/** One threshold test of a study. */
export interface StoryTest {
  readonly set: string;
  readonly test: string;
  readonly label: Text;
  readonly standIn: boolean;
  readonly unit: string | null;
  readonly value: Edge;
  readonly is: string;
  readonly threshold: Edge;
  readonly pass: boolean | null;
  readonly margin: Edge;
  readonly period: string | null;
  readonly mark: string;
  readonly fill: Text | null;
}

/** The computed type beside the official one, and what studies' thresholds say. */
export interface StoryKind {
  readonly listed: boolean;
  readonly computed: {
    readonly type: string | null;
    readonly border: { readonly between: readonly string[] | null } | null;
    readonly reason: string | null;
    readonly security: { readonly score: Edge; readonly inputs: readonly StoryInput[] };
    readonly sustainability: { readonly score: Edge; readonly inputs: readonly StoryInput[] };
  };
  readonly tests: readonly StoryTest[];
  readonly sets: { readonly passed: number; readonly decided: number; readonly of: number };
  readonly exhaustion: { readonly exhausted: boolean | null; readonly basis: string | null };
  readonly signals: { readonly entry: { readonly state: string }; readonly exit: { readonly state: string } };
}

/** An input of an axis; `fill` says what would give a missing one. */
export interface StoryInput {
  readonly label: Text;
  readonly value: Edge;
  readonly fill: Text | null;
}

/** People between two censuses, on one boundary where there is a count. */
export interface StoryPeople {
  readonly from?: number;
  readonly to?: number;
  readonly first: Edge;
  readonly last: Edge;
  readonly aligned: boolean;
  readonly changePercent: Edge;
  readonly annualPercent: Edge;
  /** Each census on its own boundaries: annexed land counts as growth. */
  readonly unalignedPercent: Edge;
  readonly grade: string | null;
  readonly confidence: 'high' | 'medium' | 'low' | null;
  readonly course: string | null;
  readonly netFlow: StoryEnds;
  readonly ageing: {
    readonly first: { readonly young: Edge; readonly old60: Edge; readonly old65: Edge };
    readonly last: { readonly young: Edge; readonly old60: Edge; readonly old65: Edge };
  };
  readonly parts: {
    readonly form: string | null;
    readonly counted: number;
    readonly losing: number;
    readonly units: readonly {
      readonly place: string;
      readonly name: Text;
      readonly core: boolean;
      readonly changePercent: Edge;
    }[];
  };
  readonly advice: { readonly aim: string; readonly reasons: readonly string[] } | null;
  readonly missing?: readonly string[];
}

/** Services by industry at both ends, and what made it rise. */
export interface StoryUpgrading {
  readonly first: { readonly a: Edge };
  readonly last: { readonly a: Edge };
  readonly secondaryGrowthPercent: Edge;
  readonly tertiaryGrowthPercent: Edge;
  readonly falseUpgrading: string | null;
}

/** Structure of employment and dependence on the resource. */
export interface StoryStructure {
  readonly dependence: {
    readonly jobs: StoryEnds;
    readonly quotient: StoryEnds;
    readonly industry: StoryEnds;
  };
  readonly upgrading: StoryUpgrading | null;
  readonly upgradingOfJobs: StoryUpgrading;
  readonly diversity: {
    readonly first: { readonly effectiveNumber: Edge };
    readonly last: { readonly effectiveNumber: Edge };
  };
  readonly krugman: StoryEnds;
  readonly newFactors: {
    readonly index: Edge;
    readonly coverage: number;
    readonly missing: readonly string[];
  };
  readonly missing?: readonly string[];
}

/** Jobs gained, lost and missing. */
export interface StoryJobs {
  readonly employmentRateGapPercent: Edge;
  readonly hiddenUnemployment: { readonly sharePercent: Edge; readonly benchmarkPercent: Edge } | null;
  readonly replacement: { readonly ratio: Edge; readonly gained: Edge; readonly lost: Edge } | null;
  readonly missing?: readonly string[];
}

/** One inventory of emissions; inventories are never mixed. */
export interface StoryCarbon {
  readonly inventory: string;
  readonly gdp: string;
  readonly from: number;
  readonly to: number;
  readonly tapio: { readonly co2Percent: Edge; readonly gdpPercent: Edge; readonly state: string | null };
  readonly populationPercent: Edge;
  readonly lmdi: {
    readonly population: Edge;
    readonly gdpPerHead: Edge;
    readonly co2PerGdp: Edge;
    readonly total: Edge;
  };
  readonly peak: string;
  readonly peakYear: Edge;
  readonly missing?: readonly string[];
}

/** A published statement about the city. */
export interface StoryClaim {
  readonly id: string;
  readonly claim: Text;
  readonly source: {
    readonly title: Text;
    readonly number: string | null;
    readonly where: string;
    readonly mark: string;
  };
  readonly verdict: string;
  readonly condition: Text | null;
  readonly reason: Text;
}

/** A finding that somebody opened and follows. */
export interface StoryFollowed {
  readonly id: string;
  readonly label: Text;
  readonly status: string;
  readonly place: string;
  /** Degrees; null where nobody has measured the position. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly measure: {
    readonly measure: string;
    readonly body: string;
    readonly budget: number | null;
    readonly deadline: string;
  } | null;
  readonly overdue: boolean;
  readonly recheck: { readonly period: string; readonly result: string } | null;
}

/** A measure of the library that answers something found. */
export interface StoryMeasure {
  readonly label: Text;
  readonly does: Text;
  /** Names of the findings and red lights that it answers. */
  readonly answers: readonly Text[];
  /** Conditions of the ground on which it is for. */
  readonly ground: readonly Text[];
  readonly condition: Text | null;
  /** CNY for what `per` says. */
  readonly cost: { readonly low: number | null; readonly high: number | null; readonly per: Text } | null;
  readonly mark: string;
}

/** A number that a finding rests on, and the cells of tables it was read from. */
export interface StoryEvidence {
  readonly finding: Text;
  readonly address: string;
  readonly how: Text;
  readonly read: readonly {
    readonly label: Text;
    readonly value: Edge;
    readonly unit: string;
    readonly title: Text;
    readonly locator: string;
    readonly licence: string;
  }[];
}

/** All of it for one city. Null: there is no such analysis of this kind of unit. */
export interface ReportStory {
  readonly kind: StoryKind | null;
  readonly people: StoryPeople | null;
  readonly structure: StoryStructure | null;
  readonly jobs: StoryJobs | null;
  readonly carbon: readonly StoryCarbon[];
  readonly claims: readonly StoryClaim[];
  readonly followed: readonly StoryFollowed[];
  readonly measures: readonly StoryMeasure[];
  readonly evidence: readonly StoryEvidence[];
  /** What missing inputs are called: by indicator, its label and who keeps the figure where a list of the catalog says so. */
  readonly inputs: Readonly<Record<string, { readonly label: Text; readonly keeper: Text | null }>>;
}
