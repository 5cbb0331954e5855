import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CityPlanAnswer, cityPlan } from '../../src/app/index.js';
import { examplePlans } from '../../src/web/city-plan/example.js';
import { readingWorkspace } from './workspace.js';

/** The worked plan of examples/huaibei-plan, and that its page says what the program answers. */

const folder = 'examples/huaibei-plan';
const files = ['least', 'smart-shrinkage', 'industry-first'].map((name) => `${folder}/${name}.yaml`);
let answer: CityPlanAnswer;

beforeAll(async () => {
  answer = await cityPlan(await readingWorkspace(), '淮北', { period: '2020', scenario: files });
}, 120_000);

const page = readFileSync(`${folder}/README.md`, 'utf8');
/** The three cells of a row of the table of scenarios. */
const row = (head: string) =>
  page
    .split('\n')
    .find((line) => line.startsWith(`| ${head} |`))
    ?.split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
const told = (of: (one: CityPlanAnswer['scenarios'][number]) => string) => answer.scenarios.map(of);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const million = (value: number, digits = 0) =>
  (value / 1e6).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

describe('the worked plan of Huaibei', () => {
  it('is told as the program answers it', () => {
    expect(row('budget 2026–2030, million yuan')).toEqual(
      told(({ spending }) => million(sum(spending.map(({ budget }) => budget)))),
    );
    expect(row('spent, costs at their high end')).toEqual(
      told(({ spending }) => million(sum(spending.map(({ spent }) => spent)))),
    );
    expect(row('the same at their low end')).toEqual(
      told(({ spending }) => million(sum(spending.map(({ low }) => low)), 1)),
    );
    const count = (...states: readonly string[]) =>
      told(({ measures }) =>
        String(measures.filter(({ funding }) => funding !== null && states.includes(funding)).length),
      );
    expect(row('measures in the years')).toEqual(count('scheduled', 'begun'));
    expect(row('of unknown cost, in no year')).toEqual(count('unpriced'));
    expect(row('findings answered')).toEqual(
      told(
        ({ coverage }) =>
          `${coverage.filter(({ state }) => state === 'scheduled').length} of ${coverage.length}`,
      ),
    );
    expect(row('score reached = bound')).toEqual(told(({ solved }) => solved?.objective.toFixed(2) ?? ''));
    expect(answer.scenarios.map(({ solved }) => solved?.status)).toEqual(['optimal', 'optimal', 'optimal']);
  });

  it('says what was found, with the figures', () => {
    const value = (id: string) => answer.findings.find(({ finding }) => finding === id)?.value as number;
    expect(page).toContain(`${(value('mining_dependence') * 100).toFixed(1)} % of the employed`);
    expect(page).toContain(`−${(-value('moderate_shrinkage') * 100).toFixed(1)} % in ten years`);
    const red = answer.findings.filter(({ kind, stated }) => kind === 'light' && stated === null);
    expect(red).toHaveLength(6);
    expect(answer.measures.flatMap(({ answers }) => answers)).not.toContain(red[0]?.finding);
  });

  it('refuses the sale of land where people leave, and leaves the park unfinished', () => {
    const measure = (scenario: string, id: string) =>
      answer.scenarios.find((one) => one.scenario === scenario)?.measures.find((one) => one.measure === id);
    const sale = measure('industry_first', 'sell_restored_land');
    expect(sale?.choice).toEqual({ state: 'unmet' });
    expect(sale?.conditions[0]).toMatchObject({
      state: 'unmet',
      by: 'figures',
      evidence: ['value/cn-340600/2020/population_change'],
    });
    expect(measure('industry_first', 'extend_chain')).toMatchObject({
      funding: 'begun',
      years: [2029, 2030],
    });
    expect(measure('smart_shrinkage', 'resize_services')).toMatchObject({ funding: 'unpriced', cost: null });
  });

  it('spends no more than a year has, at the end of costs that it counts', () => {
    const years = answer.scenarios.flatMap(({ spending }) => spending);
    expect(years).toHaveLength(15);
    for (const { spent, budget, low, high } of years) {
      expect(spent).toBeLessThanOrEqual(budget);
      expect(spent).toBe(high);
      expect(low).toBeLessThanOrEqual(high);
    }
  });

  it('reckons the mu that the yearly money treats', () => {
    const lake = answer.measures.find(({ measure }) => measure === 'lake_in_deep_water')?.cost;
    for (const price of [lake?.high, lake?.low])
      expect(page).toContain(`${Math.floor(210e6 / (price as number)).toLocaleString('en')} mu`);
    expect(((206_000 + 4000) / (416_000 + 8000)) * 100).toBeCloseTo(49.5, 1);
    expect((4000 / 416_000) * 100).toBeCloseTo(1, 1);
  });

  it('is the example of the page', () => {
    expect(examplePlans.map(({ name }) => `${folder}/${name}`).toSorted()).toEqual(files.toSorted());
    for (const { name, text } of examplePlans) expect(text).toBe(readFileSync(`${folder}/${name}`, 'utf8'));
  });
});
