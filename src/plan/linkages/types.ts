/** An input–output table: what sectors buy of one another, and what they make, in one unit of money. */
export interface FlowTable {
  readonly sectors: readonly string[];
  /** What the sector of the column buys of that of the row, `[from * sectors.length + to]`, 0 or more. */
  readonly flows: Float64Array;
  /** Output by sector; 0 where a sector makes nothing. */
  readonly output: Float64Array;
}

/** Linkages by sector; `NaN` for sectors without output, which take no part. */
export interface Linkages {
  /** Power of dispersion: column sums of the Leontief inverse over their mean. Above 1 a sector pulls more than the average one. */
  readonly influence: Float64Array;
  /** Sensitivity of dispersion: row sums of the Leontief inverse over their mean. Above 1 a sector is pulled more. */
  readonly sensitivity: Float64Array;
  /** Column sums of the Leontief inverse: output of all sectors for one unit of final demand. */
  readonly backward: Float64Array;
  /** Row sums of the Ghosh inverse: output of all sectors that one unit of primary input can feed. */
  readonly forward: Float64Array;
}

/** What is lost if a sector stops: its purchases and sales vanish, its buyers import instead. */
export interface Extraction {
  readonly sector: string;
  /** Output lost by sector, in the unit of the table; that of the sector itself is all of it. */
  readonly lost: Float64Array;
  /** Sum of these. */
  readonly total: number;
  /** The sum over the output of all sectors. */
  readonly share: number;
}
