import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CityPlanAnswer } from '../../src/app/index.js';
import { callHere, jsonHere } from './here.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-city-plan-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const said = 'because: {en: assumed, zh: 假设}, mark: D';
const head = (name: string) =>
  `scenario: ${name}\nlabel: {en: ${name}, zh: 情景}\nassumptions: {en: made for a test, zh: 测试用}\nmark: D\n`;
const plan = (name: string, lines: string) => file(`${name}.yaml`, head(name) + lines);
const asked = (...scenarios: readonly string[]) => [
  'plan',
  '鹤岗',
  '--period',
  '2020',
  '--scenario',
  ...scenarios,
];

async function refused(words: readonly string[]): Promise<string> {
  const { status, err, out } = await callHere(words);
  expect([status, out]).toEqual([2, '']);
  return err;
}

describe('plan', () => {
  it('without a plan file: findings with their addresses, measures with their conditions', async () => {
    const answer = await jsonHere<CityPlanAnswer>(['plan', 'Hegang', '--period', '2020']);
    const { findings, measures, caveats, scenarios } = answer;
    expect(findings.find(({ finding }) => finding === 'severe_shrinkage')).toMatchObject({
      kind: 'problem',
      severity: 'urgent',
      weight: 3,
      evidence: ['value/cn-230400/2020/population_change'],
    });
    // The red light on the very figure of that problem is the same said twice.
    expect(findings.map(({ finding }) => finding)).not.toContain('population_change');
    expect(caveats).toHaveLength(3);
    expect(scenarios).toEqual([]);
    const fund = measures.find(({ measure }) => measure === 'reserve_fund');
    expect(fund?.conditions.map(({ state, by }) => [state, by])).toEqual([
      ['unknown', 'nobody'],
      ['unknown', 'nobody'],
    ]);
  });

  it('shares a budget out, and keeps what nobody has priced out of the years', async () => {
    const path = plan(
      'one',
      `measures: [smart_shrinkage, resize_services, retrain_miners]
costs:
  smart_shrinkage: {low: 5, high: 10, years: 2, ${said}}
  retrain_miners: {low: 20, high: 40, ${said}}
after: {retrain_miners: [smart_shrinkage]}
priorities: {mining_dependence_high: 0.5}
budgets: {2027: 6, 2026: 5, 2028: 40}
`,
    );
    const { scenarios } = await jsonHere<CityPlanAnswer>(asked(path));
    const measures = scenarios[0]?.measures.filter(({ choice }) => choice.state === 'chosen');
    expect(measures?.map(({ measure, score, funding, years }) => [measure, score, funding, years])).toEqual([
      ['retrain_miners', 0.5, 'scheduled', [2028]],
      ['smart_shrinkage', 3, 'scheduled', [2026, 2027]],
      ['resize_services', 3, 'unpriced', []],
    ]);
    expect(scenarios[0]?.spending.map(({ year, spent, low }) => [year, spent, low])).toEqual([
      [2026, 5, 2.5],
      [2027, 5, 2.5],
      [2028, 40, 20],
    ]);
    expect(scenarios[0]?.recheck.find(({ finding }) => finding === 'severe_shrinkage')).toEqual({
      finding: 'severe_shrinkage',
      indicators: ['population_change'],
      year: 2028,
    });
    expect(scenarios[0]?.issues.map(({ code }) => code)).toEqual(['PLAN_UNPRICED']);
  });

  it('takes budgets of a table for every scenario, and counts another end of costs', async () => {
    const path = plan(
      'low',
      `basis: low\nmeasures: [smart_shrinkage]\ncosts: {smart_shrinkage: {low: 5, high: 10, ${said}}}\n`,
    );
    const budget = file('budget.csv', 'year,budget\n2026,7\n');
    const { scenarios } = await jsonHere<CityPlanAnswer>([...asked(path), '--budget', budget]);
    expect(scenarios[0]?.spending).toEqual([{ year: 2026, budget: 7, spent: 5, low: 5, high: 10 }]);
  });

  it('without a list takes what may be had, of two that hinder each other the one of the higher score', async () => {
    const path = plan('all', `findings: {sinking: {severity: act, ${said}}}\nleave_out: [hold_new_land]\n`);
    const { scenarios } = await jsonHere<CityPlanAnswer>(asked(path));
    const choice = (id: string) =>
      scenarios[0]?.measures.find(({ measure }) => measure === id)?.choice ?? null;
    // Moving the town answers the loss of people (3) and the sinking ground (2), compacting it the loss alone.
    expect(choice('move_town')).toEqual({ state: 'chosen' });
    expect(choice('compact_city')).toEqual({ state: 'conflict', with: 'move_town' });
    expect(choice('hold_new_land')).toEqual({ state: 'left_out' });
    expect(scenarios[0]?.conflicts).toEqual([]);
    const moved = scenarios[0]?.measures.find(({ measure }) => measure === 'move_town');
    expect(moved?.conditions[0]).toMatchObject({ state: 'met', by: 'statement', stated: { mark: 'D' } });
  });

  it('tells of measures that hinder each other where the author wants both', async () => {
    const path = plan(
      'both',
      `measures: [move_town, compact_city]\nconditions: {compact_city: {holds: false, ${said}}}\n`,
    );
    const unmet = await jsonHere<CityPlanAnswer>(asked(path));
    expect(unmet.scenarios[0]?.issues.map(({ code }) => code)).toEqual([
      'PLAN_UNMET',
      'PLAN_UNPRICED',
      'PLAN_OPEN',
    ]);
    const agreed = plan('agreed', 'measures: [move_town, compact_city]\n');
    const { err } = await callHere(asked(agreed));
    expect(err).toMatch(/PLAN_CONFLICT: .*Compact city × Move the town/);
    expect(err).toMatch(/PLAN_OPEN/);
  });

  it('sets effects and targets beside the latest figure, and adds nothing', async () => {
    const path = plan(
      'effects',
      `measures: [retrain_miners, smart_shrinkage]
effects:
  smart_shrinkage: [{indicator: mining_share_employment, direction: less, low: -0.02, high: -0.01, ${said}}]
  retrain_miners: [{indicator: mining_share_employment, direction: more, low: 0, high: 0.01, ${said}}]
targets: {mining_share_employment: {year: 2030, value: 0.08, ${said}}, bath_share: {year: 2030, value: 0.9, ${said}}}
recheck: {bath_share: 2031}
`,
    );
    const { scenarios } = await jsonHere<CityPlanAnswer>(asked(path));
    const change = (id: string) => scenarios[0]?.changes.find(({ indicator }) => indicator === id);
    expect(change('mining_share_employment')).toMatchObject({
      now: { period: '2020', id: 'value/cn-230400/2020/mining_share_employment' },
      opposed: true,
      target: { year: 2030, value: 0.08 },
      recheck: null,
    });
    expect(change('mining_share_employment')?.effects.map(({ low, high }) => [low, high])).toEqual([
      [0, 0.01],
      [-0.02, -0.01],
    ]);
    expect(change('bath_share')).toMatchObject({ effects: [], recheck: 2031 });
    expect(change('idle_industrial_land')).toMatchObject({ now: null, effects: [{ low: null, high: null }] });
  });

  it('prints and writes it in both languages', async () => {
    const path = plan(
      'print',
      `measures: [smart_shrinkage]\ncosts: {smart_shrinkage: {low: 1, high: 2, ${said}}}\nbudgets: {2026: 2}\n`,
    );
    const out = join(folder, 'out');
    const zh = await callHere([...asked(path), '--lang', 'zh', '--out', out]);
    expect([zh.status, zh.err]).toEqual([0, expect.not.stringContaining('undefined')]);
    expect(zh.out).toMatch(/^鹤岗市 Hegang 2020\n[\s\S]*人口重度收缩[\s\S]*精明收缩 .*已排入/);
    const rows = readFileSync(join(out, 'measures.csv'), 'utf8');
    expect(rows).toMatch(
      /print,smart_shrinkage,Smart shrinkage,精明收缩,severe_shrinkage,3,chosen,scheduled,1,2,D,2026/,
    );
    for (const name of ['findings.csv', 'coverage.csv', 'changes.csv', 'spending.csv', 'plan.xlsx'])
      expect(existsSync(join(out, name))).toBe(true);
    const report = join(folder, 'plan.html');
    const words = [
      'report',
      '鹤岗',
      '--kind',
      'plan',
      '--period',
      '2020',
      '--scenario',
      path,
      '--out',
      report,
    ];
    expect((await callHere(words)).status).toBe(0);
    const html = readFileSync(report, 'utf8');
    for (const text of [
      'State in short',
      'Severe loss of people',
      'Yubari',
      'Smart shrinkage',
      'no better plan',
    ])
      expect(html).toContain(text);
    expect(html).toContain('value/cn-230400/2020/population_change');
  });
});

