import type { Checkup, Explanation, FlagNote } from '../assess/index.js';
import type { Issue, Text } from '../base/index.js';
import type { TransferFormula } from '../catalog/index.js';
import type { ReportFigure } from '../report/index.js';
import type { Decision } from '../store/index.js';

/** Shapes of what the use cases answer, the same at every door. Missing is null. */

/** `GET /api/meta` */
export interface Meta {
  readonly version: string;
  readonly pack: { readonly id: string; readonly title: Text };
  readonly catalog: { readonly version: string; readonly hash: string; readonly overlays: readonly string[] };
  /** Periods with data, ascending, and the indices each of them has. */
  readonly periods: readonly { readonly period: string; readonly indices: readonly string[] }[];
  readonly latest: string;
  readonly totals: {
    readonly listed: number;
    readonly byLevel: Readonly<Record<string, number>>;
    readonly byType: Readonly<Record<string, number>>;
    readonly byBatch: Readonly<Record<string, number>>;
  };
  /** Official totals that differ from the rows. */
  readonly differences: readonly {
    readonly total: string;
    readonly official: number;
    readonly counted: number;
    readonly text: Text;
  }[];
  /** Labels of the class schemes by scheme and class: official_type, resource, level, light. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, Text>>>>;
}

/** `GET /api/cities[?type&resource&level&q]`, an array; `GET /api/cities/:city` has one with more. */
export interface CityAnswer {
  readonly id: string;
  readonly adcode: string;
  readonly name: Text;
  readonly pinyin: string;
  readonly province: Text;
  readonly level: string;
  readonly listed: boolean;
  readonly type: string | null;
  readonly batch: { readonly number: number; readonly year: number; readonly kind: string } | null;
  readonly resources: readonly string[];
  readonly resourceConfidence: 'high' | 'low' | null;
  readonly point: readonly [number, number] | null;
  readonly areas: Readonly<Record<string, readonly string[]>>;
  readonly note: string;
  readonly doubts: readonly { readonly field: string; readonly text: Text }[];
}

/** `GET /api/overview?period=P&index=I`: one row per listed city, in register order. */
export interface OverviewAnswer {
  readonly period: string;
  readonly index: string;
  readonly label: Text;
  readonly catalog: string;
  /** What the ids of `rows[].flags` say. */
  readonly flags: readonly FlagNote[];
  readonly rows: readonly OverviewRow[];
}
export interface OverviewRow {
  readonly id: string;
  readonly adcode: string;
  readonly name: Text;
  readonly pinyin: string;
  readonly province: Text;
  readonly level: string;
  readonly type: string;
  readonly batch: number | null;
  readonly resources: readonly string[];
  readonly point: readonly [number, number];
  readonly population: number | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly rankInterval: readonly [number, number] | null;
  readonly coverage: number;
  readonly lights: {
    readonly green: number;
    readonly yellow: number;
    readonly red: number;
    readonly none: number;
  };
  /** Caveats that must stand beside the score: ids of the flags of the numbers it is made of. */
  readonly flags: readonly string[];
  /** Number ids for the "why this number?" drawer. */
  readonly scoreId: string;
  readonly populationId: string;
}

/** `GET /api/checkup?period=P[&city=X&city=Y]`: the command's answer. */
export type CheckupAnswer = readonly Checkup[];

/** `GET /api/cities/:city/page[?period=P]`: all that the city page shows. */
export interface CityPage {
  readonly city: CityAnswer;
  readonly period: string;
  readonly periods: readonly string[];
  readonly catalog: string;
  readonly checkup: Checkup;
  /** Flags of the numbers below each node of an index, by node; nodes without any are left out. */
  readonly nodeFlags: Readonly<Record<string, readonly FlagNote[]>>;
  /** Key figures by theme, in catalog order. */
  readonly figures: readonly Figure[];
  readonly breaks: readonly { readonly year: number; readonly scope: string; readonly text: Text }[];
  readonly sources: readonly string[];
}
/** A key figure; its period is the page's, or the latest before it in which any listed city has a value. */
export type Figure = ReportFigure;

/** `GET /api/explain?id=ADDRESS` */
export type ExplainAnswer = Explanation;

/** `GET /api/compare?indicator=I&period=P[&level=L][&by=listed|type|resource|level]` */
export interface CompareAnswer {
  readonly indicator: string;
  readonly label: Text;
  readonly unit: string;
  readonly period: string;
  readonly groups: readonly {
    readonly group: string;
    readonly label: Text;
    readonly id: string;
    readonly count: number;
    /** Units below zero: of a change, those that shrink. */
    readonly negative: number;
    /** Ratio of sums for ratios of additive indicators, else null. */
    readonly pooled: number | null;
    readonly mean: number | null;
    readonly median: number | null;
    readonly q1: number | null;
    readonly q3: number | null;
    /** Values of the group beside which a flag must stand, by flag. */
    readonly flagged: readonly (FlagNote & { readonly count: number })[];
  }[];
}

/** `GET /api/catalog`: everything the methods page shows. Definitions as in `src/catalog/types.ts`, maps as arrays. */
export interface CatalogAnswer {
  readonly version: string;
  readonly hash: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly label: Text;
    readonly theme: string;
    readonly unit: string;
    readonly better: string;
    readonly valid: readonly [number, number];
    readonly formula: Text | null;
    /** Indicators the formula reads; empty for observed ones. */
    readonly inputs: readonly string[];
    readonly note: Text | null;
    readonly references: readonly string[];
    readonly mark: string;
    readonly file: string;
  }[];
  readonly indices: readonly {
    readonly id: string;
    readonly label: Text;
    readonly note: Text | null;
    readonly periods: readonly string[];
    readonly mark: string;
    readonly tree: unknown;
    readonly file: string;
  }[];
  readonly parameters: readonly {
    readonly id: string;
    readonly label: Text;
    readonly unit: string;
    readonly value: number | null;
    readonly mark: string;
    readonly reference: string;
    readonly file: string;
  }[];
  readonly problems: readonly {
    readonly id: string;
    readonly label: Text;
    readonly kind: string;
    readonly severity: string;
    readonly condition: Text;
    readonly mark: string;
    readonly file: string;
  }[];
  readonly references: readonly {
    readonly id: string;
    readonly kind: string;
    readonly date: string;
    readonly number: string | null;
    readonly title: Text;
    readonly mark: string;
    readonly url: string | null;
  }[];
  readonly units: readonly {
    readonly id: string;
    readonly label: Text;
    readonly base: string | null;
    readonly factor: number;
    /** Unit in which readers expect it, and digits after the point when shown. */
    readonly display: string | null;
    readonly digits: number;
  }[];
  /** Dated formulas of the transfer payment; one without coefficients was not read and waits to be filled. */
  readonly transferFormulas: readonly TransferFormula[];
  /** How foreign tables are read: the choices of the import form. */
  readonly layouts: readonly {
    readonly id: string;
    readonly label: Text;
    readonly licence: string;
    readonly file: string;
    /** Indicators that its columns bring. */
    readonly indicators: readonly string[];
  }[];
  readonly issues: readonly Issue[];
}

