import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ahpWeights,
  angleWeights,
  cilosWeights,
  correlationWeights,
  criticWeights,
  type Direction,
  entropyWeights,
  equalWeights,
  giniWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  pcaWeights,
  type PriorityMethod,
  principalComponents,
  standardDeviationWeights,
  varianceWeights,
} from '../../src/assess/composite/weigh/index.js';
import { readCsvRows } from '../../src/files/index.js';

/** Weights against pymcdm, scikit-criteria, pyDecision and COINr (READMEs beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference');

type Row = Readonly<Record<string, string>>;

async function rows(path: string): Promise<Row[]> {
  const file = join(folder, path);
  if (!existsSync(file)) throw new Error(`no reference table ${file}; set AFTERLODE_SHARED`);
  const [heading = [], ...cells] = await readCsvRows(file);
  return cells.map((line) => Object.fromEntries(heading.map((name, at) => [name, line[at] ?? ''])));
}

const numbers = (from: readonly Row[], name: string) => Float64Array.from(from, (row) => Number(row[name]));

/** Largest difference relative to the expected value; both lists of the same length. */
function largestDifference(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  expect(found.length).toBe(wanted.length);
  return Math.max(
    ...Array.from(wanted, (value, at) => Math.abs((found[at] as number) - value) / (Math.abs(value) || 1)),
  );
}

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
    if (process.env.AFTERLODE_DIFFERENCES) process.stdout.write(`${key} ${difference.toExponential(1)}\n`);
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
      expect(largestDifference(made.weights, numbers(own, 'weight'))).toBeLessThan(1e-9);
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
      expect(Math.max(...off)).toBeLessThan(1e-10);
      compared += off.length;
    }
    expect(compared).toBe(24);
  });
});

