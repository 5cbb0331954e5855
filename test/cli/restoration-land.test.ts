import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ForestAnswer, LegacyAnswer, TreatmentAnswer } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

const folder = temporaryFolder();
const huaibei = (name: string) => `examples/huaibei-restoration/${name}.csv`;
const wood = (name: string) => `examples/forest-carbon/${name}.csv`;

function file(name: string, ...rows: readonly string[]): string {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `${rows.join('\n')}\n`);
  return path;
}

/** Words that ask for a run that is kept with these zones. */
function keptRun(zones: readonly object[]): readonly string[] {
  const id = 'zhonghu-0123456789ab';
  const run = join(folder, 'workspace', 'subsidence', id);
  mkdirSync(run, { recursive: true });
  writeFileSync(
    join(run, 'run.json'),
    JSON.stringify({ id, label: 'Zhonghu', from: '2020-01-01', to: '2022-01-01' }),
  );
  writeFileSync(join(run, 'subsidence.json'), JSON.stringify({ zones }));
  return ['--workspace', join(folder, 'workspace'), '--run', id];
}

const ask = <Answer>(...words: readonly string[]) => jsonHere<Answer>(['restoration', ...words]);
async function refusal(...words: readonly string[]): Promise<string> {
  const { status, out, err } = await callHere(['restoration', ...words]);
  expect([status, out]).toEqual([2, '']);
  return err;
}
const codesOf = ({ issues }: { readonly issues: readonly { readonly code: string }[] }) =>
  issues.map(({ code }) => code);

describe('restoration --parcels', () => {
  const tables = ['--parcels', huaibei('parcels'), '--prices', huaibei('prices')];

  it('decides each parcel of the example, or says what is missing', async () => {
    const answer = await ask<TreatmentAnswer>(...tables);
    expect(answer.parcels.map(({ id, treatment, missing }) => [id, treatment ?? missing.join(' ')])).toEqual([
      ['A1', 'farmland_or_building'],
      ['A2', 'farmland_for_now'],
      ['B1', 'fish_and_terraces'],
      ['B2', 'wetland'],
      ['B3', 'stability'],
      ['C1', 'lake'],
      ['C2', 'monitored_water'],
      ['C3', 'water_table'],
      ['D1', 'depth'],
    ]);
    expect(answer.parcels[1]).toMatchObject({ later: 'farmland_or_building', settlementMm: 70 });
    expect(answer.parcels[1]?.reason.zh).toContain('6 个月累计 70 毫米，超过 30 毫米，未稳沉');
    expect(answer.totalMu).toBeCloseTo(25_500, 6);
    const lake = answer.areas.find(({ treatment }) => treatment === 'lake');
    expect(lake?.low).toBeCloseTo(11_600 * 9800, 3);
    expect(lake?.high).toBeCloseTo(11_600 * 96_000, 3);
    expect(answer.areas.find(({ treatment }) => treatment === 'wetland')?.low).toBeNull();
    expect(codesOf(answer)).toEqual(['RESTORATION_UNDECIDED', 'RESTORATION_UNPRICED']);
  });

  it('flips where one figure does', async () => {
    const of = async (row: string) => {
      const path = file('flip', 'id,depth_m,settlement_mm,stable_from,high_water', row);
      return (await ask<TreatmentAnswer>('--parcels', path)).parcels[0]?.treatment;
    };
    expect(await of('A,1.4,30,,')).toBe('farmland_or_building');
    expect(await of('A,1.4,31,,')).toBe('farmland_for_now');
    expect(await of('A,1.5,30,,')).toBe('fish_and_terraces');
    expect(await of('A,1.4,,2015-06-30,')).toBe('farmland_or_building');
    expect(await of('A,1.4,,2099,')).toBe('farmland_for_now');
    expect(await of('A,5,3,,是')).toBe('lake');
    expect(await of('A,5,3,,no')).toBeNull();
  });

  it('takes the zones of a kept run, whose depth only a table can say', async () => {
    const kept = keptRun([
      { zone: '1', rateMmPerYear: -120, rateErrorMmPerYear: 5, areaHa: 20, direction: 'vertical' },
      { zone: '2', rateMmPerYear: -20, rateErrorMmPerYear: 5, areaHa: 10, direction: 'vertical' },
      { zone: '3', rateMmPerYear: -20, rateErrorMmPerYear: 5, areaHa: 5, direction: 'line_of_sight' },
      { zone: '4', rateMmPerYear: -58, rateErrorMmPerYear: 5, areaHa: null, direction: 'vertical' },
    ]);
    const alone = await ask<TreatmentAnswer>(...kept);
    expect(alone.run).toMatchObject({ label: 'Zhonghu' });
    // Along the line of sight too little shows to call ground stable; 29 mm ± 2.5 are too near to 30 mm.
    expect(alone.parcels.map(({ treatment, stable }) => [treatment, stable])).toEqual([
      [null, false],
      [null, true],
      [null, null],
      [null, null],
    ]);
    expect(alone.parcels[0]?.areaMu).toBeCloseTo(300, 9);
    const more = file('zones', 'id,depth_m,high_water', '1,3.5,yes', '2,1,', 'other,2,');
    const both = await ask<TreatmentAnswer>(...kept, '--parcels', more);
    expect(both.parcels.map(({ id, treatment }) => [id, treatment])).toEqual([
      ['1', 'monitored_water'],
      ['2', 'farmland_or_building'],
      ['3', null],
      ['4', null],
      ['other', null],
    ]);
    expect(both.parcels[0]?.areaMu).toBe(alone.parcels[0]?.areaMu);
    expect(await refusal('--run', 'none')).toContain('GROUND_RUN_UNKNOWN');
  });

  it('writes tables, and speaks Chinese', async () => {
    const out = join(folder, 'treatment');
    const { out: said } = await callHere(['restoration', ...tables, '--out', out, '--lang', 'zh']);
    expect(said).toContain('湖泊、水库、水面光伏');
    expect(readFileSync(join(out, 'parcels.csv'), 'utf8')).toMatch(/A1,3200,0.8,12,/);
    expect(existsSync(join(out, 'treatment.xlsx'))).toBe(true);
  });

  it.each([
    ['id,depth_m\nA,-1', /row 2, column depth_m: -1/],
    ['id,high_water\nA,maybe', /column high_water: maybe; expected yes, no or nothing/],
    ['id,stable_from\nA,2025-13-01', /column stable_from: 2025-13-01; expected a day/],
    ['id,area_mu\nA,1\nA,2', /row 3, column id: A twice/],
    ['depth_m,area_mu\n1,1', /expected a column id/],
  ])('refuses %j', async (text, message) => {
    const err = await refusal('--parcels', file('wrong', text));
    expect(err).toMatch(/^RESTORATION_LAND/);
    expect(err).toMatch(message);
  });

  it('refuses prices that it cannot use', async () => {
    const of = (text: string) => refusal('--parcels', huaibei('parcels'), '--prices', file('price', text));
    expect(await of('treatment,low\ngold,1')).toMatch(/column treatment: gold; expected one of farmland/);
    expect(await of('treatment,low,high\nlake,5,4')).toMatch(/column high: 4; expected not below low/);
  });
});

