import { describe, expect, it } from 'vitest';
import { calibrateSources, type FusionSettings, fuseEstate, sumVacancy } from '../src/locate/index.js';
import { madeCity } from '../src/web/estates/made-city.js';

const settings: FusionSettings = { method: 'bayes', confidence: 0.95, checks: new Set(['light']) };

describe('200 made cities', () => {
  it.each([
    ['visited', true],
    ['not visited', false],
  ])(
    '%s: the interval of the city holds the truth in 90 to 98 of 100 (%s)',
    (_, checked) => {
      let [city, held, all] = [0, 0, 0];
      for (let seed = 1; seed <= 200; seed++) {
        const { estates, truth } = madeCity(seed, 120, checked);
        const calibrations = calibrateSources(estates, settings.checks, 0.95);
        const fused = estates.map((one) => fuseEstate(one, calibrations, settings));
        const known = fused.flatMap(({ occupied, units }, at) =>
          occupied === null ? [] : [{ occupied, units, truth: truth[at] as number }],
        );
        for (const one of known)
          if (one.occupied.low <= one.truth && one.truth <= one.occupied.high) held += 1;
        all += known.length;
        const sum = (of: (one: (typeof known)[number]) => number) =>
          known.reduce((total, one) => total + of(one), 0);
        const rate = 1 - sum((one) => one.truth) / sum(({ units }) => units);
        const found = sumVacancy(fused, 0.95, 10);
        expect(found.units).toBe(sum(({ units }) => units));
        if ((found.rate?.low as number) <= rate && rate <= (found.rate?.high as number)) city += 1;
      }
      expect(city / 200).toBeGreaterThanOrEqual(0.9);
      expect(city / 200).toBeLessThanOrEqual(0.98);
      // Of single estates whole units make it wider.
      expect(held / all).toBeGreaterThan(0.93);
    },
    60_000,
  );
});
