import { type IndicatorId, issue, type Text } from '../../base/index.js';
import type {
  CellMessage,
  FilledEntry,
  FilledRow,
  FormRow,
  GivenValue,
  KeptValue,
  ReturnValue,
} from '../../campaign/index.js';
import type { Workspace } from '../workspace.js';
import { filledEntry } from './form-book.js';

/** A value that a workbook would change, or has changed. */
export interface UploadChange {
  readonly cell: string;
  readonly indicator: IndicatorId;
  readonly label: Text;
  readonly unitLabel: Text;
  readonly old: FilledEntry;
  readonly new: FilledEntry;
}

/** What a workbook says against what it held when it was made and what the return holds now. */
export interface Compared {
  /** Rows that somebody filled or changed in the workbook, and nobody else in the return since. */
  readonly touched: readonly FilledRow[];
  /** Those that differ from the return as it is now. */
  readonly changes: readonly UploadChange[];
  readonly messages: readonly CellMessage[];
}

/**
 * Holds the rows of a workbook against the return. A row that was not touched leaves the return as it is, whoever changed it since; one
 * that was touched here and changed by somebody else there is told as a fault.
 *
 * @param kept values in force
 * @param caller who uploads: what he changed himself, an earlier upload say, he may change again
 */
export function compareUpload(
  ws: Workspace,
  rows: readonly FilledRow[],
  form: ReadonlyMap<string, FormRow>,
  kept: ReadonlyMap<string, KeptValue>,
  caller: string,
): Compared {
  const touched: FilledRow[] = [];
  const changes: UploadChange[] = [];
  const messages: CellMessage[] = [];
  for (const row of rows) {
    const line = form.get(row.indicator) as FormRow;
    const present = kept.get(row.indicator) ?? null;
    const now = filledEntry(ws, present, line);
    const changedSince = !isSame(now, row.before);
    if (isSame(row, row.before)) {
      if (changedSince && present !== null) messages.push(message('note', row, line, present, now));
      continue;
    }
    if (changedSince && !isSame(now, row) && present !== null && present.by !== caller) {
      messages.push(message('error', row, line, present, now));
      continue;
    }
    touched.push(row);
    if (isSame(now, row)) continue;
    const { indicator, cell, value, why, source } = row;
    const { label, unitLabel } = line;
    changes.push({ cell, indicator, label, unitLabel, old: now, new: { value, why, source } });
  }
  return { touched, changes, messages };
}

function isSame(a: FilledEntry, b: FilledEntry): boolean {
  return a.value === b.value && a.why === b.why && a.source === b.source;
}

function message(
  severity: 'note' | 'error',
  { cell, indicator }: FilledRow,
  { unitLabel }: FormRow,
  { by }: KeptValue,
  { value }: FilledEntry,
): CellMessage {
  const found: Text =
    value === null
      ? { en: 'no value', zh: '无数据' }
      : { en: `${value} ${unitLabel.en}`, zh: `${value} ${unitLabel.zh}` };
  const code = severity === 'note' ? 'WORKBOOK_CELL_KEPT' : 'WORKBOOK_CELL_CHANGED';
  return { ...issue(code, severity, cell, { by, found }), cell, indicator };
}

/** A row as it is handed in: the word beside a value explains it, the word beside an empty cell says why there is none. */
export function givenOf({ indicator, value, why, source, cell }: FilledRow, unit: string): GivenValue {
  const words = value === null ? { missing: why, explanation: '' } : { missing: '', explanation: why };
  return { indicator, value, unit, source, cell, ...words };
}

/** A row as it would be kept. */
export function valueOf({ indicator, value, why, source }: FilledRow, { unit }: FormRow): ReturnValue {
  const isMissing = value === null;
  return { indicator, value, unit, source, missing: isMissing ? why : '', explanation: isMissing ? '' : why };
}
