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

/**
 * As `writeFolderAtomically`, in the place of what stood there, which stays until the new one is whole.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE; errors of `fill` are thrown on
 */
export async function replaceFolder(path: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const name = `.${basename(path)}.${randomUUID()}`;
  const [draft, before] = [join(dirname(path), `${name}.part`), join(dirname(path), `${name}.before`)];
  try {
    await mkdir(draft, { recursive: true });
    await fill(draft);
    const stood = await rename(path, before).then(
      () => true,
      (error: unknown) => {
        if (systemCode(error) === 'ENOENT') return false;
        throw error;
      },
    );
    await rename(draft, path).catch(async (error: unknown) => {
      if (stood) await rename(before, path);
      throw error;
    });
  } catch (error) {
    throw writeFailure(path, error);
  } finally {
    for (const rest of [draft, before]) await rm(rest, { recursive: true, force: true });
  }
}