describe('plan refuses', () => {
  it.each([
    ['nonsense: 1\n', /^PLAN_FILE: .*nonsense/],
    ['budgets: {soon: 1}\n', /^PLAN_FILE: .*soon/],
    [
      `costs: {smart_shrinkage: {low: 2, high: 1, ${said}}}\n`,
      /^PLAN_FILE: .*"high" is 1, expected at least low .*line 5/,
    ],
    ['costs: {smart_shrinkage: {low: 1, high: 2}}\n', /^PLAN_FILE: .*because/],
    ['measures: [dig]\n', /^PLAN_WORD: .*: measures: dig; expected one of/],
    ['after: {smart_shrinkage: [dig]}\n', /^PLAN_WORD: .*: after: dig/],
    ['priorities: {poor_housing: 1}\n', /^PLAN_WORD: .*: priorities: poor_housing; expected one of/],
    [
      `findings: {weather: {severity: act, ${said}}}\n`,
      /^PLAN_WORD: .*findings\.weather: weather; expected a problem/,
    ],
    [`targets: {weather: {year: 2030, value: 1, ${said}}}\n`, /^PLAN_WORD: .*: targets: weather/],
    [
      `costs: {smart_shrinkage: {low: 1, high: 2, ${said}, source: hearsay}}\n`,
      /^PLAN_WORD: .*costs\.smart_shrinkage: hearsay; expected an entry of references\.yaml/,
    ],
    [
      `quantities: {smart_shrinkage: {value: 3, ${said}}}\n`,
      /^PLAN_WORD: .*quantities\.smart_shrinkage: 3; expected a total under costs/,
    ],
    [
      `costs: {smart_shrinkage: {low: 1, high: 2, ${said}}}\nquantities: {smart_shrinkage: {value: 3, ${said}}}\n`,
      /^PLAN_WORD: .*costs\.smart_shrinkage: quantities\.smart_shrinkage; expected a total or a quantity/,
    ],
    [
      `costs: {smart_shrinkage: {low: 1, high: 2, ${said}}}\nafter: {smart_shrinkage: [smart_shrinkage]}\n`,
      /^PLAN_WORD: .*: after: smart_shrinkage < smart_shrinkage/,
    ],
  ])('the plan file %j', async (lines, message) => {
    const out = join(folder, 'never');
    expect(await refused([...asked(plan('wrong', lines)), '--out', out])).toMatch(message);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['year,budget\n26,1\n', /column year: 26; expected a year/],
    ['year,budget\n2026,1\n2026,1\n', /row 3, column year: 2026; expected each year once/],
    ['year,budget\n2026,-1\n', /column budget: -1/],
    ['year,money\n2026,1\n', /column budget/],
  ])('the budgets %j', async (text, message) => {
    const words = [...asked(plan('fine', '')), '--budget', file('wrong.csv', text)];
    expect(await refused(words)).toMatch(message);
  });

  it('budgets alone, a scenario twice, a city that is not there, options of another report', async () => {
    const fine = plan('fine', '');
    const budget = file('budget.csv', 'year,budget\n2026,7\n');
    expect(await refused(['plan', '鹤岗', '--budget', budget])).toMatch(
      /^CALL_OPTION: .*--scenario beside it/,
    );
    expect(await refused(asked(fine, fine))).toMatch(/^PLAN_WORD: .*scenario: fine; expected a name/);
    expect(await refused(['plan', 'Atlantis'])).toMatch(/^CITY_UNKNOWN/);
    expect(await refused(['report', '鹤岗', '--scenario', fine])).toMatch(/^CALL_OPTION: .*--scenario/);
  });
});
