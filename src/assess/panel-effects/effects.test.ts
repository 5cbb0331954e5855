import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AfterlodeError } from '../../base/index.js';
import { twoWayDifference } from './difference.js';
import { eventStudy } from './event-study.js';
import type { EffectOptions, EffectPanel } from './types.js';

const none = Number.NaN;
const options: EffectOptions = { confidence: 0.95, fewClusters: 40, preTrend: 0.05 };

function panelOf(
  rows: readonly (readonly number[])[],
  treatedFrom: readonly number[],
  clusters: readonly string[] | null = null,
): EffectPanel {
  return {
    units: rows.map((_, unit) => `u${unit}`),
    times: (rows[0] ?? []).map((_, time) => 2000 + time),
    outcome: Float64Array.from(rows.flat()),
    treatedFrom: Float64Array.from(treatedFrom),
    clusters,
  };
}

function fault(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof AfterlodeError ? error.code : String(error);
  }
  return 'no fault';
}

/** 14 units in 7 clusters over 7 years with gaps, the first four treated from 2003, two more from 2005. */
const made = panelOf(
  [
    [1.76, 1.92, 2.27, 3.21, 4.77, 4.31, 3.43],
    [-3.73, -2.45, none, -1.44, 0.34, -0.97, -0.99],
    [-0.3, -1.39, 1.41, 1.2, 2.04, 1.86, 2.29],
    [-1.85, -1.5, -0.07, 0.67, 2.59, 1.11, 1.05],
    [-0.95, -0.95, -0.43, -0.4, 0.8, 0.74, 0.68],
    [-1.16, -1.85, 0.61, -0.21, -0.08, 1.12, 0.83],
    [-2.7, -3.43, -2, -1.9, -0.48, -3.3, -2.24],
    [none, -0.93, 1.05, -1.07, 0.9, -0.96, 0.5],
    [-1.93, -1.44, -1.24, -0.26, 0.47, -0.69, -0.27],
    [2.44, 2.61, 3.4, 2.68, 4.97, 2.39, none],
    [-0.99, -0.05, 1, -0.64, 0.32, 0.02, 0.86],
    [-1.03, -0.64, -0.03, -0.44, 0.48, -0.14, -0.73],
    [-1.27, -0.73, 0.47, none, 1.95, 0.27, 0.49],
    [-2.74, -1.23, -0.49, -0.64, -0.85, -0.28, -0.11],
  ],
  [2003, 2003, 2003, 2003, 2005, 2005, ...new Array<number>(8).fill(none)],
  Array.from({ length: 14 }, (_, unit) => `p${Math.floor(unit / 2)}`),
);

describe('twoWayDifference', () => {
  // Means 3 → 8 and 2 → 4: (8 − 3) − (4 − 2) = 3. Changes are 4, 6 and 1, 3: residuals of ∓1 around 5 and 2, half of it in
  // each year. D without effects is ±1/4, so X'X = 8/16 = 1/2, and X'u per unit ±1/4 · (∓1/2 − ±1/2) = ±1/4: Σ = 4/16.
  // Variance 4 · 1/4 = 1, times 4/3 · 7/(8 − 1 − 2) = 28/15.
  it('is the change of the treated less that of the others, by hand', () => {
    const found = twoWayDifference(
      panelOf(
        [
          [2, 6],
          [4, 10],
          [1, 2],
          [3, 6],
        ],
        [2001, 2001, none, none],
      ),
      options,
    );
    expect(found.estimate).toBeCloseTo(3, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(28 / 15), 12);
    expect([found.observations, found.units, found.treatedUnits, found.clusters, found.degrees]).toEqual([
      8, 4, 2, 4, 3,
    ]);
    expect(found.t).toBeCloseTo(3 / Math.sqrt(28 / 15), 12);
  });

  it('agrees with least squares on dummies for a panel with gaps and clusters (NumPy)', () => {
    const found = twoWayDifference(made, options);
    expect(found.estimate).toBeCloseTo(1.3030950369588155, 10);
    expect(found.standardError).toBeCloseTo(0.184870871349086, 10);
    expect([found.observations, found.clusters, found.treatedClusters]).toEqual([94, 7, 3]);
    expect(found.low).toBeLessThan(found.estimate);
    expect(found.issues.map(({ code }) => code)).toEqual([
      'EFFECT_FEW_CLUSTERS',
      'EFFECT_STAGGERED',
      'EFFECT_ASSUMES',
    ]);
  });

  it('never leaves out that a trend is no effect, and warns of few clusters only where there are few', () => {
    const found = twoWayDifference(made, { ...options, fewClusters: 6 });
    expect(found.issues.map(({ code }) => code)).toEqual(['EFFECT_STAGGERED', 'EFFECT_ASSUMES']);
    const edge = twoWayDifference(made, { ...options, fewClusters: 7 });
    expect(edge.issues[0]?.code).toBe('EFFECT_FEW_CLUSTERS');
  });

  it('does not move with levels of units or years, and scales with the outcome', () => {
    const base = twoWayDifference(made, options);
    const width = made.times.length;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 21, maxLength: 21 }), (shifts) => {
        const outcome = made.outcome.map(
          (value, cell) =>
            2 *
            (value + (shifts[Math.floor(cell / width)] as number) + (shifts[14 + (cell % width)] as number)),
        );
        const found = twoWayDifference({ ...made, outcome }, options);
        expect(found.estimate).toBeCloseTo(2 * base.estimate, 8);
        expect(found.standardError).toBeCloseTo(2 * base.standardError, 8);
      }),
      { numRuns: 20 },
    );
  });

  it('refuses what has no answer', () => {
    const rows = [
      [1, 2],
      [3, 5],
    ];
    expect(fault(() => twoWayDifference(panelOf(rows, [none, none]), options))).toBe('EFFECT_NO_VARIATION');
    expect(fault(() => twoWayDifference(panelOf(rows, [2001, 2001]), options))).toBe('EFFECT_NO_VARIATION');
    expect(fault(() => twoWayDifference(panelOf(rows, [2000, none]), options))).toBe('EFFECT_NO_VARIATION');
    expect(fault(() => twoWayDifference(panelOf(rows, [2001, none], ['a', 'a']), options))).toBe(
      'EFFECT_FEW',
    );
    expect(fault(() => twoWayDifference(panelOf(rows, [2001]), options))).toBe('EFFECT_PANEL');
    expect(
      fault(() => twoWayDifference({ ...panelOf(rows, [2001, none]), times: [2001, 2000] }, options)),
    ).toBe('EFFECT_PANEL');
    expect(
      fault(() => twoWayDifference({ ...panelOf(rows, [2001, none]), units: ['a', 'a'] }, options)),
    ).toBe('EFFECT_PANEL');
    expect(
      fault(() =>
        twoWayDifference(
          panelOf(
            [
              [1, Infinity],
              [3, 5],
            ],
            [2001, none],
          ),
          options,
        ),
      ),
    ).toBe('EFFECT_PANEL');
    expect(fault(() => twoWayDifference(panelOf(rows, [2001, none], ['a']), options))).toBe('EFFECT_PANEL');
    expect(
      fault(() => twoWayDifference({ ...panelOf(rows, [2001, none]), outcome: Float64Array.of(1) }, options)),
    ).toBe('EFFECT_PANEL');
  });

  it('takes a treatment after the last year for none', () => {
    const rows = [
      [2, 6],
      [4, 10],
      [1, 2],
      [3, 6],
    ];
    const late = twoWayDifference(panelOf(rows, [2001, 2001, 2050, none]), options);
    expect(late.estimate).toBeCloseTo(3, 12);
    expect(late.treatedUnits).toBe(2);
  });
});

