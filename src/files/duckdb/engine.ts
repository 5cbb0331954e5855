import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { AfterlodeError } from '../../base/index.js';

/** What the engine may use; what does not fit into the memory goes to a temporary folder. */
export interface EngineLimits {
  /** `1GB`; what rows are read by stands beside it. */
  readonly memory: string;
  /** Of the temporary folder; null: as much as there is. */
  readonly temporary: string | null;
}

const usual: EngineLimits = { memory: '1GB', temporary: null };

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
  readonly outOfRoom: boolean;

  constructor(words: string) {
    super('the query engine failed');
    this.name = 'EngineFault';
    this.outOfRoom = /^Out of Memory Error|No space left|max_temp_directory_size/.test(words);
  }
}

/**
 * Starts DuckDB in memory for some work and ends it: two threads, nothing loaded from outside, temporary files in a folder of their own
 * that is removed whatever happens. It is loaded when it is asked for: 70 MB.
 */
export async function withEngine<T>(
  work: (engine: Engine) => Promise<T>,
  { memory, temporary }: EngineLimits = usual,
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-engine-'));
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '2',
      memory_limit: memory,
      temp_directory: folder,
      ...(temporary !== null && { max_temp_directory_size: temporary }),
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
  } finally {
    await rm(folder, { recursive: true, force: true });
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

async function guarded<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof AfterlodeError
      ? error
      : new EngineFault(error instanceof Error ? error.message : '');
  }
}
