import type { Text } from '../base/index.js';

/** One table of results: a sheet of a workbook, or a CSV file. */
export interface Sheet {
  /** Name of sheet and file: `scores`. */
  readonly name: string;
  /** What it holds, for the table of contents. */
  readonly about: Text;
  readonly columns: readonly SheetColumn[];
  /** Numbers with full precision; null is missing. Given when asked, so that large tables need not all stand in memory. */
  readonly rows: () => Iterable<readonly SheetCell[]>;
  /** How many rows there are. */
  readonly length: number;
  /** Cells that a step changed: `row * columns.length + column`, rows from 0. */
  readonly marks?: ReadonlyMap<number, SheetMark>;
}

export type SheetCell = string | number | null;
export type SheetMark = 'filled' | 'changed';

export interface SheetColumn {
  /** Heading of the CSV file: `unit`. */
  readonly key: string;
  /** Chinese heading; the workbook shows both. Absent for codes. */
  readonly zh?: string;
  /** Name of what a code stands for, as a remark at the heading. */
  readonly note?: string;
  /** Digits shown in the workbook; absent: as they are. */
  readonly digits?: number;
}
