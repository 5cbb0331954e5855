import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Folder of bundled workers as a URL, put in by vitest.config.ts: threads start quicker from them than from sources. */
declare const AFTERLODE_WORKERS: string | undefined;

/** A worker's file: its room and its name without extension; `dist/ROOM/NAME.js` is an entry of tools/build.mjs. */
export interface WorkerFile {
  readonly room: string;
  readonly name: string;
}

/**
 * Starts a thread from the bundle or from the sources.
 *
 * Node 20 reads no TypeScript and its workers do not inherit tsx from the command line, so from the sources the
 * worker begins with one line that registers tsx and goes on with the real file.
 *
 * @param data what the worker finds in `workerData`
 */
export function startWorker(file: WorkerFile, data: unknown): Worker {
  const url = findWorker(file);
  if (!url.pathname.endsWith('.ts')) return new Worker(url, { workerData: data });
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const register = pathToFileURL(join(tsx, 'dist', 'esm', 'api', 'index.mjs')).href;
  const line =
    `import(${JSON.stringify(register)})` +
    `.then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); });`;
  return new Worker(line, { eval: true, workerData: data });
}

/** Below the folder of this file, once bundled, or beside it; in another room in the sources. */
export function findWorker({ room, name }: WorkerFile): URL {
  if (typeof AFTERLODE_WORKERS !== 'undefined') return new URL(`${room}/${name}.js`, AFTERLODE_WORKERS);
  const here = fileURLToPath(new URL('.', import.meta.url));
  const source = basename(here) === 'jobs' && existsSync(new URL('./start-worker.ts', import.meta.url));
  const places = source
    ? [`../${room}/${name}.ts`]
    : [`./${room}/${name}.js`, `../${room}/${name}.js`, `./${name}.js`];
  const found = places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url));
  if (found) return found;
  throw new Error(`the worker ${room}/${name} is missing beside ${here}`);
}
