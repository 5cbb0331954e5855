import { describe, expect, it } from 'vitest';
import { type ScoreTables, type ScoreTablesOptions, scoreTables } from '../../src/assess/composite/index.js';
import { type DecisionMatrix, type DecisionOptions, decide } from '../../src/assess/decision/index.js';
import { seededRandom } from '../../src/base/index.js';

/** Generous: a machine with two busy cores takes a few seconds, a quadratic step would take an hour. */
const patience = 60_000;

function tablesOf(units: number, indicators: number, years: number): ScoreTables {
  const random = seededRandom(3401);
  const codes = Array.from({ length: indicators }, (_, at) => `i${at}`);
  const groups = Array.from({ length: Math.ceil(indicators / 5) }, (_, at) => `g${at}`);
  const data = [['uCode', 'Time', ...codes]];
  for (let year = 0; year < years; year++) {
    for (let unit = 0; unit < units; unit++) {
      const cells = codes.map(() => (random() < 0.02 ? '' : (random() * 100).toFixed(3)));
      data.push([`u${unit}`, `${2000 + year}`, ...cells]);
    }
  }
  const meta = [
    ['iCode', 'Level', 'Parent', 'Direction', 'Weight', 'Type'],
    ...codes.map((code, at) => [
      code,
      '1',
      `g${Math.floor(at / 5)}`,
      at % 3 === 0 ? '-1' : '1',
      '1',
      'Indicator',
    ]),
    ...groups.map((code) => [code, '2', 'all', '1', '1', 'Aggregate']),
    ['all', '3', '', '1', '1', 'Aggregate'],
  ];
  return { data, meta };
}

describe('large tables', () => {
  it.each<readonly [number, number, number, ScoreTablesOptions]>([
    [100_000, 20, 1, {}],
    [5000, 20, 20, { normalise: 'percentile', impute: 'linear', treat: 'winsor', scale: 'each' }],
    [300, 2000, 1, { weights: 'critic:levels', aggregate: 'gmean,amean' }],
  ])(
    '%i units × %i indicators × %i years are scored in seconds',
    (units, indicators, years, options) => {
      const tables = tablesOf(units, indicators, years);
      const { results } = scoreTables(tables, options);
      expect(results).toHaveLength(units * years);
      expect(results.every(({ scores, rank }) => (scores.all === null) === (rank === null))).toBe(true);
    },
    patience,
  );

  it(
    'what compares every pair says that it cannot take so many',
    () => {
      const tables = tablesOf(25_000, 5, 1);
      expect(() => scoreTables(tables, { aggregate: 'copeland' })).toThrow(
        /25000 rows, expected 20000 at most/,
      );
      const matrix: DecisionMatrix = {
        alternatives: Array.from({ length: 6000 }, (_, at) => `a${at}`),
        criteria: [{ code: 'cost', type: 'cost', weight: 1 }],
        columns: [Float64Array.from({ length: 6000 }, (_, at) => at)],
      };
      for (const method of ['promethee1', 'promethee2', 'electre1'] as const) {
        expect(() => decide(matrix, { method } as DecisionOptions)).toThrow(
          /found 6000, expected 5000 at most/,
        );
      }
    },
    patience,
  );

  it.each([1e151, -1e200, Number.POSITIVE_INFINITY])(
    'a decision refuses %f, whose square is endless',
    (value) => {
      const matrix: DecisionMatrix = {
        alternatives: ['A', 'B'],
        criteria: [{ code: 'cost', type: 'cost', weight: 1 }],
        columns: [Float64Array.of(value, 1)],
      };
      expect(() => decide(matrix, { method: 'topsis' })).toThrow(/DECISION_TABLE: cost, A/);
    },
  );

  it('a decision refuses weights whose sum is endless', () => {
    const criteria = ['a', 'b'].map((code) => ({ code, type: 'benefit', weight: 1e308 }) as const);
    const columns = [Float64Array.of(1, 2), Float64Array.of(2, 1)];
    expect(() => decide({ alternatives: ['A', 'B'], criteria, columns }, { method: 'wsm' })).toThrow(
      /DECISION_WEIGHTS/,
    );
  });
});
