import { describe, expect, it } from 'vitest';
import {
  ahpWeights,
  angleWeights,
  cilosWeights,
  criticWeights,
  type Direction,
  entropyWeights,
  equalWeights,
  giniWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  type PriorityMethod,
  standardDeviationWeights,
  varianceWeights,
} from '../../src/assess/composite/weigh/index.js';
import { largestDifference, numbers, type Row, rows, show } from './weigh-tables.js';

/** Weights against pymcdm, scikit-criteria and pyDecision (README beside the tables). */

interface Problem {
  readonly columns: readonly Float64Array[];
  readonly directions: readonly Direction[];
  readonly names: readonly string[];
}

async function problem(name: string): Promise<Problem> {
  const criteria = await rows(`mcda/problems/${name}_criteria.csv`);
  const matrix = await rows(`mcda/problems/${name}_matrix.csv`);
  return {
    names: criteria.map(({ criterion }) => criterion as string),
    directions: criteria.map(({ type }) => (Number(type) === 1 ? 1 : -1)),
    columns: criteria.map(({ criterion }) => numbers(matrix, criterion as string)),
  };
}

const published = await rows('mcda/weights.csv');
const problems = new Map(
  await Promise.all(
    [...new Set(published.map((row) => row.problem as string))].map(
      async (name) => [name, await problem(name)] as const,
    ),
  ),
);

/** By method and package: how we are asked for the same, and to how much of a difference. */
const asked: Readonly<Record<string, readonly [(of: Problem) => Float64Array, number]>> = {
  'equal pymcdm': [({ columns }) => equalWeights(columns.length), 1e-9],
  'equal scikit-criteria': [({ columns }) => equalWeights(columns.length), 1e-9],
  'entropy pymcdm': [({ columns }) => entropyWeights(columns).weights, 1e-9],
  'entropy scikit-criteria': [({ columns }) => entropyWeights(columns).weights, 1e-9],
  // It adds 1e-9 on the way (README): up to 6e-8 of a weight, most where a weight is small.
  'entropy pyDecision': [
    ({ columns, directions }) => entropyWeights(columns, { costs: 'reciprocal', directions }).weights,
    1e-5,
  ],
  'standard_deviation pymcdm': [({ columns }) => standardDeviationWeights(columns).weights, 1e-9],
  'standard_deviation scikit-criteria': [({ columns }) => standardDeviationWeights(columns).weights, 1e-9],
  'variance pymcdm': [({ columns }) => varianceWeights(columns).weights, 1e-9],
  'gini pymcdm': [({ columns }) => giniWeights(columns).weights, 1e-9],
  'gini scikit-criteria': [({ columns }) => giniWeights(columns).weights, 1e-9],
  'angle pymcdm': [({ columns }) => angleWeights(columns).weights, 1e-9],
  'lopcow pymcdm': [({ columns, directions }) => lopcowWeights(columns, directions).weights, 1e-9],
  'critic pymcdm': [
    ({ columns, directions }) => criticWeights(columns, directions, { reverse: false }).weights,
    1e-9,
  ],
  'critic scikit-criteria': [({ columns, directions }) => criticWeights(columns, directions).weights, 1e-9],
  'critic pyDecision': [({ columns, directions }) => criticWeights(columns, directions).weights, 1e-9],
  'critic_spearman scikit-criteria': [
    ({ columns, directions }) => criticWeights(columns, directions, { correlation: 'spearman' }).weights,
    1e-9,
  ],
  'merec pymcdm': [({ columns, directions }) => merecWeights(columns, directions).weights, 1e-9],
  'merec scikit-criteria': [({ columns, directions }) => merecWeights(columns, directions).weights, 1e-9],
  // It adds 1e-9 to the values (README).
  'merec pyDecision': [({ columns, directions }) => merecWeights(columns, directions).weights, 1e-8],
  'cilos pymcdm': [
    ({ columns, directions }) => cilosWeights(columns, directions, { ties: 'first' }).weights,
    1e-9,
  ],
  'cilos pyDecision': [
    ({ columns, directions }) => cilosWeights(columns, directions, { ties: 'first', reverse: false }).weights,
    1e-9,
  ],
  'idocriw pymcdm': [
    ({ columns, directions }) => idocriwWeights(columns, directions, { ties: 'first' }).weights,
    1e-9,
  ],
  // What it computes is another thing: see the test named after it.
  'idocriw pyDecision': [lossless, 1e-9],
};

