import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  explainNumber,
  type ImportAnswer,
  importFile,
  openWorkspace,
  type Workspace,
} from '../../src/app/index.js';
import { id, seededRandom } from '../../src/base/index.js';
import { asOperator } from '../app/caller.js';

/** The annual panel of prefectures: real figures with real errors, imported as a user would. */

const shared = process.env.AFTERLODE_SHARED ?? join(process.cwd(), '..', 'shared');
const panel = join(shared, 'data', 'panel', 'observations.csv.gz');
const rows = 126_367;
/** `npm run test:peers -- --rounds 10` before a release. */
const rounds = Number(process.env.AFTERLODE_KILL_ROUNDS ?? 2);
const folder = mkdtempSync(join(tmpdir(), 'afterlode-panel-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(name: string): Promise<Workspace> {
  return openWorkspace({
    pack: process.cwd(),
    folder: join(folder, name),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
}

/** Values in force in a workspace; 0 where none was ever made. */
async function countIn(name: string): Promise<number> {
  const ws = await open(name);
  try {
    const store = await ws.existingStore();
    return store === null ? 0 : (await store.observations()).value.length;
  } finally {
    await ws.close();
  }
}

describe('the annual panel', () => {
  let ws: Workspace;
  let first: ImportAnswer;

  beforeAll(async () => {
    ws = await open('whole');
    first = await importFile(ws, { path: panel, dryRun: false }, asOperator);
  }, 240_000);
  afterAll(() => ws.close());

  it('is read through its layout without a rejected row', () => {
    const { layout, read, accepted, rejected } = first;
    expect([layout, read, accepted, rejected]).toEqual(['panel_observations', rows, rows, 0]);
  });

  it('is told what is odd: sums, spikes, repeats, ranges', () => {
    const codes = new Set(first.issues.map((found) => found.code));
    expect([...codes].sort()).toEqual(
      expect.arrayContaining(['QUALITY_RANGE', 'QUALITY_REPEAT', 'QUALITY_SPIKE', 'QUALITY_SUM']),
    );
    expect(first.doubtful).toBeGreaterThan(500);
    expect(first.doubtful).toBeLessThan(2500);
  });

  it('changes nothing when it is imported again', async () => {
    const again = await importFile(ws, { path: panel, dryRun: false }, asOperator);
    expect([again.id, again.unchanged, again.revised]).toEqual([first.id, rows, 0]);
  }, 120_000);

  it('is opened to row and licence like any other source', async () => {
    const tree = await explainNumber(ws, 'value/鹤岗/2015/population_resident');
    expect(tree.source?.file).toMatch(/observations\.csv\.gz/);
    expect(tree.source?.licence).toMatch(/no licence stated/);
  });
});

it(`an import of the panel killed at a random moment leaves all or nothing, ${rounds} times`, async () => {
  const random = seededRandom(20_261_121);
  const outcomes: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const name = `killed-${round}`;
    const words = ['bin/afterlode', 'import', panel, '--workspace', join(folder, name), '--quiet'];
    const child = spawn(process.execPath, words, { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([ended, pause(1000 + random() * 11_000)]);
    child.kill('SIGKILL');
    await ended;
    outcomes.push(await countIn(name));
  }
  process.stderr.write(`values after each kill: ${outcomes.join(', ')}\n`);
  expect(outcomes.filter((count) => count !== 0 && count !== rows)).toEqual([]);
}, 600_000);
