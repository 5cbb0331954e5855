import type { Text } from '../../src/base/index.js';

/** A row of a source file by heading; every value is text, an empty cell is ''. */
export type SourceRow = Readonly<Record<string, string>>;

/** A cell on its way into a table; `null` is missing. */
export type Cell = number | null;

/** One row of a table in the making: an area in a period. */
export interface WideRow {
  readonly code: string;
  readonly period: string;
  readonly cells: Map<string, Cell>;
}

/** What a column is: the indicator it holds, its unit, and what readers must know about it. */
export interface ColumnSpec {
  readonly name: string;
  readonly unit: string;
  readonly note?: Text;
}

/** Kinds of marks; the shipped value is the mended one and `original` is the source's. */
export type MarkKind = 'corrected' | 'year-corrected' | 'doubtful' | 'derived' | 'blank';

/** A mark at one cell of a table; column `*` means every column of the row. */
export interface MarkRow {
  readonly table: string;
  readonly code: string;
  readonly period: string;
  readonly column: string;
  readonly mark: MarkKind;
  readonly original: Cell;
  readonly detail: Text;
}

/** What the generator counted in a table it wrote; `id` names the function of `checks.ts` that counts it again. */
export interface Check {
  readonly id: string;
  readonly what: Text;
  readonly found: number;
  readonly expected: number;
}

/** Where a table comes from; written into its sidecar as it stands. */
export interface Source {
  readonly repository: string;
  readonly path: string;
  readonly commit: string;
  readonly primary: Text;
  readonly licence: string;
  readonly licence_file: string;
}

/** A table ready to be written: rows, marks and all its sidecar says. */
export interface BuiltTable {
  readonly id: string;
  readonly title: Text;
  readonly note: Text;
  readonly codes: string;
  readonly boundary: Text;
  readonly source: Source;
  readonly compressed: boolean;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly WideRow[];
  readonly marks: readonly MarkRow[];
}

/** The pack as files: path below `data/` and content. */
export type Files = Map<string, Uint8Array>;
