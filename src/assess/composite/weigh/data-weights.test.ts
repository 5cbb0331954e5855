import { describe, expect, it } from 'vitest';
import {
  angleWeights,
  cilosWeights,
  criticWeights,
  entropyWeights,
  equalWeights,
  giniWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  standardDeviationWeights,
  varianceWeights,
} from './index.js';
import { methods, near, none, of, up } from './testing/methods.js';

describe('hand-worked', () => {
  it('equal: one half and one half', () => {
    expect([...equalWeights(2)]).toEqual(near([0.5, 0.5], 6));
  });

  it('entropy: 1.5 ln 2 ÷ ln 3 for (1, 1, 2), 0 for (0, 0, 4)', () => {
    const d = 1 - (1.5 * Math.LN2) / Math.log(3);
    expect([...entropyWeights([of(1, 1, 2), of(0, 0, 4)]).weights]).toEqual(
      near([d / (1 + d), 1 / (1 + d)], 14),
    );
  });

  it('critic: deviations times what the others do not say, costs turned', () => {
    const columns = [of(0, 1, 2), of(0, 2, 1), of(4, 4, 0)];
    // r is 0.5, 0.866025 and 0; turned the wrong way the second would be −0.866025.
    const r = Math.sqrt(0.75);
    const C = [0.5 * (1 - 0.5 + 1 - r), 0.5 * 1.5, Math.sqrt(1 / 3) * (1 - r + 1)];
    const sum = (C[0] as number) + (C[1] as number) + (C[2] as number);
    expect([...criticWeights(columns, [1, 1, -1]).weights]).toEqual(
      near(
        C.map((one) => one / sum),
        14,
      ),
    );
  });

  it('critic by ranks: a bend does not lower the correlation', () => {
    const columns = [of(1, 2, 3), of(1, 10, 100), of(3, 1, 2)];
    const byRank = criticWeights(columns, up(columns), { correlation: 'spearman' }).weights;
    const straight = criticWeights([of(1, 2, 3), of(1, 2, 3), of(3, 1, 2)], [1, 1, 1]).weights;
    expect((byRank[1] as number) / (byRank[0] as number)).not.toBeCloseTo(1, 2);
    // Same conflict for both; only deviations differ, and those of the bent one are sd of (0, 1/11, 1).
    const mean = (1 / 11 + 1) / 3;
    const sd = Math.sqrt((mean ** 2 + (1 / 11 - mean) ** 2 + (1 - mean) ** 2) / 2);
    expect((byRank[1] as number) / (byRank[0] as number)).toBeCloseTo(sd / 0.5, 12);
    expect((straight[1] as number) / (straight[0] as number)).toBeCloseTo(1, 12);
  });

  it('std: 1 and 2', () => {
    expect([...standardDeviationWeights([of(0, 1, 2), of(0, 2, 4)]).weights]).toEqual(
      near([1 / 3, 2 / 3], 14),
    );
  });

  it('variance of min–max scores: 1/4 and 1/3', () => {
    expect([...varianceWeights([of(0, 1, 2), of(5, 5, 9)]).weights]).toEqual(near([3 / 7, 4 / 7], 14));
  });

  it('merec: what each takes away from the second row', () => {
    const a = Math.log((1 + 1.5 * Math.LN2) / (1 + Math.LN2));
    const b = Math.log((1 + 1.5 * Math.LN2) / (1 + 0.5 * Math.LN2));
    expect([...merecWeights([of(1, 2), of(8, 2)], [1, -1]).weights]).toEqual(
      near([a / (a + b), b / (a + b)], 14),
    );
  });

  it('gini: 0.25 and 0.5', () => {
    expect([...giniWeights([of(1, 3), of(4, 0)]).weights]).toEqual(near([1 / 3, 2 / 3], 14));
  });

  it('angle: arc tangents of 1/2 and 1', () => {
    const sum = Math.atan(0.5) + Math.PI / 4;
    expect([...angleWeights([of(1, 3), of(0, 2)]).weights]).toEqual(
      near([Math.atan(0.5) / sum, Math.PI / 4 / sum], 14),
    );
  });

  it('lopcow: ln of √(5/3) and of √2', () => {
    const [a, b] = [Math.log(5 / 3), Math.log(2)];
    expect([...lopcowWeights([of(0, 1, 2), of(9, 7, 7)], [1, -1]).weights]).toEqual(
      near([a / (a + b), b / (a + b)], 14),
    );
  });

  it('cilos: losses of 0.5 and 0.75 balance at 0.6 and 0.4', () => {
    expect([...cilosWeights([of(2, 1), of(1, 4)], [1, 1]).weights]).toEqual(near([0.6, 0.4], 14));
    // The cost (4, 1) turned is (0.25, 1): the same losses.
    expect([...cilosWeights([of(2, 1), of(4, 1)], [1, -1]).weights]).toEqual(near([0.6, 0.4], 14));
  });

  it('cilos: rows that share the best value count by their mean, or the first does', () => {
    const columns = [of(2, 2, 1), of(1, 3, 4)];
    // Losses of the second: 0.75 and 0.25, so 0.5; of the first: 0.5.
    expect([...cilosWeights(columns, [1, 1]).weights]).toEqual(near([0.5, 0.5], 14));
    expect([...cilosWeights(columns, [1, 1], { ties: 'first' }).weights]).toEqual(near([0.6, 0.4], 14));
  });

  it('idocriw: entropy weight times cilos weight', () => {
    const columns = [of(2, 1), of(1, 4)];
    const entropy = entropyWeights(columns).weights;
    const [a, b] = [0.6 * (entropy[0] as number), 0.4 * (entropy[1] as number)];
    expect([...idocriwWeights(columns, [1, 1]).weights]).toEqual(near([a / (a + b), b / (a + b)], 14));
  });
});

