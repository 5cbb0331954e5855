import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { valueParsers } from './engine-values.js';
import type { PgliteFault, PgliteReply, PgliteRequest, PgliteResult } from './pglite-messages.js';
import { schemaName } from './schema-name.js';

/** The thread that owns the embedded database: it answers one request after another, in their order. */

// The engine is 10 MB of WebAssembly. V8 would compile every function a second time, for speed, as soon as it has run for
// some milliseconds; for opening a workspace and saving a few rows that is most of the work. A higher budget leaves it to
// the functions of large imports.
setFlagsFromString('--wasm-tiering-budget=100000000');

/** Severities after which a PostgreSQL server would end; PGlite goes on, in whatever state that is. */
const endings: readonly (string | null)[] = ['FATAL', 'PANIC'];

const nothing: PgliteResult = { rows: [], affected: null, command: '' };
const port = parentPort;
let database: PGlite | null = null;
let last: Promise<void> = Promise.resolve();

port?.on('message', (request: PgliteRequest) => {
  last = last.then(async () => port.postMessage(await reply(request)));
});

async function reply(request: PgliteRequest): Promise<PgliteReply> {
  try {
    return { id: request.id, result: await answer(request) };
  } catch (error) {
    return { id: request.id, fault: describe(error) };
  }
}

async function answer(request: PgliteRequest): Promise<PgliteResult> {
  if (request.kind === 'open') {
    database = await PGlite.create({
      dataDir: request.folder,
      parsers: { ...valueParsers },
      // A quarter of the default cache: a workspace holds megabytes, and the memory is taken for good.
      startParams: [
        ...PGlite.defaultStartParams,
        '-c',
        'shared_buffers=32MB',
        '-c',
        `search_path=${schemaName}`,
      ],
    });
    return nothing;
  }
  if (database === null) throw new Error('no database is open');
  if (request.kind === 'close') {
    await database.close();
    database = null;
    return nothing;
  }
  const result = await database.query<Record<string, unknown>>(request.sql, [...request.parameters]);
  return {
    rows: result.rows,
    affected: result.affectedRows ?? null,
    command: result.command ?? '',
  };
}

function describe(error: unknown): PgliteFault {
  const read = (name: string): string | null => {
    const value = error !== null && typeof error === 'object' ? Reflect.get(error, name) : null;
    return typeof value === 'string' ? value : null;
  };
  return {
    message: read('message') ?? String(error),
    code: read('code'),
    detail: read('detail'),
    constraint: read('constraint'),
    isLast: endings.includes(read('severity')) || error instanceof WebAssembly.RuntimeError,
  };
}
