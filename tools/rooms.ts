import { posix } from 'node:path';
import { readSource } from './source.js';

/** The order of rooms: a room imports only smaller numbers. Numbers 0 to 6 are pure. */
export const rooms: Readonly<Record<string, number>> = {
  base: 0,
  catalog: 1,
  register: 2,
  access: 3,
  observe: 3,
  assess: 4,
  campaign: 4,
  locate: 4,
  plan: 5,
  report: 6,
  print: 7,
  files: 7,
  store: 7,
  jobs: 8,
  app: 9,
  api: 10,
  cli: 10,
};

const lastPure = 6;

/** Which room imports which package. A package has one room; where it has two, the second reason stands beside it. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  base: ['@noble/hashes'],
  catalog: ['yaml', 'zod'],
  register: ['fastest-levenshtein'],
  // exceljs: `files` reads workbooks, `print` writes them; rooms of equal number do not import each other.
  files: [
    '@duckdb/node-api',
    'csv-parse',
    'exceljs',
    'geotiff',
    'h5wasm',
    'hyparquet',
    'hyparquet-compressors',
    'onnxruntime-web',
    'yaml',
  ],
  locate: ['proj4'],
  plan: ['highs'],
  print: ['@embedpdf/fonts-sc', '@myriaddreamin/typst-ts-node-compiler', 'docx', 'exceljs', 'fflate'],
  jobs: ['bullmq', 'ioredis', 'piscina'],
  store: ['@electric-sql/pglite', 'kysely', 'pg'],
  // Asks the identity provider of a sign-in.
  app: ['openid-client'],
  // zod: the doors check what comes in from outside, as the catalog checks its files.
  api: [
    '@fastify/compress',
    '@fastify/cookie',
    '@fastify/helmet',
    '@fastify/rate-limit',
    '@fastify/static',
    '@fastify/swagger',
    '@opentelemetry/api',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace-base',
    'fastify',
    'fastify-type-provider-zod',
    'zod',
  ],
  cli: ['commander'],
  web: [
    '@fontsource-variable/noto-sans-sc',
    '@mapbox/vector-tile',
    'd3-geo',
    'echarts',
    'pbf',
    'pmtiles',
    'react',
    'react-dom',
    'topojson-client',
    'world-atlas',
  ],
};

/** Only types come from these, so that nothing of them is in the program. */
const typePackages = ['geojson', 'topojson-specification'];

/** Entry points and the highest room each may open. */
const entries: Readonly<Record<string, number>> = { 'index.ts': lastPure, 'node.ts': 9, 'server.ts': 10 };

/** The one step sideways: the command `serve` starts the other door. */
const sideways: Readonly<Record<string, string>> = { 'cli/commands/serve.ts': 'api/index.js' };

/**
 * Breaches of the house rules in one file of `src/`, as `file:line: what`.
 *
 * @param file path below `src/` with forward slashes
 */
export function breaches(file: string, text: string): string[] {
  const facts = readSource(file, text);
  const test = /(^|\/)testing\/|\.test\.tsx?$/.test(file);
  const room = file.includes('/') ? (file.split('/')[0] as string) : null;
  const found: string[] = [];
  const say = (line: number, what: string) => found.push(`${file}:${line}: ${what}`);
  if (room !== null && room !== 'web' && rooms[room] === undefined) say(1, `${room} is no room`);
  if (facts.defaultExport) say(1, 'has a default export');
  for (const { target, line, typeOnly } of facts.imports) {
    const fault = target.startsWith('.')
      ? relativeFault(file, room, target, typeOnly)
      : packageFault(room, target, typeOnly, test);
    if (fault !== null) say(line, fault);
  }
  if (!test && isPure(room)) for (const { what, line } of facts.impure) say(line, `a pure room uses ${what}`);
  const length = text.split('\n').length - 1;
  if (length > 500) say(length, `${length} lines, more than 500`);
  return found;
}

function isPure(room: string | null): boolean {
  return room !== null && (rooms[room] ?? Number.POSITIVE_INFINITY) <= lastPure;
}

function relativeFault(file: string, room: string | null, target: string, typeOnly: boolean): string | null {
  const path = posix.normalize(posix.join(posix.dirname(file), target));
  if (path.startsWith('..')) return `imports ${target}, outside src`;
  const other = path.includes('/') ? (path.split('/')[0] as string) : null;
  if ((other === room && room !== null) || sideways[file] === path) return null;
  if (room === 'web' && path === 'api/contract.js')
    return typeOnly ? null : 'web imports more than types of api/contract';
  if (other === null || rooms[other] === undefined) return `imports ${target}, which is in no room`;
  const height = rooms[other] as number;
  if (height >= ceiling(file, room)) return `imports ${other} (${height}), which does not lie below it`;
  return path === `${other}/index.js` ? null : `imports ${path} past the door ${other}/index.js`;
}

/** The number that an imported room must stay below. */
function ceiling(file: string, room: string | null): number {
  if (room === null) return (entries[file] ?? -1) + 1;
  return room === 'web' ? lastPure + 1 : (rooms[room] ?? 0);
}

function packageFault(room: string | null, target: string, typeOnly: boolean, test: boolean): string | null {
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  // Tests may read files and use test tools; the order of rooms binds them all the same.
  if (test) return null;
  if (target.startsWith('node:'))
    return isPure(room) || room === 'web' ? `imports ${target} in a pure room` : null;
  if (typeOnly && typePackages.includes(name)) return null;
  return packages[room ?? '']?.includes(name)
    ? null
    : `imports ${name}, not listed for ${room ?? 'entry points'}`;
}
