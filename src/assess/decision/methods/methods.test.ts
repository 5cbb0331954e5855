import { describe, expect, it } from 'vitest';
import { decide } from '../decide.js';
import { matrixOf } from '../testing/sample.js';
import type { DecisionOptions, Preference } from '../types.js';
import { degreeOf } from './preference.js';

/** Conditions and edges of single methods; each formula has its hand-worked example on its page. */

const equal = matrixOf(
  [
    [5, 3],
    [5, 3],
  ],
  ['benefit', 'cost'],
);

describe('equal alternatives', () => {
  it.each([
    [{ method: 'topsis' }, 0.5],
    [{ method: 'vikor' }, 0],
    [{ method: 'wsm' }, 1],
    [{ method: 'wpm' }, 1],
    [{ method: 'promethee2' }, 0],
    [{ method: 'copras' }, 1],
    [{ method: 'edas' }, 0.5],
    [{ method: 'mabac' }, 0],
    [{ method: 'mairca' }, 0],
    [{ method: 'aras' }, 1],
    [{ method: 'codas' }, 0],
    [{ method: 'grey' }, 1],
    [{ method: 'spotis' }, 0],
    [{ method: 'multimoora' }, 1],
    [{ method: 'electre1' }, 0],
  ] as readonly (readonly [DecisionOptions, number])[])('%j', (options, score) => {
    const { scores, ranks } = decide(equal, options);
    expect(scores[0]).toBeCloseTo(score, 12);
    expect(scores[1]).toBeCloseTo(score, 12);
    expect(Array.from(ranks)).toEqual([1, 1]);
  });
});

describe('VIKOR', () => {
  const compromise = (rows: readonly (readonly number[])[], weights: readonly number[]) => {
    const types = weights.map(() => 'benefit' as const);
    const { facts, byAlternative } = decide(matrixOf(rows, types, weights), { method: 'vikor' });
    const { acceptableAdvantage, acceptableStability } = facts;
    return [acceptableAdvantage, acceptableStability, Array.from(byAlternative.compromise as Float64Array)];
  };

  it('without advantage takes all that lie near the first', () => {
    const rows = [[100], [99], [50], [0]];
    expect(compromise(rows, [1])).toEqual([false, true, [1, 1, 0, 0]]);
  });

  it('with advantage, but first neither by S nor by R, takes the first two', () => {
    // The third leads by Q, 0.2436; S of the last is less (0.4 to 0.42), R of the fifth is less (0.24 to 0.3); those two tie at 0.5.
    const rows = [
      [4, 8, 1],
      [2, 2, 10],
      [0, 9, 7],
      [6, 7, 1],
      [4, 5, 4],
      [9, 9, 0],
    ];
    const [advantage, stability, set] = compromise(rows, [0.3, 0.3, 0.4]);
    expect([advantage, stability]).toEqual([true, false]);
    expect((set as number[])[2]).toBe(1);
    expect((set as number[]).filter((one) => one === 1)).toHaveLength(2);
  });

  it('ranks smaller Q first', () => {
    const { scores, ranks, higherIsBetter } = decide(matrixOf([[1], [3], [2]], ['benefit']), {
      method: 'vikor',
    });
    expect([Array.from(scores), Array.from(ranks), higherIsBetter]).toEqual([[1, 0, 0.5], [3, 1, 2], false]);
  });
});

describe('COPRAS', () => {
  it('a costlier alternative scores lower (pymcdm 1.4.0 rewards it)', () => {
    const matrix = matrixOf(
      [
        [5, 10],
        [5, 20],
      ],
      ['benefit', 'cost'],
    );
    const { scores } = decide(matrix, { method: 'copras' });
    // Q = 0.25 + 0.5 ÷ (S− · Σ 1 ÷ S−) with S− 1/6 and 1/3: 0.25 + 1/3 and 0.25 + 1/6.
    expect(Array.from(scores, (score) => Number(score.toFixed(12)))).toEqual([
      1,
      Number((5 / 7).toFixed(12)),
    ]);
  });

  it('takes benefits alone, and refuses an alternative without any cost', () => {
    expect(Array.from(decide(matrixOf([[4], [2]], ['benefit']), { method: 'copras' }).scores)).toEqual([
      1, 0.5,
    ]);
    expect(() => decide(matrixOf([[4], [0]], ['cost']), { method: 'copras' })).toThrow(/DECISION_VALUE: B: /);
    expect(() => decide(matrixOf([[4], [-1]], ['benefit']), { method: 'copras' })).toThrow(/C1, B: value -1/);
  });
});

