import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile } from '../../files/index.js';

/**
 * Files that an earlier run left in a folder of results, by its answer there. Only the files that it lists by a name of ours, and that
 * still have the size it tells, are its own: a layer of the same name that somebody laid there, or a workbook with somebody's remarks,
 * are not.
 *
 * @param listing name of the answer
 * @param ours names that a run may write besides it
 * @returns names in the folder; none where no answer is there or it cannot be read
 */
export async function earlierFiles(
  folder: string,
  listing: string,
  ours: ReadonlySet<string>,
): Promise<readonly string[]> {
  const own: string[] = [];
  for (const [name, bytes] of await listedIn(join(folder, listing), ours)) {
    const there = await stat(join(folder, name)).catch(() => null);
    if (there?.isFile() && there.size === bytes) own.push(name);
  }
  return own;
}

async function listedIn(path: string, ours: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const text = await readTextFile(path).catch(() => '');
  const listed = new Map<string, number>();
  for (const file of filesIn(text)) {
    const { path: name, bytes } = (file ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof name === 'string' && ours.has(name) && typeof bytes === 'number') listed.set(name, bytes);
  }
  return listed;
}

/** The file may be anybody's, so nothing is taken for granted. */
function filesIn(text: string): readonly unknown[] {
  try {
    const { files } = Object(JSON.parse(text)) as { readonly files?: unknown };
    return Array.isArray(files) ? files : [];
  } catch {
    return [];
  }
}