describe('restoration --legacy', () => {
  const tables = ['--legacy', huaibei('legacy'), '--paces', huaibei('paces')];

  it('says when nothing is left in Huaibei, or never at this pace', async () => {
    const { years, paces, issues } = await ask<LegacyAnswer>(...tables);
    expect(years[0]).toMatchObject({ rate: 206 / 416, openMu: 210_000, agrees: 'both' });
    expect(paces.map(({ goneYear: { low, mid, high } }) => [low, mid, high])).toEqual([
      [null, null, null],
      [null, null, null],
      [2036, 2048, 2126],
      [2039, 2042, 2048],
    ]);
    expect(paces[0]?.path.at(-1)?.year).toBe(2051);
    expect(paces[0]?.neededMu.mid).toBe(15_000);
    expect(issues).toEqual([]);
  });

  it('corrects a published rate that leaves out new subsidence, and takes the pace of its own years', async () => {
    const path = file(
      'published',
      'year,registered_mu,treated_total_mu,new_mu,treated_mu,published_percent',
      '2020,1000,500,,,50.0',
      '2021,,,100,50,55.0',
      '2022,,,100,150,58.3',
    );
    const answer = await ask<LegacyAnswer>('--legacy', path, '--horizon', '2030');
    expect(answer.years.map(({ agrees }) => agrees)).toEqual(['both', 'without_new', 'with_new']);
    expect(answer.years.map(({ rate }) => rate)).toEqual([0.5, 0.5, 700 / 1200]);
    expect(codesOf(answer)).toEqual(['LEGACY_RATE']);
    expect(answer.paces).toMatchObject([
      {
        scenario: 'as_before',
        newMu: { low: 100, mid: 100, high: 100 },
        treatedMu: { low: 50, mid: 100, high: 150 },
        goneYear: { low: 2032, mid: null, high: null },
      },
    ]);
  });

  it('knows nothing from a missing flow on, and tells counts that differ', async () => {
    const head = 'year,registered_mu,treated_total_mu,new_mu,treated_mu';
    const gone = await ask<LegacyAnswer>('--legacy', file('gone', head, '2020,100,50,,', '2021,,,10,'));
    expect(gone.years[1]).toMatchObject({ registeredMu: 110, treatedMu: null, openMu: null, rate: null });
    expect([codesOf(gone), gone.paces]).toEqual([['LEGACY_UNKNOWN'], []]);
    const recount = file('recount', head, '2020,100,50,,', '2021,130,60,10,10');
    expect(codesOf(await ask<LegacyAnswer>('--legacy', recount))).toEqual(['LEGACY_RECOUNT']);
  });

  it('writes tables, and speaks Chinese', async () => {
    const out = join(folder, 'legacy');
    const { out: said } = await callHere(['restoration', ...tables, '--out', out, '--lang', 'zh']);
    expect(said).toContain('按此速度无法清零');
    expect(readFileSync(join(out, 'paces.csv'), 'utf8')).toContain('twice as much,8000,16000,2048,2036,2126');
  });

  it.each([
    ['2020,,50', /column registered_mu: empty; expected a count in the first row/],
    ['2020,100,120', /column treated_total_mu: 120; expected at most 100/],
    ['2020,100,50\n2020,100,50', /row 3, column year: 2020; expected a year after/],
  ])('refuses %j', async (rows, message) => {
    const path = file('wrong', `year,registered_mu,treated_total_mu\n${rows}`);
    const err = await refusal('--legacy', path);
    expect(err).toMatch(/^RESTORATION_LAND/);
    expect(err).toMatch(message);
  });

  it('refuses paces and horizons that cannot be', async () => {
    const pace = (text: string) =>
      refusal(
        '--legacy',
        huaibei('legacy'),
        '--paces',
        file('pace', `scenario,new_mu,treated_mu,new_low\n${text}`),
      );
    expect(await pace('a,,1,')).toMatch(/column new_mu: empty/);
    expect(await pace('a,1,1,2')).toMatch(/column new_low: 2; expected at most 1/);
    expect(await refusal(...tables, '--horizon', '2021')).toMatch(/CALL_OPTION: option --horizon is 2021/);
  });
});

