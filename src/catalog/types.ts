import type { Dated, IndicatorId, IsoDate, ReferenceId, Text, Unit } from '../base/index.js';
import type { ReportingForm } from './forms.js';
import type { LandRule } from './land-rules.js';
import type { Matching } from './matching.js';
import type { PlanMeasure } from './measures.js';
import type { SuccessorRules } from './successors.js';
import type { TransitionCase } from './transition-cases.js';
import type { CheckupList, SurveyItem } from './types-checkup.js';
import type { Claim } from './types-claims.js';
import type { DisorderList } from './types-disorder.js';
import type { Aspect, Evaluation } from './types-evaluation.js';
import type { Axis, ThresholdSet, TransferFormula } from './types-identify.js';
import type { Index } from './types-index.js';

export type { FormEntry, ReportingForm } from './forms.js';
export type { LandBound, LandRule } from './land-rules.js';
export type { Matching } from './matching.js';
export type { PlanMeasure } from './measures.js';
export type { GateSource, SuccessorGate, SuccessorNeed, SuccessorRules } from './successors.js';
export type { Said, TransitionCase } from './transition-cases.js';
export type * from './types-checkup.js';
export type * from './types-claims.js';
export type * from './types-disorder.js';
export type * from './types-evaluation.js';
export type * from './types-identify.js';
export type * from './types-index.js';

/** One file of the catalog as read: its path below the catalog folder, with `/`, and its text. */
export interface CatalogFile {
  readonly path: string;
  readonly text: string;
  /** What an earlier reading of exactly this path and text came to; absent: the text is read. */
  readonly compiled?: CompiledFile;
}

/** The definitions of a file without faults: where each stands, and its value as the schema of its kind left it. */
export interface CompiledFile {
  readonly definitions: readonly { readonly id: string; readonly line: number; readonly fitted: unknown }[];
}

/** A folder of files that repeat only what differs, with who decided, when and why (`overlay.yaml`). */
export interface Overlay {
  readonly name: string;
  readonly files: readonly CatalogFile[];
}

/** Where a definition stands, for messages: file and line. */
export interface Located {
  readonly file: string;
  readonly line: number;
}

/** How far a figure may be trusted: V read in the source, S seed document, M from memory, D the project's own rule. */
export type Mark = 'V' | 'S' | 'M' | 'D';

/** A unit: 1 of it is `factor` of `base`; `base` null for a base unit. Values are kept in base units inside. */
export interface UnitDefinition {
  readonly id: Unit;
  readonly label: Text;
  readonly base: Unit | null;
  readonly factor: number;
  /** Base units it is a quotient of: `CNY_per_person` is `[CNY, person]`; null for all others. */
  readonly per?: readonly [numerator: Unit, denominator: Unit] | null;
  /** Unit in which readers expect it, for example `percent` for `share`. */
  readonly display: Unit | null;
  /** Digits after the point when shown. */
  readonly digits: number;
  /** Other spellings in tables: `亿元`, `100 million yuan`. */
  readonly aliases: readonly string[];
}

export interface Reference {
  readonly id: ReferenceId;
  readonly kind: 'law' | 'plan' | 'standard' | 'article' | 'book' | 'data' | 'press' | 'project';
  readonly date: string;
  readonly number: string | null;
  readonly title: Text;
  readonly mark: Mark;
  readonly url: string | null;
}

/** The closed list of operators; `use` names a registered formula of `src/assess/formulas/`. */
export type Formula =
  | { readonly op: 'ratio' | 'difference'; readonly of: readonly [IndicatorId, IndicatorId] }
  /** x(p) / x(p - years) - 1. */
  | { readonly op: 'growth'; readonly of: readonly [IndicatorId]; readonly years: number }
  | { readonly op: 'sum' | 'mean'; readonly of: readonly IndicatorId[] }
  /** The first that is not missing; the fallback is noted at the value. */
  | { readonly op: 'first'; readonly of: readonly IndicatorId[] }
  | { readonly op: 'use'; readonly method: string; readonly of: readonly IndicatorId[] };

export type Direction = 'more' | 'less' | 'target' | 'neither';

