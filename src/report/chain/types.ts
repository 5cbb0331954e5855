import type { Language, Text } from '../../base/index.js';
import type {
  ChainAction,
  ChainEdge,
  ChainPool,
  ChainReason,
  ChainRole,
  PartnerState,
} from '../../plan/index.js';

/** What to do about a node; figures that nobody knows are null. */
export interface ChainRow {
  readonly node: string;
  readonly name: string;
  readonly stage: string;
  readonly action: ChainAction;
  /** The rule that decided, and what it says. */
  readonly rule: ChainReason;
  readonly says: Text;
  readonly evidence: Readonly<Record<string, number | string | null>>;
  readonly present: boolean;
  readonly firms: number;
  readonly output: number | null;
  readonly jobs: number | null;
  readonly density: number | null;
  readonly largest: number | null;
  /** Sums of pools for the node; absent where no pools were given. */
  readonly pools?: readonly PoolRow[];
  /** Partners for a node that is lacking; absent where no partners were given. */
  readonly partners?: PartnerRow;
}

/** What a pool holds; amounts are money, for talent persons. */
export interface PoolRow {
  readonly pool: ChainPool;
  readonly label: Text;
  readonly entries: number;
  readonly amount: number | null;
  /** Entries without an amount. */
  readonly without: number;
}

/** Who could close a gap; `partner` is null where nobody can. */
export interface PartnerRow {
  readonly partner: string | null;
  readonly offers: readonly {
    readonly place: string;
    readonly state: PartnerState;
    readonly says: Text;
    readonly output: number | null;
    readonly quotient: number | null;
    /** Kilometres. */
    readonly distance: number | null;
  }[];
}

/** Records of a chain, and roles that none names. */
export interface RecordRows {
  readonly records: readonly {
    readonly role: ChainRole;
    readonly label: Text;
    readonly name: string;
    readonly node: string | null;
    readonly contact: string;
    readonly source: string;
    readonly since: string;
  }[];
  readonly missing: readonly { readonly role: ChainRole; readonly label: Text }[];
}

/** An entry of a pool. */
export interface PoolEntryRow {
  readonly pool: ChainPool;
  readonly label: Text;
  readonly node: string | null;
  readonly name: string;
  readonly state: string;
  readonly amount: number | null;
  readonly source: string;
}

/** Everything that pictures and reports of a chain are made from. */
export interface ChainStory {
  /** What the chain is called; null where nobody has named it. */
  readonly title: string | null;
  readonly rows: readonly ChainRow[];
  readonly edges: readonly ChainEdge[];
  readonly firms: readonly {
    readonly firm: string;
    readonly node: string;
    readonly output: number | null;
    readonly jobs: number | null;
    readonly lead: boolean;
  }[];
  /** Null where the table was not given. */
  readonly records: RecordRows | null;
  readonly pools: readonly PoolEntryRow[] | null;
}

/** The two maps of a chain. */
export const chainPictures = ['panorama', 'present'] as const;
export type ChainPicture = (typeof chainPictures)[number];

export interface ChainDrawingOptions {
  readonly picture: ChainPicture;
  readonly lang: Language;
}

/** The two reports of a chain. */
export const chainReportKinds = ['analysis', 'promotion'] as const;
export type ChainReportKind = (typeof chainReportKinds)[number];

/** What a report of a chain needs to know beside it. */
export interface ChainReportContext {
  readonly catalog: { readonly version: string; readonly hash: string };
  /** Version of the program. */
  readonly program: string;
  /** What an entry of a class of the catalog is called. */
  readonly label: (scheme: string, id: string) => Text;
}
