import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aggregate, copelandScores, outranking } from '../../src/assess/composite/aggregate/index.js';
import type { AggregationRule, Stretch, Values } from '../../src/assess/composite/types.js';
import { rankDescending } from '../../src/base/index.js';
import { readCsvRows } from '../../src/files/index.js';

/** Aggregation against results of the R package COINr (README beside the tables), from its normalised tables. */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/coinr');

async function table(path: string): Promise<string[][]> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  return await readCsvRows(file);
}

/** Columns of numbers by name; an empty cell is missing. */
function numbers(rows: readonly (readonly string[])[], keys: number): Map<string, Values> {
  const [heading = [], ...body] = rows;
  const named = heading.slice(keys).map((name, at) => {
    const cells = body.map((row) => (row[at + keys] ? Number(row[at + keys]) : Number.NaN));
    return [name, Float64Array.from(cells)] as const;
  });
  return new Map(named);
}

interface Node {
  readonly code: string;
  readonly level: number;
  readonly weight: number;
  readonly parent: string;
}

const [metaHeading = [], ...metaRows] = await table('input/asem_imeta.csv');
const meta: readonly Node[] = metaRows
  .map((row) => (name: string) => row[metaHeading.indexOf(name)] as string)
  .map((cell) => ({
    code: cell('iCode'),
    level: Number(cell('Level')),
    weight: Number(cell('Weight')),
    parent: cell('Parent'),
  }))
  .filter((node) => node.level >= 1);
const unequal = new Map(
  (await table('aggregation/weights_unequal.csv')).map(([code, , w]) => [code, Number(w)]),
);

interface How {
  readonly rules: readonly AggregationRule[];
  readonly weights?: ReadonlyMap<string | undefined, number>;
  readonly minimumCoverage?: number;
  /** All rows are one stretch if absent. */
  readonly stretches?: readonly Stretch[];
}

/** Scores of all levels above the indicators. */
function climb(leaves: ReadonlyMap<string, Values>, { rules, weights, minimumCoverage, stretches }: How) {
  const scores = new Map(leaves);
  for (const parent of meta.filter((node) => node.level > 1).toSorted((a, b) => a.level - b.level)) {
    const children = meta.filter((node) => node.parent === parent.code);
    const columns = children.map(({ code }) => scores.get(code) as Values);
    const own = Float64Array.from(children, ({ code, weight }) => weights?.get(code) ?? weight);
    const rule = rules[Math.min(parent.level - 2, rules.length - 1)] as AggregationRule;
    const length = columns[0]?.length as number;
    const into = new Float64Array(length);
    for (const stretch of stretches ?? [{ from: 0, to: length }]) {
      aggregate(columns, own, rule, { minimumCoverage: minimumCoverage ?? null, stretch, into });
    }
    scores.set(parent.code, into);
  }
  return scores;
}

/** How many numbers were compared and their largest relative difference. */
function compare(made: ReadonlyMap<string, Values>, wanted: ReadonlyMap<string, Values>) {
  let [compared, largest] = [0, 0];
  for (const [name, column] of wanted) {
    const found = name === 'Index_rank' ? rankDescending(made.get('Index') as Values) : made.get(name);
    for (const [row, value] of column.entries()) {
      const own = found?.[row] as number;
      expect(Number.isNaN(own), `${name}, row ${row + 1}`).toBe(Number.isNaN(value));
      if (!Number.isNaN(value))
        largest = Math.max(largest, Math.abs(own - value) / Math.max(1, Math.abs(value)));
      compared += 1;
    }
  }
  return { compared, largest };
}

const hundred = numbers(await table('build/6_normalised.csv'), 1);
const fromOne = numbers(await table('normalisation/minmax_1_100.csv'), 1);
const holed = numbers(await table('aggregation/missing_normalised_input.csv'), 1);
const amean = { rule: 'amean' } as const;
const gmean = { rule: 'gmean' } as const;

