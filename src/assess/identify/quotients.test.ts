import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationQuotients } from './quotients.js';

const none = Number.NaN;

describe('locationQuotients', () => {
  it('compare shares by hand', () => {
    // 20 % against 5 %, 30 % against 60 %.
    expect([...locationQuotients([20, 30], 100, [50, 600], 1000)]).toEqual([4, 0.5]);
  });

  it('are missing with a missing part and never divide by zero', () => {
    expect([...locationQuotients([none, 1], 10, [5, 0], 100)]).toEqual([none, none]);
    expect([...locationQuotients([1], 0, [5], 100)]).toEqual([none]);
    expect([...locationQuotients([0], 10, [5], 100)]).toEqual([0]);
    expect([...locationQuotients([1], 10, [], 100)]).toEqual([none]);
  });

  it('weighted by the shares of the country sum to 1', () => {
    const amount = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1 }), (pairs) => {
        const all = pairs.reduce((sum, [own]) => sum + own, 0);
        const country = pairs.reduce((sum, [, of]) => sum + of, 0);
        const found = locationQuotients(
          pairs.map(([own]) => own),
          all,
          pairs.map(([, of]) => of),
          country,
        );
        const sum = pairs.reduce((total, [, of], at) => total + ((found[at] as number) * of) / country, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
      { seed: 49 },
    );
  });
});
