import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AfterlodeError, foreignReason, type Text } from '../base/index.js';
import { isDiskFull } from './disk-full.js';
import { type PgliteEngine, startPgliteEngine } from './pglite-engine.js';
import type { PgliteResult } from './pglite-messages.js';

/** Bytes of a file of PostgreSQL's log. */
const logFile = 16 * 1024 * 1024;

/** The embedded database as seen from the main thread. */
export interface PgliteClient {
  /** @throws AfterlodeError STORE_FULL, STORE_CLOSED; PgliteError */
  query(sql: string, parameters: readonly unknown[]): Promise<PgliteResult>;
  /** Whether the engine ended by a fault, and with it the transaction it was in. */
  isBroken(): boolean;
  /**
   * Starts an engine anew where the last one ended by a fault; it finds what was acknowledged. Only between transactions.
   *
   * @throws AfterlodeError STORE_UNREADABLE, STORE_NOT_WRITABLE, STORE_FULL
   */
  revive(): Promise<void>;
  /** Closes the database and ends its thread. */
  close(): Promise<void>;
}

/**
 * Opens the database in a folder, creating it where there is none, in a thread of its own.
 *
 * @throws AfterlodeError STORE_UNREADABLE, STORE_NOT_WRITABLE, STORE_FULL
 */
export async function openPglite(folder: string): Promise<PgliteClient> {
  let engine = await openEngine(folder);
  let isClosed = false;
  const isBroken = () => !isClosed && engine.ended() !== null;
  return {
    async query(sql, parameters) {
      try {
        return await engine.ask({ kind: 'query', sql, parameters });
      } catch (error) {
        throw isDiskFull(error) ? full(folder, error) : error;
      }
    },
    isBroken,
    async revive() {
      const reason = engine.ended();
      if (isClosed || reason === null) return;
      // Two threads in one folder would destroy it.
      await engine.end(reason);
      engine = await openEngine(folder);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      const wasBroken = engine.ended() !== null;
      try {
        if (!wasBroken) await engine.ask({ kind: 'close' });
      } catch (error) {
        // What was acknowledged is in the log of the database: the next opening finds it, as after a cut of power.
        if (!isDiskFull(error)) throw error;
      } finally {
        await engine.end({ en: 'it was closed', zh: '已被关闭' });
      }
    },
  };
}

async function openEngine(folder: string): Promise<PgliteEngine> {
  const engine = startPgliteEngine((found) => closed(folder, found));
  try {
    await engine.ask({ kind: 'open', folder });
    return engine;
  } catch (error) {
    const found = foreignReason(error);
    await engine.end(found);
    if (isDiskFull(error)) throw full(folder, error);
    // PGlite does not say what stopped it.
    const refused = await refusedBySystem(folder);
    if (refused !== null) throw new AfterlodeError('STORE_NOT_WRITABLE', folder, { found: refused }, error);
    throw new AfterlodeError('STORE_UNREADABLE', folder, { found }, error);
  }
}

/** The system's word on writing as much into the folder as opening may need, a file of the log; null where it can be written. */
async function refusedBySystem(folder: string): Promise<string | null> {
  const trial = join(folder, `${randomUUID()}.part`);
  try {
    await writeFile(trial, new Uint8Array(logFile));
    return null;
  } catch (error) {
    return String(error instanceof Error ? (Reflect.get(error, 'code') ?? error.message) : error);
  } finally {
    await rm(trial, { force: true }).catch(() => {});
  }
}

function full(folder: string, error: unknown): AfterlodeError {
  return new AfterlodeError('STORE_FULL', folder, { found: foreignReason(error) }, error);
}

function closed(folder: string, found: string | Text): AfterlodeError {
  return new AfterlodeError('STORE_CLOSED', folder, { found });
}
