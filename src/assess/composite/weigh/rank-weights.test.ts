import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseWeights, orderWeights, rankWeights } from './index.js';

const methods = ['rank-sum', 'rank-reciprocal', 'rank-order-centroid'] as const;

describe('weights from an order', () => {
  it.each([
    ['rank-sum', [3 / 6, 2 / 6, 1 / 6]],
    ['rank-reciprocal', [6 / 11, 3 / 11, 2 / 11]],
    ['rank-order-centroid', [11 / 18, 5 / 18, 2 / 18]],
  ] as const)('%s of three', (method, wanted) => {
    wanted.forEach((one, at) => expect(orderWeights(method, 3)[at]).toBeCloseTo(one, 14));
  });

  it.each(methods)('%s: one place weighs 1; weights fall and sum to 1', (method) => {
    expect([...orderWeights(method, 1)]).toEqual([1]);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), (count) => {
        const weights = orderWeights(method, count);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
        for (let at = 1; at < count; at++) expect(weights[at]).toBeLessThan(weights[at - 1] as number);
      }),
    );
  });

  it('codes of one place share the mean of its weights', () => {
    const { codes, weights } = rankWeights('rank-sum', ['a', 'b = c', 'd']);
    expect(codes).toEqual(['a', 'b', 'c', 'd']);
    [0.4, 0.25, 0.25, 0.1].forEach((one, at) => expect(weights[at]).toBeCloseTo(one, 14));
    expect(rankWeights('rank-sum', ['a', ['b', 'c'], 'd'])).toEqual({ codes, weights });
  });

  it.each([
    ['no code', [], /found no code/],
    ['a code twice', ['a', 'b = a'], /found a, expected each code once/],
    ['an empty code', ['a', ''], /found an empty code/],
  ])('%s is refused', (_, order, message) => {
    expect(() => rankWeights('rank-sum', order)).toThrow(message);
  });
});

describe('relative weights', () => {
  it('weights rescaled without saying (pyDecision): a sum other than 1 is told', () => {
    const { weights, issues } = normaliseWeights([2, 3, 5], ['a', 'b', 'c']);
    [0.2, 0.3, 0.5].forEach((one, at) => expect(weights[at]).toBeCloseTo(one, 14));
    expect(issues.map(({ code, severity, message }) => [code, severity, message.en])).toEqual([
      [
        'INDEX_WEIGHTS_RELATIVE',
        'note',
        'weights of a, b, c sum to 10; they are taken as relative and brought to a sum of 1',
      ],
    ]);
  });

  it('shares pass without a word', () => {
    expect(normaliseWeights([0.1, 0.2, 0.7], ['a', 'b', 'c']).issues).toEqual([]);
  });

  it.each([
    ['negative', [1, -1], /weights of b: found -1/],
    ['missing', [1, Number.NaN], /weights of b: found NaN/],
    ['infinite', [1, Number.POSITIVE_INFINITY], /weights of b: found Infinity/],
    ['all 0', [0, 0], /weights of a, b: found only weights of 0/],
    ['none', [], /found only weights of 0/],
  ])('%s are refused', (_, weights, message) => {
    expect(() => normaliseWeights(weights, ['a', 'b'].slice(0, weights.length))).toThrow(message);
  });
});
