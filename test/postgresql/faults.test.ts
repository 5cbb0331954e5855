import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/call.js';
import { playCampaign } from '../faults/campaign.js';
import { expectWhole } from '../faults/expect-whole.js';
import { type CrashingGround, crashingGround } from '../store/postgresql-ground.js';

/** `AFTERLODE_FAULT_ROUNDS=50` before a release. */
const rounds = Number(process.env['AFTERLODE_FAULT_ROUNDS'] ?? 3);

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
    crashDatabase: ground.crash,
  });
  expect(log.killed.app + log.killed.database).toBe(rounds);
  await expectWhole(folder, database, log);
  process.stdout.write(`${JSON.stringify(log)}\n`);
}, 3_600_000);
