import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexAnswer } from '../../src/app/index.js';
import { readCsvRows } from '../../src/files/index.js';
import { json } from '../cli/call.js';

/** The command `index` on COINr's raw tables, step by step as its own build (README beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/coinr');

function path(name: string): string {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  return file;
}

const steps = '--denominate --impute group-mean:EurAsia_group --screen 0.9 --treat winsor'.split(' ');
const input = ['--data', path('input/asem_idata.csv'), '--meta', path('input/asem_imeta.csv')];

describe("the command `index` reproduces COINr's build", () => {
  const answer = json<IndexAnswer>(['index', ...input, ...steps]);
  const units = new Map(answer.results.map((one) => [one.unit, one]));

  it('every score of every group, and the index', async () => {
    const [heading = [], ...rows] = await readCsvRows(path('build/results_scores.csv'));
    const codes = heading.slice(heading.indexOf('Index'));
    let compared = 0;
    let largest = 0;
    for (const row of rows) {
      const found = units.get(row[heading.indexOf('uCode')] as string);
      for (const code of codes) {
        const expected = Number(row[heading.indexOf(code)]);
        const score = found?.scores[code] ?? Number.NaN;
        largest = Math.max(largest, Math.abs(score - expected) / Math.max(1, Math.abs(expected)));
        expect(Number.isNaN(score)).toBe(false);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(500);
    expect(largest).toBeLessThan(1e-8);
  });

  it('every rank', async () => {
    const [heading = [], ...rows] = await readCsvRows(path('build/results_ranks.csv'));
    const at = heading.indexOf('Index');
    const expected = new Map(rows.map((row) => [row[heading.indexOf('uCode')], Number(row[at])]));
    expect(expected.size).toBe(51);
    expect(answer.results.map(({ unit, rank }) => [unit, rank])).toEqual(
      answer.results.map(({ unit }) => [unit, expected.get(unit)]),
    );
  });
});
