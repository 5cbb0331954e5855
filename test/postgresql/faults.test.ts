import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/call.js';
import { playCampaign } from '../faults/campaign.js';
import { expectWhole, withWorkspace } from '../faults/expect-whole.js';
import { beginRound, expectReturns, returnOfUnit } from '../faults/returns.js';
import { type CrashingGround, crashingGround } from '../store/postgresql-ground.js';

/** `AFTERLODE_FAULT_ROUNDS=50` before a release. */
const rounds = Number(process.env['AFTERLODE_FAULT_ROUNDS'] ?? 3);
/** A fifth of them is sent back once. */
const units = rounds < 10 ? 15 : 200;

let ground: CrashingGround;
beforeAll(async () => {
  ground = await crashingGround();
});
afterAll(() => ground?.end());

it(`app processes and a database killed ${rounds} times amid changes keep each that was acknowledged, once`, async () => {
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  const folder = temporaryFolder();
  const database = place.url;
  const log = await playCampaign({
    folder,
    database,
    apps: 2,
    rounds,
    seed: 20_261_122,
    crashDatabase: () => ground.crash(),
  });
  expect(log.killed.app + log.killed.database).toBe(rounds);
  await expectWhole(folder, database, log);
  process.stdout.write(`${JSON.stringify(log)}\n`);
}, 3_600_000);

it(`a round of reporting loses no acknowledged step and takes none twice, killed ${rounds} times`, async () => {
  const place = await ground.fresh();
  if (!('url' in place)) throw new Error('no URL');
  const [folder, database] = [temporaryFolder(), place.url];
  const each = Math.ceil(units / rounds);
  await withWorkspace(folder, database, (ws) => beginRound(ws, each * rounds));
  const log = await playCampaign({
    folder,
    database,
    apps: 2,
    rounds,
    seed: 20_261_123,
    work: (at) => Array.from({ length: each }, (_, of) => returnOfUnit(at * each + of)),
    crashDatabase: () => ground.crash(),
  });
  await withWorkspace(folder, database, (ws) => expectReturns(ws, each * rounds));
  expect(log.killed.app + log.killed.database).toBe(rounds);
  process.stdout.write(`${JSON.stringify({ units: each * rounds, ...log })}\n`);
}, 3_600_000);
