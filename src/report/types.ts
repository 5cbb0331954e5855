import type { Checkup, CityEvaluation, FlagNote, Light } from '../assess/index.js';
import type { Language, Text } from '../base/index.js';
import type { Catalog, Evaluation } from '../catalog/index.js';
import type { Drawing } from './drawing.js';
import type { ReportStory } from './types-story.js';

/** The unit readers expect: shown number = value / factor, with so many digits after the point. */
export interface DisplayUnit {
  readonly unit: string;
  readonly label: Text;
  readonly factor: number;
  readonly digits: number;
}

/** The city a report is about. Official labels only. */
export interface ReportCity {
  readonly id: string;
  readonly adcode: string;
  readonly name: Text;
  readonly province: Text;
  readonly level: string;
  readonly listed: boolean;
  readonly type: string | null;
  readonly batch: { readonly number: number; readonly year: number; readonly kind: string } | null;
  readonly resources: readonly string[];
  readonly resourceConfidence: 'high' | 'low' | null;
  readonly note: string;
  readonly doubts: readonly { readonly field: string; readonly text: Text }[];
}

/** A key figure with its series and its class. Values in the base unit `unit`; missing is null. */
export interface ReportFigure {
  readonly indicator: string;
  readonly theme: string;
  readonly label: Text;
  readonly unit: string;
  readonly display: DisplayUnit;
  readonly better: string;
  /** Period of `value` and of the class; earlier than the page's where that has no figure of the kind. */
  readonly period: string;
  readonly id: string;
  readonly value: number | null;
  readonly doubtful: boolean;
  /** Words about the flags: summed over two areas, corrected, fallback. */
  readonly remarks: readonly Text[];
  /** What must stand beside the value: decline disguised as success, and other caveats. */
  readonly flags: readonly FlagNote[];
  readonly series: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly id: string;
    readonly flags: readonly FlagNote[];
  }[];
  readonly peers: {
    readonly label: Text;
    readonly count: number;
    readonly q1: number | null;
    readonly median: number | null;
    readonly q3: number | null;
  };
}

/** What a check-up report is written from: one city in one period. `sources` are ids of tables and imports. */
export interface ReportPage {
  readonly city: ReportCity;
  readonly period: string;
  readonly checkup: Checkup;
  /** Flags of the numbers below each node of an index, by node; nodes without any are left out. */
  readonly nodeFlags: Readonly<Record<string, readonly FlagNote[]>>;
  readonly figures: readonly ReportFigure[];
  readonly breaks: readonly { readonly year: number; readonly scope: string; readonly text: Text }[];
  readonly sources: readonly string[];
  /** What identification, analyses, claims and the ledger say; a report without has the check-up alone. */
  readonly story?: ReportStory;
}

/** What an evaluation report is written from: one city between two periods of an index. */
export interface EvaluationPage {
  /** The city's page at the last year. */
  readonly page: ReportPage;
  readonly evaluation: CityEvaluation;
  readonly definition: Pick<Evaluation, 'label' | 'note' | 'structure' | 'weights'>;
  /** Score of the structure node at the end. */
  readonly structureLevel: number | null;
  /** The whole area changed in between: values of both years stand for two areas. */
  readonly moved: boolean;
}

/** A table or an import that figures come from. Fields that an import lacks are empty. */
export interface ReportSource {
  readonly id: string;
  readonly title: Text;
  readonly file: string;
  readonly sha256: string;
  readonly boundary: Text;
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  readonly primary: Text;
  readonly licence: string;
}

/** What a report needs to know beside the city: labels, sources, versions. */
export interface ReportContext {
  readonly catalog: Pick<
    Catalog,
    'version' | 'hash' | 'overlays' | 'classes' | 'indices' | 'indicators' | 'units'
  >;
  readonly sources: readonly ReportSource[];
  /** Version of the program. */
  readonly program: string;
  /** Title of the data pack. */
  readonly pack: Text;
}

export interface ReportOptions {
  readonly lang: Language;
}

/** One cell. A number keeps its full precision in the unit shown; `text` is the rounded form. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string; readonly code?: boolean }
  | {
      readonly kind: 'number';
      readonly value: number | null;
      readonly text: string;
      readonly digits: number;
      /** Address that `explain` opens; empty where the number has none. */
      readonly address: string;
    }
  | { readonly kind: 'light'; readonly light: Light; readonly text: string }
  | {
      readonly kind: 'trend';
      readonly points: readonly { readonly period: string; readonly value: number | null }[];
      readonly text: string;
    }
  | {
      /** Where the value lies beside the quartiles of the class; all in one unit. */
      readonly kind: 'position';
      readonly value: number;
      readonly q1: number;
      readonly median: number;
      readonly q3: number;
      readonly text: string;
    };

export interface TableColumnHead {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Width in characters, for workbooks. */
  readonly width: number;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly TableColumnHead[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below the table; the last names period, source and catalog. */
  readonly notes: readonly string[];
}

/** Small charts, as numbers; the writer draws them. */
export type ChartBlock =
  | {
      readonly kind: 'bars';
      readonly caption: string;
      readonly from: number;
      readonly to: number;
      readonly bars: readonly {
        readonly label: string;
        readonly value: number | null;
        readonly text: string;
      }[];
      readonly notes: readonly string[];
    }
  | {
      /** Ranks with their intervals on an axis from `from` (best) to `to`. */
      readonly kind: 'ranks';
      readonly caption: string;
      readonly from: number;
      readonly to: number;
      readonly marks: readonly {
        readonly label: string;
        readonly low: number;
        readonly value: number;
        readonly high: number;
        readonly text: string;
      }[];
      readonly notes: readonly string[];
    };

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone: 'plain' | 'caution' | 'small' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly caption: string; readonly facts: readonly Fact[] }
  | { readonly kind: 'drawing'; readonly caption: string; readonly drawing: Drawing }
  | TableBlock
  | ChartBlock;

export interface Fact {
  readonly name: string;
  readonly text: string;
}

export type SectionId =
  | 'summary'
  | 'identity'
  | 'people'
  | 'work'
  | 'carbon'
  | 'scores'
  | 'verdict'
  | 'method'
  | 'groups'
  | 'movers'
  | 'ranking'
  | 'targets'
  | 'aspects'
  | 'effects'
  | 'figures'
  | 'findings'
  | 'like'
  | 'measures'
  | 'conflicts'
  | 'years'
  | 'changes'
  | 'claims'
  | 'limits'
  | 'evidence'
  | 'sources'
  | 'chain_maps'
  | 'chain_state'
  | 'chain_gaps'
  | 'chain_unknown'
  | 'chain_partners'
  | 'chain_pools'
  | 'chain_records';

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report as a model; `print` makes it HTML, DOCX, XLSX or PDF. Equal input gives an equal document. */
export interface ReportDocument {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle: string;
  /** File name without extension: city, kind, period. */
  readonly fileStem: string;
  /** Period, pack, catalog and program: on every page. */
  readonly imprint: string;
  readonly sections: readonly Section[];
  /** Full tables for workbooks: every figure and every value of its series, unrounded. */
  readonly appendix: readonly { readonly name: string; readonly table: TableBlock }[];
}
