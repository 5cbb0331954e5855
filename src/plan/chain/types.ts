/** A product or step of a chain. Figures are `NaN` where nobody knows them. */
export interface ChainNode {
  readonly id: string;
  readonly name: string;
  /** Where it stands in the chain: raw material, intermediate, product. */
  readonly stage: string;
  /** Value of a unit. */
  readonly unitValue: number;
  /** Carbon of a unit. */
  readonly carbon: number;
  /** Location quotient of the place. */
  readonly quotient: number;
  /** Relatedness to what the place has, 0 to 1 (complexity); where it is missing, that of the chain is taken. */
  readonly density: number;
  /** Value added per worker. */
  readonly productivity: number;
  /** Share of what local users need that they buy here, 0 to 1. */
  readonly localShare: number;
  /** Whether the smallest sensible plant, and the market, are within reach; null where nobody has looked. */
  readonly scale: boolean | null;
  readonly market: boolean | null;
  /**
   * Whether the place has it, by other evidence than its firms: then these need not be all. Null where nobody has looked; left out
   * where the firms alone tell it.
   */
  readonly here?: boolean | null;
}

/** That much of what `to` needs is `from`, 0 to 1. */
export interface ChainEdge {
  readonly from: string;
  readonly to: string;
  readonly share: number;
}

/** A local firm. */
export interface ChainFirm {
  readonly firm: string;
  readonly node: string;
  /** `NaN` where unknown. */
  readonly output: number;
  readonly jobs: number;
  /** Whether it leads its branch beyond the place. */
  readonly lead: boolean;
}

export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
  readonly firms: readonly ChainFirm[];
}

/** What the place has of a node. */
export interface NodeState {
  readonly id: string;
  readonly present: boolean;
  /** Whether anybody knows if it is present; where not, `present` is false. */
  readonly known: boolean;
  /** Whether the firms are all there are. */
  readonly complete: boolean;
  readonly firms: number;
  /** Sums over firms; `NaN` where none says. */
  readonly output: number;
  readonly jobs: number;
  readonly lead: boolean;
  /** Share of the largest firm in the output, 0 to 1; `NaN` where unknown or where firms may be missing. */
  readonly largest: number;
  /** Local nodes that use it, and local nodes that it uses. */
  readonly users: readonly string[];
  readonly suppliers: readonly string[];
  /** The node's density, else the share of its links in the chain that lead to something the place is known to have. */
  readonly density: number;
  readonly densityFrom: 'given' | 'chain';
}

export const chainActions = ['strengthen', 'fill', 'extend', 'give-up', 'none'] as const;
export type ChainAction = (typeof chainActions)[number];

/** Why: a name by which both languages have a sentence. */
export type ChainReason =
  | 'low_productivity'
  | 'single_supplier'
  | 'bought_outside'
  | 'sold_raw'
  | 'no_scale'
  | 'no_market'
  | 'sound'
  | 'not_near'
  | 'not_looked'
  | 'unknown';

/** What to do about a node, with the figures that the rule rests on; `NaN` where missing. */
export interface ChainVerdict {
  readonly node: string;
  readonly action: ChainAction;
  readonly reason: ChainReason;
  readonly evidence: Readonly<Record<string, number | string>>;
}

/** Bounds of the rules. */
export interface ChainBounds {
  /** Location quotient from which something is at home, and below which it is as good as absent. */
  readonly strongQuotient: number;
  readonly weakQuotient: number;
  /** Local users from which filling a gap is worth a look. */
  readonly users: number;
  /** Share of the largest firm from which there is a single supplier. */
  readonly largest: number;
}
