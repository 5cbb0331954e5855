import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/index.js';
import { baselinesOfPairs, elevationColumn } from './baseline.js';
import { designOf, isDetermined } from './design.js';
import { fitSeries } from './fit.js';
import { invert } from './invert.js';
import { yearsOf } from './network.js';
import { nearPairs, stackOf } from './testing/made-stack.js';

describe('the error of the elevation model', () => {
  const random = seededRandom(4);
  const network = nearPairs(15, 3);
  const baselines = Float64Array.from({ length: 15 }, (_, at) => (at === 0 ? 0 : (random() - 0.5) * 300));
  const ofPairs = Float64Array.from(
    network.pairs,
    ({ first, second }) => (baselines[second] as number) - (baselines[first] as number),
  );

  it('is found in metres beside the rate, from baselines of pairs', () => {
    const found = baselinesOfPairs(network, ofPairs);
    for (const [at, metres] of found.entries()) expect(metres).toBeCloseTo(baselines[at] as number, 9);
    const elevation = elevationColumn(found, 850_000, 34);
    const years = yearsOf(network.epochs);
    const stack = stackOf(
      network,
      3,
      1,
      (epoch, cell) => -30 * (years[epoch] as number) + (cell - 1) * 25 * (elevation[epoch] as number),
    );
    const fit = fitSeries(invert(stack), { elevation });
    expect(Array.from(fit.elevationErrorM as Float64Array, (one) => Math.round(one * 1e6) / 1e6)).toEqual([
      -25, 0, 25,
    ]);
    for (const rate of fit.mmPerYear) expect(rate).toBeCloseTo(-30, 9);
    // Left out, it bends the rate.
    expect(Math.abs((fitSeries(invert(stack)).mmPerYear[0] as number) + 30)).toBeGreaterThan(0.1);
  });

  it('cannot be told from the rate where baselines grow with time', () => {
    const years = yearsOf(network.epochs);
    const determined = (elevation: Float64Array) => isDetermined(designOf(years, { elevation }).columns);
    expect(determined(baselines)).toBe(true);
    expect(determined(years.map((year) => 3 + 200 * year))).toBe(false);
    expect(determined(new Float64Array(15))).toBe(false);
    const series = invert(stackOf(network, 1, 1, (epoch) => epoch));
    expect(fitSeries(series, { elevation: new Float64Array(15) }).mmPerYear[0]).toBeNaN();
  });
});
