import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { fitSeries } from './fit.js';
import { invert, usualInversion } from './invert.js';
import { yearsOf } from './network.js';
import { nearPairs, stackOf, withChanges } from './testing/made-stack.js';

/** Root of the mean squared error of the rates of a stack, mm per year; the true rate is −20. */
function rateError(stack: Parameters<typeof invert>[0], robust: boolean): number {
  const { mmPerYear } = fitSeries(invert(stack, { ...usualInversion, robust }));
  return Math.sqrt(mmPerYear.reduce((sum, rate) => sum + (rate + 20) ** 2, 0) / mmPerYear.length);
}

describe('weights that fall with the residual', () => {
  const cycle = 28;
  const network = nearPairs(30, 4);
  const years = yearsOf(network.epochs);
  const random = seededRandom(9);
  const noisy = withChanges(
    stackOf(network, 120, 1, (epoch) => -20 * (years[epoch] as number)),
    (value) => (random() < 0.2 ? Number.NaN : value + (random() + random() + random() - 1.5) * 2),
  );
  const spoilt = (share: number) =>
    withChanges(noisy, (value) => (random() < share ? value + (random() < 0.5 ? cycle : -cycle) : value));

  it.each([0.02, 0.05, 0.1])('bear a share of %d of values that are off by a cycle', (share) => {
    const stack = spoilt(share);
    const [clean, plain, robust] = [rateError(noisy, false), rateError(stack, false), rateError(stack, true)];
    expect(plain).toBeGreaterThan(3 * clean);
    expect(robust).toBeLessThan(plain / 2);
  });

  it('cost little where nothing is off', () => {
    expect(rateError(noisy, true)).toBeLessThan(1.1 * rateError(noisy, false));
  });
});
