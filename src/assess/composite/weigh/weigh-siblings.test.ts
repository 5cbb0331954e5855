import { describe, expect, it } from 'vitest';
import {
  criticWeights,
  entropyWeights,
  giniWeights,
  merecWeights,
  pcaWeights,
  standardDeviationWeights,
  weighSiblings,
} from './index.js';

const of = (...values: number[]) => Float64Array.of(...values);

const columns = {
  treated: [of(10, 20, 40), of(7, 3, 5)],
  unit: [of(0, 1 / 3, 1), of(0, 1, 0.5)],
  scores: [of(-1, 0, 1), of(-1, 0.5, 0.5)],
};

describe('weights of the children of a node', () => {
  it('entropy, critic, std and gini take the min–max scores, direction applied already', () => {
    const { unit } = columns;
    expect(weighSiblings('entropy', columns, [1, -1])).toEqual(entropyWeights(unit));
    expect(weighSiblings('critic', columns, [1, -1])).toEqual(criticWeights(unit, [1, 1]));
    expect(weighSiblings('std', columns, [1, -1])).toEqual(standardDeviationWeights(unit));
    expect(weighSiblings('gini', columns, [1, -1])).toEqual(giniWeights(unit));
  });

  it('merec takes them from 1 to 2', () => {
    const moved = [of(1, 4 / 3, 2), of(1, 2, 1.5)];
    const made = weighSiblings('merec', columns, [1, -1]).weights;
    merecWeights(moved, [1, 1]).weights.forEach((one, at) => expect(made[at]).toBeCloseTo(one, 13));
  });

  it('pca takes the scores of the chain', () => {
    expect(weighSiblings('pca', columns, [1, -1])).toEqual(pcaWeights(columns.scores));
  });

  it('entropy of min–max scores by hand', () => {
    // (0, ⅓, 1): p = 0, ¼, ¾, H = ln 4 − ¾ ln 3. (0, 1, ½): p = 0, ⅔, ⅓, H = ln 3 − ⅔ ln 2.
    const d = [
      1 - (Math.log(4) - 0.75 * Math.log(3)) / Math.log(3),
      1 - (Math.log(3) - (2 / 3) * Math.LN2) / Math.log(3),
    ];
    const sum = (d[0] as number) + (d[1] as number);
    const made = weighSiblings('entropy', columns, [1, -1]).weights;
    d.forEach((one, at) => expect(made[at]).toBeCloseTo(one / sum, 13));
  });

  it('a child without scores weighs 0 and is named by its code', () => {
    const none = of(Number.NaN, Number.NaN, Number.NaN);
    const more = {
      treated: [...columns.treated, of(4, 4, 4)],
      unit: [...columns.unit, none],
      scores: [...columns.scores, none],
    };
    for (const method of ['entropy', 'critic', 'std', 'gini', 'merec', 'pca'] as const) {
      const { weights, issues } = weighSiblings(method, more, [1, -1, 1], ['a', 'b', 'c']);
      expect(weights[2]).toBe(0);
      expect(issues.map(({ where }) => where)).toContain('c');
    }
  });

  it('an only child weighs 1', () => {
    const none = [of(Number.NaN, Number.NaN)];
    for (const method of ['entropy', 'critic', 'std', 'gini', 'merec', 'pca'] as const) {
      const { weights, issues } = weighSiblings(method, { treated: none, unit: none, scores: none }, [1]);
      expect([[...weights], issues]).toEqual([[1], []]);
    }
  });
});