/** `GET /api/tables`: the data page. */
export type TablesAnswer = readonly {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly boundary: Text;
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  readonly primary: Text;
  readonly licence: string;
  readonly columns: readonly { readonly name: string; readonly indicator: string; readonly unit: string }[];
  readonly marks: number;
  readonly checks: readonly { readonly what: Text; readonly found: number; readonly expected: number }[];
}[];

/** `GET /api/imports`: what was imported, the latest first. */
export type ImportsAnswer = readonly {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly licence: string;
  readonly by: string;
  readonly at: string;
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly rejected: number;
}[];

/** `GET /api/issues`: doubts about the figures as a whole: sources that differ, areas that cannot be summed. */
export type IssuesAnswer = readonly Issue[];

/** `POST /api/imports?layout=ID[&dryRun=true]`, body the file, header `x-file-name`. */
export interface ImportAnswer {
  readonly id: string;
  readonly file: string;
  readonly layout: string;
  readonly read: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly rejected: number;
  readonly doubtful: number;
  /** Where the rejected rows lie with their reasons; null if none. */
  readonly rejects: string | null;
  /** Asks for them: `GET /api/imports/:sha/rejects`, the file's first twelve digits of its checksum; null if none. */
  readonly rejectsId: string | null;
  readonly dryRun: boolean;
  readonly issues: readonly Issue[];
}

/** `GET /api/decisions[?about=ADDRESS or id of a city]`: what people decided, the latest first. */
export type DecisionsAnswer = readonly Decision[];
