import type { CityId, Text } from '../../base/index.js';
import {
  type CellMessage,
  checkReturn,
  type FormBook,
  type FormRow,
  type ReturnIssue,
  type ReturnValue,
  readForm,
  statedCity,
} from '../../campaign/index.js';
import type { Workspace } from '../workspace.js';
import { formBookOf } from './form-book.js';
import { inTurn, readWorkbook } from './in-thread.js';
import { readWorkbookHere, type WorkbookFile } from './read-workbook.js';
import { checkContext, returnOf, valuesInForce } from './return-of.js';
import { type ChangeCall, unitFor } from './round-of.js';
import { saveValues } from './save-values.js';
import { type Compared, compareUpload, givenOf, type UploadChange, valueOf } from './upload-compare.js';

/** A workbook that somebody filled. */
export interface UploadedWorkbook extends WorkbookFile {
  /** Only say what would be changed. */
  readonly dryRun?: boolean;
  /** Save what can be read although other cells have faults; otherwise nothing is saved then. */
  readonly partial?: boolean;
  /** Revision of the return that the caller has seen; left out: it does not matter. */
  readonly seen?: number;
}

/** What a check says of a return, with the cell of the value where the workbook has one. */
export type CellIssue = ReturnIssue & { readonly cell: string | null };

/** What an upload came to. */
export interface UploadAnswer {
  readonly round: string;
  readonly unit: CityId;
  readonly name: Text;
  /** Of the file, lower-case hexadecimal. */
  readonly sha256: string;
  /** False for a dry run and where faults forbid it: nothing was changed then. */
  readonly saved: boolean;
  /** Of the return, after saving. */
  readonly revision: number;
  /** What differs from the return as it was. */
  readonly changes: readonly UploadChange[];
  /** Faults of cells, none of which is saved, and notes. */
  readonly messages: readonly CellMessage[];
  /** What the checks say of the return with these changes: to be settled before it is submitted. */
  readonly issues: readonly CellIssue[];
}

/** Checks whose faults show that a cell cannot be right; others wait until the return is submitted. */
const faultsOfCells = new Set<string>(['ROUND_RANGE', 'ROUND_WHOLE']);

/**
 * Reads the workbook of a return and saves what was changed in it. Cells that somebody else has changed since the workbook was made are
 * told and never overwritten; cells that were not touched leave the return as it is.
 *
 * @throws AfterlodeError FILE_FORMAT, FILE_EMPTY and WORKBOOK_* for what is no such workbook, ROUND_UNKNOWN, ROUND_UNIT, ROUND_STEP,
 *   ROUND_CONFLICT, ROUND_KEY, ACCESS_SESSION, ACCESS_DENIED, FILE_NOT_READABLE; JOB_BUSY where too many wait already
 */
export async function uploadReturn(
  ws: Workspace,
  round: string,
  city: string,
  file: UploadedWorkbook,
  call: ChangeCall,
): Promise<UploadAnswer> {
  // Who may not is told so before others are waited for.
  const place = await unitFor(ws, round, city, call, 'figures.change');
  return inTurn(() => uploaded(ws, place, file, call));
}

async function uploaded(
  ws: Workspace,
  { campaign, definition, unit, actor }: Awaited<ReturnType<typeof unitFor>>,
  file: UploadedWorkbook,
  call: ChangeCall,
): Promise<UploadAnswer> {
  const { name, path } = file;
  const { sheets, sha256 } = await readWorkbook({ name, path });
  const round = definition.id;
  const answer = await returnOf(ws, round, unit, call);
  const book = formBookOf(ws, answer, definition);
  const read = readForm(sheets, book, ws.catalog, name);
  const form = rowsOf(book);
  const kept = valuesInForce(await campaign.values(round, unit));
  const found = compareUpload(ws, read.rows, form, kept, actor.name);
  const context = (await checkContext(ws, definition))(unit, answer.files);
  const issues = checkReturn(afterwards(kept, found, form), context);
  const cells = new Map(read.rows.map((row) => [row.indicator, row.cell]));
  const judged = judge(issues, found, cells);
  const messages = [...read.messages, ...found.messages, ...judged.messages];
  const told = {
    round,
    unit,
    name: answer.name,
    sha256,
    changes: found.changes.filter(({ indicator }) => !judged.faulty.has(indicator)),
    messages,
    issues: judged.issues,
  };
  const blocked = messages.some(({ severity }) => severity === 'error') && file.partial !== true;
  if (file.dryRun === true || blocked) return { ...told, saved: false, revision: answer.view.revision };
  const values = found.touched
    .filter(({ indicator }) => !judged.faulty.has(indicator))
    .map((row) => givenOf(row, (form.get(row.indicator) as FormRow).unit));
  const why = call.why ?? `${name} (SHA-256 ${sha256.slice(0, 12)})`;
  const done = await saveValues(ws, round, unit, { values, seen: file.seen ?? null }, { ...call, why });
  return { ...told, saved: done.saved, revision: done.revision };
}

/** The city that a workbook names on its hidden sheet. @throws AfterlodeError FILE_NOT_READABLE, FILE_FORMAT, FILE_EMPTY, WORKBOOK_NO_FORM */
export async function cityOfWorkbook(file: WorkbookFile): Promise<string> {
  return statedCity((await readWorkbookHere(file)).sheets, file.name);
}

function rowsOf({ sections }: FormBook): ReadonlyMap<string, FormRow> {
  return new Map(sections.flatMap(({ rows }) => rows.map((row) => [row.indicator, row] as const)));
}

/** The return as it would be with everything that was touched. */
function afterwards(
  kept: ReadonlyMap<string, ReturnValue>,
  { touched }: Compared,
  form: ReadonlyMap<string, FormRow>,
): ReadonlyMap<string, ReturnValue> {
  const rows = touched.map(
    (row) => [row.indicator, valueOf(row, form.get(row.indicator) as FormRow)] as const,
  );
  return new Map([...kept, ...rows]);
}

/** Which of the checks show a wrong cell, and which only wait. */
function judge(
  issues: readonly ReturnIssue[],
  { touched }: Compared,
  cells: ReadonlyMap<string, string>,
): {
  readonly faulty: ReadonlySet<string>;
  readonly messages: readonly CellMessage[];
  readonly issues: readonly CellIssue[];
} {
  const own = new Set<string>(touched.map(({ indicator }) => indicator));
  const placed = issues.map((one) => ({ ...one, cell: cells.get(one.indicator) ?? null }));
  const isFault = (one: ReturnIssue) => faultsOfCells.has(one.code) && own.has(one.indicator);
  const messages = placed.filter(isFault);
  return {
    faulty: new Set(messages.map(({ indicator }) => indicator)),
    messages,
    issues: placed.filter((one) => !isFault(one)),
  };
}
