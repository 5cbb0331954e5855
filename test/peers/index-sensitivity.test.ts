import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChain, usualChain } from '../../src/assess/composite/chain/index.js';
import { readTables } from '../../src/assess/composite/tables/read-tables.js';
import type { Chain, ChainRun } from '../../src/assess/composite/types.js';
import {
  emptyReplication,
  type Factor,
  prepareStudy,
  rankStatistics,
  replicate,
  type SensitivityIndices,
  sensitivityIndices,
} from '../../src/assess/composite/vary/index.js';
import { rankDescending } from '../../src/base/index.js';
import { readCsvRows } from '../../src/files/index.js';

/** Uncertainty and sensitivity against results of the R package COINr (README beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/coinr');

type Row = Readonly<Record<string, string>>;

/** Rows of a table by the names of its columns. */
async function table(path: string): Promise<Row[]> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const [heading = [], ...rows] = await readCsvRows(file);
  return rows.map((row) => Object.fromEntries(heading.map((name, at) => [name, row[at] ?? ''])));
}

const numbers = (rows: readonly Row[], name: string) => rows.map((row) => Number(row[name]));

/** Samples A, B, and A with a column of B each, as they follow each other in a list. */
function outputsOf(list: readonly number[], size: number) {
  const samples = list.length / (size + 2);
  const part = (at: number) => list.slice(at * samples, (at + 1) * samples);
  return { a: part(0), b: part(1), mixed: Array.from({ length: size }, (_, at) => part(at + 2)) };
}

function expectNear(found: number | undefined, wanted: string | undefined, name: string, tolerance = 1e-9) {
  const value = Number(wanted);
  const far = Math.abs((found ?? Number.NaN) - value) / Math.max(1e-300, Math.abs(value));
  expect(far, `${name}: ${found} for ${wanted}`).toBeLessThanOrEqual(tolerance);
}

function expectIndices(found: SensitivityIndices, rows: readonly Row[], tolerance: number): number {
  rows.forEach((row, at) => {
    expectNear(found.first[at], row.Si, `${row.Variable} Si`, tolerance);
    expectNear(found.total[at], row.STi, `${row.Variable} STi`, tolerance);
  });
  return 2 * rows.length;
}

describe("COINr's estimator", () => {
  it.each(['linear', 'ishigami'])('on the function %s', async (name) => {
    const list = numbers(await table('sensitivity/estimator_sample.csv'), `y_${name}`);
    const rows = (await table('sensitivity/estimator_indices.csv')).filter(({ f }) => f === name);
    const found = sensitivityIndices(outputsOf(list, 3), { estimator: 'uncentred' });
    expectNear(found.variance, rows[0]?.Variance, 'variance');
    expect(expectIndices(found, rows, 1e-9)).toBe(6);
  });

  it('on the mean rank change of its own run; the total of the centred estimator is the same', async () => {
    const list = numbers(await table('sensitivity/sa_output.csv'), 'mean_abs_rank_change');
    const rows = await table('sensitivity/sa_indices.csv');
    const outputs = outputsOf(list, rows.length);
    expect(expectIndices(sensitivityIndices(outputs, { estimator: 'uncentred' }), rows, 1e-9)).toBe(8);
    const centred = sensitivityIndices(outputs, { bootstrap: 200 });
    rows.forEach((row, at) => {
      expectNear(centred.total[at], row.STi, 'total', 1e-9);
      // Its intervals are of other draws: the ends agree to a few hundredths.
      expect(Math.abs((centred.totalInterval?.low[at] ?? 9) - Number(row.STi_q5))).toBeLessThan(0.05);
      expect(Math.abs((centred.totalInterval?.high[at] ?? 9) - Number(row.STi_q95))).toBeLessThan(0.05);
    });
  });
});

// The chain of the README and its four uncertain choices; the sets of weights are those of the table.

const chain: Chain = {
  ...usualChain,
  denominate: true,
  impute: { method: 'group-mean', by: 'EurAsia_group' },
  screen: { threshold: 0.9, by: 'missing' },
  treat: { ...usualChain.treat, method: 'winsor' },
};

async function nominalRun(): Promise<ChainRun> {
  const read = readTables({
    data: await readCsvRows(join(folder, 'input/asem_idata.csv')),
    meta: await readCsvRows(join(folder, 'input/asem_imeta.csv')),
  });
  return runChain(read.table, read.hierarchy, chain);
}

const normalisations = ['n_minmax', 'n_zscore'];
const rules = ['a_amean', 'a_gmean'];
const limits = [1, 2, 3, 4, 5];

