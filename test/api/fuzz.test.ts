import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildServer } from '../../src/api/index.js';
import { smallTiff } from '../../src/files/raster/testing/small-tiff.js';
import { testWorkspace } from '../app/workspace.js';
import { type Asked, requestsOf } from './fuzz/asked.js';
import { type Description, describedBy } from './fuzz/described.js';
import { faultsOf, type OpenDoor, openDoor } from './fuzz/door.js';
import { goodBodies } from './fuzz/good-bodies.js';

/**
 * Every operation of `/openapi.json` is asked at random, over a socket: what fits its description, and what breaks it at one place.
 * `AFTERLODE_FUZZ_RUNS` is the count for each operation, `AFTERLODE_FUZZ_SEED` where chance begins, `AFTERLODE_FUZZ_ONLY` a part of a path.
 */
const runs = Number(process.env['AFTERLODE_FUZZ_RUNS'] ?? 2);
const seed = Number(process.env['AFTERLODE_FUZZ_SEED'] ?? 20_261_122);
const only = process.env['AFTERLODE_FUZZ_ONLY'] ?? '';

/** Each of these starts a thread, which takes a second. */
const inThreads = /^\/api\/(index|mcda|renewal|vacant-land)/;

let door: OpenDoor;
let description: Description;
let good: ReturnType<typeof goodBodies>;

beforeAll(async () => {
  const server = await buildServer({
    ws: await testWorkspace(),
    webFolder: 'no such folder',
    importLimit: 2 ** 24,
  });
  description = await describedBy(server);
  const sent = await server.inject({
    method: 'POST',
    url: '/api/rasters',
    headers: { 'x-file-name': 'small.tif', 'content-type': 'image/tiff' },
    payload: Buffer.from(smallTiff(4, [1, 2, 3, 4, 5, 6, 7, 8])),
  });
  good = goodBodies(sent.json<{ readonly id: string }>().id);
  door = await openDoor(server);
});
afterAll(() => door.close());

describe('whatever is asked', () => {
  it('is answered as described, without a failure of the server and without telling of its inside', async () => {
    const found: string[] = [];
    const statuses = new Set<number>();
    for (const operation of description.operations.filter(({ path }) => path.includes(only))) {
      const numRuns = inThreads.test(operation.path) ? Math.ceil(runs / 10) : runs;
      const samples = fc.sample(
        requestsOf(operation, description, operation.method === 'GET' ? undefined : good[operation.path]),
        { numRuns, seed },
      );
      for (const asked of samples) {
        const answer = await door.ask(asked);
        statuses.add(answer.status);
        const faults = faultsOf(operation, answer);
        if (faults.length > 0)
          found.push(`${told(asked)}: ${faults.join(', ')}: ${answer.text.slice(0, 300)}`);
      }
    }
    expect(found).toEqual([]);
    // Some get through, and some are refused: else chance asks nothing worth asking.
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400]));
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(existsSync('/tmp/slipped-out')).toBe(false);
  }, 3_600_000);
});

/** A request in one line, so that it can be repeated. */
function told({ method, url, headers, body }: Asked): string {
  const shown = body === null ? '' : body.toString('utf8').slice(0, 1500);
  return `${method} ${url.slice(0, 500)} ${JSON.stringify(headers).slice(0, 300)} ${shown}`;
}
