import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFigures } from './figures.js';
import { loadEmbedded, loadShared, people } from './load.js';
import { type Result, timeRuns } from './measure.js';
import { pagePaints } from './pages.js';
import { callNode, startServer } from './program.js';
import { rankingPath } from './ranking.js';
import { reportPath } from './reports.js';

const program = 'bin/afterlode';
const rowsOfThePanel = 126_367;
/** `--rows=100000000` takes a hundred million: 3.6 GB, and minutes. */
const rowsOfMeters = Number(process.argv.find((word) => word.startsWith('--rows='))?.slice(7) ?? 1_000_000);

/** A server that does nothing but answer: what starting Node costs. */
const bareServer = (port: number) => [
  '-e',
  `require('node:http').createServer((_, answer) => answer.end('{}')).listen(${port}, '127.0.0.1')`,
];

/** The main paths, each through the door that people use; the fresh start is measured by tools/fresh-clone.sh. */
export async function mainPaths(wanted: (name: string) => boolean): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-bench-'));
  const load = `load: ${people.reporters} reporters and ${people.readers} readers`;
  const paths: readonly (readonly [string, (name: string, folder: string) => Promise<Result[]>])[] = [
    ['command: cities --json', command],
    ['warm start until the page answers', warmStart],
    ['overview of 262 cities from a warm server', overview],
    ['first paint of the page', (name, at) => pagePaints(name, (port) => serve(port, at))],
    [`import of ${rowsOfThePanel} rows`, importPanel],
    ['ranking of 2,900 units × 100 indicators × 20 years', rankingPath],
    ['report: the check-ups of all cities', reportPath],
    [`${load}, PGlite`, loadEmbedded],
    [`${load}, PostgreSQL`, loadShared],
    [`meters: ${rowsOfMeters} readings of a CSV to empty homes`, readMeters],
    ['locate: raster of 20,000 × 20,000 cells written, walked and computed by windows', walkRaster],
  ];
  try {
    const results: Result[] = [];
    for (const [name, path] of paths) if (wanted(name)) results.push(...(await path(name, folder)));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function command(name: string): Promise<Result[]> {
  const ms = await timeRuns(5, () => callNode([program, 'cities', '--json']));
  const baselineMs = await timeRuns(5, () => callNode(['-e', '0']));
  return [{ name, ms, baselineMs, limitMs: 1000, note: 'Node that does nothing' }];
}

async function warmStart(name: string, folder: string): Promise<Result[]> {
  const times: number[] = [];
  for (let run = 0; run < 3; run++) {
    const server = await startServer((port) => serve(port, folder), '/');
    times.push(server.ms);
    await server.stop();
  }
  const bare = await startServer(bareServer, '/');
  await bare.stop();
  const ms = times.toSorted((a, b) => a - b)[1] as number;
  return [{ name, ms, baselineMs: bare.ms, limitMs: 5000, note: 'a server that does nothing' }];
}

async function overview(name: string, folder: string): Promise<Result[]> {
  const server = await startServer((port) => serve(port, folder), '/');
  const bare = await startServer(bareServer, '/');
  try {
    const url = `${server.address}/api/overview?period=2020&index=people_work`;
    const first = await timeRuns(1, () => get(url));
    const ms = await timeRuns(20, () => get(url));
    const baselineMs = await timeRuns(20, () => get(bare.address));
    const note = 'a request that does nothing';
    return [
      { name: `${name}, first`, ms: first, baselineMs, limitMs: 1000, note },
      { name, ms, baselineMs, limitMs: 1000, note },
    ];
  } finally {
    await server.stop();
    await bare.stop();
  }
}

async function importPanel(name: string, folder: string): Promise<Result[]> {
  const cities = JSON.parse((await callNode([program, 'cities', '--json'])).output) as { adcode: string }[];
  const file = join(folder, 'figures.csv.gz');
  writeFigures(file, [...new Set(cities.map((city) => city.adcode))], rowsOfThePanel);
  const words = (workspace: string) => [
    program,
    'import',
    file,
    '--json',
    '--quiet',
    '--workspace',
    join(folder, workspace),
  ];
  // An empty import makes the workspace, so that only the import is measured.
  await callNode([...words('imported'), '--dry-run']);
  const done = await callNode(words('imported'));
  if (done.status !== 0) throw new Error(`import ended with status ${done.status}`);
  const { read, accepted } = JSON.parse(done.output) as { read: number; accepted: number };
  if (read !== rowsOfThePanel) throw new Error(`${read} rows read, expected ${rowsOfThePanel}`);
  const parse = `require('node:zlib').gunzipSync(require('node:fs').readFileSync(${JSON.stringify(file)})).toString().split('\\n').map((line) => line.split(','))`;
  const baseline = await callNode(['-e', parse]);
  const note = `unzip and split the lines; ${accepted} rows accepted, peak ${done.peakMegabytes.toFixed(0)} MB`;
  if (done.peakMegabytes > 1229)
    throw new Error(`import took ${done.peakMegabytes.toFixed(0)} MB, at most 1,229`);
  return [{ name, ms: done.ms, baselineMs: baseline.ms, limitMs: 10_000, note }];
}

async function readMeters(name: string, folder: string): Promise<Result[]> {
  const [readings, estates] = [join(folder, 'readings.csv'), join(folder, 'estates.csv')];
  const made = await callNode([
    '--import',
    'tsx',
    'tools/made-meters.ts',
    `${rowsOfMeters}`,
    readings,
    'month',
  ]);
  if (made.status !== 0) throw new Error(`tools/made-meters.ts ended with status ${made.status}`);
  const count = Math.ceil(rowsOfMeters / 12 / 400);
  const lines = Array.from({ length: count }, (_, at) => `E${at},400`);
  writeFileSync(estates, `estate,units\n${lines.join('\n')}\n`);
  const tables = ['--estates', estates, '--meters', readings, '--workspace', join(folder, 'metered')];
  const done = await callNode([program, 'vacancy', ...tables, '--json', '--whole', '--quiet']);
  if (done.status !== 0) throw new Error(`vacancy ended with status ${done.status}`);
  const { meters } = JSON.parse(done.output) as { meters: { readings: number; units: number } };
  if (meters.readings !== rowsOfMeters)
    throw new Error(`${meters.readings} readings, expected ${rowsOfMeters}`);
  const peak = done.peakMegabytes.toFixed(0);
  if (done.peakMegabytes > 3000) throw new Error(`the readings took ${peak} MB, at most 3,000`);
  const counted = `let n = 0; require('node:fs').createReadStream(${JSON.stringify(readings)}).on('data', (b) => { for (const x of b) if (x === 10) n += 1; }).on('end', () => console.log(n))`;
  const baseline = await callNode(['-e', counted]);
  const note = `count the lines; ${meters.units} homes, peak ${peak} MB`;
  return [{ name, ms: done.ms, baselineMs: baseline.ms, limitMs: null, note }];
}

async function walkRaster(name: string, folder: string): Promise<Result[]> {
  const done = await callNode(['--import', 'tsx', 'bench/raster-walk.ts', '20000', folder]);
  if (done.status !== 0) throw new Error(`the walk ended with status ${done.status}`);
  console.log(done.output);
  const peak = done.peakMegabytes.toFixed(0);
  if (done.peakMegabytes > 700) throw new Error(`the walk took ${peak} MB, at most 700`);
  const loop = 'let s = 0; for (let i = 0; i < 4e8; i++) s += Math.round(4000 / (1 + i)); console.log(s)';
  const baseline = await callNode(['-e', loop]);
  const note = `a loop of as many roundings; peak ${peak} MB, the raster whole has 3,200 MB`;
  return [{ name, ms: done.ms, baselineMs: baseline.ms, limitMs: null, note }];
}

function serve(port: number, folder: string): string[] {
  return [program, 'serve', '--quiet', '--port', String(port), '--workspace', join(folder, 'served')];
}

async function get(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
}
