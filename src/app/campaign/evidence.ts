import { AfterlodeError, officeTypes } from '../../base/index.js';
import { refuseReturnStep, roundView } from '../../campaign/index.js';
import { documentKind, sha256Bytes } from '../../files/index.js';
import type { AttachedFile } from '../../store/index.js';
import type { AccessCall } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import { viewOf } from './return-of.js';
import { type ChangeCall, entriesOf, placeOf, requestOf, unitFor } from './round-of.js';

/** Most bytes of one file, and of all files of one return: they stand in the database, so that all processes and a backup have them. */
export const evidenceLimits = { file: 10 * 1024 * 1024, unit: 50 * 1024 * 1024, files: 200 } as const;

/** What may be attached, by content and not by name. */
const evidenceTypes = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  xlsx: officeTypes.xlsx,
  docx: officeTypes.docx,
  text: 'text/plain',
} as const;

/** A file to be attached. */
export interface EvidenceCall {
  /** Indicator that it proves; empty: the return as a whole. */
  readonly indicator: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Attaches a file to a return. Equal bytes are kept once; the same file at the same indicator changes nothing.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED, ROUND_INDICATOR, ROUND_FILE, ROUND_FILE_KIND,
 *   ACCESS_WORDS,
 *   ROUND_STEP, ROUND_KEY
 */
export async function addEvidence(
  ws: Workspace,
  round: string,
  words: string,
  given: EvidenceCall,
  call: ChangeCall,
): Promise<AttachedFile> {
  const { campaign, definition, unit, actor } = await unitFor(ws, round, words, call, 'figures.change');
  const { indicator, bytes } = given;
  if (indicator !== '' && !entriesOf(ws, definition).has(indicator)) {
    throw new AfterlodeError('ROUND_INDICATOR', placeOf(round, unit), { found: indicator.slice(0, 60) });
  }
  const name = fileName(given.name);
  const place = placeOf(round, unit);
  if (bytes.length === 0 || bytes.length > evidenceLimits.file) {
    const expected = { en: `1 to ${evidenceLimits.file} bytes`, zh: `1 至 ${evidenceLimits.file} 字节` };
    throw new AfterlodeError('ROUND_FILE', place, { found: bytes.length, expected });
  }
  const sha256 = sha256Bytes(bytes);
  const mediaType = await evidenceType(bytes, name, place);
  const file = { indicator, sha256, name, mediaType, size: bytes.length };
  const request = requestOf(actor, call, { round, unit, asked: file });
  const { at, by, why } = request.signed;
  // A step that will be refused should not leave bytes behind; whether it still may is decided in the writer's turn.
  const early = [...(await campaign.events(round, null)), ...(await campaign.events(round, unit))];
  refuseReturnStep(roundView(early).state, viewOf(definition, early, unit), 'evidence', why);
  await campaign.keepBytes(sha256, bytes);
  const answer = await campaign.change(request, ({ events, files }) => {
    const view = viewOf(definition, events, unit);
    refuseReturnStep(roundView(events).state, view, 'evidence', why);
    const same = files.find((one) => one.sha256 === sha256 && one.indicator === indicator);
    if (same !== undefined) return { events: [], audit: null, answer: same };
    refuseMuch(files, bytes.length, place);
    const revision = view.revision + 1;
    const attached: AttachedFile = { unit, ...file, by, at };
    return {
      events: [{ unit, kind: 'evidence', revision, content: { indicator, sha256, name } }],
      file,
      audit: { action: 'round.evidence', target: `round/${place}`, old: null, new: file },
      answer: attached,
    };
  });
  return answer as AttachedFile;
}

/** Files of a return, the first one first. @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED */
export async function listEvidence(
  ws: Workspace,
  round: string,
  words: string,
  call: AccessCall,
): Promise<readonly AttachedFile[]> {
  const { campaign, unit } = await unitFor(ws, round, words, call, 'figures.read');
  return campaign.files(round, unit);
}

/**
 * The bytes of an attached file, checked against their checksum.
 *
 * @throws AfterlodeError ROUND_UNKNOWN, ROUND_UNIT, ACCESS_SESSION, ACCESS_DENIED, ROUND_FILE_UNKNOWN
 */
export async function evidenceFile(
  ws: Workspace,
  round: string,
  words: string,
  sha256: string,
  call: AccessCall,
): Promise<{ readonly file: AttachedFile; readonly bytes: Uint8Array }> {
  const { campaign, unit } = await unitFor(ws, round, words, call, 'figures.read');
  const file = (await campaign.files(round, unit)).find((one) => one.sha256 === sha256);
  const bytes = file === undefined ? null : await campaign.bytes(sha256);
  if (file !== undefined && bytes !== null && sha256Bytes(bytes) === sha256) return { file, bytes };
  throw new AfterlodeError('ROUND_FILE_UNKNOWN', placeOf(round, unit), { found: sha256.slice(0, 64) });
}

/** The media type of a file by its content. @throws AfterlodeError ROUND_FILE_KIND */
async function evidenceType(bytes: Uint8Array, name: string, place: string): Promise<string> {
  const kind = await documentKind(bytes);
  if (kind === null) throw new AfterlodeError('ROUND_FILE_KIND', place, { found: name });
  return kind === 'text' && /\.csv$/i.test(name) ? 'text/csv' : evidenceTypes[kind];
}

function refuseMuch(files: readonly AttachedFile[], size: number, place: string): void {
  const sum = files.reduce((bytes, file) => bytes + file.size, size);
  if (sum <= evidenceLimits.unit && files.length < evidenceLimits.files) return;
  const { unit, files: most } = evidenceLimits;
  throw new AfterlodeError('ROUND_FILE', place, {
    found: sum,
    expected: {
      en: `at most ${unit} bytes in ${most} files of one return`,
      zh: `每个单位不超过 ${most} 个文件、${unit} 字节`,
    },
  });
}

/** The last part of a path, as a name that a download may carry. */
function fileName(text: string): string {
  const name = (text.split(/[/\\]/).at(-1) ?? '').trim();
  if (name !== '' && name.length <= 200 && !/[\p{Cc}\p{Surrogate}\p{Bidi_Control}]/u.test(name)) return name;
  throw new AfterlodeError('ACCESS_WORDS', 'name', {
    found: JSON.stringify(name.slice(0, 40)),
    expected: { en: 'a file name of at most 200 characters', zh: '不超过 200 个字符的文件名' },
  });
}
