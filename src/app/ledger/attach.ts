import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type LedgerFileEntry, ledgerFileTypes, readContent } from '../../assess/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { readBytes, type SniffedType, sniffedType, withoutPrivate } from '../../files/index.js';
import { type AccessCall, areaOfCity, demand, demandSomewhere } from '../access/call.js';
import type { LedgerRow } from '../answers-checkup.js';
import type { Workspace } from '../workspace.js';
import { entriesOf, readableEntry } from './ledger.js';
import { addStep, type Signed } from './steps.js';

/** Bytes of a photo or document. Backups carry each as one line, and lines have an end. */
export const ledgerFileLimit = 8 * 1024 * 1024;

/** A photo or document to be added. */
export interface AttachCall extends Signed {
  readonly finding: string;
  readonly path: string;
  /** Name where it differs from the path's: an upload. */
  readonly fileName?: string;
  readonly caption?: string;
}

/**
 * Adds a photo or document to a finding. What it is, its first bytes say. Of pictures position, time, device and other words that a camera
 * wrote into them are left out before anything is kept; of a PDF nothing can be.
 *
 * @throws AfterlodeError LEDGER_FINDING, LEDGER_FILE_TYPE, LEDGER_VALUE for one that is empty or too large, the faults of files,
 *   ACCESS_SESSION, ACCESS_DENIED
 */
export async function attachFile(ws: Workspace, call: AttachCall, access: AccessCall): Promise<LedgerRow> {
  const actor = demandSomewhere(access.actor, 'finding.record');
  const entry = (await entriesOf(ws)).get(call.finding);
  if (entry === undefined) throw new AfterlodeError('LEDGER_FINDING', call.finding);
  demand(ws, actor, 'finding.record', areaOfCity(ws, entry.opened.city));
  const name = call.fileName ?? basename(call.path);
  const { content, mediaType } = await readFileFor(call.path, name);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const given = { name, sha256, mediaType, bytes: content.length, caption: call.caption?.trim() ?? '' };
  const step = { kind: 'file', content: readContent('file', given, 'file') as never } as const;
  const { finding, by, document } = call;
  const signed = { ...(by !== undefined && { by }), ...(document !== undefined && { document }) };
  return addStep(ws, finding, step, { ...signed, files: [{ sha256, mediaType, content }] }, access);
}

async function readFileFor(
  path: string,
  name: string,
): Promise<{ readonly content: Uint8Array; readonly mediaType: SniffedType }> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > ledgerFileLimit) {
    const expected = phrases.atMost(ledgerFileLimit);
    throw new AfterlodeError('LEDGER_VALUE', name, { found: size, expected });
  }
  const bytes = await readBytes(path);
  const mediaType = sniffedType(bytes);
  if (mediaType === null) throw wrongType(name, { en: 'another form', zh: '其他格式' });
  const content = withoutPrivate(bytes, mediaType);
  if (content === null) throw wrongType(name, { en: 'a damaged picture', zh: '损坏的图片' });
  return { content, mediaType };
}

function wrongType(name: string, found: { readonly en: string; readonly zh: string }): AfterlodeError {
  return new AfterlodeError('LEDGER_FILE_TYPE', name, { found, expected: ledgerFileTypes.join(', ') });
}

/** A photo or document as it goes out. */
export interface AttachedBytes {
  readonly fileName: string;
  readonly mediaType: SniffedType;
  readonly bytes: Uint8Array;
}

/**
 * The bytes of a photo or document, by the id of the event that added it.
 *
 * @throws AfterlodeError LEDGER_FINDING, LEDGER_FILE where the finding has none of this id or the bytes are not here, ACCESS_SESSION,
 *   ACCESS_DENIED
 */
export async function attachedFile(
  ws: Workspace,
  call: { readonly finding: string; readonly file: string },
  access: AccessCall,
): Promise<AttachedBytes> {
  const { files } = await readableEntry(ws, call.finding, access);
  const found: LedgerFileEntry | undefined = files.find(({ id }) => id === call.file);
  const kept = found && (await (await ws.store()).ledgerFile(found.sha256));
  if (!found || !kept) throw new AfterlodeError('LEDGER_FILE', call.finding, { found: call.file });
  return { fileName: found.name, mediaType: kept.mediaType, bytes: kept.content };
}
