import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { GroundAnswer } from '../../src/app/index.js';
import { madeGround } from '../../src/web/ground/made-ground.js';
import { callHere, jsonHere } from './here.js';

/** The command `ground` on the files of its worked example. */

const folder = mkdtempSync(join(tmpdir(), 'afterlode-ground-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));
const options = {
  subsidence: '--subsidence',
  disorder: '--disorder',
  vacantLand: '--vacant-land',
  vacancy: '--vacancy',
  inefficientLand: '--inefficient-land',
  area: '--area',
  found: '--found',
  complaints: '--complaints',
  projects: '--projects',
} as const;
const words = Object.entries(madeGround()).flatMap(([field, { name, text }]) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return [options[field as keyof typeof options], path];
});
const call = ['ground', ...words, '--workspace', join(folder, 'workspace')];

describe('ground', () => {
  it('tells kinds, worst cells and zones, and names its files', async () => {
    const { status, out } = await callHere([...call, '--out', join(folder, 'out')]);
    expect(status).toBe(0);
    expect(out).toMatch(/^\d+ cells of 250 m, .* km², measured in an equal-area plane/);
    expect(out).toMatch(/sinking ground +\d+ +\d+ +0\.\d{3}/);
    expect(out).toMatch(/\n\S+ +1\.000 +severe +0\.\d+ +\d +sinking ground 1\.000\n/);
    expect(out).toMatch(/double-high cells of 1000 m: above .* \(75 % of the cells that have any\)/);
    expect(out).toMatch(/\nZ1 +\d+\.\d\d +\d+ +\d+ +\w+ \d+, /);
    expect(out).toMatch(/renewal projects in zones: \d+ of 12 \(\d+\.\d %\)/);
    expect(out).toContain(join(folder, 'out', 'cells.geojson'));
    const chinese = await callHere([...call, '--lang', 'zh']);
    expect(chinese.out).toMatch(/个边长 250 米的网格[\s\S]*地面沉陷[\s\S]*“双高”网格/);
  });

  it('answers JSON, and opens each zone as a finding once', async () => {
    const findings = ['--findings', '鹤岗', '--period', '2025'];
    const first = await jsonHere<GroundAnswer>([...call, ...findings]);
    expect(first.findings?.opened.length).toBe(first.doubleHigh?.zones.length);
    expect(first.rows.flatMap(({ parts }) => parts).some(({ kind }) => kind === 'vacancy')).toBe(true);
    const again = await jsonHere<GroundAnswer>([...call, ...findings, '--cell', '500']);
    expect(again.findings).toEqual({ opened: [], known: first.findings?.opened });
    expect(again.summary.cellM).toBe(500);
  });

  it('takes parcels, and refuses with what to do', async () => {
    const plots = join(folder, 'plots.geojson');
    const answer = await jsonHere<GroundAnswer>([...call, '--parcels', plots]);
    expect(answer.summary).toMatchObject({ cellM: null, cells: 28 });
    const wrong = await callHere(['ground', '--vacancy', plots]);
    expect(wrong).toMatchObject({ status: 2, out: '' });
    expect(wrong.err).toMatch(/^GROUND_LAYER: .*plots\.geojson, P1: the property rate is absent/);
    const missing = await callHere(['ground', '--findings', '鹤岗', '--subsidence', plots]);
    expect(missing.err).toMatch(/^CALL_OPTION: option --period/);
  });
});
