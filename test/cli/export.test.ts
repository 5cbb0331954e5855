import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const pack = ['--pack', 'examples/three-places', '--workspace', join(folder, 'workspace')];
const file = join(folder, 'out');
const textOf = () => readFileSync(file, 'utf8');

describe('export', () => {
  it('writes what is asked for and says where', async () => {
    const narrow = ['--period', '2010', '2020', '--indicator', 'population', '--unit', '北坑', 'X03'];
    const done = await jsonHere<{ path: string; bytes: number }>([
      'export',
      'values',
      '--out',
      file,
      '--no-bom',
      ...narrow,
      ...pack,
    ]);
    expect(done).toEqual({ path: file, bytes: readFileSync(file).length });
    const lines = textOf().trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe('xy-X01,北坑,Northpit,population,人口,Population,2010,60000,person,');
  });

  it.each([
    ['values', 'sdmx-csv', /^STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA/],
    ['scores', 'jsonstat', /^\{"version":"2\.0","class":"dataset","label":"Scores"/],
    ['units', 'geojson', /^\{"type":"FeatureCollection"/],
    ['findings', 'csv', /^\ufefffinding_id,status,unit_id/],
    ['units', 'parquet', /^PAR1/],
    ['scores', 'xlsx', /^PK/],
  ])('writes %s as %s', async (kind, format, beginning) => {
    const { status, out } = await callHere(['export', kind, '--format', format, '--out', file, ...pack]);
    expect([status, out]).toEqual([0, `${file}: ${readFileSync(file).length} bytes\n`]);
    expect(textOf()).toMatch(beginning);
  });

  it('says in either language what it cannot write', async () => {
    const { status, err } = await callHere(['export', 'all', ...pack]);
    expect([status, err]).toEqual([2, expect.stringContaining('expected values, scores, units, findings')]);
    const chinese = await callHere(['export', 'units', '--period', '2020', '--lang', 'zh', ...pack]);
    expect([chinese.status, chinese.err]).toEqual([
      2,
      expect.stringContaining('仅用于 values, scores, findings'),
    ]);
    const format = await callHere(['export', 'units', '--format', 'jsonstat', ...pack]);
    expect(format.err).toContain('expected csv, parquet, xlsx, geojson');
  });
});
