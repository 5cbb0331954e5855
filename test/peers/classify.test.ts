import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recovery } from '../../src/app/index.js';
import type { RecoveryRow } from '../../src/assess/index.js';
import { testWorkspace } from '../app/workspace.js';

/** The recovery of the official list against the tables computed apart from this program (README of the annual panel). */

const path = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/panel/README.md');
if (!existsSync(path)) throw new Error(`no reference tables in ${path}; set AFTERLODE_SHARED`);
const page = readFileSync(path, 'utf8');

/** Cells of the rows of a table whose heading begins so. */
function tableOf(heading: string): string[][] {
  const start = page.indexOf(heading);
  if (start < 0) throw new Error(`no table ${heading} in ${path}`);
  return (page.slice(start).split('\n\n')[0] as string)
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const curves = tableOf('| level and population |');
const fixed = tableOf('| threshold | measure | prefectures passing |');
const rows = await recovery(await testWorkspace(), { runs: 2000, seed: 1 });

const measures: Readonly<Record<string, string>> = {
  'of all employed': 'mining_share_employment',
  'of employed outside agriculture': 'mining_share_employment_nonfarm',
};
const scopes: Readonly<Record<string, RecoveryRow['scope']>> = {
  prefecture: 'prefecture',
  'county, all units': 'county',
  'county, outside listed prefectures': 'county-outside',
};
const found = (scope: RecoveryRow['scope'], measure: string, period: string, test: string) => {
  const row = rows.find(
    (one) => one.scope === scope && one.indicator === measure && one.period === period && one.test === test,
  );
  if (!row) throw new Error(`no row ${scope} ${measure} ${period} ${test}`);
  return row;
};
const percent = (text: string) => Number(text.replace('%', '')) / 100;

describe('area under the curve and best threshold', () => {
  const known = curves.filter(([scope]) => (scope ?? '') in scopes);

  it('has a row here for each scope of the tables', () => {
    expect(known.map(([scope, , year]) => `${scope} ${year}`)).toEqual([
      'prefecture 2010',
      'prefecture 2010',
      'prefecture 2020',
      'prefecture 2020',
      'county, all units 2010',
      'county, all units 2010',
      'county, outside listed prefectures 2010',
      'county, outside listed prefectures 2010',
    ]);
  });

  it.each(known)('%s, %s, %s', (scope = '', measure = '', year = '', listed, other, area = '', best = '') => {
    const row = found(scopes[scope] as RecoveryRow['scope'], measures[measure] ?? '', year, 't5_low');
    // Laiwu has two areas here in 2020 and none in the tables: one listed unit more.
    const more = year === '2020' ? 1 : 0;
    expect([row.listed, row.tested - row.listed]).toEqual([Number(listed) + more, Number(other)]);
    const [own = '', low = '', high = ''] = area.match(/[\d.]+/g) ?? [];
    // Laiwu, a listed prefecture with a small share, takes up to two thousandths from the area of 2020.
    const within = year === '2020' ? 0.0025 : 0.0006;
    expect(Math.abs((row.area as number) - Number(own))).toBeLessThan(within);
    expect(Math.abs((row.areaLow as number) - Number(low))).toBeLessThan(within);
    expect(Math.abs((row.areaHigh as number) - Number(high))).toBeLessThan(within);
    expect(Math.abs((row.best as number) - percent(best))).toBeLessThan(0.00006);
  });

  it.each(known)('%s, %s, %s: the bootstrap range holds the best and reaches as far', (...cells) => {
    const [scope = '', measure = '', year = '', , , , , range = ''] = cells;
    const row = found(scopes[scope] as RecoveryRow['scope'], measures[measure] ?? '', year, 't5_low');
    const [low, high] = range.split(' to ').map(percent) as [number, number];
    expect(row.bestLow).toBeLessThanOrEqual(row.best as number);
    expect(row.bestHigh).toBeGreaterThanOrEqual(row.best as number);
    // Other samples were drawn there; both ranges must cover one another in the main.
    expect(Math.min(row.bestHigh as number, high)).toBeGreaterThan(Math.max(row.bestLow as number, low));
    const covered = Math.min(row.bestHigh as number, high) - Math.max(row.bestLow as number, low);
    expect(covered / (high - low)).toBeGreaterThan(0.6);
  });
});

describe('fixed thresholds, 2010', () => {
  const tests: Readonly<Record<string, string>> = {
    '3.9%': 't5_low',
    '5%': 't4_staff_share',
    '10%': 't1_low',
    '15%': 't1_high',
  };
  const known = fixed.filter(([threshold]) => (threshold ?? '') in tests || threshold?.startsWith('mean'));

  it.each(known)(
    '%s %s',
    (threshold = '', measure = '', passing, hits, sensitivity, specificity, precision) => {
      const test = tests[threshold] ?? 't6_function';
      const row = found('prefecture', measures[measure] ?? '', '2010', test);
      expect([row.passing, row.hits]).toEqual([Number(passing), Number(hits)]);
      expect(Math.abs((row.recall as number) - Number(sensitivity))).toBeLessThan(0.0051);
      expect(Math.abs((row.specificity as number) - Number(specificity))).toBeLessThan(0.0051);
      expect(Math.abs((row.precision as number) - Number(precision))).toBeLessThan(0.0051);
      if (test === 't6_function') {
        expect(row.threshold).toBeCloseTo(percent(threshold.split(', ')[1] ?? ''), 4);
      }
    },
  );

  it.each(known.filter(([threshold]) => !threshold?.startsWith('mean')))(
    '%s %s: counties that pass',
    (threshold = '', measure = '', ...cells) => {
      const row = found('county', measures[measure] ?? '', '2010', tests[threshold] ?? '');
      expect(row.passing).toBe(Number(cells[6]));
    },
  );
});
