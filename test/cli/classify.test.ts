import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];

interface Row {
  readonly city: string;
  readonly official: { readonly type: string | null; readonly batch: number | null };
  readonly computed: { readonly type: string | null; readonly border: unknown };
  readonly tests: readonly Readonly<Record<string, unknown>>[];
  readonly exhaustion: unknown;
  readonly signals: unknown;
}

describe('classify', () => {
  it('answers for all 262 units in the form of the contract', () => {
    const rows = json<Row[]>(['classify', ...workspace]);
    expect(rows).toHaveLength(262);
    const [first] = rows as [Row];
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining(['city', 'official', 'computed', 'tests', 'exhaustion', 'signals']),
    );
    for (const key of ['set', 'test', 'value', 'threshold', 'pass', 'margin', 'period']) {
      expect(first.tests[0]).toHaveProperty(key);
    }
    expect(rows.filter(({ official }) => official.batch !== null)).toHaveLength(69);
  });

  it('tells people what is missing and what would fill it, in both languages', async () => {
    const zh = await callHere(['classify', '确山', '--lang', 'zh', ...workspace]);
    expect(zh.status).toBe(0);
    expect(zh.out).toMatch(/不在官方名单上/);
    expect(zh.out).toMatch(/缺失，可导入: .*staff_mining/);
    expect(zh.out).toMatch(/M 未核实/);
    const en = await callHere(['classify', '鹤岗', ...workspace]);
    expect(en.out).toMatch(/official type: declining\ncomputed type: — too little data/);
    expect(en.out).toMatch(/passes 3 of the 3 threshold sets that could be decided, of 7/);
    expect(en.out).toMatch(/not enough years/);
  });

  it('prints one line for each of many', async () => {
    const { out } = await callHere(['classify', '--lang', 'zh', ...workspace]);
    expect(out.split('\n')[0]).toMatch(/官方类型 +批次 +测算类型/);
    expect(out.trim().split('\n')).toHaveLength(263);
  });

  it('prints the recovery table and writes it as CSV and workbook', async () => {
    for (const ending of ['csv', 'xlsx']) {
      const path = join(folder, `recovery.${ending}`);
      const words = ['classify', '--recovery', '--runs', '10', '--out', path, ...workspace];
      const { status, out } = await callHere(words);
      expect(status).toBe(0);
      expect(out).toMatch(/precision +recall +F1 +ROC area/);
      expect(readFileSync(path).length).toBeGreaterThan(5000);
    }
    const rows = await jsonHere<{ scope: string; best: number | null }[]>([
      'classify',
      '--recovery',
      '--runs',
      '10',
      ...workspace,
    ]);
    expect(new Set(rows.map(({ scope }) => scope))).toEqual(
      new Set(['prefecture', 'county', 'county-outside']),
    );
  });

  it.each([
    [['classify', '河南省'], /^IDENTIFY_LEVEL: /],
    [['classify', '--set', 'T9'], /^IDENTIFY_SET: .*T1, T2/],
    [['classify', '--period', '1900'], /^PERIOD_UNKNOWN: /],
    [['classify', '--recovery', '--runs', 'many'], /^CALL_OPTION: option --runs is many/],
    [['classify', '--recovery', '--out', 'recovery.doc'], /^CALL_OPTION: option --out/],
  ])('refuses %j', async (words, message) => {
    const { status, err, out } = await callHere([...words, ...workspace]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('refuses reserves without a basis and names the row', async () => {
    const path = join(folder, 'reserves.csv');
    writeFileSync(path, 'place,resource,basis,reserves,additions,year,output\n鹤岗,coal,,10,0,2020,1\n');
    const { status, err } = await callHere(['classify', '鹤岗', '--reserves', path, ...workspace]);
    expect(status).toBe(2);
    expect(err).toMatch(/^IDENTIFY_BASIS: .*row 2.*recoverable, total/);
  });
});