describe('weights from data', () => {
  const groups = new Map<string, Row[]>();
  for (const row of published) {
    const key = `${row.problem}|${row.method} ${row.package}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  it.each([...groups])('%s', (key, table) => {
    const [name = '', method = ''] = key.split('|');
    const [weigh, tolerance] = asked[method] ?? [];
    if (!weigh) throw new Error(`nothing is asked for ${method}`);
    const of = problems.get(name) as Problem;
    expect(table.map(({ criterion }) => criterion)).toEqual(of.names);
    const difference = largestDifference(weigh(of), numbers(table, 'weight'));
    show(key, difference);
    expect(difference).toBeLessThanOrEqual(tolerance as number);
  });

  it('every number is compared', () => {
    expect([...groups.values()].reduce((sum, table) => sum + table.length, 0)).toBe(published.length);
    expect(published.length).toBe(276);
  });

  it('IDOCRIW leaves the impact loss out and divides entropies by the number of criteria (pyDecision)', () => {
    for (const of of problems.values()) {
      const ours = idocriwWeights(of.columns, of.directions, { ties: 'first' }).weights;
      expect(largestDifference(lossless(of), ours)).toBeGreaterThan(0.1);
    }
  });

  it('CRITIC ignores criterion types (pymcdm)', () => {
    const { columns, directions } = problems.get('random8x5') as Problem;
    const ours = criticWeights(columns, directions).weights;
    const theirs = numbers(
      published.filter(
        (row) => row.problem === 'random8x5' && row.method === 'critic' && row.package === 'pymcdm',
      ),
      'weight',
    );
    expect(Math.max(...ours.map((one, at) => Math.abs(one - (theirs[at] as number))))).toBeGreaterThan(0.16);
  });

  it('CILOS ignores criterion types (pyDecision)', () => {
    const { columns, directions } = problems.get('asem12x7') as Problem;
    const ours = cilosWeights(columns, directions, { ties: 'first' }).weights;
    const theirs = cilosWeights(columns, directions, { ties: 'first', reverse: false }).weights;
    expect(Math.max(...ours.map((one, at) => Math.abs(one - (theirs[at] as number))))).toBeGreaterThan(0.1);
  });
});

describe('weights from judgements', async () => {
  const cells = await rows('mcda/ahp_matrices.csv');
  const weights = await rows('mcda/ahp_weights.csv');
  const consistency = await rows('mcda/ahp_consistency.csv');
  const matrixOf = (name: string) => {
    const own = cells.filter((row) => row.matrix === name);
    const count = Math.sqrt(own.length);
    return {
      judge: name,
      codes: Array.from({ length: count }, (_, at) => String(at + 1)),
      values: numbers(own, 'value'),
    };
  };
  const methods: Readonly<Record<string, PriorityMethod>> = {
    eigenvector: 'eigenvector',
    geometric_mean: 'geometric-mean',
    column_mean: 'column-mean',
  };

  it('weights by eigenvector, geometric mean and column mean', () => {
    let compared = 0;
    for (const { matrix = '', method = '', package: by } of weights.filter(
      ({ criterion }) => criterion === '1',
    )) {
      const own = weights.filter(
        (row) => row.matrix === matrix && row.method === method && row.package === by,
      );
      const made = ahpWeights(matrixOf(matrix), { method: methods[method] as PriorityMethod });
      const difference = largestDifference(made.weights, numbers(own, 'weight'));
      show(`ahp ${method}`, difference);
      expect(difference).toBeLessThan(1e-9);
      compared += own.length;
    }
    expect(compared).toBe(weights.length);
    expect(compared).toBe(72);
  });

  it('largest eigenvalue, consistency index and ratios by both random indices', () => {
    let compared = 0;
    for (const row of consistency) {
      const matrix = matrixOf(row.matrix as string);
      const ratio = (method: PriorityMethod, randomIndex: 'saaty' | 'tummala-ling') =>
        ahpWeights(matrix, { method, randomIndex }).consistencyRatio;
      const made = ahpWeights(matrix);
      const found = [
        made.lambdaMax,
        made.consistencyIndex,
        ratio('eigenvector', 'tummala-ling'),
        ratio('eigenvector', 'saaty'),
        ratio('geometric-mean', 'saaty'),
        ratio('column-mean', 'saaty'),
      ];
      const wanted = [
        row.lambda_max,
        row.CI,
        row.CR_pymcdm_RI_Tummala_Ling,
        row.CR_pyDecision_eigenvector_RI_Saaty,
        row.CR_pyDecision_geometric_mean,
        row.CR_pyDecision_column_mean,
      ].map(Number);
      // An index is a difference of two numbers near n, and the table's 12 digits are those of n.
      const off = found.map((one, at) => Math.abs(one - (wanted[at] as number)));
      show('ahp consistency, absolute', Math.max(...off));
      expect(Math.max(...off)).toBeLessThan(1e-10);
      compared += off.length;
    }
    expect(compared).toBe(24);
  });
});

/**
 * What pyDecision gives as IDOCRIW, told from its numbers: weights that balance losses are searched with a target that is
 * 0 for all, so none counts, and entropies are divided by ln of the number of criteria instead of alternatives.
 */
function lossless({ columns }: Problem): Float64Array {
  const divergences = Float64Array.from(columns, (column) => {
    const sum = column.reduce((total, one) => total + one, 0);
    return (
      1 +
      column.reduce((total, one) => total + (one / sum) * Math.log(one / sum), 0) / Math.log(columns.length)
    );
  });
  const sum = divergences.reduce((total, one) => total + one, 0);
  return divergences.map((one) => one / sum);
}
