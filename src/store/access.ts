import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql, type Transaction } from 'kysely';
import { AfterlodeError, foreignReason, type Text, type Trace } from '../base/index.js';
import { isDiskFull } from './disk-full.js';
import type { Tables } from './tables.js';
import type { Connections } from './types-state.js';

/** The database as the files of this room use it. */
export interface Access {
  readonly engine: 'pglite' | 'postgresql';
  /** Folder, or address without password. */
  readonly where: string;
  /**
   * For single queries.
   *
   * @throws AfterlodeError STORE_NESTED inside a transaction, where the embedded database would wait for itself for
   *   ever; STORE_CLOSED
   */
  readonly db: Kysely<Tables>;
  /**
   * One writer at a time on either engine, so that numbers given out as "highest plus one" are never given twice.
   *
   * @throws AfterlodeError STORE_TEXT for text that the database cannot hold; STORE_FULL
   */
  write<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** All queries see the state of one moment. */
  snapshot<Result>(work: (transaction: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** What the pool of connections does now; null for the embedded database, which has one. */
  connections(): Connections | null;
  close(): Promise<void>;
}

/** Any number will do, as long as every writer of every version uses the same. */
const writersLock = 1_097_493_601;

/** What the database says of text with the character of number zero, by itself or within JSON. */
const unstorable: readonly unknown[] = ['22021', '22P05'];

/** A fault of the database that somebody can mend, as an error of this program; others as they are. */
function mendable(error: unknown, where: string): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  if (unstorable.includes(code))
    return new AfterlodeError('STORE_TEXT', { en: 'a text', zh: '文字' }, {}, error);
  if (isDiskFull(error) && !(error instanceof AfterlodeError))
    return new AfterlodeError('STORE_FULL', where, { found: foreignReason(error) }, error);
  return error;
}

/** Guards a database against use from inside its own transactions. */
export function guardAccess(
  engine: Access['engine'],
  where: string,
  kysely: Kysely<Tables>,
  {
    connections = () => null,
    onClosed = () => {},
    trace,
  }: Partial<Pick<Access, 'connections'>> & { onClosed?: () => void; trace?: Trace | undefined },
): Access {
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  let closed = false;
  const refuseMisuse = (asked: Text) => {
    if (closed)
      throw new AfterlodeError('STORE_CLOSED', where, { found: { en: 'it was closed', zh: '已被关闭' } });
    if (inside.getStore()?.open) throw new AfterlodeError('STORE_NESTED', asked);
  };
  const guarded = async <Result>(asked: Text, work: () => Promise<Result>): Promise<Result> => {
    refuseMisuse(asked);
    const state = { open: true };
    try {
      return await inside.run(state, () => (trace ? trace.span(`store: ${asked.en}`, work) : work()));
    } catch (error) {
      throw mendable(error, where);
    } finally {
      state.open = false;
    }
  };
  return {
    engine,
    where,
    get db() {
      refuseMisuse({ en: 'a query', zh: '查询' });
      return kysely;
    },
    write: (work) =>
      guarded({ en: 'a writing transaction', zh: '写入事务' }, () =>
        // Read committed, whatever the server's default: what others wrote while we waited for the lock must be seen.
        kysely
          .transaction()
          .setIsolationLevel('read committed')
          .execute(async (transaction) => {
            await sql`select pg_advisory_xact_lock(${writersLock})`.execute(transaction);
            return work(transaction);
          }),
      ),
    snapshot: (work) =>
      guarded({ en: 'a snapshot', zh: '快照' }, () =>
        kysely
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((transaction) => work(transaction)),
      ),
    connections,
    close: async () => {
      closed = true;
      await kysely.destroy();
      onClosed();
    },
  };
}
