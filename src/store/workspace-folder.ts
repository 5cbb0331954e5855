import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AfterlodeError, foreignReason } from '../base/index.js';

/** Version of the folder's own form: what lies in it and how it is named. */
const folderFormat = 1;
/** Main version of PostgreSQL whose files the embedded database reads and writes. */
const engineVersion = 18;

/** Folder of the database below a workspace. */
export function databaseFolder(folder: string): string {
  return join(folder, 'database');
}

/** Folder in which a database is first made; it becomes the database by being renamed. */
export function unfinishedFolder(folder: string): string {
  return join(folder, 'database.new');
}

/**
 * Makes a workspace's folder where there is none.
 *
 * @throws AfterlodeError STORE_NOT_WRITABLE
 */
export async function makeFolder(folder: string): Promise<void> {
  await writable(folder, () => mkdir(folder, { recursive: true }));
}

/** Runs a step that writes in the folder and says so plainly if the system refuses. */
export async function writable<Result>(folder: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (error instanceof AfterlodeError || typeof code !== 'string') throw error;
    throw new AfterlodeError('STORE_NOT_WRITABLE', folder, { found: code }, error);
  }
}

/**
 * Reads which versions a workspace's folder has, without changing it.
 *
 * @throws AfterlodeError STORE_NEWER, STORE_UNREADABLE
 */
export async function checkFolder(folder: string): Promise<void> {
  const found = await formatOf(folder);
  if (found > folderFormat) {
    throw new AfterlodeError('STORE_NEWER', folder, { found, expected: folderFormat });
  }
  const database = databaseFolder(folder);
  if (!existsSync(database)) return;
  const engine = Number.parseInt(await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => ''), 10);
  if (engine > engineVersion) {
    throw new AfterlodeError('STORE_NEWER', database, {
      found: `PostgreSQL ${engine}`,
      expected: `PostgreSQL ${engineVersion}`,
    });
  }
  if (engine !== engineVersion) {
    const what = Number.isNaN(engine)
      ? { en: 'PG_VERSION is missing', zh: '缺少 PG_VERSION' }
      : { en: `it has files of PostgreSQL ${engine}`, zh: `其中是 PostgreSQL ${engine} 的文件` };
    throw new AfterlodeError('STORE_UNREADABLE', database, { found: what });
  }
}

/** Writes `workspace.json` whole or not at all. */
export async function writeFormat(folder: string): Promise<void> {
  const path = join(folder, 'workspace.json');
  if (existsSync(path)) return;
  const draft = `${path}.new`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(
      `${JSON.stringify({ format: folderFormat, database: `PostgreSQL ${engineVersion}` })}\n`,
    );
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Removes a database whose making was cut short: it never held anything. */
export async function removeUnfinished(folder: string): Promise<void> {
  await rm(unfinishedFolder(folder), { recursive: true, force: true });
}

async function formatOf(folder: string): Promise<number> {
  const path = join(folder, 'workspace.json');
  if (!existsSync(path)) return folderFormat;
  try {
    const format: unknown = Reflect.get(JSON.parse(await readFile(path, 'utf8')) as object, 'format');
    if (typeof format === 'number') return format;
    throw new Error('it has no format');
  } catch (error) {
    const found = foreignReason(error);
    throw new AfterlodeError('STORE_UNREADABLE', path, { found }, error);
  }
}
