import { describe, expect, it } from 'vitest';
import { calibrateSources } from './calibrate.js';
import { fuseEstate } from './fuse.js';
import { normalBelow, normalQuantile, studentBelow, studentFactor } from './normal.js';
import { sumVacancy } from './sums.js';
import type { Estate, FusionSettings, OccupiedEstimate } from './types.js';

const settings: FusionSettings = { method: 'bayes', confidence: 0.95, checks: new Set(['light']) };
const says = (source: string, occupied: number, error: number): OccupiedEstimate => ({
  source,
  occupied,
  error,
});
const estate = (
  units: number,
  estimates: readonly OccupiedEstimate[],
  more: Partial<Estate> = {},
): Estate => ({
  id: 'a',
  units,
  estimates,
  field: null,
  ...more,
});
const fuse = (one: Estate, over: Partial<FusionSettings> = {}) =>
  fuseEstate(one, new Map(), { ...settings, ...over });

describe('one estate', () => {
  it('with one source has its estimate and interval, in whole units', () => {
    const found = fuse(estate(200, [says('phone', 150, 10)]));
    expect(found.occupied).toEqual({ low: 130, mid: 150, high: 170 });
    expect(found.rate).toEqual({ low: expect.closeTo(0.15, 12), mid: 0.25, high: expect.closeTo(0.35, 12) });
    expect(found.remarks).toEqual(['one_source']);
  });

  it('weighs sources that agree by their errors and narrows the interval', () => {
    const found = fuse(estate(1000, [says('a', 700, 10), says('b', 704, 20)]));
    expect(found.mean).toBeCloseTo((700 / 100 + 704 / 400) / (1 / 100 + 1 / 400), 9);
    expect(found.variance).toBeCloseTo(80, 9);
    expect(found.used.map(({ weight }) => weight)).toEqual([expect.closeTo(0.8, 9), expect.closeTo(0.2, 9)]);
  });

  it('widens the interval where they do not', () => {
    const found = fuse(estate(1000, [says('a', 500, 10), says('b', 900, 10)]));
    expect(found.remarks).toContain('sources_disagree');
    expect(found.mean).toBeCloseTo(700, 6);
    expect((found.occupied?.high as number) - (found.occupied?.low as number)).toBeGreaterThan(600);
  });

  it('is held within 0 and its units', () => {
    const full = fuse(estate(50, [says('a', 53, 2)]));
    expect(full.occupied?.high).toBe(50);
    expect(full.remarks).toContain('above_units');
    expect(fuse(estate(50, [says('a', 500, 1)])).occupied).toEqual({ low: 50, mid: 50, high: 50 });
    expect(fuse(estate(50, [says('a', 0, 1)])).occupied?.low).toBe(0);
  });

  it('says nothing without an error, and never takes missing for empty', () => {
    const found = fuse(estate(50, [says('a', 20, Number.NaN)]));
    expect([found.occupied, found.rate, found.remarks]).toEqual([null, null, ['error_unknown']]);
    expect(fuse(estate(50, [])).rate).toBeNull();
  });

  it('is only checked by night light', () => {
    const given = [says('a', 100, 3), says('light', 30, 5)];
    const found = fuse(estate(120, given));
    expect(found.used.map(({ source }) => source)).toEqual(['a']);
    expect(found.remarks).toContain('light_disagrees');
    expect(fuse(estate(120, [given[0] as OccupiedEstimate, says('light', 95, 5)])).remarks).not.toContain(
      'light_disagrees',
    );
    expect(
      fuse(estate(120, [given[0] as OccupiedEstimate, says('light', 30, Number.NaN)])).remarks,
    ).not.toContain('light_disagrees');
  });

  it('takes the median of its sources when asked, with the interval of a median', () => {
    const found = fuse(estate(1000, [says('a', 500, 10), says('b', 520, 10), says('c', 900, 10)]), {
      method: 'median',
    });
    expect(found.occupied?.mid).toBe(520);
    const alone = fuse(estate(1000, [says('a', 500, 10)]), { method: 'median' });
    expect(alone.occupied).toEqual({ low: 480, mid: 500, high: 520 });
    const even = fuse(estate(1000, [says('a', 500, 10), says('b', 504, 10)]), { method: 'median' });
    expect(even.occupied?.mid).toBe(502);
  });

  it('all of whose units were visited is known to half a unit', () => {
    const found = fuse(estate(40, [says('a', 10, 5)], { field: { checked: 40, occupied: 33 } }));
    expect(found.occupied?.mid).toBe(33);
    expect(found.used.at(-1)).toMatchObject({ source: 'field', error: 0.5 });
  });
});

