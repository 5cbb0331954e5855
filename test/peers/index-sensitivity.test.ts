import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sensitivityIndices, type SensitivityIndices } from '../../src/assess/composite/vary/index.js';
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
    expect(expectIndices(found, rows, 1e-8)).toBe(6);
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
