import { describe, expect, it } from 'vitest';
import { AfterlodeError, sameText } from '../../base/index.js';
import {
  type AnalyseCall,
  analyseJobs,
  type InactiveRow,
  type JobsYearsRow,
  type OkunRow,
  type ReplacementRow,
  type SkillsRow,
  type Workspace,
} from '../index.js';

const values = {
  okun_years_minimum: 10,
  okun_smoothness: 100,
  okun_smoothness_low: 6.25,
  replacement_target: 1,
  inactive_health_benchmark: 0.062,
};
const parameters = new Map(
  Object.entries(values).map(([id, value]) => [id, { id, value, label: sameText(id) }]),
);
const ws = { catalog: { parameters } } as unknown as Workspace;

/** Lines of a CSV without quotes. */
const cells = (lines: readonly string[]) => lines.map((line) => line.split(','));
const source = (...lines: readonly string[]) => ({ name: 'table', cells: cells(lines) });

function run<Row>(lines: readonly string[], more: Partial<AnalyseCall> = {}): Promise<readonly Row[]> {
  return analyseJobs(ws, { cities: [], table: source(...lines), ...more }) as Promise<readonly Row[]>;
}

async function fault(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof AfterlodeError ? `${error.code} ${error.message}` : String(error);
  }
  return 'no fault';
}

describe('analyse jobs, table of activities by year', () => {
  const lines = [
    'place,activity,year,jobs',
    'A,x,2000,10',
    'A,x,2010,15',
    'A,x,2020,30',
    'B,x,2000,90',
    'B,x,2010,95',
    'B,x,2020,91',
  ];

  it('sums the steps, and each sum is the change', async () => {
    const [found] = await run<JobsYearsRow>(lines);
    // The reference goes 100, 110, 121: 10 % of 10 and 10 % of 15.
    expect(found).toMatchObject({ from: 2000, to: 2020, steps: 2, dynamic: { change: 20, regional: 17.5 } });
    expect(found?.dynamic.national).toBeCloseTo(2.5, 12);
    expect(found?.static.national).toBeCloseTo(2.1, 12);
    const { competitive = 0, allocation = 0, regional } = found?.static ?? {};
    expect((competitive ?? 0) + (allocation ?? 0)).toBeCloseTo(regional ?? 0, 12);
  });

  it('is cut by --from and --to, and refuses a year that a place lacks', async () => {
    const [found] = await run<JobsYearsRow>(lines, { from: '2010' });
    expect(found).toMatchObject({ from: 2010, steps: 1 });
    expect(await fault(run(lines.slice(0, -1)))).toMatch(/ANALYSIS_TABLE.*no row of B for 2020/);
    expect(await fault(run(lines, { to: '2000' }))).toContain('at least two years');
    expect(await fault(run([...lines, 'A,x,soon,1']))).toContain('"soon"');
  });
});

describe('analyse jobs, Okun', () => {
  const growths = Array.from({ length: 12 }, (_, at) => [0.02, 0.1, 0.05][at % 3] as number);
  let [output, rate] = [100, 5];
  const lines = growths.map((growth, at) => {
    output *= 1 + growth;
    rate += 2 - 40 * growth;
    return `A,${2001 + at},${rate},${output}`;
  });
  const heading = 'place,year,unemployment_percent,output';

  it('finds the line that the figures were made with', async () => {
    const [found] = await run<OkunRow>([heading, 'A,2000,5,100', ...lines]);
    expect(found?.difference.coefficient).toBeCloseTo(0.4, 9);
    expect(found?.difference.breakEven).toBeCloseTo(0.05, 9);
    expect(found?.gaps.map(({ smoothness, refused }) => [smoothness, refused])).toEqual([
      [100, null],
      [6.25, null],
    ]);
    expect(found?.issues).toEqual([]);
  });

  it('says what is missing where it cannot estimate: too few years, a gap, a rate that does not move', async () => {
    const still = Array.from({ length: 12 }, (_, at) => `B,${2000 + at},4.1,${100 + at * at}`);
    const [gap, flat] = await run<OkunRow>([heading, 'A,1999,5,100', ...lines, ...still]);
    expect(gap?.difference.refused).toBeNull();
    expect(gap?.gaps[0]?.refused).toBe('gaps');
    expect(flat?.issues.map(({ message }) => message.en).join()).toContain('does not move');
    const [few] = await run<OkunRow>([heading, ...lines.slice(0, 3)]);
    expect(few?.issues.map(({ message }) => message.zh).join()).toContain('年数不足');
    expect(few?.difference.coefficient).toBeNull();
  });
});

