import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgementMatrix } from '../types.js';
import { ahpWeights, checkJudgements, compareRandomIndex, randomIndexOf } from './index.js';

const none = Number.NaN;

/** A matrix from the judgements above the diagonal, row by row; what lies below stays empty. */
function upper(codes: readonly string[], ...judgements: number[]): JudgementMatrix {
  const count = codes.length;
  const values = new Float64Array(count * count).fill(none);
  let next = 0;
  for (let row = 0; row < count; row++) {
    for (let column = row + 1; column < count; column++)
      values[row * count + column] = judgements[next++] ?? none;
  }
  return { judge: 'Li', codes, values };
}

const abcd = ['a', 'b', 'c', 'd'];

describe('weights from judgements', () => {
  it('of three codes by hand: 3, 5 and 2', () => {
    const made = ahpWeights(upper(['a', 'b', 'c'], 3, 5, 2));
    // Geometric means of rows; for three codes they are the eigenvector.
    const rows = [Math.cbrt(15), Math.cbrt(2 / 3), Math.cbrt(1 / 10)];
    const sum = (rows[0] as number) + (rows[1] as number) + (rows[2] as number);
    rows.forEach((one, at) => expect(made.weights[at]).toBeCloseTo(one / sum, 14));
    // λ = 1 + t + 1 ÷ t with t the cube root of 3 · 2 ÷ 5.
    const t = Math.cbrt(6 / 5);
    expect(made.lambdaMax).toBeCloseTo(1 + t + 1 / t, 13);
    expect(made.consistencyIndex).toBeCloseTo((t + 1 / t - 2) / 2, 13);
    expect(made.consistencyRatio).toBeCloseTo((t + 1 / t - 2) / 2 / 0.58, 13);
    expect(made.issues).toEqual([]);
  });

  it.each(['eigenvector', 'geometric-mean', 'column-mean'] as const)(
    '%s finds the weights of consistent judgements',
    (method) => {
      const weight = fc.double({ min: 0.05, max: 1, noNaN: true });
      fc.assert(
        fc.property(fc.array(weight, { minLength: 1, maxLength: 7 }), (weights) => {
          const codes = weights.map((_, at) => `c${at}`);
          const values = Float64Array.from(weights.flatMap((a) => weights.map((b) => a / b)));
          const made = ahpWeights({ judge: '', codes, values }, { method });
          const sum = weights.reduce((total, one) => total + one, 0);
          weights.forEach((one, at) => expect(made.weights[at]).toBeCloseTo(one / sum, 12));
          expect(made.consistencyRatio).toBeCloseTo(0, 12);
          expect(made.issues).toEqual([]);
        }),
      );
    },
  );

  it('the worst judgement is named with the value that fits, and mending it mends the matrix', () => {
    // 8, 4, 2, 1 but for a over d, which should be 8.
    const made = ahpWeights(upper(abcd, 2, 4, 0.5, 2, 4, 2));
    const [worst] = made.worst;
    expect(worst).toMatchObject({ row: 'a', column: 'd', given: 0.5 });
    expect(worst?.fits).toBeCloseTo(8, 12);
    expect(worst?.ratioThen).toBeCloseTo(0, 12);
    expect(made.consistencyRatio).toBeGreaterThan(0.1);
    expect(made.issues.map(({ code, where }) => [code, where])).toEqual([
      ['INDEX_JUDGEMENTS_AT_ODDS', 'a : d = 0.5 (8)'],
    ]);
  });

  it('hopeless contradiction still has weights', () => {
    const made = ahpWeights(upper(['a', 'b', 'c'], 1e6, 1e-6, 1e6));
    for (const weight of made.weights) expect(weight).toBeCloseTo(1 / 3, 10);
    expect(made.lambdaMax).toBeCloseTo(1 + 1e6 + 1e-6, 3);
  });

  it('one code weighs 1, two are always consistent', () => {
    expect([...ahpWeights(upper(['a'])).weights]).toEqual([1]);
    const two = ahpWeights(upper(['a', 'b'], 4));
    expect(two.weights[0]).toBeCloseTo(0.8, 14);
    expect([two.consistencyRatio, two.worst]).toEqual([0, []]);
  });

  it('random indices are of Saaty or of Tummala and Ling, each with its source', () => {
    const matrix = upper(abcd, 5, 6, 7, 4, 6, 4);
    const index = ahpWeights(matrix).consistencyIndex;
    expect(ahpWeights(matrix).consistencyRatio).toBeCloseTo(index / 0.9, 13);
    expect(ahpWeights(matrix, { randomIndex: 'tummala-ling' }).consistencyRatio).toBeCloseTo(
      index / 0.8921,
      13,
    );
    expect(compareRandomIndex(6).map(({ name, value }) => [name, value])).toEqual([
      ['saaty', 1.24],
      ['tummala-ling', 1.2358],
    ]);
    expect(randomIndexOf(16)).toBeNaN();
  });
});

describe('judgements that cannot be', () => {
  it('an empty cell is the reciprocal of the mirrored one', () => {
    expect([...checkJudgements(upper(['a', 'b'], 4)).values]).toEqual([1, 4, 0.25, 1]);
    expect([
      ...checkJudgements({ judge: '', codes: ['a', 'b'], values: Float64Array.of(1, none, 4, 1) }).values,
    ]).toEqual([1, 0.25, 4, 1]);
  });

  it('reciprocals written with three digits pass', () => {
    const values = Float64Array.of(1, 7, 0.143, 1);
    expect([...checkJudgements({ judge: '', codes: ['a', 'b'], values }).values]).toEqual([...values]);
  });

  const two = (a: number, b: number, c: number, d: number): JudgementMatrix => ({
    judge: 'Li',
    codes: ['a', 'b'],
    values: Float64Array.of(a, b, c, d),
  });
  it.each([
    [
      'not reciprocal',
      two(1, 3, 0.5, 1),
      /judgements of Li, a over b: found 3, expected 2, as the mirrored cell is 0.5/,
    ],
    ['negative', two(1, -3, -1 / 3, 1), /a over b: found -0.333\d*, expected a number above 0/],
    ['zero', two(1, 0, none, 1), /a over b: found 0, expected a number above 0/],
    ['infinite', two(1, Number.POSITIVE_INFINITY, 0.1, 1), /a over b: found Infinity/],
    ['not given', two(1, none, none, 1), /a over b: found nothing/],
    ['not equal to itself', two(2, 3, 1 / 3, 1), /a over a: found 2, expected 1/],
    [
      'of too few cells',
      { ...two(1, 3, 1 / 3, 1), codes: ['a', 'b', 'c'] },
      /cells: found 4, expected 9 for 3 codes/,
    ],
    ['of a code twice', { ...two(1, 3, 1 / 3, 1), codes: ['a', 'a'] }, /codes: found a twice/],
    ['of nothing', { judge: 'Li', codes: [], values: new Float64Array(0) }, /codes: found none/],
  ])('%s', (_, matrix, message) => {
    expect(() => ahpWeights(matrix)).toThrow(message);
  });
});
