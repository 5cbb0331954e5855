import { basename } from 'node:path';
import type { Issue, Text } from '../../base/index.js';
import type { Layout } from '../../catalog/index.js';
import { openRows, sha256File, type TableRow } from '../../files/index.js';
import {
  checkQuality,
  type ImportContext,
  importedColumns,
  type ReadObservation,
  type Reject,
  readObservations,
} from '../../observe/index.js';
import { findCity, nearMatches } from '../../register/index.js';
import type { Signed } from '../../store/index.js';
import { type AccessCall, demand, everywhere, recordedBy, signedBy } from '../access/call.js';
import type { ImportAnswer, ImportsAnswer } from '../answers.js';
import { qualityPlaces } from '../checkup/quality-places.js';
import { takeTurn } from '../turns.js';
import type { Workspace } from '../workspace.js';
import { chooseLayout } from './choose-layout.js';
import { writeRejects } from './rejects.js';

/** A file to be imported. */
export interface ImportCall {
  readonly path: string;
  /** Name for messages and records where it differs from the path's: an upload. */
  readonly fileName?: string;
  readonly layout?: string;
  readonly dryRun: boolean;
  /** Told how far the import is, 0 to 1, and with what it is busy. */
  readonly onProgress?: (share: number, text: Text) => void;
}

/** A file read through its layout, nothing saved. */
interface ReadFile {
  readonly layout: Layout;
  readonly read: number;
  readonly accepted: readonly ReadObservation[];
  readonly rejected: readonly Reject[];
  readonly repeated: number;
  readonly issues: readonly Issue[];
}

const steps = {
  read: { en: 'reading', zh: '读取' },
  check: { en: 'checking', zh: '检查' },
  save: { en: 'saving', zh: '保存' },
  done: { en: 'done', zh: '完成' },
} as const;

/**
 * Two read while a third would only take their memory; the rest wait with their files on disk. As many as a server holds
 * connections, so that nobody who got in is sent away.
 */
const inTurn = takeTurn(2, 1000, 'import');

/**
 * Imports a table through a declared layout: wholly or, at any fault of the file or the machine, not at all. Rows that
 * are refused are written with their reasons to a file of rejects; a second import of the same figures changes nothing.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, the faults of files, layouts and the store; JOB_BUSY where too many wait already
 */
export async function importFile(ws: Workspace, call: ImportCall, access: AccessCall): Promise<ImportAnswer> {
  // Who may not is told so before others are waited for.
  demand(ws, access.actor, 'data.change', everywhere);
  return inTurn(() => imported(ws, call, access));
}

async function imported(ws: Workspace, call: ImportCall, access: AccessCall): Promise<ImportAnswer> {
  const actor = demand(ws, access.actor, 'data.change', everywhere);
  const file = call.fileName ?? basename(call.path);
  const found = await readThrough(ws, call, file, () => {
    // A new database takes seconds to make, in a thread of its own: it is made while the rows are read.
    if (!call.dryRun) ws.store().catch(() => {});
  });
  call.onProgress?.(0.7, steps.check);
  const packed = importedColumns(found.accepted.map((one) => ({ ...one, importId: '', revision: 1 })));
  const quality = checkQuality(packed, ws.catalog, qualityPlaces(ws.register));
  const doubtful = new Set(quality.doubtful);
  const accepted = found.accepted.map((one, at) => (doubtful.has(at) ? { ...one, doubtful: true } : one));
  const answer = {
    id: '',
    file,
    layout: found.layout.id,
    read: found.read,
    accepted: accepted.length,
    unchanged: found.repeated,
    revised: 0,
    rejected: found.rejected.length,
    doubtful: accepted.filter((one) => one.doubtful).length,
    rejects: null,
    rejectsId: null,
    dryRun: call.dryRun,
    issues: [...found.issues, ...quality.issues],
  };
  if (call.dryRun) return answer;
  return save(
    ws,
    { ...call, by: recordedBy(actor, undefined), signed: signedBy(actor, access) },
    found,
    accepted,
    answer,
  );
}

/** What was imported, the latest first. */
export async function imports(ws: Workspace): Promise<ImportsAnswer> {
  const records = (await (await ws.existingStore())?.imports()) ?? [];
  return records.toReversed().map(({ counts, status: _status, ...record }) => {
    const { accepted, unchanged, revised, rejected } = counts;
    const taken = accepted + unchanged + revised;
    return { ...record, read: taken + rejected, accepted: taken, unchanged, revised, rejected };
  });
}

async function save(
  ws: Workspace,
  call: ImportCall & { readonly by: string; readonly signed: Signed },
  found: ReadFile,
  accepted: readonly ReadObservation[],
  answer: ImportAnswer,
): Promise<ImportAnswer> {
  const store = await ws.store();
  const sha256 = await sha256File(call.path);
  const rejectsId = found.rejected.length === 0 ? null : sha256.slice(0, 12);
  const rejects = rejectsId === null ? null : await writeRejects(ws, rejectsId, found.rejected);
  const saved = await store.saveImport(
    {
      file: answer.file,
      sha256,
      layout: found.layout.id,
      licence: found.layout.licence,
      by: call.by,
      at: call.signed.at,
    },
    batchesOf(accepted),
    {
      rejected: () => found.rejected.length,
      signed: call.signed,
      onProgress: (rows) =>
        call.onProgress?.(0.75 + (0.24 * rows) / Math.max(1, accepted.length), steps.save),
    },
  );
  ws.changed();
  call.onProgress?.(1, steps.done);
  return {
    ...answer,
    id: saved.import?.id ?? '',
    unchanged: saved.unchanged + found.repeated,
    revised: saved.revised,
    rejects,
    rejectsId,
  };
}

async function readThrough(
  ws: Workspace,
  call: ImportCall,
  file: string,
  onLayout: () => void,
): Promise<ReadFile> {
  const context: ImportContext = {
    file,
    catalog: ws.catalog,
    findCity: (query) => findCity(ws.register, query),
    nearMatches: (query) => nearMatches(ws.register, query),
  };
  const rows = openRows(call.path, {
    onProgress: (read, total) => call.onProgress?.((0.7 * read) / Math.max(1, total), steps.read),
  })[Symbol.asyncIterator]();
  const first = await rows.next();
  const head: readonly TableRow[] = first.done ? [] : first.value;
  const layout = await chooseLayout(ws.catalog.layouts, head.slice(0, 200), context, call.layout);
  onLayout();
  const accepted: ReadObservation[] = [];
  const rejected: Reject[] = [];
  const issues: Issue[] = [];
  let read = 0;
  let repeated = 0;
  for await (const batch of readObservations(following(head, rows), layout, context)) {
    read += batch.read;
    repeated += batch.repeated;
    for (const one of batch.accepted) accepted.push(one);
    rejected.push(...batch.rejected);
    issues.push(...batch.issues);
  }
  return { layout, read, accepted, rejected, repeated, issues };
}

async function* following(
  head: readonly TableRow[],
  rest: AsyncIterator<readonly TableRow[]>,
): AsyncIterable<readonly TableRow[]> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* batchesOf(all: readonly ReadObservation[]): AsyncIterable<readonly ReadObservation[]> {
  for (let at = 0; at < all.length; at += 5000) yield all.slice(at, at + 5000);
}
