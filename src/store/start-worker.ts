import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Folder of bundled workers as a URL, put in by vitest.config.ts: threads start quicker from them than from sources. */
declare const AFTERLODE_WORKERS: string | undefined;

/**
 * Where the worker's file may lie: beside this file in the sources, beside it or one folder away once bundled.
 */
const places = [
  './pglite-worker.js',
  './store/pglite-worker.js',
  '../store/pglite-worker.js',
  './pglite-worker.ts',
];

/**
 * Starts the thread of the embedded database, from the bundle or from the sources.
 *
 * Node 20 reads no TypeScript and its workers do not inherit tsx from the command line, so from the sources the
 * worker begins with one line that registers tsx and goes on with the real file.
 */
export function startPgliteWorker(): Worker {
  const file = workerFile();
  if (!file.pathname.endsWith('.ts')) return new Worker(file);
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const register = pathToFileURL(join(tsx, 'dist', 'esm', 'api', 'index.mjs')).href;
  const line =
    `import(${JSON.stringify(register)})` +
    `.then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`;
  return new Worker(line, { eval: true });
}

function workerFile(): URL {
  if (typeof AFTERLODE_WORKERS !== 'undefined') return new URL('store/pglite-worker.js', AFTERLODE_WORKERS);
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found) return found;
  throw new Error(`pglite-worker is missing beside ${fileURLToPath(import.meta.url)}`);
}