describe('aggregation as COINr does it', () => {
  const cases: readonly (readonly [string, ReadonlyMap<string, Values>, How])[] = [
    ['arithmetic_minmax_0_100', hundred, { rules: [amean] }],
    ['arithmetic_minmax_1_100', fromOne, { rules: [amean] }],
    ['geometric_minmax_1_100', fromOne, { rules: [gmean] }],
    ['harmonic_minmax_1_100', fromOne, { rules: [{ rule: 'hmean' }] }],
    ['power_p2_minmax_1_100', fromOne, { rules: [{ rule: 'power', exponent: 2 }] }],
    ['power_m05_minmax_1_100', fromOne, { rules: [{ rule: 'power', exponent: -0.5 }] }],
    ['arith_arith_geometric_minmax_1_100', fromOne, { rules: [amean, amean, gmean] }],
    ['arithmetic_unequal_weights', hundred, { rules: [amean], weights: unequal }],
    ['geometric_unequal_weights_minmax_1_100', fromOne, { rules: [gmean], weights: unequal }],
    ['missing_arithmetic_no_threshold', holed, { rules: [amean] }],
    ['missing_arithmetic_threshold_080', holed, { rules: [amean], minimumCoverage: 0.8 }],
    ['copeland_all_levels', hundred, { rules: [{ rule: 'copeland' }] }],
  ];
  it.each(cases)('%s', async (file, leaves, how) => {
    const { compared, largest } = compare(
      climb(leaves, how),
      numbers(await table(`aggregation/${file}.csv`), 1),
    );
    expect(largest).toBeLessThan(1e-9);
    expect(compared).toBe(51 * 12);
  });

  it('a panel, year by year', async () => {
    const panel = await table('panel/normalised_global.csv');
    const times = panel.slice(1).map((row) => row[0]);
    const stretches = [...new Set(times)].map((time) => {
      return { from: times.indexOf(time), to: times.lastIndexOf(time) + 1 };
    });
    expect(stretches.length).toBe(5);
    const made = climb(numbers(panel, 2), { rules: [amean], stretches });
    const { compared, largest } = compare(made, numbers(await table('panel/aggregated_global.csv'), 2));
    expect(largest).toBeLessThan(1e-9);
    expect(compared).toBe(230 * 11);
  });
});

describe('outranking of the eight pillars', async () => {
  const scores = numbers(await table('build/7_aggregated.csv'), 1);
  const pillars = meta.filter((node) => node.level === 2).map(({ code }) => scores.get(code) as Values);
  const equal = new Float64Array(8).fill(1);
  const matrix = outranking(pillars, equal);

  it('outranking_matrix_pillars_equal', async () => {
    const wanted = numbers(await table('aggregation/outranking_matrix_pillars_equal.csv'), 1);
    const columns = [...wanted.keys()].map((name, at) => {
      return [name, Float64Array.from({ length: 51 }, (_, row) => matrix[row * 51 + at] as number)] as const;
    });
    const { compared, largest } = compare(new Map(columns), wanted);
    expect(largest).toBeLessThan(1e-9);
    expect(compared).toBe(51 * 51);
  });

  it('copeland_pillars_equal', async () => {
    const wanted = numbers(await table('aggregation/copeland_pillars_equal.csv'), 1);
    expect(copelandScores(matrix)).toEqual(wanted.get('copeland'));
    const byRule = aggregate(pillars, equal, { rule: 'copeland' }, { minimumCoverage: null });
    expect(byRule).toEqual(wanted.get('copeland'));
    // A pair is dominant where one unit is better in every pillar.
    const dominant = matrix.filter((share) => share > 1 - 1e-9).length;
    expect(wanted.get('nDominant')).toEqual(new Float64Array(51).fill(dominant));
    for (const fraction of wanted.get('fracDominant') as Values) {
      expect(fraction).toBeCloseTo(dominant / ((51 * 50) / 2), 11);
    }
  });
});
