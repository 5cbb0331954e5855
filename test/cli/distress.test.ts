import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DistressAnswer } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const example = 'examples/county-distress/counties.csv';

function table(text: string): string {
  const path = join(folder, 'counties.csv');
  writeFileSync(path, text);
  return path;
}
const refused = async (words: readonly string[]) => {
  const { status, out, err } = await callHere(['distress', ...words]);
  expect([status, out]).toEqual([2, '']);
  return err;
};

/** The published rule written out anew: ranks of the mean of three ratios, cut at 10, 25, 75 and 90 % of the counties. */
function byHand(): ReadonlyMap<string, string> {
  const [, country = [], ...rows] = readFileSync(example, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const [work, income, poverty] = country.slice(2, 5).map(Number) as [number, number, number];
  const indices = rows
    .filter((row) => row.slice(2, 5).every((cell) => cell !== ''))
    .map((row) => {
      const [u, i, p] = row.slice(2, 5).map(Number) as [number, number, number];
      return [row[0] as string, (u / work + income / i + p / poverty) / 3] as const;
    })
    .toSorted((a, b) => b[1] - a[1]);
  return new Map(
    indices.map(([place], at) => {
      const share = at / indices.length;
      const level = [0.1, 0.25, 0.75, 0.9].filter((bound) => share >= bound).length;
      return [place, ['distressed', 'at_risk', 'transitional', 'competitive', 'attainment'][level] as string];
    }),
  );
}

describe('distress', () => {
  it('reproduces the five levels, with an interval around each rank', async () => {
    const answer = await jsonHere<DistressAnswer>(['distress', '--table', example]);
    const levels = byHand();
    expect(levels.size).toBe(59);
    for (const { place, status } of answer.places) expect(status).toBe(levels.get(place) ?? null);
    for (const { rank, rankInterval } of answer.places.filter(({ place }) => levels.has(place))) {
      expect(rankInterval?.[0]).toBeLessThanOrEqual(rank ?? 0);
      expect(rankInterval?.[1]).toBeGreaterThanOrEqual(rank ?? 60);
    }
    expect(answer.classes.map(({ counties }) => counties)).toEqual([6, 9, 30, 9, 5]);
    expect(answer.classes.reduce((sum, { settled }) => sum + settled, 0)).toBeLessThan(40);
    expect(answer).toMatchObject({
      measured: true,
      thresholdsOf: null,
      options: { runs: 1000, spread: 0.25 },
    });
    const missing = answer.places.find(({ place }) => place === 'M19');
    expect(missing).toMatchObject({
      poverty: null,
      rank: null,
      status: null,
      rankInterval: null,
      shares: {},
    });
  });

  it('holds the thresholds of a day beside, while there were some', async () => {
    const asked = ['distress', '--table', example, '--runs', '50', '--thresholds-of'];
    const { places, thresholdsOf } = await jsonHere<DistressAnswer>([...asked, '2005-11-01']);
    expect(thresholdsOf).toBe('2005-11-01');
    expect(places.filter(({ byThresholds }) => byThresholds === 'distressed')).toHaveLength(3);
    const later = await jsonHere<DistressAnswer>([...asked, '2010-01-01']);
    expect([later.thresholdsOf, later.places[0]?.byThresholds]).toEqual([null, null]);
  });

  it('takes another name of the country, and figures without errors', async () => {
    const path = table('县,失业率,收入,贫困率\n全国,0.05,100,0.1\n甲,0.1,50,0.1\n乙,0.05,100,0.1\n');
    const words = ['distress', '--table', path, '--country', '全国', '--out', join(folder, 'out')];
    const { places, measured, files } = await jsonHere<DistressAnswer>(words);
    expect(places[0]?.index).toBeCloseTo(5 / 3, 12);
    expect([measured, places.length, files.length]).toEqual([false, 2, 2]);
    expect(readFileSync(join(folder, 'out', 'counties.csv'), 'utf8')).toContain('甲,,0.1,50,0.1,1.666');
    const shown = await callHere(['distress', '--table', example, '--runs', '20', '--lang', 'zh']);
    expect(shown.out).toMatch(/困境 +6/);
    expect(shown.out).toContain('1 个因缺数据未参与排名');
  });

  it.each([
    ['place,unemployment,income\na,1,1\n', /DISTRESS_TABLE: .*poverty/],
    ['place,unemployment,income,poverty\na,1,1,1\n', /DISTRESS_TABLE: .*row of the country, called country/],
    ['place,unemployment,income,poverty\ncountry,1,1,1\n', /DISTRESS_TABLE: .*no rows/],
    [
      'place,unemployment,income,poverty\ncountry,1,1,1\na,1,-1,1\n',
      /DISTRESS_TABLE: .*row 3, column income: -1/,
    ],
    ['place,unemployment,income,poverty\ncountry,1,1,1\na,1,1,1\na,1,1,1\n', /row 4, column place: a/],
    ['place,unemployment,income,poverty\ncountry,1,,1\na,1,1,1\n', /IDENTIFY_FOREIGN: country income/],
  ])('refuses a table that it cannot read: %j', async (text, message) => {
    expect(await refused(['--table', table(text)])).toMatch(message);
  });

  it.each([
    [[], /CALL_OPTION: option --table/],
    [['--table', example, '--runs', '0'], /CALL_OPTION: option --runs/],
    [['--table', example, '--spread', '2'], /CALL_OPTION: option --spread/],
    [['--table', example, '--thresholds-of', '2005-04-31'], /CALL_OPTION: option --thresholds-of/],
    [['--table', example, '--pack', 'examples/three-places'], /DISTRESS_CLASSES/],
  ])('refuses %j', async (words, message) => {
    expect(await refused(words)).toMatch(message);
  });
});
