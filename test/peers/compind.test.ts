import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aggregate, benefitOfDoubt, rescaleAmpi } from '../../src/assess/composite/aggregate/index.js';
import type { AggregationRule, Values } from '../../src/assess/composite/types.js';
import { readCsvRows } from '../../src/files/index.js';

/** Aggregation against results of the R package Compind (README beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference');

/** Columns by name, words and all. */
async function table(path: string): Promise<Map<string, string[]>> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const [heading = [], ...body] = await readCsvRows(file);
  return new Map(heading.map((name, at) => [name, body.map((row) => row[at] as string)]));
}

const numbers = (from: ReadonlyMap<string, readonly string[]>, name: string): Values =>
  Float64Array.from(from.get(name) ?? [], Number);

const pillars = ['ConEcFin', 'Instit', 'P2P', 'Physical', 'Political', 'Environ', 'Social', 'SusEcFin'];
const built = await table('coinr/build/7_aggregated.csv');
const scores = pillars.map((pillar) => numbers(built, pillar));
const standard = await table('compind/asem_pillars_z100_10.csv');
const wanted = await table('compind/asem_pillars.csv');
const equal = new Float64Array(8).fill(1);
const by = (children: readonly Values[], rule: AggregationRule) =>
  aggregate(children, equal, rule, { minimumCoverage: null });

function largestDifference(found: Values, expected: Values): number {
  expect(found.length).toBe(expected.length);
  const away = found.map(
    (value, at) => Math.abs(value - (expected[at] as number)) / Math.abs(expected[at] as number),
  );
  return Math.max(...away);
}

describe('Compind on eight pillars of 51 countries', () => {
  const standardised = pillars.map((pillar) => numbers(standard, pillar));
  const cases: readonly (readonly [string, readonly Values[], AggregationRule])[] = [
    ['mpi_pos_penalty', standardised, { rule: 'mpi', penalty: 'minus' }],
    ['mpi_neg_penalty', standardised, { rule: 'mpi', penalty: 'plus' }],
    ['wroclaw', scores, { rule: 'wroclaw' }],
    ['owa_at_least_5', scores, { rule: 'owa', mean: 'best', count: 5 }],
    ['owa_worst_5', scores, { rule: 'owa', mean: 'worst', count: 5 }],
    ['bod_constrained_005_030', scores, { rule: 'bod', low: 0.05, high: 0.3 }],
  ];
  it('knows every column', () => {
    expect(cases.map(([name]) => name)).toEqual([...wanted.keys()].slice(1));
  });
  it.each(cases)('%s', (name, children, rule) => {
    const expected = numbers(wanted, name);
    expect(expected.length).toBe(51);
    // Compind gives the distance, 0 for the best; the measure is its difference from 1.
    const made = by(children, rule);
    const found = rule.rule === 'wroclaw' ? made.map((one) => 1 - one) : made;
    expect(largestDifference(found, expected)).toBeLessThan(1e-9);
  });

  it('z-scores with mean 100 and deviation 10 are those that the index is given', () => {
    const made = scores.map((column) => {
      const mean = column.reduce((sum, score) => sum + score, 0) / 51;
      const variance = column.reduce((sum, score) => sum + (score - mean) ** 2, 0) / 50;
      return column.map((score) => 100 + (10 * (score - mean)) / Math.sqrt(variance));
    });
    const away = made.map((column, at) => largestDifference(column, standardised[at] as Values));
    expect(Math.max(...away)).toBeLessThan(1e-9);
  });
});

describe('shares of the benefit of the doubt', async () => {
  const theirs = await table('compind/asem_bod_constrained_shares.csv');
  const expected = pillars.map((pillar) => numbers(theirs, pillar));
  const made = benefitOfDoubt(scores, { low: 0.05, high: 0.3 });

  it('agree for every country below 1, and elsewhere reach 1 as well', () => {
    let below = 0;
    for (let row = 0; row < 51; row++) {
      const own = made.shares.map((column) => column[row] as number);
      const other = expected.map((column) => column[row] as number);
      const away = Math.max(...own.map((share, at) => Math.abs(share - (other[at] as number))));
      const score = made.scores[row] as number;
      // Who reaches 1 does so under many shares.
      if (score < 1 - 1e-9) below += 1;
      expect(score < 1 - 1e-9 ? away : 0).toBeLessThan(1e-9);
      expect(Math.abs(scoreUnder(other, row) - score)).toBeLessThan(1e-9);
      expect(Math.min(...own)).toBeGreaterThan(0.05 - 1e-12);
      expect(Math.max(...own)).toBeLessThan(0.3 + 1e-12);
      expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    expect(below).toBe(numbers(wanted, 'bod_constrained_005_030').filter((score) => score < 1 - 1e-9).length);
    expect(below).toBeGreaterThan(40);
  });

  function scoreUnder(shares: readonly number[], row: number): number {
    let most = 0;
    for (let peer = 0; peer < 51; peer++) {
      let sum = 0;
      for (const [at, share] of shares.entries()) {
        sum += (share * (scores[at]?.[peer] as number)) / (scores[at]?.[row] as number);
      }
      most = Math.max(most, sum);
    }
    return 1 / most;
  }
});

describe('adjusted Mazziotta–Pareto index of a panel', async () => {
  const panel = await table('compind/asem_panel_ampi_input.csv');
  const references = await table('compind/asem_panel_ampi_references.csv');
  const result = await table('compind/asem_panel_ampi.csv');
  const means = numbers(references, 'reference_2018_mean');
  const rescaled = pillars.map((pillar) => {
    const at = references.get('iCode')?.indexOf(pillar) as number;
    const direction = references.get('polarity')?.[at] === 'NEG' ? -1 : 1;
    return rescaleAmpi(numbers(panel, pillar), { reference: means[at] as number, direction });
  });
  const minus = by(rescaled, { rule: 'ampi', penalty: 'minus' });

  it('mean, penalty and mean less penalty', () => {
    const mean = by(rescaled, { rule: 'amean' });
    expect(mean.length).toBe(230);
    expect(largestDifference(mean, numbers(result, 'mean'))).toBeLessThan(1e-9);
    const penalty = mean.map((value, at) => value - (minus[at] as number));
    expect(largestDifference(penalty, numbers(result, 'penalty'))).toBeLessThan(1e-9);
    expect(largestDifference(minus, numbers(result, 'ampi_mean_minus_penalty'))).toBeLessThan(1e-9);
  });

  it('rounded to three decimals it is what the function returns', () => {
    expect(minus.map((value) => Math.round(value * 1000) / 1000)).toEqual(
      numbers(result, 'ampi_as_returned_rounded'),
    );
  });

  it('references are the means of 2018', () => {
    const first = panel.get('Time')?.filter((time) => time === '2018').length as number;
    for (const [at, pillar] of pillars.entries()) {
      const column = numbers(panel, pillar).subarray(0, first);
      const mean = column.reduce((sum, value) => sum + value, 0) / first;
      expect(mean).toBeCloseTo(means[at] as number, 8);
    }
  });

  it('the penalty that is added is added: the AMPI penalty "POS" is ignored (Compind)', () => {
    const plus = by(rescaled, { rule: 'ampi', penalty: 'plus' });
    const mean = by(rescaled, { rule: 'amean' });
    plus.forEach((value, at) => {
      expect(value + (minus[at] as number)).toBeCloseTo(2 * (mean[at] as number), 9);
      expect(value).toBeGreaterThan(mean[at] as number);
    });
  });
});
