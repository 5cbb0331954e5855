/** Who pays a cost or has a benefit. What society has is in no till: avoided damage, ecosystem services. */
export type Party = 'private' | 'public' | 'society';

/** Whose duty a cost is: an owner that exists, nobody's any more (the public has it), or several together. */
export type Duty = 'owner' | 'orphan' | 'shared';

/** When a cost is due: once, or as long as the place is looked after. */
export type CostScope = 'investment' | 'running';

/** A line of the ledger of a project. */
export interface LedgerLine {
  readonly project: string;
  readonly year: number;
  /** What it is for, a word of the catalog: `earthwork`, `building_land`. */
  readonly item: string;
  readonly kind: 'cost' | 'benefit';
  /** Yuan of that year, 0 or more: what is paid, or what can be had by evidence. */
  readonly amount: number;
  /** Yuan, 0 or more: what a published statement says of it; 0 where it says nothing. */
  readonly claimed: number;
  readonly party: Party;
  /** Of a cost. */
  readonly scope: CostScope;
  /** Of a cost: whose duty it is; null where nobody says. */
  readonly duty: Duty | null;
  /** Of a benefit: land that is sold, whose price and time of sale are guesses. */
  readonly land: boolean;
  /** Of a benefit: valued without a market; told on a line of its own. */
  readonly ecosystem: boolean;
}

/** What the lines of one side come to. */
export interface Statement {
  /** Yuan at the first year of the ledger. */
  readonly costs: number;
  readonly benefits: number;
  readonly netValue: number;
  /** Benefits over costs; `NaN` without costs. */
  readonly ratio: number;
  /** Internal rate of return, 1 a year; `NaN` where cash flows have none or several. */
  readonly rate: number;
  /** First year from which undiscounted flows have paid back for good; `NaN` where they never do. */
  readonly payBack: number;
}
