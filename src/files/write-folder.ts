import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemCode, writeFailure } from './failure.js';

/**
 * Writes a folder whole or not at all: a hidden folder beside it, which becomes it by being renamed.
 *
 * @param fill writes the files into the folder it is given
 * @returns false where something stood there already, which is left as it is
 * @throws AfterlodeError FILE_NOT_WRITABLE; errors of `fill` are thrown on
 */
export async function writeFolderAtomically(
  path: string,
  fill: (folder: string) => Promise<void>,
): Promise<boolean> {
  const draft = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    await mkdir(draft, { recursive: true });
    await fill(draft);
    await rename(draft, path);
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const code = systemCode(error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw writeFailure(path, error);
  }
}

/**
 * Copies files into a folder under their own names.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function copyInto(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const to = join(folder, basename(path));
    await copyFile(path, to).catch((error: unknown) => {
      throw writeFailure(to, error);
    });
  }
}
