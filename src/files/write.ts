import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { systemCode, writeFailure } from './failure.js';

/**
 * Writes a file whole or not at all: temporary file beside it, flushed to the disk, then renamed. Missing folders are made.
 *
 * @throws AfterlodeError `FILE_NOT_WRITABLE`; a file that stood there before is untouched then
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  await writeStreamAtomically(path, pieces(content));
}

/**
 * As `writeAtomically`, from pieces. An error of the source leaves nothing behind and is thrown on.
 *
 * @returns how many bytes were written
 */
export async function writeStreamAtomically(
  path: string,
  content: AsyncIterable<Uint8Array>,
): Promise<number> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const bytes = await writeAll(temporary, content);
    await rename(temporary, path);
    await flushFolder(dirname(path));
    return bytes;
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw writeFailure(path, error);
  }
}

/** What file systems say that know no second names, such as those of memory cards. */
const withoutLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * As `writeAtomically` where nothing stands yet; else nothing is done, also where somebody else was quicker by a moment. The folder has
 * to be there: who made it may have taken it away.
 *
 * @returns whether it was written
 * @throws AfterlodeError `FILE_NOT_WRITABLE`
 */
export async function writeOnce(path: string, content: Uint8Array): Promise<boolean> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await writeAll(temporary, pieces(content));
    const first = await linkOnce(temporary, path);
    await flushFolder(dirname(path));
    return first;
  } catch (error) {
    throw writeFailure(path, error);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/** A second name for the same file: unlike a renaming it fails where the name is taken. */
async function linkOnce(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code === 'EEXIST') return false;
    if (!withoutLinks.includes(code)) throw error;
    await rename(from, to);
    return true;
  }
}

async function writeAll(path: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'wx');
  let bytes = 0;
  try {
    for await (const piece of content) {
      await file.writeFile(piece);
      bytes += piece.byteLength;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return bytes;
}

/** The new name survives a power cut only when the folder is flushed too; systems without that simply refuse. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  try {
    await folder.sync().catch(() => undefined);
  } finally {
    await folder.close();
  }
}

async function* pieces(content: Uint8Array | string): AsyncIterable<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/**
 * Tries whether files can be written into a folder that may not exist yet; leaves nothing behind.
 *
 * @throws AfterlodeError `FILE_NOT_WRITABLE`
 */
export async function expectWritable(folder: string): Promise<void> {
  const there = await nearestThere(resolve(folder));
  const trial = join(there, `.${randomUUID()}.part`);
  try {
    await (await open(trial, 'wx')).close();
    await unlink(trial);
  } catch (error) {
    throw writeFailure(folder, error);
  }
}

async function nearestThere(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  const above = dirname(folder);
  return found !== null || above === folder ? folder : nearestThere(above);
}