/** What is measured. `formula` null: observed, read from a table or an import. */
export interface Indicator extends Located {
  readonly id: IndicatorId;
  readonly label: Text;
  readonly theme: string;
  readonly unit: Unit;
  readonly better: Direction;
  readonly valid: readonly [number, number];
  readonly formula: Formula | null;
  /** Whether the sum over several areas is the value of their union. Observed indicators only. */
  readonly additive: boolean;
  /** Indicators that must sum to this one, where they do (data-quality check). */
  readonly parts: readonly IndicatorId[];
  /** Indicator to which its ratio moves slowly (data-quality check); null or absent: none. Observed indicators only. */
  readonly movesWith?: IndicatorId | null;
  /** A growth that may be judged although the unit's area changed in between; absent: it may not. Computed indicators only. */
  readonly acrossBreaks?: boolean;
  readonly note: Text | null;
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** A number of the method with its dated values; `value` is the one in force on the day of resolution. */
export interface Parameter extends Located {
  readonly id: string;
  readonly label: Text;
  readonly unit: Unit;
  readonly mark: Mark;
  readonly value: number | null;
  readonly values: readonly Dated<number>[];
  readonly confirmed: IsoDate;
  readonly reference: ReferenceId;
}

/** Names of a closed or ordered set: official types, resources, levels, lights, grades with bounds. */
export interface ClassScheme extends Located {
  readonly id: string;
  readonly label: Text;
  readonly classes: readonly {
    readonly id: string;
    readonly label: Text;
    /** Half-open `[from, to)`; null is open. Only in schemes of a number. */
    readonly from: number | null;
    readonly to: number | null;
  }[];
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** How one indicator gets its light. Judgements without data stay `none`; missing is never green. */
export interface LightRule extends Located {
  readonly indicator: IndicatorId;
  /** Natural units; null where no official target is verified. */
  readonly target: {
    readonly green: number;
    readonly red: number;
    readonly reference: ReferenceId;
    readonly mark: Mark;
  } | null;
  readonly peers: boolean;
  /** Years back for the trend; null: no trend. */
  readonly trendYears: number | null;
}

export type Comparison = 'lt' | 'le' | 'gt' | 'ge';

/** A condition over indicators; a missing value makes it false and the problem undecided. */
export type Condition =
  | {
      readonly indicator: IndicatorId;
      readonly is: Comparison;
      readonly than: number | { readonly parameter: string } | { readonly indicator: IndicatorId };
    }
  | { readonly light: IndicatorId; readonly in: readonly ('green' | 'yellow' | 'red')[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** A problem that can be found in a city, or a caveat that must stand beside a flattering number. */
export interface Problem extends Located {
  readonly id: string;
  readonly label: Text;
  readonly kind: 'problem' | 'caveat';
  /** Of a caveat: the numbers it marks look like success and are decline. */
  readonly disguise: boolean;
  readonly severity: 'watch' | 'act' | 'urgent';
  readonly when: Condition;
  /** Indicator whose value is the finding's magnitude. */
  readonly magnitude: IndicatorId;
  /** Indicators beside which the caveat is shown. */
  readonly marks: readonly IndicatorId[];
  readonly advice: Text | null;
  readonly references: readonly ReferenceId[];
  readonly mark: Mark;
}

/** How a foreign table is read: names of columns, codes, units, words for missing. */
export interface Layout extends Located {
  readonly id: string;
  readonly label: Text;
  readonly format: 'long' | 'wide';
  readonly sheet: string | null;
  /** Rows of the header; several are joined top-down, merged cells carried to the right. */
  readonly headerRows: number;
  readonly encoding: 'auto' | 'utf-8' | 'gb18030';
  /** Column headings, any of the given spellings. */
  readonly city: readonly string[];
  readonly period: readonly string[];
  /** Long form only. */
  readonly indicator: readonly string[];
  readonly value: readonly string[];
  readonly unit: readonly string[];
  readonly source: readonly string[];
  readonly status: readonly string[];
  readonly note: readonly string[];
  /** Spelling in the table → indicator and the unit of its numbers (null: the table's unit column says it). */
  readonly columns: ReadonlyMap<string, { readonly indicator: IndicatorId; readonly unit: Unit | null }>;
  /** Words of the status column → status of the observation. */
  readonly statusWords: ReadonlyMap<string, 'measured' | 'reported' | 'estimated' | 'imputed'>;
  readonly missing: readonly string[];
  readonly years: readonly [first: number, last: number];
  readonly licence: string;
  readonly reference: ReferenceId | null;
}

/** The catalog in force on a day, with its overlays applied; frozen. */
export interface Catalog {
  readonly version: string;
  /** SHA-256 over all files and overlays. */
  readonly hash: string;
  readonly on: IsoDate;
  readonly overlays: readonly {
    readonly name: string;
    readonly by: string;
    readonly on: string;
    readonly why: Text;
  }[];
  readonly units: ReadonlyMap<Unit, UnitDefinition>;
  readonly references: ReadonlyMap<ReferenceId, Reference>;
  readonly indicators: ReadonlyMap<IndicatorId, Indicator>;
  /** Computed indicators, every one after what it is computed from. */
  readonly computed: readonly IndicatorId[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly classes: ReadonlyMap<string, ClassScheme>;
  readonly indices: ReadonlyMap<string, Index>;
  readonly lights: ReadonlyMap<IndicatorId, LightRule>;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly layouts: ReadonlyMap<string, Layout>;
  /** Indicator lists of the city check-up. */
  readonly checkups: ReadonlyMap<string, CheckupList>;
  /** Questions of the residents' survey. */
  readonly surveyItems: ReadonlyMap<string, SurveyItem>;
  /** Forms of the yearly reporting. Absent: none, as in small catalogs of tests. */
  readonly forms?: ReadonlyMap<string, ReportingForm>;
  /** By `order`. Absent: none, as in small catalogs of tests. */
  readonly aspects?: ReadonlyMap<string, Aspect>;
  readonly evaluations?: ReadonlyMap<string, Evaluation>;
  /** Lists of elements of street disorder. Absent: none. */
  readonly disorderLists?: ReadonlyMap<string, DisorderList>;
  /** What other places did after their resource. Absent: none. */
  readonly transitionCases?: ReadonlyMap<string, TransitionCase>;
  /** The library of measures. Absent: none. */
  readonly measures?: ReadonlyMap<string, PlanMeasure>;
  /** Rules by which a city is held against others. Absent: none. */
  readonly matchings?: ReadonlyMap<string, Matching>;
  /** Rules by which activities that could follow a resource are judged. Absent: none. */
  readonly successors?: ReadonlyMap<string, SuccessorRules>;
  /** Sets of tests of the literature, by which a unit is called resource-based. */
  readonly thresholdSets: ReadonlyMap<string, ThresholdSet>;
  /** Axes of the typing. */
  readonly axes: ReadonlyMap<string, Axis>;
  readonly transferFormulas: ReadonlyMap<string, TransferFormula>;
  /** Texts that control industrial land, the newest first. Absent: none, as in small catalogs of tests. */
  readonly landRules?: ReadonlyMap<string, LandRule>;
  /** Tables and imports from most to least trusted; the first with a value wins. `byIndicator` overrules `usual`. */
  readonly sourceOrder: {
    readonly usual: readonly string[];
    readonly byIndicator: ReadonlyMap<IndicatorId, readonly string[]>;
  };
}