describe('calibration', () => {
  it('needs three visited estates; before that the spread between sources stands for the bias', () => {
    const visited = (at: number) =>
      estate(100, [says('a', 90 + at, 2), says('b', 80 + at, 2)], {
        id: String(at),
        field: { checked: 50, occupied: 40 + at / 2 },
      });
    const two = calibrateSources([visited(0), visited(2)], settings.checks, 0.95);
    expect(two.get('a')).toMatchObject({ calibrated: false, estates: 2, bias: Number.NaN });
    // Biases of +5 and −5 %: standard deviation √(2 · 0.05²), and Student's t of one degree.
    expect(two.get('a')?.biasError).toBeCloseTo(Math.sqrt(0.005) * studentFactor(1, 0.95), 9);
    const three = calibrateSources([visited(0), visited(2), visited(4)], settings.checks, 0.95);
    expect(three.get('a')).toMatchObject({ calibrated: true, estates: 3, spread: 0 });
    expect(three.get('a')?.bias).toBeCloseTo(0.1, 9);
    expect(three.get('b')?.bias).toBeCloseTo(0, 9);
    expect(three.has('light')).toBe(false);
  });

  it('gives a source without an error one', () => {
    const estates = [0, 4, 8, 2].map((off, at) =>
      estate(100, [says('a', 80 + off, Number.NaN)], {
        id: String(at),
        field: { checked: 90, occupied: 72 },
      }),
    );
    const found = calibrateSources(estates, settings.checks, 0.95);
    expect(found.get('a')?.spread).toBeGreaterThan(0);
    const fused = fuseEstate(estate(100, [says('a', 70, Number.NaN)]), found, settings);
    expect(fused.occupied?.mid).toBeLessThan(70);
    expect(fused.remarks).not.toContain('error_unknown');
  });
});

describe('sums', () => {
  const known = (id: string, units: number, occupied: number) =>
    fuse(estate(units, [says('a', occupied, 2)], { id }));

  it('weigh by units and tell what they cover', () => {
    const unknown = fuse(estate(100, [], { id: 'x' }));
    const sum = sumVacancy([known('a', 300, 270), known('b', 100, 50), unknown], 0.95, 10);
    expect(sum.rate?.mid).toBeCloseTo(0.2, 9);
    expect(sum).toMatchObject({ units: 400, unitsAll: 500, coverage: 0.8, estates: 2, estatesAll: 3 });
  });

  it('leave a single small estate out, so that nobody can take it from the difference', () => {
    const large = known('a', 100, 80);
    expect(sumVacancy([large, known('b', 9, 0)], 0.95, 10).units).toBe(100);
    expect(sumVacancy([large, known('b', 4, 0), known('c', 4, 4)], 0.95, 10).units).toBe(100);
    expect(sumVacancy([large, known('b', 9, 0), known('c', 4, 4)], 0.95, 10).units).toBe(113);
    expect(sumVacancy([known('b', 9, 0)], 0.95, 10).rate).toBeNull();
  });

  it('let errors of estates cancel, biases of a source not', () => {
    const source = { source: 'a', estates: 9, bias: 0, biasError: 0.05, spread: 0, calibrated: true };
    const biased = Array.from({ length: 100 }, (_, at) =>
      fuseEstate(estate(100, [says('a', 80, 5)], { id: String(at) }), new Map([['a', source]]), settings),
    );
    const width = ({ rate }: ReturnType<typeof sumVacancy>) => (rate?.high as number) - (rate?.low as number);
    expect(width(sumVacancy(biased, 0.95, 10))).toBeCloseTo(2 * 1.96 * Math.hypot(0.05, 0.005), 3);
  });
});

describe('the normal and Student’s t', () => {
  it('have their tabled values', () => {
    expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 13);
    expect(normalBelow(-5)).toBeCloseTo(2.866515718791939e-7, 15);
    expect([normalQuantile(0.975), normalQuantile(0.5), normalQuantile(0)]).toEqual([
      expect.closeTo(1.959963984540054, 10),
      expect.closeTo(0, 10),
      Number.NEGATIVE_INFINITY,
    ]);
    // t of 1, 2, 3 and 10 degrees at 97.5 %.
    for (const [degrees, t] of [
      [1, 12.7062047],
      [2, 4.3026527],
      [3, 3.1824463],
      [10, 2.2281389],
    ] as const) {
      expect(studentBelow(t, degrees)).toBeCloseTo(0.975, 7);
      expect(studentFactor(degrees, 0.95)).toBeCloseTo(t / 1.959963984540054, 5);
    }
  });
});
