import type { CityId, IndicatorId, Period, Text, Unit } from '../base/index.js';

/** Where a table comes from and what may be done with it: the end of every explanation. */
export interface TableSource {
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  /** Who published the figures first. */
  readonly primary: Text;
  readonly licence: string;
  /** File with the licence's text below the pack's folder. */
  readonly licenceFile: string;
}

/** A mark at one cell: a doubt, a correction, a derivation. The shipped value is the mended one, `original` the source's. */
export interface Mark {
  readonly table: string;
  readonly code: string;
  readonly period: Period;
  readonly column: string;
  readonly mark: 'corrected' | 'year-corrected' | 'doubtful' | 'derived' | 'blank';
  readonly original: number | null;
  readonly detail: Text;
}

/** A table shipped with a pack, by columns. Rows are (code, period) pairs. */
export interface Table {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  /** Path below the pack's folder. */
  readonly file: string;
  readonly sha256: string;
  readonly source: TableSource;
  /** Code year of the rows' area codes: which entry of `City.areas` finds them. */
  readonly codes: string;
  /** Boundary state the figures describe, for readers: `2010`, `2020`, `own year`. */
  readonly boundary: Text;
  readonly rowCodes: readonly string[];
  readonly rowPeriods: readonly Period[];
  readonly columns: ReadonlyMap<IndicatorId, TableColumn>;
  readonly marks: readonly Mark[];
}
export interface TableColumn {
  /** Heading in the file. */
  readonly name: string;
  readonly unit: Unit;
  /** As in the file, in `unit`; `NaN` is missing. One per row. */
  readonly values: Float64Array;
  readonly note: Text | null;
}

export type Status = 'measured' | 'reported' | 'estimated' | 'imputed' | 'missing';

/** A value somebody imported. In the unit it was given in; `null` is missing. */
export interface Observation {
  readonly city: CityId;
  readonly indicator: IndicatorId;
  readonly period: Period;
  readonly value: number | null;
  readonly unit: Unit;
  readonly status: Status;
  /** Import that brought it; its file name, checksum, layout and licence stand there. */
  readonly importId: string;
  /** Row in the file, from 1, header included. */
  readonly row: number;
  readonly source: string;
  readonly note: string;
  /** 1 for the first value under this key, one more at each change. */
  readonly revision: number;
  readonly doubtful: boolean;
}

/** What an import was, for the end of an explanation. */
export interface ImportSource {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly licence: string;
  readonly at: string;
}

/** Bits of `Column.flags`. */
export const flag = {
  doubtful: 1,
  estimated: 2,
  /** Sum over several areas. */
  summed: 4,
  corrected: 8,
  imported: 16,
  /** A fallback of a `first` formula was used somewhere below. */
  fallback: 32,
} as const;

/** Values of one indicator; `[city * periods + period]`; base unit of the indicator. */
export interface Column {
  readonly unit: Unit;
  readonly values: Float64Array;
  /** Index + 1 into `Panel.origins`; 0 is none or computed. */
  readonly origin: Uint16Array;
  readonly flags: Uint8Array;
}

/** Where cells of a column come from: a shipped table or an import. The cell's locator is derived from its key. */
export type Origin =
  | { readonly kind: 'table'; readonly table: string }
  | { readonly kind: 'import'; readonly importId: string };

export interface Panel {
  readonly cities: readonly CityId[];
  readonly periods: readonly Period[];
  readonly origins: readonly Origin[];
  readonly columns: ReadonlyMap<IndicatorId, Column>;
}
