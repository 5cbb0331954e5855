import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type {
  CarbonRow,
  JobsPlace,
  JobsRow,
  PopulationPlace,
  PopulationRow,
  StructurePlace,
  StructureRow,
} from '../../src/app/index.js';
import { json, temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];
const span = ['--from', '2010', '--to', '2020'];

function table(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

async function refused(words: readonly string[]): Promise<string> {
  const { status, out, err } = await callHere(words);
  expect([status, out]).toEqual([2, '']);
  return err;
}

describe('analyse population --table', () => {
  const path = table('people.csv', 'place,first,last', '甲,1000,850', '乙,1000,1050', '丙,1000,');

  it('answers in the shape of the contract', () => {
    const rows = json<PopulationRow[]>(['analyse', 'population', '--table', path, '--years', '10']);
    expect(rows[0]).toEqual({
      explain: expect.stringMatching(/^population\/甲\/-,table=.+,years=10$/) as string,
      place: '甲',
      changePercent: -15,
      annualPercent: expect.closeTo(100 * (0.85 ** 0.1 - 1), 9) as number,
      grade: 'severe',
    });
    expect(rows.map(({ grade }) => grade)).toEqual(['severe', 'growth', null]);
    expect(rows[2]?.changePercent).toBeNull();
  });

  it('speaks both languages', async () => {
    const words = ['analyse', 'population', '--table', path, ...span];
    expect((await callHere([...words, '--lang', 'zh'])).out).toMatch(/^地区 .*等级\n甲 .*重度收缩/);
    expect((await callHere([...words, '--lang', 'en'])).out).toMatch(/^place .*grade\n甲 .*severe shrinkage/);
  });

  it('refuses faults with line and column, options of other kinds, and cities beside a table', async () => {
    const negative = table('negative.csv', 'place,first,last', 'a,-1,5');
    expect(await refused(['analyse', 'population', '--table', negative])).toMatch(
      /ANALYSIS_TABLE: .*line 2, column first/,
    );
    const twice = table('twice.csv', 'place,first,last', 'a,1,5', 'a,1,5');
    expect(await refused(['analyse', 'population', '--table', twice])).toMatch(/line 3.*as on line 2/);
    const word = table('word.csv', 'place,first,last', 'a,many,5');
    expect(await refused(['analyse', 'population', '--table', word])).toMatch(/"many"/);
    const short = table('short.csv', 'place,first', 'a,1');
    expect(await refused(['analyse', 'population', '--table', short])).toMatch(/columns place, first, last/);
    expect(await refused(['analyse', 'population', '鹤岗', '--table', path])).toMatch(
      /CALL_OPTION: option --table/,
    );
    expect(await refused(['analyse', 'population', '--table', path, '--years', '0'])).toMatch(/--years/);
    expect(await refused(['analyse', 'population', '--table', join(folder, 'none.csv')])).toMatch(
      /CALL_FILE_MISSING/,
    );
    expect(await refused(['analyse', 'population', '鹤岗', '--from', '2020', '--to', '2010'])).toMatch(
      /--to/,
    );
  });
});

describe('analyse carbon --table', () => {
  const figures = [100, 102, 104, 108, 107, 105, '', 100, 98, 97, 95].map(
    (co2, at) => `A,${2010 + at},${co2},${100 + 2 * at},${10 - at / 10}`,
  );
  const path = table('carbon.csv', 'place,year,co2,gdp,population', ...figures);

  it('answers in the shape of the contract, gaps allowed', async () => {
    const [row] = await jsonHere<CarbonRow[]>(['analyse', 'carbon', '--table', path, ...span]);
    expect(row).toMatchObject({
      place: 'A',
      from: 2010,
      to: 2020,
      inventory: 'table',
      peak: 'peaked',
      peakYear: 2013,
    });
    expect(row?.tapio).toEqual({
      co2Percent: -5,
      gdpPercent: 20,
      elasticity: -0.25,
      state: 'strong decoupling',
    });
    const { population, gdpPerHead, co2PerGdp, total } = (row as CarbonRow).lmdi;
    expect(total).toBe(-5);
    expect(Number(population) + Number(gdpPerHead) + Number(co2PerGdp)).toBeCloseTo(-5, 9);
    expect(row?.mannKendall).toMatchObject({ n: 10, s: -20, variance: 124 });
    expect(row?.issues.map(({ code }) => code)).toEqual(['ANALYSIS_GAPS']);
  });

  it('takes interval, chaining, the consumption side and sectors', async () => {
    const two = table(
      'two.csv',
      'place,year,co2,gdp,population,energy,co2_consumption',
      'B,2010,100,100,10,50,60',
      'B,2015,140,120,11,60,60',
      'B,2020,180,200,12,70,90',
    );
    const words = ['analyse', 'carbon', '--table', two, ...span];
    const [plain] = await jsonHere<CarbonRow[]>(words);
    expect(plain?.tapio.state).toBe('expansive coupling');
    expect(plain?.consumption?.tapio).toMatchObject({ co2Percent: 50, state: 'weak decoupling' });
    expect(plain?.kaya).toMatchObject({ energyPerGdpFirst: 0.5, co2PerEnergyFirst: 2, total: 80 });
    const [other] = await jsonHere<CarbonRow[]>([...words, '--interval', 'decoupling', '--chained']);
    expect(other?.tapio.state).toBe('weak decoupling');
    expect(other?.lmdi.total).toBe(80);
    expect(other?.lmdi.co2PerGdp).not.toBeCloseTo(plain?.lmdi.co2PerGdp as number, 3);
    const sectors = table(
      'sectors.csv',
      'place,year,sector,output,energy,co2',
      'B,2010,mining,60,40,80',
      'B,2010,other,40,10,20',
      'B,2020,other,200,70,180',
    );
    const [split] = await jsonHere<CarbonRow[]>([...words, '--sectors', sectors]);
    expect(split?.sectors?.total).toBe(80);
    expect(
      Object.values(split?.sectors?.effects ?? {}).reduce<number>((sum, one) => sum + Number(one), 0),
    ).toBeCloseTo(80, 9);
  });

  it('refuses a call without years, and output that is 0 where emissions are not', async () => {
    expect(await refused(['analyse', 'carbon', '--table', path])).toMatch(/CALL_OPTION: option --from/);
    const zero = table('zero.csv', 'place,year,co2,gdp,population', 'A,2010,1,0,1', 'A,2020,1,1,1');
    expect(await refused(['analyse', 'carbon', '--table', zero, ...span])).toMatch(/ANALYSIS_VALUE/);
    expect(await refused(['analyse', 'carbon', '--table', path, ...span, '--interval', 'x'])).toMatch(
      /coupling, decoupling/,
    );
  });
});

describe('analyse jobs --table', () => {
  const path = table(
    'jobs.csv',
    'place,activity,first,last',
    'A,x,10,15',
    'A,y,20,10',
    'N,x,100,120',
    'N,y,100,110',
  );

  it('answers in the shape of the contract', async () => {
    const rows = await jsonHere<JobsRow[]>(['analyse', 'jobs', '--table', path, '--reference', 'N']);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({
      explain: expect.stringMatching(/^jobs\/A\/-,activity=x,reference=N,table=/) as string,
      place: 'A',
      activity: 'x',
      quotientFirst: 2 / 3,
      quotientLast: 1.15,
      national: 1.5,
      mix: 0.5,
      regional: 3,
      change: 5,
    });
  });

  it('refuses a reference that is not in the table', async () => {
    expect(await refused(['analyse', 'jobs', '--table', path, '--reference', 'Z'])).toMatch(
      /--reference is Z/,
    );
  });
});

describe('analyse structure --table', () => {
  const lines = ['A,primary,10,10,20,10', 'A,secondary,60,30,40,20', 'A,tertiary,30,29,40,40'];
  const path = table('sectors-of-output.csv', 'place,sector,first,last,jobs_first,jobs_last', ...lines);

  it('flags false upgrading and shows both parts', async () => {
    const [row] = await jsonHere<StructureRow[]>(['analyse', 'structure', '--table', path]);
    expect(row?.upgrading).toMatchObject({
      secondaryChange: -30,
      tertiaryChange: -1,
      falseUpgrading: 'false upgrading',
    });
    expect(row?.rationalisation?.first).toBeGreaterThan(0);
    expect((await callHere(['analyse', 'structure', '--table', path])).out).toMatch(/FALSE UPGRADING/);
    expect((await callHere(['analyse', 'structure', '--table', path, '--lang', 'zh'])).out).toMatch(
      /虚假高级化/,
    );
  });
});

describe('analyse with the shipped data', () => {
  const cities = ['鹤岗', '大庆', '淮北', '铜陵'];
  const of = <Row>(kind: string) => jsonHere<Row[]>(['analyse', kind, ...cities, ...span, ...workspace]);

  it('population: grades on aligned boundaries; Tongling grew on paper only', async () => {
    const rows = await of<PopulationPlace>('population');
    expect(rows.map(({ grade }) => grade)).toEqual(['severe', 'slight shrinkage', 'moderate', 'severe']);
    expect(rows.every(({ aligned, confidence }) => aligned && confidence === 'high')).toBe(true);
    expect(rows[3]?.unalignedPercent).toBeGreaterThan(80);
    expect(rows[3]?.parts.form).toBeNull();
    // the area of Tongling changed: its parts are not compared, while the aligned count of the whole has its grade
    expect(rows[3]?.issues.map(({ code }) => code)).toContain('ANALYSIS_PARTS');
    expect(rows[3]?.issues.map(({ code }) => code)).not.toContain('ANALYSIS_BOUNDARY');
    expect(JSON.stringify(rows[3]?.issues)).toContain('整体区划有变');
    expect(rows[0]?.parts).toMatchObject({ form: 'split', counted: 8, losing: 6 });
    expect(rows[0]?.advice?.aim).toBe('smart shrinkage');
    expect(rows[0]?.missing).toEqual(['births', 'deaths', 'population_registered', 'area_built_up']);
  });

  it('jobs: shift-share sums, and nothing is compared across the boundary of Tongling', async () => {
    const rows = await of<JobsPlace>('jobs');
    for (const { national, mix, regional, change } of rows[0]?.activities ?? []) {
      expect(Number(national) + Number(mix) + Number(regional)).toBeCloseTo(Number(change), 6);
    }
    expect(rows[0]?.okun.difference.refused).toBe('too few years');
    expect(rows[3]?.activities[0]).toMatchObject({ change: null, regional: null });
    expect(rows[3]?.issues.map(({ code }) => code)).toContain('ANALYSIS_BOUNDARY');
    expect(rows[3]?.activities[1]?.quotientLast).toBeGreaterThan(1);
  });

  it('structure: Hegang upgrades by decline only', async () => {
    const rows = await of<StructurePlace>('structure');
    expect(rows[0]?.upgradingOfJobs.falseUpgrading).toBe('false upgrading');
    expect(rows[0]?.dependence.jobs.first).toBeCloseTo(0.2047, 4);
    expect(rows[3]?.upgradingOfJobs.falseUpgrading).toBeNull();
    expect(rows[0]?.newFactors.missing).toContain('patents_granted');
  });

  it('carbon: says what is missing and by which import it comes', async () => {
    const rows = await jsonHere<CarbonRow[]>(['analyse', 'carbon', '鹤岗', ...span, ...workspace]);
    expect(rows.map(({ inventory }) => inventory)).toEqual(['co2_edgar', 'co2_ceads']);
    expect(rows[0]?.missing).toContain('co2_edgar');
    const { status, err } = await callHere(['analyse', 'carbon', '鹤岗', ...span, ...workspace]);
    expect([status, err]).toEqual([0, expect.stringMatching(/Import a table with co2_edgar/) as string]);
  });

  it.each(['population', 'jobs', 'structure'])('%s answers for all 262 units', async (kind) => {
    expect(await jsonHere<unknown[]>(['analyse', kind, ...span, ...workspace])).toHaveLength(262);
  });
});