describe('values that a method cannot take', () => {
  it.each(['entropy', 'gini', 'angle', 'cilos', 'merec', 'idocriw'])(
    '%s refuses a negative one by name',
    (name) => {
      const columns = [of(1, 2, 4), of(3, -1, 2)];
      expect(() => methods[name]?.(columns, [1, 1])).toThrow(
        /column 2, row 2: found -1, expected values (from|above) 0/,
      );
    },
  );

  it('merec refuses 0, as it divides', () => {
    expect(() => merecWeights([of(1, 2), of(0, 3)], [1, 1])).toThrow(
      /row 1: found 0, expected values above 0/,
    );
  });

  it('entropy takes 0 ln 0 as 0 (pymcdm refuses zeros)', () => {
    expect(entropyWeights([of(0, 1, 3), of(1, 2, 3)]).weights.every((weight) => weight > 0)).toBe(true);
  });

  it('too few complete rows are told', () => {
    const columns = [of(1, 2, none, none), of(none, 3, 4, 5)];
    expect(() => merecWeights(columns, [1, 1])).toThrow(/1 complete rows, expected at least 2/);
    expect(() => criticWeights(columns, [1, 1])).toThrow(/no correlation with any other column/);
  });

  it('critic has nothing to weigh where all columns say the same', () => {
    expect(() => criticWeights([of(1, 2, 4), of(2, 4, 8)], [1, 1])).toThrow(/columns that all say the same/);
  });

  it('cilos tells where losses do not hang together', () => {
    // The first row is best in all: nothing is ever lost.
    expect(() => cilosWeights([of(2, 1), of(4, 1)], [1, 1])).toThrow(/criteria without mutual losses/);
    // The third loses nothing where the others are at their best, in whatever place it stands.
    const columns = [of(3, 1, 1), of(1, 4, 1), of(2, 2, 1)];
    expect(() => cilosWeights(columns, [1, 1, 1])).toThrow(/criteria without mutual losses/);
    expect(() => cilosWeights(columns.toReversed(), [1, 1, 1])).toThrow(/criteria without mutual losses/);
  });
});

describe('missing cells', () => {
  it.each(['entropy', 'std', 'variance', 'gini', 'angle', 'lopcow'])(
    '%s: a column counts with what it has',
    (name) => {
      const withGap = methods[name]?.([of(1, 2, 4), of(3, none, 5)], [1, 1]).weights as Float64Array;
      const alone = methods[name]?.([of(1, 2, 4), of(3, 5, none)], [1, 1]).weights as Float64Array;
      expect([...withGap]).toEqual(near([...alone], 12));
    },
  );

  it.each(['merec', 'cilos', 'pca'])('%s: rows with all values only', (name) => {
    const withGap = methods[name]?.([of(1, 9, 2, 4), of(3, none, 5, 1)], [1, 1]).weights as Float64Array;
    const cut = methods[name]?.([of(1, 2, 4), of(3, 5, 1)], [1, 1]).weights as Float64Array;
    expect([...withGap]).toEqual(near([...cut], 12));
  });

  it('a column that is constant in the complete rows is left out, and rows are chosen anew', () => {
    const [a, b] = [of(1, 2, 4, 8, none), of(5, 1, 2, 3, 1)];
    const { weights, issues } = cilosWeights([a, b, of(7, 7, 7, none, 9)], [1, 1, 1]);
    const two = cilosWeights([a.slice(0, 4), b.slice(0, 4)], [1, 1]).weights;
    expect([...weights]).toEqual(near([...two, 0], 12));
    expect(issues.map(({ where }) => where)).toEqual(['column 3']);
  });

  it('critic: a pair takes the rows both have', () => {
    const columns = [of(1, 2, 4, 3), of(4, none, 1, 2), of(1, 5, 2, none)];
    const weights = criticWeights(columns, up(columns)).weights;
    expect([...weights].every((weight) => weight > 0)).toBe(true);
  });
});

describe('readings where packages disagree', () => {
  const columns = [of(63, 49, 72, 55), of(215, 181, 260, 150)];

  it('entropy of costs: raw by default, 1 ÷ x by name', () => {
    const raw = entropyWeights(columns).weights;
    const turned = entropyWeights(columns, { costs: 'reciprocal', directions: [1, -1] }).weights;
    expect([...turned]).toEqual(
      near(
        [
          ...entropyWeights([columns[0] as Float64Array, (columns[1] as Float64Array).map((x) => 1 / x)])
            .weights,
        ],
        14,
      ),
    );
    expect(raw[1]).not.toBeCloseTo(turned[1] as number, 4);
    expect(() => entropyWeights(columns, { costs: 'reciprocal' })).toThrow(/a direction for every column/);
    expect(() => entropyWeights([of(1, 2), of(0, 2)], { costs: 'reciprocal', directions: [1, -1] })).toThrow(
      /column 2, row 1: found 0/,
    );
  });

  it('CRITIC ignores criterion types (pymcdm): reversing a column changes the weights here', () => {
    const asCosts = criticWeights(columns, [1, -1]).weights;
    const asBenefits = criticWeights(columns, [1, 1]).weights;
    expect([...criticWeights(columns, [1, -1], { reverse: false }).weights]).toEqual(
      near([...asBenefits], 14),
    );
    const three = [...columns, of(1, 3, 2, 5)];
    expect(criticWeights(three, [1, -1, 1]).weights[0]).not.toBeCloseTo(
      criticWeights(three, [1, 1, 1]).weights[0] as number,
      3,
    );
    expect([...asCosts]).toEqual(near([...asBenefits], 1));
  });
});
