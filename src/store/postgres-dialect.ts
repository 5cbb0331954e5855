import { CompiledQuery, type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { valueParsers } from './engine-values.js';
import { schemaName } from './schema-name.js';
import type { Connections } from './types-state.js';

/** A way to a PostgreSQL server, and what its pool of connections does now. */
export interface PostgresWay {
  readonly dialect: Dialect;
  readonly connections: () => Connections;
}

/** Kysely's way to a PostgreSQL server: a small pool whose connections all read values in the same way. */
export function postgresWay(url: string): PostgresWay {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        (format === 'binary' ? undefined : valueParsers[type]) ?? pg.types.getTypeParser(type, format),
    },
  });
  // An idle connection that the server drops is replaced at the next query, which reports what is wrong then.
  pool.on('error', () => {});
  // One in use tells its query; it also says so to nobody in particular, which would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const dialect = new PostgresDialect({
    pool,
    async onCreateConnection(connection) {
      await connection.executeQuery(CompiledQuery.raw(`set search_path to ${schemaName}`));
      // The server may be set to shorten doubles; 1 gives the shortest text that reads back to the same number.
      await connection.executeQuery(CompiledQuery.raw('set extra_float_digits to 1'));
    },
  });
  return {
    dialect,
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}

/** Address of a database without user and password. */
export function publicAddress(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgresql://${host}${pathname}`;
  } catch {
    return 'postgresql:';
  }
}
