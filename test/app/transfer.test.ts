import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transfer, type Workspace } from '../../src/app/index.js';
import { allocation2020, yuanOf } from './transfer-2020.js';
import { readingWorkspace } from './workspace.js';

let ws: Workspace;
let folder: string;
beforeAll(async () => {
  ws = await readingWorkspace();
  folder = await mkdtemp(join(tmpdir(), 'afterlode-transfer-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const units = async (...lines: string[]) => {
  const path = join(folder, 'units.csv');
  await writeFile(path, lines.join('\n'));
  return path;
};
const codes = (issues: readonly { code: string }[]) => issues.map(({ code }) => code);

describe('transfer of 2020', () => {
  it('has a budget that adds up, and a performance column that sums to zero', () => {
    const { total, advance, thisTime, performance } = allocation2020;
    expect(yuanOf(advance) + yuanOf(thisTime)).toBe(yuanOf(total));
    const moved = Object.values(performance).map(yuanOf);
    const plus = moved.filter((yuan) => yuan > 0).reduce((sum, yuan) => sum + yuan, 0);
    const minus = moved.filter((yuan) => yuan < 0).reduce((sum, yuan) => sum + yuan, 0);
    expect([plus, minus]).toEqual([67_000_000, -67_000_000]);
  });

  it('comes out to the fen from amounts before the adjustment', async () => {
    const { total, provinces, performance } = allocation2020;
    const moved = performance as Readonly<Record<string, number>>;
    const rows = Object.entries(provinces).map(([name, amount]) => {
      const adjustment = yuanOf(moved[name] ?? 0);
      return `${name},${yuanOf(amount) - adjustment},0,${adjustment || ''}`;
    });
    const readable = Object.values(provinces).reduce((sum, amount) => sum + yuanOf(amount), 0);
    const rest = `rest of the table,${yuanOf(total) - readable},0,`;
    const path = await units('city,fixed,population,performance_amount', ...rows, rest);
    const found = await transfer(ws, { budget: yuanOf(total), period: '2020', units: path });
    expect(found.total).toBe(yuanOf(total));
    for (const [name, amount] of Object.entries(provinces)) {
      const row = found.rows.find(({ name: own, city }) => city === name || own?.zh.startsWith(name));
      expect(row?.amount).toBe(yuanOf(amount));
      expect(row?.performance).toBe(yuanOf(moved[name] ?? 0));
    }
    expect(found.rows.reduce((sum, row) => sum + (row.performance ?? 0), 0)).toBe(0);
  });
});

describe('transfer without units', () => {
  it('shows the shape with the exhausted cities, and says that it is no allocation', async () => {
    const found = await transfer(ws, { budget: 1_000_000_000.01, period: '2020' });
    expect(found.shapeOnly).toBe(true);
    expect(found.rows).toHaveLength(68);
    expect(found.rows.reduce((sum, row) => sum + row.amountFen, 0)).toBe(100_000_000_001);
    expect(found.totalFen).toBe(100_000_000_001);
    expect(codes(found.issues)).toEqual([
      'TRANSFER_FORMULA_UNREAD',
      'TRANSFER_FIXED_UNKNOWN',
      'TRANSFER_SHAPE_ONLY',
      'TRANSFER_POPULATION_MISSING',
    ]);
    expect(found.issues[3]?.where).toMatch(/杨家杖子/);
  });

  it('takes the formula in force where it could be read, and grades that the call gives', async () => {
    const found = await transfer(ws, {
      budget: 1e9,
      period: '2015',
      fixed: { county: 1_000_000, district: 500_000 },
    });
    expect(codes(found.issues)).not.toContain('TRANSFER_FORMULA_UNREAD');
    expect(codes(found.issues)).not.toContain('TRANSFER_FIXED_UNKNOWN');
    expect(new Set(found.rows.map(({ fixed }) => fixed))).toEqual(new Set([1_000_000, 500_000]));
  });
});

describe('transfer with units', () => {
  const head = 'city,grade,population,fiscal,exhaustion,phase,base,start,successful,performance';

  it('solves the amount a head and keeps every line', async () => {
    const path = await units(
      head,
      '鹤岗,county,100,2,,,,,,80',
      '大庆,county,100,,,,,,,60',
      '阜新,,,,,2,100,,,',
      'Nowhere,county,100,,,,,2008,2012,',
    );
    const found = await transfer(ws, {
      budget: 400,
      period: '2018',
      units: path,
      fixed: { county: 25 },
      pool: 0.01,
    });
    // 400 less 25 twice and 50: 300 over 200 + 100 heads; 1 % of 350 moves. Nowhere ended its support in 2015.
    expect(found.perHead).toBe(1);
    expect(found.rows).toMatchObject([
      { city: 'cn-230400', fixed: 25, factor: 200, performance: 3.5, phaseOut: 0, amount: 228.5 },
      { city: 'cn-230600', fixed: 25, factor: 100, performance: -3.5, phaseOut: 0, amount: 121.5 },
      { city: 'cn-210900', fixed: 0, factor: 0, performance: 0, phaseOut: 50, amount: 50 },
    ]);
    expect(codes(found.issues)).toEqual(['TRANSFER_ENDED']);
  });

  it('follows terms and success of a unit', async () => {
    const rows = ['a,county,100,,,,100,2008,2011,', 'b,county,100,,,,,2008,,', 'c,county,100,,,,,2010,,'];
    const at = async (period: string) => {
      const found = await transfer(ws, {
        budget: 1000,
        period,
        units: await units(head, ...rows),
        performance: false,
      });
      return {
        rows: found.rows.map(({ city, phaseOut }) => [city, phaseOut]),
        codes: codes(found.issues).filter((code) => code !== 'TRANSFER_FIXED_UNKNOWN'),
      };
    };
    expect(await at('2012')).toEqual({
      rows: [
        ['a', 75],
        ['b', 0],
        ['c', 0],
      ],
      codes: [],
    });
    expect(await at('2014')).toEqual({
      rows: [
        ['a', 25],
        ['b', 0],
        ['c', 0],
      ],
      codes: [],
    });
    expect(await at('2017')).toEqual({
      rows: [
        ['b', 0],
        ['c', 0],
      ],
      codes: ['TRANSFER_ENDED', 'TRANSFER_TERMS_OVER'],
    });
  });

  it('has no performance line with the switch off', async () => {
    const path = await units(head, 'a,county,100,,,,,,,80', 'b,county,100,,,,,,,60');
    const off = await transfer(ws, { budget: 100, period: '2015', units: path, performance: false });
    expect(off.rows.map(({ performance }) => performance)).toEqual([null, null]);
    const on = await transfer(ws, { budget: 100, period: '2015', units: path, pool: 0.1 });
    expect(on.rows.map(({ performance, amount }) => [performance, amount])).toEqual([
      [10, 60],
      [-10, 40],
    ]);
  });

  it.each([
    ['TRANSFER_UNIT', [head, 'a,village,100,,,,,,,']],
    ['TRANSFER_UNIT', [head, 'a,county,many,,,,,,,']],
    ['TRANSFER_UNIT', [head, 'a,county,,,,,,,,']],
    ['TRANSFER_UNIT', [head, 'a,county,1,,,1,,,,']],
    ['TRANSFER_UNIT', [head, 'a,county,1,,,9,5,,,']],
    ['TRANSFER_UNIT', [head, 'a,county,1,,,,,,,', 'a,county,1,,,,,,,']],
    ['TRANSFER_UNIT', [head, ',county,1,,,,,,,']],
    ['TRANSFER_UNIT', ['city,colour', 'a,red']],
    ['TRANSFER_BUDGET', [head, 'a,county,1,,,1,200,,,']],
    ['TRANSFER_PERFORMANCE', ['city,population,performance_amount', 'a,1,5', 'b,1,']],
  ])('refuses with %s: %j', async (code, lines) => {
    const path = await units(...lines);
    await expect(transfer(ws, { budget: 100, period: '2015', units: path })).rejects.toMatchObject({ code });
  });

  it.each([
    ['CALL_OPTION', { budget: -1, period: '2015' }],
    ['CALL_OPTION', { budget: 100, period: 'soon' }],
    ['CALL_OPTION', { budget: 100, period: '2015', fixed: { village: 1 } }],
    ['CALL_OPTION', { budget: 100, period: '2015', pool: 2 }],
    ['TRANSFER_FORMULA_UNKNOWN', { budget: 100, period: '2015', formula: 'cn_2022' }],
    ['TRANSFER_AMOUNT', { budget: 1e15, period: '2015' }],
  ])('refuses with %s: %j', async (code, call) => {
    await expect(transfer(ws, call)).rejects.toMatchObject({ code });
  });
});
