import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/index.js';
import { temporaryFolder } from '../cli/call.js';
import { playCampaign } from '../faults/campaign.js';
import { mixedChanges } from '../faults/changes.js';
import { startApp } from '../faults/client.js';
import { expectWhole, withWorkspace } from '../faults/expect-whole.js';
import { allTold, expectTold, startReceiver, tellReceiver } from '../faults/receiver.js';
import { beginRound, expectReturns, reportingUnits, returnOfUnit, returnsSender } from '../faults/returns.js';
import { startServer } from '../faults/server-app.js';
import { startSpreadWork } from '../faults/spread.js';
import { type CrashingGround, crashingGround } from '../store/postgresql-ground.js';
import { caller } from './processes.js';

/** `AFTERLODE_FAULT_ROUNDS=50` before a release. */
const rounds = Number(process.env['AFTERLODE_FAULT_ROUNDS'] ?? 3);
/** Units of each round; 200 in 50 rounds. A fifth of them is sent back once. */
const each = 4;
/** Long enough for a busy machine, ms. */
const patience = 240_000 + rounds * 60_000;

const start = caller();
let ground: CrashingGround;
beforeAll(async () => {
  ground = await crashingGround();
});
afterAll(() => ground?.end());

async function freshDatabase(): Promise<string> {
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  return place.url;
}

const killedTimes = (killed: Readonly<Record<string, number>>) =>
  Object.values(killed).reduce((sum, one) => sum + one, 0);

it(
  `app processes and a database killed ${rounds} times amid changes keep each that was acknowledged, once`,
  async () => {
    const [folder, database] = [temporaryFolder(), await freshDatabase()];
    const log = await playCampaign({
      apps: 2,
      startApp: () => startApp(folder, database),
      rounds,
      seed: 20_261_122,
      work: mixedChanges,
      others: { database: () => ground.crash() },
    });
    expect(killedTimes(log.killed)).toBe(rounds);
    await expectWhole(folder, database, log);
    process.stdout.write(`${JSON.stringify(log)}\n`);
  },
  patience,
);

it(
  `a round of reporting loses no acknowledged step and takes none twice, servers, workers and database killed ${rounds} times`,
  async () => {
    const [folder, database, queue] = [temporaryFolder(), await freshDatabase(), await freshDatabase()];
    const receiver = await startReceiver();
    let units: readonly string[] = [];
    await withWorkspace(folder, database, async (ws) => {
      units = reportingUnits(ws, each * rounds);
      await beginRound(ws, units);
      await tellReceiver(ws, receiver);
    });
    const seed = 20_261_123;
    const spread = await startSpreadWork({
      start,
      folder: temporaryFolder(),
      queue,
      random: seededRandom(seed),
    });
    const send = returnsSender(units);
    const log = await playCampaign({
      apps: 2,
      startApp: () => startServer({ start, folder, database, send }),
      rounds,
      seed,
      work: (at) => Array.from({ length: each }, (_, of) => returnOfUnit(at * each + of)),
      others: { worker: () => spread.crash(), database: () => ground.crash() },
      settle: () => withWorkspace(folder, database, allTold),
    });
    const measured = await spread.end();
    await receiver.close();
    expect(killedTimes(log.killed)).toBe(rounds);
    expectTold(receiver, units);
    expect(measured).toBeGreaterThan(0);
    await withWorkspace(folder, database, (ws) => expectReturns(ws, units));
    const toldAgain = [...receiver.told.values()].filter(({ times }) => times > 1).length;
    const told = receiver.told.size;
    process.stdout.write(`${JSON.stringify({ units: units.length, ...log, told, toldAgain, measured })}\n`);
  },
  patience,
);