describe('eventStudy', () => {
  it('agrees with least squares on dummies (NumPy), and its joint test with SciPy', () => {
    const found = eventStudy(made, { leads: 3, lags: 2 }, options);
    expect(found.steps.map(({ step }) => step)).toEqual([-3, -2, 0, 1, 2]);
    const estimates = [
      0.1470328795374635, 0.15079984086800868, 1.3215623826983034, 1.3587937433475634, 1.6100480611877295,
    ];
    const errors = [
      0.2796041812131772, 0.6035636842242225, 0.39254479530844805, 0.27310849113302965, 0.33319158112496083,
    ];
    found.steps.forEach((one, at) => {
      expect(one.estimate).toBeCloseTo(estimates[at] as number, 9);
      expect(one.standardError).toBeCloseTo(errors[at] as number, 9);
    });
    expect(found.preTrend?.f).toBeCloseTo(0.21661837413793097, 8);
    expect(found.preTrend?.p).toBeCloseTo(0.8112695001873469, 8);
    expect(found.preTrend?.failed).toBe(false);
  });

  it('warns where the treated already moved apart before', () => {
    const noise = [0.1, -0.2, 0.15, 0, -0.1, 0.2, 0.05, -0.15];
    const rows = Array.from({ length: 12 }, (_, unit) =>
      Array.from(
        { length: 8 },
        (_time, time) => (unit < 6 ? time : 0) + (noise[(unit * 3 + time) % 8] as number),
      ),
    );
    const panel = panelOf(
      rows,
      rows.map((_, unit) => (unit < 6 ? 2005 : none)),
    );
    const found = eventStudy(panel, { leads: 4, lags: 2 }, options);
    expect(found.preTrend?.failed).toBe(true);
    expect(found.issues[0]?.code).toBe('EFFECT_PRE_TREND');
    expect(eventStudy(panel, { leads: 4, lags: 2 }, { ...options, preTrend: 0 }).preTrend?.failed).toBe(
      false,
    );
  });

  it('has no test without steps before, and refuses other windows and panels without treatment', () => {
    const rows = [
      [1, 2, 4],
      [1, 3, 3],
      [2, 2, 1],
    ];
    const late = eventStudy(panelOf(rows, [2001, none, none]), { leads: 2, lags: 1 }, options);
    expect(late.preTrend).toBeNull();
    for (const window of [
      { leads: 1, lags: 1 },
      { leads: 2, lags: -1 },
      { leads: 2.5, lags: 1 },
    ]) {
      expect(fault(() => eventStudy(panelOf(rows, [2001, none, none]), window, options))).toBe(
        'EFFECT_PANEL',
      );
    }
    expect(fault(() => eventStudy(panelOf(rows, [none, none, none]), { leads: 2, lags: 1 }, options))).toBe(
      'EFFECT_NO_VARIATION',
    );
  });
});
