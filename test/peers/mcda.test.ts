import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Criterion,
  type DecisionMatrix,
  type DecisionNormalisation,
  type DecisionOptions,
  type DecisionResult,
  decide,
  normaliseCriterion,
  type Preference,
  rankSimilarity,
} from '../../src/assess/decision/index.js';
import { readCsvRecords, readCsvRows } from '../../src/files/index.js';

/** Decision analysis against pymcdm, scikit-criteria and pyDecision (README beside the tables). */

const folder = join(process.env.AFTERLODE_SHARED ?? join('..', 'shared'), 'data/reference/mcda');
if (!existsSync(folder)) throw new Error(`no reference tables in ${folder}; set AFTERLODE_SHARED`);

type Row = Readonly<Record<string, string>>;
const table = (name: string) => readCsvRecords(join(folder, `${name}.csv`));
const cell = (row: Row, name: string): string => {
  const found = row[name];
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
};

const matrices = new Map<string, DecisionMatrix>();
for (const file of readdirSync(join(folder, 'problems')).filter((name) => name.endsWith('_matrix.csv'))) {
  const name = file.replace('_matrix.csv', '');
  const [, ...rows] = await readCsvRows(join(folder, 'problems', file));
  const described = await table(`problems/${name}_criteria`);
  matrices.set(name, {
    alternatives: rows.map((row) => row[0] as string),
    criteria: described.map((row) => ({
      code: cell(row, 'criterion'),
      type: cell(row, 'type') === '1' ? 'benefit' : 'cost',
      weight: Number(cell(row, 'weight_given')),
    })),
    columns: described.map((_, at) => Float64Array.from(rows, (row) => Number(row[at + 1]))),
  });
}

/** Entropy weights as the packages have them. */
const entropy = new Map(
  (await table('weights'))
    .filter((row) => row.method === 'entropy' && row.package === 'pymcdm')
    .map((row) => [`${row.problem}/${row.criterion}`, Number(row.weight)]),
);

function problemOf(row: Row): DecisionMatrix {
  const matrix = matrices.get(cell(row, 'problem'));
  if (!matrix) throw new Error(`no problem ${row.problem}`);
  if ((row.weights ?? 'given') === 'given') return matrix;
  const criteria = matrix.criteria.map(
    (one): Criterion => ({ ...one, weight: entropy.get(`${row.problem}/${one.code}`) ?? null }),
  );
  return { ...matrix, criteria };
}

/** q = 10 % and p = 40 % of each criterion's range. */
const preferences: Readonly<Record<string, Preference>> = Object.fromEntries(
  [
    ['usual', 'usual'],
    ['ushape', 'u-shape'],
    ['vshape', 'v-shape'],
    ['level', 'level'],
    ['vshape_2', 'linear'],
  ].map(([theirs, ours]) => [
    theirs as string,
    {
      function: ours as Preference['function'],
      indifference: { value: 0.1, of: 'range' },
      strict: { value: 0.4, of: 'range' },
    } as const,
  ]),
);

/** Their method and variant in our words. */
function optionsOf(row: Row): DecisionOptions {
  const [method, variant] = [cell(row, 'method'), cell(row, 'variant')];
  if (method === 'promethee_ii')
    return { method: 'promethee2', preference: preferences[variant] as Preference };
  if (method === 'grey_relational_grade') return { method: 'grey' };
  const shifted = variant.startsWith('minmax shifted');
  const named = variant.split(',')[0] as string;
  switch (method) {
    case 'topsis':
    case 'wsm':
    case 'wpm':
    case 'waspas':
      return { method, normalise: shifted ? 'minmax-plus-one' : (named as DecisionNormalisation) };
    default:
      return { method } as DecisionOptions;
  }
}

const isWrongCopras = (row: Row) => cell(row, 'package').startsWith('pymcdm (differs');

/** Largest relative difference and the rows that are farther away than the tolerance. */
function compare(rows: readonly Row[], of: (row: Row) => readonly (readonly [number, number])[]) {
  let largest = 0;
  let compared = 0;
  const far: unknown[] = [];
  for (const row of rows) {
    for (const [ours, theirs] of of(row)) {
      const difference = Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
      if (difference > largest) largest = difference;
      if (!(difference <= 1e-10)) far.push([row, ours, theirs]);
      compared += 1;
    }
  }
  return { largest, compared, far };
}

