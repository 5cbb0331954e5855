import { writeAtomically } from '../files/index.js';
import type { Reject } from '../observe/index.js';

/**
 * Writes the rows that an import refused, each with its code and reason, so that nothing is lost and the file can be
 * mended and imported again.
 *
 * @returns the path
 */
export async function writeRejects(path: string, rejected: readonly Reject[]): Promise<string> {
  const lines = rejected.map(({ row, column, code, message, remedy, cells }) =>
    [String(row), column, code, message.en, message.zh, remedy.en, remedy.zh, ...cells].map(quoted).join(','),
  );
  const header = 'row,column,code,message_en,message_zh,remedy_en,remedy_zh,cells';
  await writeAtomically(path, new TextEncoder().encode(`${[header, ...lines].join('\n')}\n`));
  return path;
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
