import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AfterlodeError } from '../base/index.js';
import { systemCode, writeFailure } from './failure.js';

/** Folders of runs that are not done: host and process, so that what a killed run left can be told from one that goes on. */
const unfinished = /^\.(?<host>.+)~(?<process>\d+)~[0-9a-f-]{36}\.part$/;

/**
 * Writes files that belong together: all are written into a hidden folder beside their places and moved there when the last is
 * done, so that a full disk, a fault or a killed process leaves earlier results as they were. What runs of this computer left that
 * were killed is removed.
 *
 * @param write is given the folder to write into, without folders of its own
 * @param former names in the folder that are taken away with that step where `write` has not written them anew
 * @returns what `write` returns
 * @throws AfterlodeError `FILE_NOT_WRITABLE`, also where a folder stands in a file's place; errors of `write` are thrown on
 */
export async function writeTogether<T>(
  folder: string,
  write: (into: string) => Promise<T>,
  former: readonly string[] = [],
): Promise<T> {
  const into = join(folder, `.${hostname()}~${process.pid}~${randomUUID()}.part`);
  try {
    await mkdir(into, { recursive: true });
    await removeUnfinished(folder);
    const result = await write(into);
    const names = await readdir(into);
    for (const name of names) await expectNoFolder(join(folder, name));
    // Away before the new ones come: whoever is killed in between leaves too few files, never two runs in one folder.
    for (const name of former.filter((one) => !names.includes(one))) await rm(join(folder, name));
    for (const name of names) await rename(join(into, name), join(folder, name));
    return result;
  } catch (error) {
    throw writeFailure(folder, inPlace(error, into, folder));
  } finally {
    await rm(into, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function expectNoFolder(path: string): Promise<void> {
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new AfterlodeError('FILE_NOT_WRITABLE', path, { found: 'EISDIR' });
}

/** A message names the file where it was to stand, not where it was written. */
function inPlace(error: unknown, into: string, folder: string): unknown {
  if (
    !(error instanceof AfterlodeError) ||
    error.code !== 'FILE_NOT_WRITABLE' ||
    !error.where.startsWith(into)
  )
    return error;
  const found = systemCode(error.cause) ?? '–';
  return new AfterlodeError(error.code, `${folder}${error.where.slice(into.length)}`, { found }, error.cause);
}

async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const { host, process: id } = unfinished.exec(name)?.groups ?? {};
    if (host !== hostname() || runs(Number(id))) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function runs(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs as well.
    return systemCode(error) === 'EPERM';
  }
}