const results = new Map<string, DecisionResult>();
function resultOf(row: Row, options: DecisionOptions, key: string): DecisionResult {
  const name = `${row.problem}/${row.weights}/${key}`;
  const found = results.get(name) ?? decide(problemOf(row), options);
  results.set(name, found);
  return found;
}
const rowOf = (row: Row, of = 'alternative') => problemOf(row).alternatives.indexOf(cell(row, of));

describe('scores and ranks', async () => {
  const scores = await table('scores');
  const groups = [
    ...new Set(scores.filter((row) => !isWrongCopras(row)).map((row) => `${row.method} ${row.variant}`)),
  ];

  it.each(groups)('%s', (group) => {
    const rows = scores.filter((row) => `${row.method} ${row.variant}` === group && !isWrongCopras(row));
    const { far, compared } = compare(rows, (row) => {
      const result = resultOf(row, optionsOf(row), group);
      expect(result.higherIsBetter).toBe(row.higher_is_better === 'true');
      const at = rowOf(row);
      return [
        [result.scores[at] as number, Number(row.score)],
        [result.ranks[at] as number, Number(row.rank_min)],
      ];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(2 * rows.length);
  });

  it('are 1,600 scores, 40 of them the exception', () => {
    expect([scores.length, scores.filter(isWrongCopras).length]).toEqual([1600, 40]);
  });

  it('a costlier alternative scores lower in COPRAS (pymcdm 1.4.0 adds the costs)', () => {
    const theirs = scores.filter(isWrongCopras);
    const { far } = compare(theirs, (row) => {
      const result = resultOf(row, { method: 'copras' }, 'copras sum');
      const { gain, cost } = result.byAlternative as { gain: Float64Array; cost: Float64Array };
      const added = gain.map((one, i) => one + (cost[i] as number));
      const at = rowOf(row);
      return [[(added[at] as number) / Math.max(...added), Number(row.score)]];
    });
    // Their figure is S+ plus S−, and ours is not.
    expect(far).toEqual([]);
    const ranks = theirs.map((row) => resultOf(row, { method: 'copras' }, 'copras sum').ranks[rowOf(row)]);
    expect(ranks).not.toEqual(theirs.map((row) => Number(row.rank_min)));
  });
});

describe('what lies behind the scores', () => {
  it('distances of TOPSIS', async () => {
    const rows = await table('details_topsis');
    const { far, compared } = compare(rows, (row) => {
      const normalise = cell(row, 'variant') as DecisionNormalisation;
      const result = resultOf(row, { method: 'topsis', normalise }, `topsis ${normalise}`);
      const at = rowOf(row);
      return [
        [result.byAlternative.distanceToBest?.[at] as number, Number(row.d_plus)],
        [result.byAlternative.distanceToWorst?.[at] as number, Number(row.d_minus)],
        [result.scores[at] as number, Number(row.closeness)],
      ];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(240);
  });

  it('S, R, Q, both conditions and the compromise set of VIKOR', async () => {
    const rows = await table('details_vikor');
    const flag = (text: string | undefined) => (text === 'true' ? 1 : 0);
    const { far, compared } = compare(rows, (row) => {
      const result = resultOf(row, { method: 'vikor' }, 'vikor');
      const at = rowOf(row);
      const { S, R, Q, compromise } = result.byAlternative;
      return [
        [S?.[at] as number, Number(row.S)],
        [R?.[at] as number, Number(row.R)],
        [Q?.[at] as number, Number(row.Q)],
        [compromise?.[at] as number, flag(row.in_compromise_set)],
        [Number(result.facts.acceptableAdvantage), flag(row.acceptable_advantage)],
        [Number(result.facts.acceptableStability), flag(row.acceptable_stability)],
      ];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(240);
  });

  it('flows of PROMETHEE', async () => {
    const rows = await table('details_promethee');
    const { far, compared } = compare(rows, (row) => {
      const preference = preferences[cell(row, 'preference_function')] as Preference;
      const result = resultOf(row, { method: 'promethee2', preference }, `promethee ${preference.function}`);
      const at = rowOf(row);
      return [
        [result.byAlternative.leaving?.[at] as number, Number(row.phi_plus)],
        [result.byAlternative.entering?.[at] as number, Number(row.phi_minus)],
        [result.scores[at] as number, Number(row.phi_net)],
      ];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(600);
  });

  it('sums of COPRAS', async () => {
    const rows = await table('details_copras');
    const { far, compared } = compare(rows, (row) => {
      const result = resultOf(row, { method: 'copras' }, 'copras');
      const at = rowOf(row);
      const { gain, cost, Q } = result.byAlternative;
      return [
        [gain?.[at] as number, Number(row.S_max)],
        [cost?.[at] as number, Number(row.S_min)],
        [Q?.[at] as number, Number(row.Q)],
        [result.scores[at] as number, Number(row.U)],
      ];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(160);
  });

  describe('ELECTRE I', async () => {
    const rows = await table('details_electre1');
    /** Weights that sum to 0.65 in decimals and to a hair less in binary. */
    const isAtTheLevel = (row: Row) => row.concordance === '0.65';
    const outranksIn = (row: Row) => {
      const result = resultOf(row, { method: 'electre1' }, 'electre1');
      const at = rowOf(row) * problemOf(row).alternatives.length + rowOf(row, 'over');
      const { concordance, discordance, outranks } = result.byPair;
      return { at, concordance, discordance, outranks };
    };

    it('concordance, discordance and outranking', () => {
      const { far, compared } = compare(rows, (row) => {
        const { at, concordance, discordance, outranks } = outranksIn(row);
        const does = row.outranks_p065_q035 === 'true' ? 1 : 0;
        return [
          [concordance?.[at] as number, Number(row.concordance)],
          [discordance?.[at] as number, Number(row.discordance)],
          ...(isAtTheLevel(row) ? [] : [[outranks?.[at] as number, does] as const]),
        ];
      });
      expect(far).toEqual([]);
      expect(compared).toBe(3 * 188 - rows.filter(isAtTheLevel).length);
    });

    it('a concordance of 0.65 reaches 0.65 (scikit-criteria loses it to binary rounding)', () => {
      const reached = rows.filter((row) => isAtTheLevel(row) && Number(row.discordance) <= 0.35);
      expect(reached.map((row) => [row.alternative, row.over, row.outranks_p065_q035])).toContainEqual([
        'DNK',
        'DEU',
        'false',
      ]);
      expect(reached.map((row) => outranksIn(row)).map(({ at, outranks }) => outranks?.[at])).toEqual(
        reached.map(() => 1),
      );
    });
  });
});

describe('normalisations of pymcdm', async () => {
  const rows = await table('normalisations');
  it.each([...new Set(rows.map((row) => cell(row, 'method')))])('%s', (method) => {
    const name = method.replace('_', '-') as DecisionNormalisation;
    const of = rows.filter((row) => row.method === method);
    const { far, compared } = compare(of, (row) => {
      const { alternatives, criteria, columns } = problemOf(row);
      const at = criteria.findIndex(({ code }) => code === row.criterion);
      const problem = {
        names: alternatives,
        codes: criteria.map(({ code }) => code),
        columns,
        isBenefit: criteria.map(({ type }) => type === 'benefit'),
      };
      const values = normaliseCriterion(problem, at, name, new Float64Array(alternatives.length));
      return [[values[rowOf(row)] as number, Number(row.value)]];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(124);
  });
});

describe('likeness of rankings', () => {
  it('five coefficients', async () => {
    const scores = await table('scores');
    const theirs = new Map<string, Float64Array>();
    const rows = await table('rank_similarity');
    /** Ranks of a method under the given weights, in the variant that stands first in the table. */
    const ranksOf = (problem: string, method: string) => {
      const key = `${problem}/${method}`;
      const all = scores.filter(
        (row) =>
          row.problem === problem && row.weights === 'given' && row.method === method && !isWrongCopras(row),
      );
      const of = all.filter((row) => row.package === all[0]?.package && row.variant === all[0]?.variant);
      const found = theirs.get(key) ?? Float64Array.from(of, (row) => Number(row.rank_min));
      theirs.set(key, found);
      return found;
    };
    const { far, compared } = compare(rows, (row) => {
      const [problem, a, b] = [cell(row, 'problem'), cell(row, 'ranking_a'), cell(row, 'ranking_b')];
      const made = rankSimilarity(ranksOf(problem, a), ranksOf(problem, b));
      return [
        [made.spearman, Number(row.spearman)],
        [made.weightedSpearman, Number(row.weighted_spearman_rw)],
        [made.ws, Number(row.ws_coefficient)],
        [made.kendall, Number(row.kendall_tau)],
        [made.gamma, Number(row.goodman_kruskal_gamma)],
      ];
    });
    expect(far).toEqual([]);
    expect(compared).toBe(5 * 84);
  });
});
