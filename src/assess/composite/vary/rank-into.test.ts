import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankDescending } from '../../../base/index.js';
import { rankInto } from './rank-into.js';

describe('rankInto', () => {
  it('gives the ranks of rankDescending: ties shared, also those that rounding keeps apart, missing left out', () => {
    const score = fc.oneof(
      fc.constantFrom(Number.NaN, 0, 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(fc.array(score, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (list, places) => {
        const scores = Float64Array.from(list);
        // Whatever the order that an earlier replication left.
        const drawn = list.map((_, at) => [places.next().value as number, at] as const);
        const order = Int32Array.from(drawn.sort(([a], [b]) => a - b).map(([, at]) => at));
        const ranks = new Float64Array(list.length).fill(7);
        expect(rankInto(scores, ranks, order)).toBe(list.filter((one) => !Number.isNaN(one)).length);
        expect(ranks).toEqual(rankDescending(scores));
      }),
    );
  });
});
