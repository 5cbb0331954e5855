import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankDescending } from '../../../base/index.js';
import { rankInto, rankSpace } from './rank-into.js';

describe('rankInto', () => {
  it('gives the ranks of rankDescending: ties shared, also those that rounding keeps apart, missing left out', () => {
    const score = fc.oneof(
      fc.constantFrom(Number.NaN, 0, 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1),
      fc.integer({ min: 0, max: 40 }).map((one) => one / 7),
      fc.double({ noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(score, { maxLength: 60 }), fc.array(score, { maxLength: 60 }), (before, list) => {
        const scores = Float64Array.from(list);
        const space = rankSpace(list.length);
        // Whatever an earlier call left.
        const others = Float64Array.from(list, (_, at) => before[at] ?? 0);
        rankInto(others, new Float64Array(list.length), space);
        const ranks = new Float64Array(list.length).fill(7);
        expect(rankInto(scores, ranks, space)).toBe(list.filter((one) => !Number.isNaN(one)).length);
        expect(ranks).toEqual(rankDescending(scores));
      }),
    );
  });
});
