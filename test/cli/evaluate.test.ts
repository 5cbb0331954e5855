import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CityEvaluation } from '../../src/assess/evaluate/index.js';
import type { Checkup, DifferenceResult, MatchResult } from '../../src/assess/index.js';
import { json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];
const years = ['--from', '2010', '--to', '2020', ...workspace];

describe('evaluate', () => {
  it('answers for all 262 with the names of the contract, and says what is missing', () => {
    const found = json<CityEvaluation[]>(['evaluate', ...years]);
    expect(found).toHaveLength(262);
    const names = ['city', 'level', 'change', 'gapChange', 'quadrant', 'rank', 'rankInterval', 'targets'];
    for (const one of found) expect(Object.keys(one)).toEqual(expect.arrayContaining(names));
    const without = found.filter(({ rank }) => rank === null);
    expect(without.length).toBeLessThan(12);
    const reasons = new Set(['EVALUATE_NO_SCORE', 'EVALUATE_BOUNDARY']);
    for (const one of without) expect(one.issues.some(({ code }) => reasons.has(code))).toBe(true);
    for (const { rank, rankInterval, score, level, change, gapChange } of found) {
      if (rank === null || rankInterval === null) continue;
      expect(rankInterval[0]).toBeLessThanOrEqual(rank);
      expect(rankInterval[1]).toBeGreaterThanOrEqual(rank);
      expect(score).toBeCloseTo(((level ?? 0) + (change ?? 0) + (gapChange ?? 0)) / 3, 9);
    }
  });

  it('tells of Hegang that dependence fell with the people, beside the flattering quadrant', async () => {
    const [one] = await jsonHere<CityEvaluation[]>(['evaluate', '鹤岗', ...years]);
    expect(one?.flags.map(({ id }) => id)).toContain('dependence_fell_with_people');
    const text = (await callHere(['evaluate', '鹤岗', ...years, '--lang', 'zh'])).out;
    expect(text).toMatch(/对照区域: 黑龙江省/);
    expect(text).toMatch(/缺: .*矿山地质环境恢复治理率/);
    expect(text).toMatch(/无规划目标/);
  });

  it('judges targets of a file and never makes one up', async () => {
    const file = join(folder, 'targets.csv');
    writeFileSync(
      file,
      'city,indicator,year,target,document,unit\n鹤岗,mining_share_employment,2020,15,"plan, p. 3",percent\n鹤岗,mining_share_employment,2015,18,"plan, p. 3",percent\n',
    );
    const [hegang, daqing] = await jsonHere<CityEvaluation[]>([
      'evaluate',
      'Hegang',
      'Daqing',
      '--targets',
      file,
      ...years,
    ]);
    expect(hegang?.targets.map(({ year, status, actual }) => [year, status, actual === null])).toEqual([
      ['2020', 'met', false],
      ['2015', 'no-data', true],
    ]);
    expect(daqing?.targets).toEqual([]);
  });

  it('keeps imported targets, judges by the one in force and shows what was aimed at before', async () => {
    const file = join(folder, 'dated.csv');
    const own = ['--workspace', join(folder, 'targets')];
    const row = (target: number, document: string, issued: string) =>
      `鹤岗,mining_share_employment,2020,${target},%,${document},${issued}\n`;
    const heading = '城市,指标,目标年,目标值,单位,依据文件,印发日期\n';
    writeFileSync(file, `${heading}${row(15, '规划', '2013-12-01')}${row(10, '调整', '2017-05-01')}`);
    expect((await callHere(['targets', 'import', file, ...own, '--lang', 'zh'])).out).toContain('新增 2');
    const [now] = await jsonHere<CityEvaluation[]>([
      'evaluate',
      '鹤岗',
      '--from',
      '2010',
      '--to',
      '2020',
      ...own,
    ]);
    expect(now?.targets[0]).toMatchObject({ target: 0.1, status: 'missed', earlier: [{ target: 0.15 }] });
    const [lights] = await jsonHere<Checkup[]>(['checkup', '鹤岗', '--period', '2020', ...own]);
    expect(lights?.lights.mining_share_employment).toMatchObject({ target: 'red' });
  });

  it('evaluates the economy where the years ask for it', async () => {
    const found = await jsonHere<CityEvaluation[]>([
      'evaluate',
      '--from',
      '2005',
      '--to',
      '2012',
      ...workspace,
    ]);
    const scored = found.filter(({ level, change }) => level !== null && change !== null);
    expect(scored.length).toBeGreaterThan(80);
    for (const one of scored) expect(one).toMatchObject({ index: 'economy', region: { kind: 'class' } });
    expect(scored[0]?.path.length).toBeGreaterThan(5);
  });

  it('refuses years without an index, a broken table and a unit off the list', async () => {
    const failed = async (...words: string[]) => {
      const { status, out, err } = await callHere(['evaluate', ...words, ...workspace]);
      return [status, out, err.split(':')[0]];
    };
    expect(await failed('--from', '2010', '--to', '2021')).toEqual([2, '', 'PERIOD_UNKNOWN']);
    expect(await failed('--from', '2010')).toEqual([2, '', 'CALL_OPTION']);
    const file = join(folder, 'broken.csv');
    writeFileSync(file, 'city,indicator,year,target,document\n鹤岗,gold,2020,1,plan\n');
    expect(await failed('--from', '2010', '--to', '2020', '--targets', file)).toEqual([
      2,
      '',
      'EVALUATE_TABLE',
    ]);
    expect(await failed('哈尔滨', '--from', '2010', '--to', '2020')).toEqual([2, '', 'CITY_NOT_LISTED']);
  });
});

describe('evaluate --effect', () => {
  it('gives the difference, and says that a trend is no effect', async () => {
    const file = join(folder, 'effect.csv');
    const rows = [
      ['a', 2, 6, '2001'],
      ['b', 4, 10, '2001'],
      ['c', 1, 2, ''],
      ['d', 3, 6, ''],
    ].flatMap(([place, first, last, from]) => [
      `${place},2000,${first},${from}`,
      `${place},2001,${last},${from}`,
    ]);
    writeFileSync(file, ['place,year,outcome,treated_from', ...rows].join('\n'));
    const found = await jsonHere<{ difference: DifferenceResult; events: null }>([
      'evaluate',
      '--effect',
      file,
      ...workspace,
    ]);
    expect(found.difference.estimate).toBeCloseTo(3, 12);
    expect(found.difference.standardError).toBeCloseTo(Math.sqrt(28 / 15), 12);
    expect(found.events).toBeNull();
    expect((await callHere(['evaluate', '--effect', file, ...workspace])).err).toContain(
      'A trend is no effect',
    );
  });
});

describe('evaluate --matched', () => {
  it('holds listed prefectures against matched others, with the balance', async () => {
    const covariates = 'age_65_plus_share,urban_share,manufacturing_share_employment';
    const words = ['evaluate', '--matched', 'working_age_share', '--covariates', covariates, ...years];
    const found = await jsonHere<MatchResult>(words);
    expect(found.matched.length).toBeGreaterThan(110);
    expect(found.balance.map(({ covariate }) => covariate)).toEqual(covariates.split(','));
    for (const row of found.balance)
      expect(Math.abs(row.standardisedAfter)).toBeLessThan(Math.abs(row.standardisedBefore) + 0.1);
    expect(json<MatchResult>(words)).toEqual(found);
  });
});
