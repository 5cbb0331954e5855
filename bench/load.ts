import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { postgresqlGround } from '../test/store/postgresql-ground.js';
import { asker, type Timed } from './asking.js';
import { madeCodes, madeIndicators, madeYears, writeMadePack } from './made-pack.js';
import { quantileOf, type Result } from './measure.js';
import { freePort, type Started, startServer } from './program.js';

const reporters = 300;
const readers = 50;
const size = { units: reporters, indicators: 100, years: 3 };
/** Between two pages a reader looks at what it got. */
const lookMs = 1000;
const settleMs = 3000;

/**
 * Three hundred reporters, each with a workbook of a hundred indicators of its own unit, all begin to send at the same moment; fifty
 * readers meanwhile open the ranking of the last year, that of another year and the page of a city, one after the other, with a second
 * between two pages, until the last workbook is in. Every upload changes what all pages rest on, so pages are worked out anew all the
 * time: the hardest mix there is. Client and server share the machine. Any status but 200 fails the measurement.
 */
export async function loadPath(name: string, folder: string): Promise<Result[]> {
  const pack = join(folder, 'load-pack');
  writeMadePack(pack, size);
  const workbooks = await Promise.all(madeCodes(reporters).map(workbook));
  const embedded = await underLoad(`${name}, PGlite`, workbooks, pack, ['--workspace', join(folder, 'load')]);
  const ground = await postgresqlGround();
  try {
    const place = await ground.fresh();
    const database = 'url' in place ? place.url : '';
    const shared = ['--database', database, '--workspace', join(folder, 'load-shared')];
    return [...embedded, ...(await underLoad(`${name}, PostgreSQL`, workbooks, pack, shared))];
  } finally {
    await ground.end();
  }
}

async function underLoad(
  name: string,
  workbooks: readonly Buffer[],
  pack: string,
  where: readonly string[],
): Promise<Result[]> {
  const metricsPort = await freePort();
  const metrics = `127.0.0.1:${metricsPort}`;
  const server = await startServer(
    (port) => [
      'bin/afterlode',
      'serve',
      '--quiet',
      '--port',
      String(port),
      '--pack',
      pack,
      '--metrics',
      metrics,
      ...where,
    ],
    '/health',
  );
  const { ask, close } = asker();
  const send = (body: Buffer, at: number) =>
    ask(`${server.address}/api/imports`, {
      method: 'POST',
      headers: { 'x-file-name': `u${at}.xlsx`, 'content-type': 'application/octet-stream' },
      body,
    });
  try {
    const alone = await send(workbooks[0] as Buffer, 0);
    const paths = pagePaths(server);
    const quiet = [];
    for (const path of paths) quiet.push(await ask(path));
    await wait(settleMs);
    await (await fetch(`http://${metrics}/metrics`)).text();
    const started = performance.now();
    const over = new AbortController();
    const reads: Timed[] = [];
    const browsing = Array.from({ length: readers }, async (_, reader) => {
      for (let page = reader; !over.signal.aborted; page++) {
        reads.push(await ask(paths[page % paths.length] as string));
        await wait(lookMs);
      }
    });
    const uploads = await Promise.all(workbooks.map(send));
    const seconds = (performance.now() - started) / 1000;
    over.abort();
    await Promise.all(browsing);
    const late = eventLoopDelay(await (await fetch(`http://${metrics}/metrics`)).text());
    return results(name, { uploads, reads, alone, quiet, seconds, late, peak: server.peakMegabytes() });
  } finally {
    close();
    await server.stop();
  }
}

function pagePaths({ address }: Started): readonly string[] {
  return [
    `${address}/api/overview`,
    `${address}/api/overview?period=${madeYears(size.years).at(-2)}`,
    `${address}/api/cities/${madeCodes(1)[0]}/page`,
  ];
}

interface Seen {
  readonly uploads: readonly Timed[];
  readonly reads: readonly Timed[];
  /** One upload while nobody else asked. */
  readonly alone: Timed;
  /** Each page, first, while nobody else asked. */
  readonly quiet: readonly Timed[];
  readonly seconds: number;
  /** Longest delay of the event loop, seconds. */
  readonly late: number;
  /** MB. */
  readonly peak: number;
}

function results(name: string, { uploads, reads, alone, quiet, seconds, late, peak }: Seen): Result[] {
  const bad = [alone, ...quiet, ...uploads, ...reads].filter(({ status }) => status !== 200);
  if (bad.length > 0)
    throw new Error(
      `${name}: ${bad.length} answers with ${[...new Set(bad.map(({ status }) => status))].join()}`,
    );
  const times = (all: readonly Timed[]) => all.map(({ ms }) => ms);
  const upload = { baselineMs: alone.ms, limitMs: null };
  const read = { baselineMs: quantileOf(times(quiet), 0.5), limitMs: null };
  const rate = `${(uploads.length / seconds).toFixed(1)} workbooks/s over ${seconds.toFixed(0)} s`;
  const machine = `event loop at most ${(late * 1000).toFixed(0)} ms late; peak ${peak.toFixed(0)} MB`;
  return [
    {
      name: `${name}, upload p50`,
      ms: quantileOf(times(uploads), 0.5),
      ...upload,
      note: `one upload alone; ${rate}`,
    },
    {
      name: `${name}, upload p95`,
      ms: quantileOf(times(uploads), 0.95),
      ...upload,
      note: `one upload alone; ${machine}`,
    },
    {
      name: `${name}, read p50`,
      ms: quantileOf(times(reads), 0.5),
      ...read,
      note: `a page alone, first; ${reads.length} pages`,
    },
    { name: `${name}, read p95`, ms: quantileOf(times(reads), 0.95), ...read, note: 'a page alone, first' },
  ];
}

function eventLoopDelay(metrics: string): number {
  const line = /^afterlode_event_loop_delay_seconds\{quantile="1"\} (\S+)$/m.exec(metrics);
  return Number(line?.[1] ?? Number.NaN);
}

/** A workbook as a reporter fills it: a row for each indicator of its unit, in the year after the last of the pack. */
async function workbook(code: string, unit: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('figures');
  sheet.addRow(['city', 'period', 'indicator', 'value', 'unit']);
  const period = madeYears(size.years).at(-1);
  for (const [at, indicator] of madeIndicators(size.indicators).entries())
    sheet.addRow([code, period, indicator, 50 + ((unit * 7 + at) % 40) + 0.5, 'points']);
  return Buffer.from(await book.xlsx.writeBuffer());
}