async function factors(): Promise<Factor[]> {
  const sets = new Map<string, Map<string, number>>();
  for (const { set = '', iCode = '', Weight } of await table('sensitivity/noisy_weight_sets.csv')) {
    sets.set(set, (sets.get(set) ?? new Map<string, number>()).set(iCode, Number(Weight)));
  }
  return [
    { name: 'Winmax', vary: 'treat', options: limits.map((points) => ({ points })) },
    {
      name: 'Normalisation',
      vary: 'normalise',
      options: [
        { method: 'minmax', low: 1, high: 100, trim: 0 },
        { method: 'zscore', mean: 10, deviation: 2 },
      ],
    },
    { name: 'Weights', vary: 'weight-sets', options: [...sets.values()] },
    { name: 'Aggregation', vary: 'aggregate', options: [[{ rule: 'amean' }], [{ rule: 'gmean' }]] },
  ];
}

/** Rows in the order of the units; each unit has one. */
function byUnit(rows: readonly Row[], units: readonly string[]): Row[] {
  expect(rows.length).toBe(units.length);
  return units.map((unit) => rows.find(({ uCode }) => uCode === unit) ?? {});
}

const middle = (at: number, of: number) => (at + 0.5) / of;

/** The uniform numbers that stand for the choices of a row. */
function sharesOf(row: Row): Float64Array {
  return Float64Array.of(
    middle(limits.indexOf(Number(row.winmax)), 5),
    middle(normalisations.indexOf(row.normalisation ?? ''), 2),
    middle(Number(row.weight_set) - 1, 100),
    middle(rules.indexOf(row.aggregation ?? ''), 2),
  );
}

describe('the Monte Carlo of COINr, replication by replication', () => {
  it.each([
    ['ua', 200],
    ['sa', 600],
  ] as const)('%s: every score, the ranks and their statistics', async (name, size) => {
    const study = prepareStudy(await nominalRun(), await factors());
    const wanted = byUnit(await table(`sensitivity/${name}_scores.csv`), study.units);
    const parameters = await table(`sensitivity/${name}_parameters.csv`);
    const statistics = byUnit(await table(`sensitivity/${name}_rank_stats.csv`), study.units);
    expect(parameters.length).toBe(size);
    const counts = new Uint32Array(study.units.length * (study.units.length + 1));
    const space = emptyReplication(study);
    const shifts: number[] = [];
    const rankedIn: number[][] = study.units.map(() => []);
    let largest = 0;
    let compared = 0;
    parameters.forEach((row, at) => {
      replicate(study, sharesOf(row), space);
      const column = Float64Array.from(wanted, (line) => Number(line[`r_${at + 1}`]));
      column.forEach((value, unit) => {
        largest = Math.max(largest, Math.abs((space.scores[unit] as number) / value - 1));
        compared += 1;
      });
      expect(space.ranks, `r_${at + 1}`).toEqual(rankDescending(column));
      shifts.push(
        space.ranks.reduce((sum, rank, unit) => sum + Math.abs(rank - (study.ranks[unit] as number)), 0) / 51,
      );
      // COINr's statistics of the sensitivity run are those of the samples A and B.
      if (at >= 200) return;
      space.ranks.forEach((rank, unit) => {
        rankedIn[unit]?.push(rank);
        const cell = unit * 52 + rank;
        counts[cell] = (counts[cell] as number) + 1;
      });
    });
    expect(largest).toBeLessThan(1e-9);
    expect(compared).toBe(51 * size);
    statistics.forEach((line, unit) => {
      const found = rankStatistics(counts.subarray(unit * 52, (unit + 1) * 52));
      expect(study.ranks[unit]).toBe(Number(line.Nominal));
      expectNear(found.mean, line.Mean, `${line.uCode} mean`);
      expectNear(found.median, line.Median, `${line.uCode} median`);
      expectNear(found.q05, line.Q5, `${line.uCode} q05`);
      expectNear(found.q95, line.Q95, `${line.uCode} q95`);
    });
    expect(statistics.length).toBe(51);
    if (name === 'ua') {
      const ranks = byUnit(await table('sensitivity/ua_ranks.csv'), study.units);
      expect(ranks.length).toBe(51);
      ranks.forEach((line, unit) =>
        expect(rankedIn[unit]).toEqual(parameters.map((_, at) => Number(line[`r_${at + 1}`]))),
      );
      return;
    }
    const output = await table('sensitivity/sa_output.csv');
    output.forEach((row, at) => expectNear(shifts[at], row.mean_abs_rank_change, `r_${at + 1}`));
    expect(
      expectIndices(
        sensitivityIndices(outputsOf(shifts, 4), { estimator: 'uncentred' }),
        await table('sensitivity/sa_indices.csv'),
        1e-9,
      ),
    ).toBe(8);
  });
});
