import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { postgresqlGround } from '../test/store/postgresql-ground.js';
import { type Asker, asker, type Timed } from './asking.js';
import { madeCodes, madeYears, writeMadePack } from './made-pack.js';
import { fillerOf, madeRound } from './made-round.js';
import { quantileOf, type Result } from './measure.js';
import { freePort, startServer } from './program.js';

/** `--reporters=12 --readers=3` for a smaller run. */
export const people = { reporters: counted('reporters', 300), readers: counted('readers', 50) };
const years = 3;
/** Between two pages a reader looks at what it got. */
const lookMs = 1000;
const settleMs = 3000;

/**
 * Reporters, each with the workbook of its own unit with all 100 indicators filled, all begin to send at the same moment; readers meanwhile
 * open the ranking of the last year, that of another year and the page of a city, one after the other, with a second between two pages,
 * until the last workbook is in. Client and server share the machine. Any status but 200, and a return that is not in the round
 * afterwards, fails the measurement.
 */
export async function loadEmbedded(name: string, folder: string): Promise<Result[]> {
  return underLoad(name, folder, ['--workspace', join(folder, 'load')]);
}

/** As `loadEmbedded`, on a PostgreSQL. */
export async function loadShared(name: string, folder: string): Promise<Result[]> {
  const ground = await postgresqlGround();
  try {
    const place = await ground.fresh();
    const database = 'url' in place ? place.url : '';
    return await underLoad(name, folder, [
      '--database',
      database,
      '--workspace',
      join(folder, 'load-shared'),
    ]);
  } finally {
    await ground.end();
  }
}

async function underLoad(name: string, folder: string, where: readonly string[]): Promise<Result[]> {
  // One more unit, whose workbook is sent while nobody else asks.
  const units = madeCodes(people.reporters + 1);
  const pack = join(folder, 'load-pack');
  writeMadePack(pack, { units: units.length, indicators: 100, years });
  const metricsPort = await freePort();
  const server = await startServer(
    (port) =>
      ['bin/afterlode', 'serve', '--quiet', '--port', String(port)].concat(
        ['--pack', pack, '--metrics', `127.0.0.1:${metricsPort}`],
        where,
      ),
    '/health',
  );
  const client = asker();
  try {
    const site = { address: server.address, metrics: `http://127.0.0.1:${metricsPort}/metrics` };
    const seen = await play(
      client,
      site,
      units.map((code) => `xy-${code}`),
    );
    return results(name, { ...seen, cpu: server.cpuSeconds(), peak: server.peakMegabytes() });
  } finally {
    client.close();
    await server.stop();
  }
}

interface Site {
  readonly address: string;
  readonly metrics: string;
}

async function play(
  client: Asker,
  site: Site,
  units: readonly string[],
): Promise<Omit<Seen, 'cpu' | 'peak'>> {
  const { ask, read } = client;
  const workbooks = await openRound(client, site, units);
  const round = `${site.address}/api/rounds/load`;
  const send = (body: Buffer, at: number) =>
    read(`${round}/returns/${units[at]}/workbook`, {
      method: 'POST',
      headers: { 'x-file-name': `${units[at]}.xlsx`, 'content-type': 'application/octet-stream' },
      body,
    });
  const alone = await send(workbooks.at(-1) as Buffer, units.length - 1);
  const paths = pagePaths(site, units[0] as string);
  const quiet = [];
  for (const path of paths) quiet.push(await ask(path));
  await wait(settleMs);
  await read(site.metrics);
  const started = performance.now();
  const over = new AbortController();
  const reads: Timed[] = [];
  const browsing = Array.from({ length: people.readers }, async (_, reader) => {
    for (let page = reader; !over.signal.aborted; page++) {
      reads.push(await ask(paths[page % paths.length] as string));
      await wait(lookMs);
    }
  });
  const uploads = await Promise.all(workbooks.slice(0, -1).map(send));
  const seconds = (performance.now() - started) / 1000;
  over.abort();
  await Promise.all(browsing);
  const late = eventLoopDelay((await read(site.metrics)).body.toString());
  const bad = [alone, ...quiet, ...uploads, ...reads].filter(({ status }) => status !== 200);
  if (bad.length > 0) {
    const told = [alone, ...uploads].find(({ status }) => status !== 200)?.body;
    throw new Error(
      `${bad.length} answers with ${[...new Set(bad.map(({ status }) => status))].join()}: ${String(told)}`,
    );
  }
  await expectAllIn(client, round, units.length);
  return { uploads, reads, alone, quiet, seconds, late, bytes: workbooks[0]?.length ?? 0 };
}

