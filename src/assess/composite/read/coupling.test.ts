import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couplingCoordination } from './coupling.js';
import { coordinationGrades, couplingStages, gradeOf } from './coupling-grades.js';

const of = (...scores: number[]) => scores.map((score) => Float64Array.of(score));

describe('couplingCoordination', () => {
  it('standard form, two and three subsystems by hand', () => {
    // √(0.4 · 0.9) ÷ 0.65 = 0.6 ÷ 0.65.
    const two = couplingCoordination(of(0.4, 0.9));
    expect(two.coupling[0]).toBeCloseTo(12 / 13, 12);
    expect(two.level[0]).toBeCloseTo(0.65, 12);
    expect(two.coordination[0]).toBeCloseTo(Math.sqrt(0.6), 12);
    // Cube root of 0.2 · 0.4 · 0.8 = 0.064 is 0.4; mean 1.4 ÷ 3.
    expect(couplingCoordination(of(0.2, 0.4, 0.8)).coupling[0]).toBeCloseTo(1.2 / 1.4, 12);
  });

  it('modified form, two and three subsystems by hand', () => {
    // √((1 − 0.5) · 0.4 ÷ 0.9) = √(2 ÷ 9).
    const two = couplingCoordination(of(0.4, 0.9), { form: 'modified' });
    expect(two.coupling[0]).toBeCloseTo(Math.SQRT2 / 3, 12);
    // Differences 0.2 + 0.4 + 0.6 = 1.2 over 1 + 2 = 3: 0.6; product 0.25 · 0.5 · 1 = 0.125, to the power 1/2.
    const three = couplingCoordination(of(0.2, 0.4, 0.8), { form: 'modified' });
    expect(three.coupling[0]).toBeCloseTo(Math.sqrt(0.6 * Math.sqrt(0.125)), 12);
  });

  it('weights count for the level only', () => {
    const made = couplingCoordination(of(0.4, 0.9), { weights: [3, 1] });
    expect(made.level[0]).toBeCloseTo(0.525, 12);
    expect(made.coupling[0]).toBeCloseTo(12 / 13, 12);
  });

  it('equal subsystems are coupled fully, in both forms', () => {
    for (const form of ['standard', 'modified'] as const) {
      const made = couplingCoordination(of(0.3, 0.3, 0.3), { form });
      expect(made.coupling[0]).toBeCloseTo(1, 12);
      expect(made.lagging[0]).toBe(-1);
      expect(made.stage[0]).toBe(3);
    }
  });

  it('missing or all 0: missing', () => {
    const made = couplingCoordination([Float64Array.of(Number.NaN, 0, 0), Float64Array.of(0.5, 0, 0.5)]);
    expect([...made.coupling]).toEqual([Number.NaN, Number.NaN, 0]);
    expect([...made.stage]).toEqual([-1, -1, 0]);
    expect([...made.grade]).toEqual([-1, -1, 0]);
    expect([...made.lagging]).toEqual([-2, -1, 0]);
  });

  it('names who lags: 0.8 and 0.7 are synchronous in spite of rounding', () => {
    expect(couplingCoordination(of(0.8, 0.7)).lagging[0]).toBe(-1);
    expect(couplingCoordination(of(0.8, 0.69)).lagging[0]).toBe(1);
    expect(couplingCoordination(of(0.5, 0.8, 0.6)).lagging[0]).toBe(0);
  });

  it('refuses scores outside 0 to 1, one subsystem, wrong weights', () => {
    expect(() => couplingCoordination(of(40, 90))).toThrow('INDEX_OUT_OF_BOUNDS');
    expect(() => couplingCoordination(of(0.4))).toThrow('INDEX_OPTION');
    expect(() => couplingCoordination(of(0.4, 0.5), { weights: [1] })).toThrow('INDEX_WEIGHTS');
    expect(() => couplingCoordination(of(0.4, 0.5), { weights: [0, 0] })).toThrow('INDEX_WEIGHTS');
  });

  it('lies between 0 and 1 and does not depend on the order of subsystems', () => {
    const score = fc.double({ min: 0.001, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('standard', 'modified'),
        (scores, form) => {
          const made = couplingCoordination(of(...scores), { form });
          const turned = couplingCoordination(of(...scores.toReversed()), { form });
          expect(made.coupling[0]).toBeGreaterThanOrEqual(0);
          expect(made.coupling[0]).toBeLessThanOrEqual(1 + 1e-12);
          expect(made.coupling[0]).toBeCloseTo(turned.coupling[0] as number, 12);
          expect(made.grade[0]).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 14 },
    );
  });
});

describe('grades', () => {
  it('are open on the left and closed on the right', () => {
    const stage = (value: number) => couplingStages[gradeOf(value, couplingStages)]?.label.en;
    expect([0, 0.3, 0.300001, 0.5, 0.8, 0.81, 1].map(stage)).toEqual([
      'low coupling',
      'low coupling',
      'antagonism',
      'antagonism',
      'running-in',
      'high coupling',
      'high coupling',
    ]);
    expect(coordinationGrades[gradeOf(0.1 + 0.2, coordinationGrades)]?.label.zh).toBe('中度失调');
    expect(gradeOf(Number.NaN, couplingStages)).toBe(-1);
  });
});
