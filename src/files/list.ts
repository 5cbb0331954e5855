import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AfterlodeError } from '../base/index.js';
import { readFailure } from './failure.js';

/**
 * Paths of all files below a folder, sorted; files and folders beginning with a point are left out. A file is its own only path;
 * where nothing stands, there is none.
 *
 * @throws AfterlodeError `FILE_NOT_READABLE`
 */
export async function listFiles(path: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() || entry.isSymbolicLink())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !/(^|[\\/])\./.test(file.slice(path.length)))
      .toSorted();
  } catch (error) {
    const failure = readFailure(path, error);
    if (!(failure instanceof AfterlodeError) || failure.code !== 'CALL_FILE_MISSING') throw failure;
    return error instanceof Error && 'code' in error && error.code === 'ENOTDIR' ? [path] : [];
  }
}
