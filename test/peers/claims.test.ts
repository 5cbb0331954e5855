import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClaimDetails, claim, importFile, openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { asOperator } from '../app/caller.js';

/** Claims that need the annual panel: open without it, decided with it, against the recomputations of facts.md. */

const shared = process.env.AFTERLODE_SHARED ?? join(process.cwd(), '..', 'shared');
const folder = mkdtempSync(join(tmpdir(), 'afterlode-claims-'));

const open = (name: string): Promise<Workspace> =>
  openWorkspace({
    pack: process.cwd(),
    folder: join(folder, name),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });

let without: Workspace;
let ws: Workspace;
beforeAll(async () => {
  without = await open('without');
  ws = await open('with');
  await importFile(
    ws,
    { path: join(shared, 'data', 'panel', 'observations.csv.gz'), dryRun: false },
    asOperator,
  );
}, 240_000);
afterAll(async () => {
  await without.close();
  await ws.close();
  rmSync(folder, { recursive: true, force: true });
});

const first = (found: ClaimDetails) => found.readings[0]?.figures[0]?.recomputed as number;
const beside = (found: ClaimDetails, name: string) =>
  found.beside.find((one) => one.id === name)?.recomputed as number;

describe('with the annual panel', () => {
  it('the tertiary shares are 32.3 % in 2012 and 46.4 % in 2020', async () => {
    expect((await claim(without, 'services_2020')).verdict).toBe('cannot be checked');
    const end = await claim(ws, 'services_2020');
    expect(end.verdict).toBe('holds');
    expect(first(end)).toBeCloseTo(46.4, 1);
    expect(beside(end, 'sectors')).toBeCloseTo(46.4, 1);
    expect(beside(end, 'later')).toBeCloseTo(44.8, 1);
    const begin = await claim(ws, 'services_2012');
    expect(begin.verdict).toBe('holds');
    expect(beside(begin, 'sectors')).toBeCloseTo(32.3, 1);
  });

  it('22 % of output is the share of 2016; 2020 it is 20.5 %', async () => {
    expect((await claim(without, 'gdp_22_percent')).verdict).toBe('cannot be checked');
    const found = await claim(ws, 'gdp_22_percent');
    expect(found.verdict).toBe('holds only if');
    expect(first(found)).toBeCloseTo(20.5, 1);
    expect(found.readings[1]?.figures[0]?.recomputed).toBeCloseTo(22, 1);
  });

  it.each([
    ['carbon_third', 40.1, 1],
    ['carbon_per_head_7_56', 11.26, 1],
    ['carbon_per_output_1_68', 2.12, 2],
  ] as const)('%s does not hold with EDGAR: %d', async (name, ours, digits) => {
    const found = await claim(ws, name);
    expect(found.verdict).toBe('does not hold');
    expect(first(found)).toBeCloseTo(ours, digits);
  });

  it('8.8 million acres would be more than all land of Yichun', async () => {
    const found = await claim(ws, 'yichun_acres');
    expect(found.verdict).toBe('holds only if');
    expect(first(found)).toBeGreaterThan(100);
  });
});