/** Defines and opens the round, and fills the workbook that the server makes for one unit for all of them. */
async function openRound({ read }: Asker, { address }: Site, units: readonly string[]): Promise<Buffer[]> {
  const rounds = `${address}/api/rounds`;
  const post = async (url: string, content: object) => {
    const body = Buffer.from(JSON.stringify(content));
    const done = await read(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (done.status !== 200) throw new Error(`${url}: ${done.status} ${String(done.body)}`);
  };
  await post(rounds, madeRound(units, madeYears(years).at(-1) as string));
  await post(`${rounds}/load/open`, {});
  const [first = ''] = units;
  const fill = fillerOf((await read(`${rounds}/load/returns/${first}/workbook?lang=zh`)).body, first);
  return units.map(fill);
}

/** Every return has one change with all figures. */
async function expectAllIn({ read }: Asker, round: string, count: number): Promise<void> {
  const { body } = await read(`${round}/returns?limit=10000`);
  const rows = JSON.parse(body.toString()) as readonly { readonly revision: number }[];
  const saved = rows.filter(({ revision }) => revision === 1).length;
  if (saved !== count) throw new Error(`${saved} returns of ${count} are in the round`);
}

function pagePaths({ address }: Site, unit: string): readonly string[] {
  return [
    `${address}/api/overview`,
    `${address}/api/overview?period=${madeYears(years).at(-2)}`,
    `${address}/api/cities/${unit}/page`,
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
  /** Of a workbook. */
  readonly bytes: number;
  /** Of the server, its start included, s. */
  readonly cpu: number;
  /** MB. */
  readonly peak: number;
}

function results(
  name: string,
  { uploads, reads, alone, quiet, seconds, late, bytes, cpu, peak }: Seen,
): Result[] {
  const times = (all: readonly Timed[]) => all.map(({ ms }) => ms);
  const upload = (share: number, note: string) => ({
    name: `${name}, upload p${100 * share}`,
    ms: quantileOf(times(uploads), share),
    baselineMs: alone.ms,
    limitMs: null,
    note: `one upload alone; ${note}`,
  });
  const page = (share: number, note: string) => ({
    name: `${name}, read p${100 * share}`,
    ms: quantileOf(times(reads), share),
    baselineMs: quantileOf(times(quiet), 0.5),
    limitMs: null,
    note: `a page alone, first; ${note}`,
  });
  const rate = `${(uploads.length / seconds).toFixed(1)} workbooks/s over ${seconds.toFixed(0)} s`;
  const machine = `event loop at most ${(late * 1000).toFixed(0)} ms late; ${cpu.toFixed(0)} s of the processor; peak ${peak.toFixed(0)} MB`;
  return [
    upload(0.5, `${rate}, ${(bytes / 1000).toFixed(0)} kB each`),
    upload(0.95, machine),
    page(0.5, `${reads.length} pages`),
    page(0.95, `slowest ${Math.max(...times(reads)).toFixed(0)} ms`),
  ];
}

function eventLoopDelay(metrics: string): number {
  const line = /^afterlode_event_loop_delay_seconds\{quantile="1"\} (\S+)$/m.exec(metrics);
  return Number(line?.[1] ?? Number.NaN);
}

function counted(option: string, usual: number): number {
  const word = process.argv.find((one) => one.startsWith(`--${option}=`));
  return word === undefined ? usual : Number(word.slice(option.length + 3));
}