describe('weights as COINr has them', async () => {
  const normalised = await rows('coinr/build/6_normalised.csv');
  const aggregated = await rows('coinr/build/7_aggregated.csv');
  const columnsOf = (codes: readonly string[], from = normalised) => codes.map((code) => numbers(from, code));

  it('principal components of every pillar: eigenvalues, shares, loadings and weights up to the sign', async () => {
    const eigenvalues = await rows('coinr/weights/pca_eigenvalues.csv');
    const loadings = await rows('coinr/weights/pca_loadings.csv');
    const weights = await rows('coinr/weights/pca_weights.csv');
    let compared = 0;
    for (const group of new Set(eigenvalues.map((row) => row.Group as string))) {
      const own = loadings.filter((row) => row.Group === group);
      const codes = [...new Set(own.map((row) => row.iCode as string))];
      const made = principalComponents(columnsOf(codes));
      const values = eigenvalues.filter((row) => row.Group === group);
      expect(largestDifference(made.eigenvalues, numbers(values, 'Eigenvalue'))).toBeLessThan(1e-9);
      expect(largestDifference(made.shares, numbers(values, 'Share'))).toBeLessThan(1e-9);
      compared += 2 * values.length;
      for (const [at, vector] of made.loadings.entries()) {
        const theirs = own.filter((row) => Number(row.PC) === at + 1);
        const wanted = numbers(
          codes.map((code) => theirs.find((row) => row.iCode === code) as Row),
          'Loading',
        );
        expect(largestDifference(vector, turned(vector, wanted))).toBeLessThan(2e-9);
        compared += wanted.length;
      }
      const first = numbers(
        codes.map((code) => weights.find((row) => row.iCode === code) as Row),
        'Weight',
      );
      expect(
        largestDifference(made.loadings[0] as Float64Array, turned(made.loadings[0] as Float64Array, first)),
      ).toBeLessThan(1e-9);
      compared += first.length;
    }
    const levelOne = weights.filter((row) => row.Level === '1').length;
    expect(compared).toBe(2 * eigenvalues.length + loadings.length + levelOne);
    expect(levelOne).toBe(49);
  });

  it('negative loadings are told, not passed on as negative weights (COINr)', async () => {
    const weights = await rows('coinr/weights/pca_weights.csv');
    const loadings = await rows('coinr/weights/pca_loadings.csv');
    const group = loadings.find((row) => row.iCode === 'Forest')?.Group;
    const names = [
      ...new Set(loadings.filter((row) => row.Group === group).map((row) => row.iCode as string)),
    ];
    expect(Number(weights.find((row) => row.iCode === 'Forest')?.Weight)).toBeLessThan(0);
    const made = pcaWeights(columnsOf(names), { names });
    expect(made.weights[names.indexOf('Forest')]).toBe(0);
    expect(made.issues.map(({ code, where }) => [code, where])).toEqual([
      ['INDEX_WEIGHTS_LOADING', 'Forest'],
    ]);
  });

  const meta = await rows('coinr/input/asem_imeta.csv');
  const children = (parent: string) =>
    meta.filter((row) => row.Parent === parent).map((row) => row.iCode as string);

  it('equal influence at level 3', async () => {
    const table = await rows('coinr/weights/optimised_equal_influence_level3_toler1e-10.csv');
    const names = table.map((row) => row.iCode as string);
    const columns = columnsOf(names, aggregated);
    const made = correlationWeights({ index: weightedMean(columns), columns, names });
    expect(made.reached).toBe(true);
    expect(largestDifference(made.obtained, numbers(table, 'Desired'))).toBeLessThan(1e-9);
    const difference = largestDifference(made.weights, numbers(table, 'OptWeight'));
    if (process.env.AFTERLODE_DIFFERENCES) process.stdout.write(`level 3 ${difference.toExponential(1)}\n`);
    expect(difference).toBeLessThan(1e-9);
  });

  describe('optimiser reports success far from the target (COINr, level 2)', async () => {
    const table = await rows('coinr/weights/optimised_equal_influence_level2_default_stops_early.csv');
    const names = table.map((row) => row.iCode as string);
    const columns = columnsOf(names, aggregated);
    const theirs = numbers(table, 'Obtained');
    const gap = Math.max(...theirs.map((one, at) => Math.abs(one - Number(table[at]?.Desired))));
    /** As COINr has it: weights count inside each sub-index, the sub-indices count the same. */
    const groups = children('Index').map((parent) => children(parent).map((code) => names.indexOf(code)));
    const grouped = (weights: Float64Array) => {
      const means = groups.map((members) =>
        weightedMean(members.map((at) => columns[at] as Float64Array))(
          Float64Array.from(members, (at) => weights[at] as number),
        ),
      );
      return weightedMean(means)(Float64Array.from(means, () => 1));
    };

    it('its weights give the correlations it shows', () => {
      const made = correlationWeights({
        index: grouped,
        columns,
        start: numbers(table, 'OptWeight'),
        steps: 0,
      });
      expect(made.gap).toBeGreaterThan(0.07);
    });

    it.each([
      ['pillars inside their sub-index', grouped],
      ['pillars straight into the index', weightedMean(columns)],
    ])('no weights from 0 reach equality: not reached, but nearer; %s', (_, index) => {
      const made = correlationWeights({ index, columns, names });
      expect(made.reached).toBe(false);
      expect(made.issues.map(({ code }) => code)).toEqual(['INDEX_WEIGHTS_TARGET']);
      expect(made.gap).toBeLessThan(gap);
    });

    it('equality is reached where weights may be negative, and only there', () => {
      const made = correlationWeights({ index: weightedMean(columns), columns, names, bounds: [-1, 1] });
      expect(made.reached).toBe(true);
      expect(made.gap).toBeLessThan(1e-9);
      expect(names.filter((_, at) => (made.weights[at] as number) < 0).toSorted()).toEqual([
        'Instit',
        'Physical',
        'Social',
      ]);
    });
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

/** The sign of a component is arbitrary: theirs, turned to ours. */
function turned(ours: Float64Array, theirs: Float64Array): Float64Array {
  const product = ours.reduce((sum, one, at) => sum + one * (theirs[at] as number), 0);
  return theirs.map((one) => (product < 0 ? -one : one));
}

function weightedMean(columns: readonly Float64Array[]): (weights: Float64Array) => Float64Array {
  return (weights) => {
    const whole = weights.reduce((sum, one) => sum + one, 0);
    return Float64Array.from(columns[0] as Float64Array, (_, row) =>
      columns.reduce(
        (sum, column, at) => sum + ((weights[at] as number) / whole) * (column[row] as number),
        0,
      ),
    );
  };
}
