import type { DuckDBConnection } from '@duckdb/node-api';
import { AfterlodeError } from '../../base/index.js';

/** Memory that the engine may use; what rows are read by stands beside it. */
const usualMemory = '2GB';

/** A query engine for one piece of work. */
export interface Engine {
  /** Runs statements; calls `progress` now and then with the share done of the one under way. */
  readonly run: (sql: string, progress?: (share: number) => void) => Promise<void>;
  /** All rows of a short answer. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** Rows of a long one, some thousand at a time. */
  readonly stream: (sql: string) => AsyncIterable<readonly (readonly unknown[])[]>;
  readonly connection: DuckDBConnection;
}

/** A statement that the engine could not run. Its words are not told: they quote rows of the file. */
export class EngineFault extends Error {
  readonly outOfMemory: boolean;

  constructor(words: string) {
    super('the query engine failed');
    this.name = 'EngineFault';
    this.outOfMemory = /Out of Memory Error/.test(words);
  }
}

/**
 * Starts DuckDB in memory for some work and ends it: two threads, nothing loaded from outside. It writes nothing to a disk: its
 * temporary files would hold rows of what it reads. It is loaded when it is asked for: 70 MB.
 */
export async function withEngine<T>(
  work: (engine: Engine) => Promise<T>,
  memory: string = usualMemory,
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: memory,
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run('set enable_progress_bar = true; set enable_progress_bar_print = false');
    return await work(engineOf(connection));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function engineOf(connection: DuckDBConnection): Engine {
  return {
    connection,
    async run(sql, progress) {
      const told = progress && setInterval(() => tell(connection, progress), 500);
      try {
        await guarded(() => connection.run(sql));
      } finally {
        clearInterval(told);
      }
    },
    rows: (sql) => guarded(async () => (await connection.runAndReadAll(sql)).getRowsJS()),
    async *stream(sql) {
      const rows = (await guarded(() => connection.stream(sql))).yieldRowsJs();
      for (;;) {
        const next = await guarded(() => rows.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
  };
}

function tell(connection: DuckDBConnection, progress: (share: number) => void): void {
  const { percentage } = connection.progress;
  // Below 0 nothing is known yet.
  if (percentage >= 0) progress(percentage / 100);
}

/** @throws EngineFault in place of what the engine throws */
export async function guarded<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof AfterlodeError
      ? error
      : new EngineFault(error instanceof Error ? error.message : '');
  }
}
