import type { CityId, Code, IndicatorId, Issue, Period, Text, Unit } from '../base/index.js';

/** Where a table comes from and what may be done with it: the end of every explanation. */
export interface TableSource {
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  /** Who published the figures first. */
  readonly primary: Text;
  readonly licence: string;
  /** File with the licence's text below the pack's data folder. */
  readonly licenceFile: string;
}

/** What `data/tables/ID.yaml` says of a table, checked. Matrix tables are not read into panels. */
export interface TableSidecar {
  /** File name without folder and extension. */
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly kind: 'panel' | 'matrix';
  /** Table file, path below the pack's data folder. */
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly codes: string;
  readonly boundary: Text;
  readonly source: TableSource;
  /** By heading in the file. Empty for a matrix. */
  readonly columns: ReadonlyMap<string, SidecarColumn>;
  readonly checks: readonly TableCheck[];
}
export interface SidecarColumn {
  readonly indicator: IndicatorId;
  readonly unit: Unit;
  readonly note: Text | null;
}
/** A fact about the table that its generator found; the tests compute it again. */
export interface TableCheck {
  readonly what: Text;
  readonly found: number;
  readonly expected: number;
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
  /** Path below the pack's data folder. */
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

/** Statuses in the order in which `ImportedColumns.status` counts them. */
export const statuses = ['measured', 'reported', 'estimated', 'imputed', 'missing'] as const;
export type Status = (typeof statuses)[number];

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

/**
 * Observations by columns: what the store gives back and what the data-quality checks read. The dictionaries
 * (`cities`, `indicators`, …) are indexed by the arrays, which have one entry per value. Build it with `importedColumns`.
 */
export interface ImportedColumns {
  readonly cities: readonly CityId[];
  readonly indicators: readonly IndicatorId[];
  readonly periods: readonly Period[];
  readonly units: readonly Unit[];
  readonly importIds: readonly string[];
  /** Words of the source and note columns; entry 0 is the empty text. */
  readonly texts: readonly string[];
  readonly city: Uint32Array;
  readonly indicator: Uint16Array;
  readonly period: Uint16Array;
  readonly unit: Uint16Array;
  readonly importId: Uint32Array;
  readonly source: Uint32Array;
  readonly note: Uint32Array;
  /** In the unit of the same entry; `NaN` is missing. */
  readonly value: Float64Array;
  /** Index into `statuses`. */
  readonly status: Uint8Array;
  /** Row in the imported file, from 1. */
  readonly row: Uint32Array;
  readonly revision: Uint32Array;
  /** 1: doubtful. */
  readonly doubtful: Uint8Array;
}

/** What people imported: the values in force and the imports that brought them. */
export interface Imported {
  readonly observations: ImportedColumns;
  readonly imports: readonly ImportSource[];
}

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

/** Where one number was read: the end of every explanation. */
export interface CellSource {
  readonly title: Text;
  readonly file: string;
  readonly sha256: string;
  /** `row 230400/2020, column employed_mining`, or the row of an import. */
  readonly locator: string;
  readonly repository: string;
  readonly primary: Text;
  readonly licence: string;
}

/** One area's share of a value, as it stands in the table. */
export interface CellPart {
  readonly area: string;
  /** In `unit`, as in the file; null is missing. */
  readonly value: number | null;
  readonly unit: Unit;
}

/** A panel cell followed back to its rows. */
export interface LocatedCell {
  /** In the base unit of the indicator; `NaN` is missing. */
  readonly value: number;
  readonly unit: Unit;
  /** Table or layout it was taken from; null if missing. */
  readonly from: string | null;
  /** One per row that was read; several where areas were summed; empty if the value is missing. */
  readonly sources: readonly CellSource[];
  readonly partsPerArea: readonly CellPart[];
  readonly marks: readonly Mark[];
  /** Bits of `flag`. */
  readonly flags: number;
  /** Why nothing was found, one entry per source that was asked; empty where there is a value. */
  readonly gaps: readonly Text[];
  /** Status, revision and note of an imported value; null for a table's. */
  readonly imported: {
    readonly status: Status;
    readonly revision: number;
    readonly note: string;
    readonly row: number;
  } | null;
}

/** An observation as the reader of a foreign table gives it; the store numbers the revision and names the import. */
export type ReadObservation = Omit<Observation, 'importId' | 'revision'>;

/** A row, or one cell of a wide row, that was not taken. */
export interface Reject {
  readonly row: number;
  /** Heading of the column at fault; empty where the whole row is. */
  readonly column: string;
  /** The row as it was read. */
  readonly cells: readonly string[];
  readonly code: Code;
  readonly message: Text;
  readonly remedy: Text;
}

/** What became of one batch of rows. */
export interface ReadBatch {
  /** Rows of this batch that hold something, headers left out. */
  readonly read: number;
  readonly accepted: readonly ReadObservation[];
  readonly rejected: readonly Reject[];
  /** Values that repeat an earlier row with the same value. */
  readonly repeated: number;
  /** At most fifty per code over the whole file; the last batch says how many more there were. */
  readonly issues: readonly Issue[];
}
