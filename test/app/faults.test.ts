import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playCampaign } from '../faults/campaign.js';
import { mixedChanges } from '../faults/changes.js';
import { startApp } from '../faults/client.js';
import { expectWhole } from '../faults/expect-whole.js';

/** `AFTERLODE_FAULT_ROUNDS=50` before a release. */
const rounds = Number(process.env['AFTERLODE_FAULT_ROUNDS'] ?? 1);

it(`a workspace whose process is killed ${rounds} times amid changes keeps each that it acknowledged, once`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-faults-'));
  try {
    const log = await playCampaign({
      apps: 1,
      startApp: () => startApp(folder, null),
      rounds,
      seed: 20_261_122,
      work: mixedChanges,
      others: {},
    });
    expect(log.killed.app).toBe(rounds);
    await expectWhole(folder, null, log);
    process.stdout.write(`${JSON.stringify(log)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 3_600_000);