describe('analyse jobs, replacement', () => {
  it('counts from the first year with both, by wages, and a fall replaces nothing', async () => {
    const rows = [
      'A,2009,,210,',
      'A,2010,100,200,',
      'A,2015,200,120,0.8',
      'A,2018,90,130,0.8',
      'A,2020,180,220,1',
    ];
    const [found] = await run<ReplacementRow>([
      'place,year,successor_jobs,resource_jobs,wage_ratio',
      ...rows,
    ]);
    expect(found).toMatchObject({ base: 2010, wagesLeftOut: false });
    expect(found?.years).toEqual([
      { year: 2015, gained: 100, lost: 80, ratio: 1, reached: true },
      { year: 2018, gained: 0, lost: 70, ratio: 0, reached: false },
      { year: 2020, gained: 80, lost: 0, ratio: null, reached: null },
    ]);
  });

  it('says where wages are left out', async () => {
    const [found] = await run<ReplacementRow>([
      'place,year,successor_jobs,resource_jobs',
      'A,2010,1,2',
      'A,2011,2,1',
    ]);
    expect(found).toMatchObject({ wagesLeftOut: true, years: [{ ratio: 1, reached: true }] });
  });
});

describe('analyse jobs, inactivity', () => {
  const lines = [
    'place,working_age,inactive_health,employed,jobs',
    'mine,100000,8400,68000,50000',
    'land,1000000,62000,720000,670000',
  ];

  it('is that of the coalfield reports: 2,200 of 100,000', async () => {
    const [found] = await run<InactiveRow>(lines);
    expect(found).toMatchObject({
      jobDensity: 50,
      employmentRatePercent: 68,
      employmentRateGapPercent: null,
    });
    expect(found?.hiddenUnemployment.persons).toBeCloseTo(2200, 6);
    expect(found?.issues.map(({ code }) => code)).toEqual(['ANALYSIS_BENCHMARK']);
  });

  it('is held against a place of the table where one is named', async () => {
    const [found] = await run<InactiveRow>(lines, { reference: 'land' });
    expect(found?.employmentRateGapPercent).toBeCloseTo(-4, 9);
    expect(found).toMatchObject({ hiddenUnemployment: { benchmark: 'land' }, issues: [] });
    expect(await fault(run(lines, { reference: 'sea' }))).toContain('--reference');
  });
});

describe('analyse jobs, skills', () => {
  const lines = ['place,occupation,displaced,vacancies', 'A,miner,60,', 'A,diver,40,0', 'A,fitter,,5'];
  const skills = source(
    'occupation,skill,level',
    'miner,lift,3',
    'miner,mend,4',
    'fitter,lift,4',
    'fitter,mend,3',
  );

  it('counts who fits, and names occupations without skills', async () => {
    const [found] = await run<SkillsRow>(lines, { skills, similarity: '0.96' });
    expect(found).toMatchObject({ matchedPercent: 60, matched: 60, displaced: 100 });
    expect(found?.occupations.map(({ nearest, fits }) => [nearest, fits])).toEqual([
      ['fitter', true],
      [null, false],
    ]);
    expect(found?.issues[0]?.message.en).toContain('diver');
    const [stricter] = await run<SkillsRow>(lines, { skills, similarity: '0.97' });
    expect(stricter?.matched).toBe(0);
  });

  it('needs the skills and the similarity, which has no usual value', async () => {
    expect(await fault(run(lines, { skills }))).toContain('--similarity');
    expect(await fault(run(lines, { skills, similarity: '1.2' }))).toContain('--similarity');
    expect(await fault(run(lines, { similarity: '0.9' }))).toContain('--skills');
  });
});

it('a table of no form names all of them, and an option of another form is refused', async () => {
  const unknown = await fault(run(['place,colour', 'A,red']));
  for (const columns of ['place, activity, first, last', 'unemployment_percent', 'vacancies'])
    expect(unknown).toContain(columns);
  const two = ['place,activity,first,last', 'A,x,1,2'];
  expect(await run(two)).toHaveLength(1);
  expect(await fault(run(two, { similarity: '0.5' }))).toContain('--similarity');
});
