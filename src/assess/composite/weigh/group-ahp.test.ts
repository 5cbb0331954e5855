import { describe, expect, it } from 'vitest';
import type { JudgementMatrix } from '../types.js';
import { groupAhpWeights } from './index.js';

/** Consistent judgements of weights. */
function judged(judge: string, weights: Readonly<Record<string, number>>): JudgementMatrix {
  const codes = Object.keys(weights);
  const all = Object.values(weights);
  return { judge, codes, values: Float64Array.from(all.flatMap((a) => all.map((b) => a / b))) };
}

const li = judged('Li', { a: 8, b: 2, c: 1 });
const wang = judged('Wang', { c: 1, b: 2, a: 2 });

describe('weights of a group', () => {
  it.each(['judgements', 'priorities'] as const)(
    '%s: geometric means, codes in the order of the first',
    (form) => {
      const made = groupAhpWeights([li, wang], form);
      // Geometric means of (8, 2, 1) and (2, 2, 1): 4, 2, 1.
      [4 / 7, 2 / 7, 1 / 7].forEach((one, at) => expect(made.weights[at]).toBeCloseTo(one, 13));
      expect(made.codes).toEqual(['a', 'b', 'c']);
      expect(made.together === null).toBe(form === 'priorities');
    },
  );

  it('the two forms part where judgements contradict one another', () => {
    const odd: JudgementMatrix = {
      judge: 'Zhao',
      codes: ['a', 'b', 'c', 'd'],
      values: Float64Array.of(1, 2, 4, 1 / 2, 1 / 2, 1, 2, 4, 1 / 4, 1 / 2, 1, 2, 2, 1 / 4, 1 / 2, 1),
    };
    const even = judged('Li', { a: 4, b: 3, c: 2, d: 1 });
    const together = groupAhpWeights([odd, even]);
    const apart = groupAhpWeights([odd, even], 'priorities');
    expect(together.weights[0]).not.toBeCloseTo(apart.weights[0] as number, 4);
    expect(together.issues.map(({ code }) => code)).toEqual(['INDEX_JUDGEMENTS_AT_ODDS']);
    expect(together.judges.map(({ consistencyRatio }) => consistencyRatio > 0.1)).toEqual([true, false]);
  });

  it('agreement: concordance of orders, distance of each judge, the most disputed pair', () => {
    const { agreement, judges } = groupAhpWeights([li, wang]);
    // Ranks 3, 2, 1 and 2.5, 2.5, 1: sums 5.5, 4.5, 2; S = 6.5; 12 S ÷ (4 · 24 − 2 · 6) = 78 ÷ 84.
    expect(agreement.concordance).toBeCloseTo(78 / 84, 13);
    expect(agreement.disputed).toMatchObject({ row: 'a', lowestBy: 'Wang', highestBy: 'Li' });
    expect((agreement.disputed?.highest as number) / (agreement.disputed?.lowest as number)).toBeCloseTo(
      4,
      12,
    );
    // Li (8, 2, 1) ÷ 11 against (4, 2, 1) ÷ 7.
    expect(judges[0]?.distance).toBeCloseTo(8 / 11 - 4 / 7, 12);
    const alike = groupAhpWeights([li, li]);
    expect(alike.agreement).toEqual({ concordance: 1, disputed: null });
    const opposed = groupAhpWeights([judged('x', { a: 2, b: 1 }), judged('y', { a: 1, b: 2 })]);
    expect(opposed.agreement.concordance).toBeCloseTo(0, 13);
    const level = groupAhpWeights([judged('x', { a: 1, b: 1 })]);
    expect(level.agreement.concordance).toBeNaN();
  });

  it('refuses no matrices, and judges of different codes', () => {
    expect(() => groupAhpWeights([])).toThrow(/matrices: found none/);
    expect(() => groupAhpWeights([li, judged('Zhao', { a: 1, b: 1, d: 1 })])).toThrow(
      /judgements of Zhao, codes: found a, b, d, expected a, b, c/,
    );
  });
});