describe('restoration --stands', () => {
  const tables = ['--stands', wood('stands'), '--factors', wood('factors'), '--credit', wood('credit')];

  it('keeps stock, sink and credit apart, and gives no credit where something is missing', async () => {
    const answer = await ask<ForestAnswer>(...tables);
    const [natural, planted] = answer.forests;
    // Larch 4.1 million m³ × 0.49 × 1.4 × 1.21, birch 2.35 million × 0.541 × 1.37 × 1.25, × 0.47 × 44 ÷ 12.
    const carbon = 4.1e6 * 0.49 * 1.4 * 1.21 + 2.35e6 * 0.541 * 1.37 * 1.25;
    expect(natural?.stock[0]?.stock).toBeCloseTo((carbon * 0.47 * 44) / 12, 2);
    const [early, late] = natural?.sink ?? [];
    expect(late?.sink).toBeLessThan(early?.sink as number);
    expect(natural?.credit).toMatchObject({ credit: null, value: null });
    expect(planted?.stands[0]?.by).toBe('continuous');
    const sink = planted?.sink[0]?.sink as number;
    expect(planted?.credit.credit).toBeCloseTo((sink - 500) * 0.95 * 0.8, 6);
    expect(planted?.credit.value).toBeCloseTo((sink - 500) * 0.95 * 0.8 * 60, 4);
    expect(codesOf(answer)).toEqual(['FOREST_CREDIT']);
  });

  it('has no stock without factors, and no credit without terms', async () => {
    const answer = await ask<ForestAnswer>('--stands', wood('stands'));
    expect(answer.forests[0]?.stock[0]?.stock).toBeNull();
    expect(codesOf(answer)).toEqual(['FOREST_FACTORS', 'FOREST_CREDIT', 'FOREST_CREDIT']);
  });

  it('writes tables, and speaks Chinese', async () => {
    const out = join(folder, 'forest');
    const { out: said } = await callHere(['restoration', ...tables, '--out', out, '--lang', 'zh']);
    expect(said).toMatch(/碳储量[^]*年碳汇[^]*额度/);
    expect(readFileSync(join(out, 'credit.csv'), 'utf8')).toContain('"registered methodology, additionality');
  });

  it.each([
    [
      'stands',
      'forest,year,species,volume_m3\nA,2020,larch,1\nA,2020,larch,2',
      /row 3, column species: larch/,
    ],
    ['factors', 'species,expansion\nlarch,0.5', /column expansion: 0.5; expected a number from 1/],
    ['credit', 'forest,buffer\nA,2', /column buffer: 2; expected a number from 0 to 1/],
  ])('refuses a table of %s that cannot be', async (name, text, message) => {
    const words = ['--stands', wood('stands'), `--${name}`, file(name, text)];
    const err = await refusal(...(name === 'stands' ? words.slice(2) : words));
    expect(err).toMatch(/^FOREST_TABLE/);
    expect(err).toMatch(message);
  });
});

describe('restoration', () => {
  it('answers one question a call', async () => {
    expect(await refusal()).toMatch(/CALL_OPTION: option --ledger is nothing, expected one of --ledger/);
    const two = await refusal('--legacy', huaibei('legacy'), '--stands', wood('stands'));
    expect(two).toMatch(/option --ledger is 2 questions/);
  });
});
