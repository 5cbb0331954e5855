// Builds `dist/`: `node tools/build.mjs [program] [web] [types]`, program and web by default.
// `npm run build` and `bin/afterlode` come here through ensure.mjs, which keeps the stamps.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parts } from './parts.mjs';
import { contentHash } from './stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(root, path);

/** Where people and other programs enter; names below `dist/`. */
const entries = {
  cli: 'src/cli/main.ts',
  index: 'src/index.ts',
  node: 'src/node.ts',
  server: 'src/server.ts',
  'store/pglite-worker': 'src/store/pglite-worker.ts',
  'jobs/block-worker': 'src/jobs/block-worker.ts',
  'jobs/tile-worker': 'src/jobs/tile-worker.ts',
  'app/campaign/worker': 'src/app/campaign/worker.ts',
  'app/engine/worker': 'src/app/engine/worker.ts',
  'app/report/worker': 'src/app/report/worker.ts',
  'app/renewal/worker': 'src/app/renewal/worker.ts',
  'app/vacant-land/worker': 'src/app/vacant-land/worker.ts',
};

/** Names the build; the program finds by it the catalog that was compiled together with it, and no other. */
const buildName = contentHash(root, [...parts.program.from, 'catalog'], parts.program.except).slice(0, 16);

/** One ES module per entry, shared chunks beside them; packages stay outside. */
async function buildProgram() {
  const database = packDatabase();
  const { build } = await import('esbuild');
  await compileCatalog(build);
  const present = Object.entries(entries).filter(([, file]) => existsSync(at(file)));
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    // Beside the entries, so that `..` of any of them is the checkout.
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    define: { AFTERLODE_BUILD: JSON.stringify(buildName) },
    logLevel: 'warning',
  });
  const made = [...Object.keys(result.metafile.outputs), `dist/catalog-${buildName}.json`];
  removeOthers(new Set(made.map((path) => resolve(root, path))));
  await database;
}

/** A new database for workspaces to begin with, made beside the other steps: it takes the longest, once for each PGlite. */
async function packDatabase() {
  mkdirSync(at('dist'), { recursive: true });
  const words = [at('tools/pack-database.mjs'), at('dist/new-database.gz')];
  const [status] = await once(
    spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] }),
    'exit',
  );
  if (status !== 0) process.exit(1);
}

/** What parsing and checking the catalog comes to, so that no start of the program has to do it again. */
async function compileCatalog(build) {
  const compiler = at('dist/.compile-catalog.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['tools/compile-catalog.ts'],
    outfile: compiler,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const { compileCatalog: compile } = await import(pathToFileURL(compiler).href);
  await compile(at('catalog'), at(`dist/catalog-${buildName}.json`));
  rmSync(compiler);
}

/** Chunks and catalogs of earlier builds; removed last, so that a running program finds its own until then. */
function removeOthers(kept) {
  for (const folder of ['dist', 'dist/store', 'dist/jobs', 'dist/app']) {
    if (!existsSync(at(folder))) continue;
    for (const file of readdirSync(at(folder))) {
      const path = join(at(folder), file);
      if (/\.js(\.map)?$|^catalog-.*\.json/.test(file) && !kept.has(path)) rmSync(path);
    }
  }
}

function buildWeb() {
  run('vite', ['build', '--logLevel', 'warn']);
}

/** Declarations for those who import the package, and for the snapshot of its public names. */
function buildTypes() {
  rmSync(at('dist/types'), { recursive: true, force: true });
  run('tsc', ['-p', 'tools/tsconfig.types.json']);
}

function run(command, words) {
  const { status } = spawnSync(at(`node_modules/.bin/${command}`), words, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(1);
}

const steps = { program: buildProgram, web: buildWeb, types: buildTypes };
const asked = process.argv.length > 2 ? process.argv.slice(2) : ['program', 'web'];
try {
  for (const [part, step] of Object.entries(steps)) if (asked.includes(part)) await step();
} catch (error) {
  // esbuild has printed file, line and fault already.
  process.exitCode = 1;
  if (!error.errors) throw error;
}
