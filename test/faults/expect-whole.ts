import { expect } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import type { CampaignLog } from './campaign.js';
import { kinds, tally } from './changes.js';

/** No change that was acknowledged is lost, none is there twice, and the audit log is whole. */
export function expectWhole(folder: string, database: string | null, log: CampaignLog): Promise<void> {
  return withWorkspace(folder, database, async (ws) => {
    const each = log.steps / kinds.length;
    const all = Array.from({ length: each }, (_, at) => at);
    expect(await tally(ws)).toEqual(Object.fromEntries(kinds.map((kind) => [kind, all])));
    const { audit } = await ws.store();
    expect(await audit.verify(null)).toMatchObject({ whole: true });
    const lines = await audit.list({ most: 10 * log.steps });
    expect(lines.filter(({ action }) => action === 'account.add')).toHaveLength(each);
  });
}

/** Opens a workspace for some work. */
export async function withWorkspace(
  folder: string,
  database: string | null,
  work: (ws: Workspace) => Promise<void>,
): Promise<void> {
  const ws = await openWorkspace({
    pack: process.cwd(),
    folder,
    database,
    overlays: [],
    version: '0.0.1',
    // Where the receivers of tests are.
    webhookNetworks: ['127.0.0.0/8'],
    on: id<'date'>('2026-01-15'),
  });
  try {
    await work(ws);
  } finally {
    await ws.close();
  }
}
