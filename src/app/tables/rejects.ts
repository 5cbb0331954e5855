import { join } from 'node:path';
import { AfterlodeError, sheetLine } from '../../base/index.js';
import { exists, openBytes, writeAtomically } from '../../files/index.js';
import type { Reject } from '../../observe/index.js';
import type { Workspace } from '../workspace.js';

/**
 * Writes the rows that an import refused, each with its code and reason, so that nothing is lost and the file can be
 * mended and imported again.
 *
 * @param id first twelve digits of the checksum of the imported file
 * @returns the path
 */
export async function writeRejects(ws: Workspace, id: string, rejected: readonly Reject[]): Promise<string> {
  const path = rejectsPath(ws, id);
  const lines = rejected.map(({ row, column, code, message, remedy, cells }) =>
    sheetLine([row, column, code, message.en, message.zh, remedy.en, remedy.zh, ...cells]),
  );
  const header = 'row,column,code,message_en,message_zh,remedy_en,remedy_zh,cells';
  // The mark at the beginning lets Excel on Chinese Windows read the words.
  await writeAtomically(path, new TextEncoder().encode(`\ufeff${[header, ...lines].join('\n')}\n`));
  return path;
}

/**
 * Bytes of the rows that an import refused, as `writeRejects` left them.
 *
 * @param id `rejectsId` of the import's answer
 * @throws AfterlodeError CALL_OPTION for what is no such id, CALL_FILE_MISSING where no row of such a file was refused;
 *   both when reading begins
 */
export async function* readRejects(ws: Workspace, id: string): AsyncIterable<Uint8Array> {
  if (!/^[0-9a-f]{12}$/.test(id)) {
    throw new AfterlodeError('CALL_OPTION', 'sha', {
      found: id,
      expected: { en: '12 hexadecimal digits', zh: '12 位十六进制数字' },
    });
  }
  const path = rejectsPath(ws, id);
  // named from the workspace on: where that lies is nobody's business
  if (!(await exists(path))) throw new AfterlodeError('CALL_FILE_MISSING', `rejects/${id}.csv`);
  yield* openBytes(path);
}

function rejectsPath(ws: Workspace, id: string): string {
  return join(ws.options.folder, 'rejects', `${id}.csv`);
}
