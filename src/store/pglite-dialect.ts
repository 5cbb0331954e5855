import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import type { PgliteClient } from './pglite-client.js';

/** Kysely's way to the embedded database in its thread: PostgreSQL's SQL over a message port. */
export function pgliteDialect(client: PgliteClient): Dialect {
  return {
    createDriver: () => pgliteDriver(client),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** One connection, handed from one user to the next: a transaction keeps it until it ends. */
function pgliteDriver(client: PgliteClient): Driver {
  const connection = pgliteConnection(client);
  const run = (statement: string) => connection.executeQuery(CompiledQuery.raw(statement));
  let queue: Promise<void> = Promise.resolve();
  let pass: () => void = () => {};
  return {
    init: async () => {},
    async acquireConnection() {
      const before = queue;
      let release: () => void = () => {};
      queue = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      pass = release;
      try {
        await client.revive();
      } catch (error) {
        release();
        throw error;
      }
      return connection;
    },
    releaseConnection: async () => pass(),
    beginTransaction: async (_connection, settings) => {
      await run(beginning(settings));
    },
    async commitTransaction() {
      const { command } = await client.query('commit', []);
      // PostgreSQL answers a commit of a failed transaction with ROLLBACK and no error.
      if (command === 'ROLLBACK') throw new Error('the transaction had failed and was rolled back');
    },
    rollbackTransaction: async () => {
      // With its engine the transaction is gone; an error here would stand for the one that ended it.
      if (!client.isBroken()) await run('rollback');
    },
    destroy: () => client.close(),
  };
}

function beginning(settings: TransactionSettings): string {
  const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
  const mode = settings.accessMode ? ` ${settings.accessMode}` : '';
  return `start transaction${level}${mode}`;
}

function pgliteConnection(client: PgliteClient): DatabaseConnection {
  return {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const { rows, affected } = await client.query(query.sql, query.parameters);
      return {
        rows: rows as Row[],
        ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }),
      };
    },
    streamQuery() {
      throw new Error('the embedded database does not stream: the store reads by cursor');
    },
  };
}
