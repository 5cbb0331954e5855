import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];

interface Answer {
  readonly total: number;
  readonly rows: readonly {
    readonly city: string;
    readonly fixed: number;
    readonly factor: number;
    readonly performance: number | null;
    readonly phaseOut: number;
    readonly amount: number;
    readonly amountFen: number;
  }[];
}

describe('transfer', () => {
  it('divides a budget to the fen in the form of the contract', () => {
    const { total, rows } = json<Answer>([
      'transfer',
      '--budget',
      '22290000000.07',
      '--period',
      '2020',
      ...workspace,
    ]);
    expect(total).toBe(22_290_000_000.07);
    expect(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(2_229_000_000_007);
    for (const { fixed, factor, performance, phaseOut, amount } of rows) {
      expect(Math.round((fixed + factor + (performance ?? 0) + phaseOut) * 100)).toBe(
        Math.round(amount * 100),
      );
    }
  });

  it('says plainly that stand-ins are a shape and no allocation', async () => {
    const { status, out, err } = await callHere([
      'transfer',
      '--budget',
      '1000000',
      '--period',
      '2015',
      ...workspace,
    ]);
    expect(status).toBe(0);
    expect(out).toMatch(/^shape only, not an allocation/);
    expect(err).toMatch(/TRANSFER_SHAPE_ONLY: /);
    const zh = await callHere([
      'transfer',
      '--budget',
      '1000000',
      '--period',
      '2015',
      '--lang',
      'zh',
      ...workspace,
    ]);
    expect(zh.out).toMatch(/仅示意公式形状，不是分配方案/);
  });

  it('has no performance column with the switch off', async () => {
    const path = join(folder, 'units.csv');
    writeFileSync(path, 'city,population,performance\n鹤岗,100,80\n大庆,100,60\n');
    const words = ['transfer', '--budget', '1000', '--period', '2015', '--units', path, ...workspace];
    expect((await callHere(words)).out).toMatch(/performance/);
    expect((await callHere([...words, '--no-performance'])).out).not.toMatch(/performance/);
    const { rows } = await jsonHere<Answer>([...words, '--pool', '0.01']);
    expect(rows.map(({ performance }) => performance)).toEqual([10, -10]);
  });

  it.each([
    [['--budget', 'much', '--period', '2015'], /^CALL_OPTION: option --budget is much/],
    [['--budget', '10', '--period', '2015', '--fixed', 'county=1'], /^TRANSFER_BUDGET: /],
    [['--budget', '10', '--period', '2015', '--formula', 'cn_2022'], /^TRANSFER_FORMULA_UNKNOWN: .*cn_2012/],
    [['--period', '2015'], /^CALL_COMMAND: .*--budget/],
  ])('refuses %j', async (words, message) => {
    const { status, err, out } = await callHere(['transfer', ...words, ...workspace]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });
});
