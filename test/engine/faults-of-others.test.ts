import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { correlate, correlationWeights } from '../../src/assess/composite/index.js';
import { seededRandom } from '../../src/base/index.js';

const engine = 'src/assess/composite/';
const decision = 'src/assess/decision/';

/** Where each fault of another package is held to what is right: the name of the test says the fault. */
const held: readonly (readonly [fault: string, file: string, name: string])[] = [
  [
    'COINr: first-order index not centred',
    `${engine}vary/sensitivity-indices.test.ts`,
    'first-order index not centred: adding 100 to the output changes it (COINr)',
  ],
  [
    'COINr: failed replicates become missing columns',
    `${engine}vary/vary-index.test.ts`,
    'failed replicates become missing columns (COINr)',
  ],
  [
    'COINr: a varied step that the index does not have is skipped in silence',
    `${engine}vary/check-factors.test.ts`,
    'a varied step that the index does not have is skipped in silence (COINr)',
  ],
  [
    'COINr: panel normalised over all years cannot be varied',
    `${engine}vary/replicate.test.ts`,
    'a panel normalised over all years cannot be varied (COINr)',
  ],
  [
    'COINr: n_fracmax with direction −1 rewards the costliest',
    `${engine}normalise/normalise.test.ts`,
    'n_fracmax with direction −1 rewards the costliest (COINr)',
  ],
  [
    'COINr: force-winsorising one indicator does nothing',
    `${engine}treat/treat.test.ts`,
    'force-winsorising one indicator does nothing (COINr)',
  ],
  [
    'COINr: optimiser reports success far from the target',
    'test/engine/faults-of-others.test.ts',
    'the optimiser reports success far from the target (COINr)',
  ],
  [
    'Compind: generalised mean returns 1',
    `${engine}aggregate/means.test.ts`,
    'Compind’s generalised mean returns 1',
  ],
  [
    'pymcdm: COPRAS rewards higher cost',
    `${decision}methods/methods.test.ts`,
    'a costlier alternative scores lower (pymcdm 1.4.0 rewards it)',
  ],
  [
    'pymcdm: CRITIC ignores criterion types',
    `${engine}weigh/data-weights.test.ts`,
    'CRITIC ignores criterion types (pymcdm)',
  ],
  [
    'pymcdm: one missing value turns all TOPSIS scores missing without a word',
    `${decision}decide.test.ts`,
    'one missing value is named, and never turns all TOPSIS scores missing (pymcdm)',
  ],
  [
    'scikit-criteria: untied ranks wrong',
    `${decision}ranks.test.ts`,
    'untied ranks are places, not the order of the sorting (scikit-criteria sorts once)',
  ],
  [
    'pyDecision: weights rescaled without saying',
    `${decision}decide.test.ts`,
    'that do not sum to 1 are rescaled, and it is said (pyDecision does not say so)',
  ],
  [
    'Compind: the Wrocław method rewards the farthest',
    `${engine}compare/rank-scores.test.ts`,
    'distances of the Wrocław method reward the farthest (Compind)',
  ],
  [
    'COINr: imputation over time stops at a single known value',
    `${engine}impute/over-time.test.ts`,
    'a single known value fills its series (COINr stops)',
  ],
];

describe('faults of others', () => {
  it.each(held)('%s: has its test', (_, file, name) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(text).toMatch(new RegExp(`it\\('${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
  });

  it('the optimiser reports success far from the target (COINr): here reached is measured on the result', () => {
    const random = seededRandom(3501);
    const noise = Float64Array.from({ length: 40 }, random);
    // The third runs against the first: no weights from 0 make the correlations equal.
    const columns = [noise, Float64Array.from({ length: 40 }, random), noise.map((one) => -one)];
    const index = (weights: Float64Array) =>
      noise.map((_, row) =>
        columns.reduce((sum, column, at) => sum + (weights[at] as number) * (column[row] as number), 0),
      );
    const made = correlationWeights({ index, columns, names: ['a', 'b', 'c'], bounds: [0.2, 0.6] });
    const found = columns.map((column) => correlate(column, index(made.weights)));
    const sum = found.reduce((total, one) => total + one, 0);
    expect(Math.max(...found.map((one) => Math.abs(one / sum - 1 / 3)))).toBeGreaterThan(0.1);
    expect(made.reached).toBe(false);
    expect(made.issues.map(({ code }) => code)).toEqual(['INDEX_WEIGHTS_TARGET']);
  });
});
