import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Asker, asker, type Timed } from './asking.js';
import { writeMadePack } from './made-pack.js';
import { quantileOf, type Result } from './measure.js';
import { startServer } from './program.js';

const asks = 300;

/**
 * The ranking page of a nation: what its page asks for, `/api/overview`, of a server of its own over HTTP. First: nothing is worked
 * out yet. Warm: 300 times one after the other, packed as browsers take it. Held: as often by somebody who holds the answer already.
 */
export async function rankingPath(name: string, folder: string): Promise<Result[]> {
  const pack = join(folder, 'ranking-pack');
  writeMadePack(pack, { units: 2900, indicators: 100, years: 20 });
  const words = (port: number) => [
    'bin/afterlode',
    'serve',
    '--quiet',
    '--port',
    String(port),
    '--pack',
    pack,
    '--workspace',
    join(folder, 'ranking'),
  ];
  const server = await startServer(words, '/health');
  const client = asker();
  const { ask, close } = client;
  try {
    const url = `${server.address}/api/overview`;
    const [first, meanwhile] = await withOthers(client, url, `${server.address}/health`);
    const seconds = server.cpuSeconds().toFixed(1);
    const warm: Timed[] = [];
    for (let time = 0; time < asks; time++) warm.push(await ask(url));
    const held = [];
    for (let time = 0; time < asks; time++)
      held.push(await ask(url, { headers: { 'if-none-match': first.etag } }));
    const nothing = [];
    for (let time = 0; time < asks; time++) nothing.push(await ask(`${server.address}/health`));
    const plain = await ask(url, { headers: { 'accept-encoding': 'identity' } });
    if (
      [first, plain, ...warm].some(({ status }) => status !== 200) ||
      held.some(({ status }) => status !== 304)
    )
      throw new Error('the ranking was not answered');
    const baselineMs = quantileOf(
      nothing.map(({ ms }) => ms),
      0.5,
    );
    const row = (what: string, ms: number, limitMs: number | null, note: string) => ({
      name: `${name}, ${what}`,
      ms,
      baselineMs,
      limitMs,
      note: `/health of the same server; ${note}`,
    });
    const at = (share: number) =>
      quantileOf(
        warm.map(({ ms }) => ms),
        share,
      );
    const size = `${kilobytes(first.bytes)} kB packed, ${kilobytes(plain.bytes)} kB plain`;
    const peak = `${seconds} s of the processor since the start; peak ${server.peakMegabytes().toFixed(0)} MB`;
    return [
      row('first', first.ms, null, peak),
      row(
        'others meanwhile, slowest',
        Math.max(...meanwhile),
        null,
        `${meanwhile.length} requests to /health`,
      ),
      row('warm, p50', at(0.5), 50, size),
      row('warm, p95', at(0.95), 50, `${asks} requests`),
      row('warm, p99', at(0.99), null, `${asks} requests`),
      row(
        'held already (304), p95',
        quantileOf(
          held.map(({ ms }) => ms),
          0.95,
        ),
        50,
        `${asks} requests`,
      ),
    ];
  } finally {
    close();
    await server.stop();
  }
}

/** An answer, and what others waited for theirs until it came, ms. */
async function withOthers({ ask }: Asker, url: string, other: string): Promise<[Timed, number[]]> {
  const waited: number[] = [];
  const come = new AbortController();
  const asking = ask(url).finally(() => come.abort());
  while (!come.signal.aborted) {
    waited.push((await ask(other)).ms);
    await wait(20);
  }
  return [await asking, waited];
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
