import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playCampaign } from '../faults/campaign.js';
import { expectWhole } from '../faults/expect-whole.js';

/** `AFTERLODE_FAULT_ROUNDS=50` before a release. */
const rounds = Number(process.env['AFTERLODE_FAULT_ROUNDS'] ?? 1);

it(`a workspace whose process is killed ${rounds} times amid changes keeps each that it acknowledged, once`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-faults-'));
  try {
    const log = await playCampaign({ folder, database: null, apps: 1, rounds, seed: 20_261_122 });
    expect(log.killed.app).toBe(rounds);
    await expectWhole(folder, null, log);
    process.stdout.write(`${JSON.stringify(log)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 3_600_000);
