import type { IndicatorId, Issue, Language, Text, Unit } from '../../base/index.js';

/** What a workbook says of itself on its hidden sheet, so that one of another city, round or form is noticed. */
export interface FormIdentity {
  readonly round: string;
  /** Id of the city that reports. */
  readonly city: string;
  /** Hash of the form's definition. */
  readonly form: string;
}

/** What a city hands in for one indicator. */
export interface FilledEntry {
  /** In the unit of the row; null is missing. */
  readonly value: number | null;
  /** Explanation of an unusual value, or the reason why there is none; may be empty. */
  readonly why: string;
  /** Document that the value is from; may be empty. */
  readonly source: string;
}

/** One row of a form: an indicator that is asked for. All numbers are in the unit in which it is filled. */
export interface FormRow {
  readonly indicator: IndicatorId;
  readonly label: Text;
  readonly definition: Text | null;
  readonly unit: Unit;
  readonly unitLabel: Text;
  /** Digits after the point when shown. */
  readonly digits: number;
  /** Only whole numbers are allowed. */
  readonly whole: boolean;
  /** Infinite where open. */
  readonly valid: readonly [number, number];
  readonly required: boolean;
  /** The value of the period before; null is missing. */
  readonly last: number | null;
  /** What stands in the return when the workbook is made. */
  readonly filled: FilledEntry;
}

export interface FormSection {
  readonly label: Text;
  readonly rows: readonly FormRow[];
}

/** Everything that a workbook of a form shows; one language is chosen when it is printed. */
export interface FormBook {
  readonly identity: FormIdentity;
  readonly round: Text;
  readonly city: Text;
  readonly period: string;
  readonly lastPeriod: string;
  /** Days by which something is to be done. */
  readonly deadlines: readonly { readonly name: Text; readonly day: string }[];
  readonly instructions: Text | null;
  readonly sections: readonly FormSection[];
}

/** A sheet as a reader of files gives it: rows from 1, cells from column A as text. */
export interface FilledSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** A message about a workbook, at its cell. */
export interface CellMessage extends Issue {
  /** `人口!E7`; null where it is about the whole workbook or a sheet. */
  readonly cell: string | null;
  readonly indicator: IndicatorId | null;
}

/** One row as somebody filled it. */
export interface FilledRow extends FilledEntry {
  readonly indicator: IndicatorId;
  /** Address of the value's cell. */
  readonly cell: string;
  /** What the row held when the workbook was made. */
  readonly before: FilledEntry;
}

/** What a workbook says, after its cells were read. */
export interface FilledForm {
  readonly language: Language;
  /** Rows whose cells could all be read, in the order of the form. */
  readonly rows: readonly FilledRow[];
  readonly messages: readonly CellMessage[];
}
