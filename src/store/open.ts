import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import { type Access, guardAccess } from './access.js';
import { type Lock, takeLock } from './lock.js';
import { prepareSchema, schemaVersion } from './migrate.js';
import { makeDatabase } from './new-database.js';
import { openPglite } from './pglite-client.js';
import { pgliteDialect } from './pglite-dialect.js';
import { makeStore } from './store.js';
import type { Tables } from './tables.js';
import type { OpenOptions, Store, StorePlace } from './types.js';
import { checkFolder, databaseFolder, makeFolder, writable, writeFormat } from './workspace-folder.js';

/**
 * Opens the store of a workspace, making it where there is none. A folder belongs to one process at a time; a
 * PostgreSQL database may serve several.
 *
 * @throws AfterlodeError STORE_LOCKED, STORE_NOT_WRITABLE, STORE_NEWER, STORE_UNREADABLE, STORE_FULL, STORE_UNREACHABLE
 * @example `const store = await openStore({ folder: '.afterlode' })`
 */
export async function openStore(place: StorePlace, options: OpenOptions = {}): Promise<Store> {
  const access = await openAccess(place, options);
  try {
    await prepareSchema(access, options.onProgress);
  } catch (error) {
    await access.close();
    throw error;
  }
  return makeStore(access);
}

/** Opens the database of a place, whatever version its tables have. For this room and its tests. */
export function openAccess(place: StorePlace, options: OpenOptions = {}): Promise<Access> {
  return 'url' in place ? openServer(place.url, options) : openFolder(resolve(place.folder), options);
}

/**
 * Whether a store was made at a place. Makes nothing.
 *
 * @throws AfterlodeError STORE_UNREACHABLE
 */
export async function storeExists(place: StorePlace): Promise<boolean> {
  if ('folder' in place) return existsSync(databaseFolder(resolve(place.folder)));
  const access = await openServer(place.url);
  try {
    return (await schemaVersion(access.db)) > 0;
  } finally {
    await access.close();
  }
}

async function openServer(url: string, { trace }: OpenOptions = {}): Promise<Access> {
  // The client is loaded where a server is asked for: most calls have a folder.
  const { postgresWay, publicAddress } = await import('./postgres-dialect.js');
  const where = publicAddress(url);
  const { dialect, connections } = postgresWay(url);
  const kysely = new Kysely<Tables>({ dialect });
  try {
    const answer = await sql<{ encoding: string }>`
      select current_setting('server_encoding') as encoding`.execute(kysely);
    const encoding = answer.rows[0]?.encoding;
    if (encoding === 'UTF8') return guardAccess('postgresql', where, kysely, { connections, trace });
    throw new AfterlodeError('STORE_UNREADABLE', where, {
      found: { en: `encoding ${encoding}, expected UTF8`, zh: `编码为 ${encoding}，应为 UTF8` },
    });
  } catch (error) {
    await kysely.destroy();
    if (error instanceof AfterlodeError) throw error;
    throw new AfterlodeError('STORE_UNREACHABLE', where, { found: reasonOf(error) }, error);
  }
}

/** A refused connection to a name with several addresses has no message of its own, only a code. */
function reasonOf(error: unknown): string | Text {
  const isMute = error instanceof Error && error.message === '';
  return isMute ? String(Reflect.get(error, 'code') ?? error.name) : foreignReason(error);
}

async function openFolder(folder: string, options: OpenOptions): Promise<Access> {
  await checkFolder(folder);
  await makeFolder(folder);
  const lock = await writable(folder, () => takeLock(folder));
  try {
    const database = databaseFolder(folder);
    if (!existsSync(database)) {
      options.onProgress?.({ en: 'making the database', zh: '正在建立数据库' });
      await writable(folder, () => makeDatabase(folder));
    }
    await writable(folder, () => writeFormat(folder));
    return await openEmbedded(folder, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openEmbedded(folder: string, lock: Lock, { trace }: OpenOptions): Promise<Access> {
  const kysely = new Kysely<Tables>({ dialect: pgliteDialect(await openPglite(databaseFolder(folder))) });
  return guardAccess('pglite', folder, kysely, { onClosed: () => lock.release(), trace });
}