describe('methods that divide', () => {
  it.each([
    [{ method: 'edas' }, [[1], [-1]], 'benefit', /C1: value 0 \(mean\)/],
    [{ method: 'aras' }, [[1], [0]], 'cost', /C1, B: value 0/],
    [{ method: 'marcos' }, [[1], [0]], 'cost', /C1, B: value 0/],
    [{ method: 'cocoso' }, [[1], [2]], 'benefit', /DECISION_VALUE: A: value 0/],
    [{ method: 'moora', form: 'multiplicative' }, [[1], [0]], 'cost', /C1, B: value 0/],
    [{ method: 'wpm', normalise: 'vector' }, [[1], [-2]], 'benefit', /C1, B: .*normalised/],
    [
      { method: 'spotis', bounds: new Map([['C1', [0, 5]]]) },
      [[1], [6]],
      'benefit',
      /C1, B: value 6 .* 0 to 5/,
    ],
  ] as readonly (readonly [DecisionOptions, number[][], 'benefit' | 'cost', RegExp])[])(
    '%j refuses what it cannot take',
    (options, rows, type, said) => {
      expect(() => decide(matrixOf(rows, [type]), options)).toThrow(said);
    },
  );

  it('MARCOS with an anti-ideal of 0 scores the share of the ideal', () => {
    expect(Array.from(decide(matrixOf([[4], [0], [1]], ['benefit']), { method: 'marcos' }).scores)).toEqual([
      1, 0, 0.25,
    ]);
  });
});

describe('SPOTIS', () => {
  it('with given bounds keeps the order of two whoever else is there', () => {
    const bounds = new Map<string, readonly [number, number]>([
      ['C1', [0, 10]],
      ['C2', [0, 10]],
    ]);
    const two = [
      [6, 3],
      [4, 7],
    ];
    const types = ['benefit', 'benefit'] as const;
    const before = decide(matrixOf(two, types, [0.6, 0.4]), { method: 'spotis', bounds }).scores;
    const after = decide(matrixOf([...two, [10, 0]], types, [0.6, 0.4]), { method: 'spotis', bounds }).scores;
    expect(Array.from(after.slice(0, 2))).toEqual(Array.from(before));
  });
});

describe('preference functions', () => {
  const units = (value: number) => ({ value, of: 'units' }) as const;
  const degrees = (preference: Preference) => [1, 2, 3, 5, 6].map(degreeOf(preference, 10, 'C'));

  it.each([
    [{ function: 'usual' }, [1, 1, 1, 1, 1]],
    [{ function: 'u-shape', indifference: units(2) }, [0, 0, 1, 1, 1]],
    [{ function: 'v-shape', strict: units(5) }, [0.2, 0.4, 0.6, 1, 1]],
    [{ function: 'level', indifference: units(2), strict: units(5) }, [0, 0, 0.5, 0.5, 1]],
    [{ function: 'linear', indifference: units(2), strict: units(6) }, [0, 0, 0.25, 0.75, 1]],
    [
      { function: 'linear', indifference: { value: 0.2, of: 'range' }, strict: { value: 0.6, of: 'range' } },
      [0, 0, 0.25, 0.75, 1],
    ],
    [{ function: 'v-shape', strict: units(0) }, [1, 1, 1, 1, 1]],
  ] as readonly (readonly [Preference, number[]])[])('%j', (preference, wanted) => {
    expect(degrees(preference)).toEqual(wanted);
  });

  it('gaussian turns at s: 1 − e^(−1/2) there', () => {
    const degree = degreeOf({ function: 'gaussian', inflection: units(3) }, 10, 'C');
    expect(degree(3)).toBeCloseTo(1 - Math.exp(-0.5), 14);
    expect(degree(6)).toBeCloseTo(1 - Math.exp(-2), 14);
  });

  it.each([
    [{ function: 'u-shape' }, /indifference of C is nothing/],
    [{ function: 'v-shape', strict: units(-1) }, /strict of C is -1/],
    [{ function: 'gaussian' }, /inflection of C/],
    [{ function: 'level', indifference: units(5), strict: units(2) }, /indifference of C is 5/],
  ] as readonly (readonly [Preference, RegExp])[])('%j is refused', (preference, said) => {
    expect(() => degreeOf(preference, 10, 'C')).toThrow(said);
  });
});

describe('PROMETHEE', () => {
  it('I leaves two that are too unlike incomparable, and says who is preferred', () => {
    const matrix = matrixOf(
      [
        [2, 3],
        [1, 2],
        [2, 6],
      ],
      ['benefit', 'cost'],
      [0.6, 0.4],
    );
    const { byPair, ranks } = decide(matrix, { method: 'promethee1' });
    expect(Array.from(byPair.incomparable as Float64Array)).toEqual([0, 0, 0, 0, 0, 1, 0, 1, 0]);
    expect(Array.from(byPair.preferred as Float64Array)).toEqual([0, 1, 1, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(ranks)).toEqual([1, 2, 2]);
  });

  it('takes another function for one criterion', () => {
    const matrix = matrixOf([[1], [2]], ['benefit']);
    const preferences = new Map<string, Preference>([
      ['C1', { function: 'v-shape', strict: { value: 4, of: 'units' } }],
    ]);
    expect(Array.from(decide(matrix, { method: 'promethee2', preferences }).scores)).toEqual([-0.25, 0.25]);
  });
});

describe('ELECTRE I', () => {
  it('a concordance that sums to the level in decimals reaches it', () => {
    const matrix = matrixOf(
      [
        [2, 2, 2, 1],
        [1, 1, 1, 2],
      ],
      ['benefit', 'benefit', 'benefit', 'benefit'],
      [0.15, 0.2, 0.3, 0.35],
    );
    const { byPair } = decide(matrix, { method: 'electre1', concordance: 0.65, discordance: 1 });
    expect(Array.from(byPair.outranks as Float64Array)).toEqual([0, 1, 0, 0]);
  });
});
