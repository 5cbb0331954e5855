import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceOf } from './advice.js';
import { confidenceOf, courseOf, populationChange, populationGradeOf } from './change.js';
import { ageingOf, componentsOf, landPeople, netFlow } from './components.js';

const rules = { severe: -0.15, moderate: -0.05, growth: 0.05 };
const grade = (last: number) => populationChange(1000, last, 10, rules).grade;

describe('populationChange', () => {
  it('hand-computed: 21 % in ten years are 1.924 % a year', () => {
    const made = populationChange(1000, 1210, 10, rules);
    expect(made.change).toBe(0.21);
    expect(made.annual).toBeCloseTo(1.21 ** 0.1 - 1, 14);
    expect(made.grade).toBe('growth');
  });

  it('boundaries of every grade', () => {
    expect([849, 850, 851].map(grade)).toEqual(['severe', 'severe', 'moderate']);
    expect([949, 950, 951].map(grade)).toEqual(['moderate', 'moderate', 'slight shrinkage']);
    expect([999, 1000, 1001].map(grade)).toEqual(['slight shrinkage', 'stable growth', 'stable growth']);
    expect([1049, 1050, 1051].map(grade)).toEqual(['stable growth', 'growth', 'growth']);
  });

  it('boundaries hold for every size of place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (twentieth) => {
        const of = (parts: number) => populationChange(20 * twentieth, parts * twentieth, 10, rules).grade;
        expect([of(17), of(19), of(20), of(21)]).toEqual(['severe', 'moderate', 'stable growth', 'growth']);
      }),
      { seed: 3 },
    );
  });

  it('more people, never a worse grade', () => {
    const order = ['severe', 'moderate', 'slight shrinkage', 'stable growth', 'growth'];
    const change = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(change, change, (a, b) => {
        const place = (value: number) => order.indexOf(populationGradeOf(value, rules) as string);
        expect(place(Math.max(a, b))).toBeGreaterThanOrEqual(place(Math.min(a, b)));
      }),
      { seed: 3 },
    );
  });

  it('missing', () => {
    expect(populationChange(0, 5, 10, rules)).toEqual({
      change: Number.NaN,
      annual: Number.NaN,
      grade: null,
    });
    expect(populationChange(5, Number.NaN, 10, rules).grade).toBeNull();
    expect(populationChange(5, 6, Number.NaN, rules)).toMatchObject({ annual: Number.NaN, grade: 'growth' });
    expect(populationChange(5, 0, 10, rules)).toMatchObject({ change: -1, annual: -1, grade: 'severe' });
  });
});

describe('courseOf and confidenceOf', () => {
  it('all four courses; 0 is no loss', () => {
    expect(courseOf(-0.1, -0.1)).toBe('continuous shrinkage');
    expect(courseOf(0, -0.1)).toBe('turned');
    expect(courseOf(-0.1, 0)).toBe('recovered');
    expect(courseOf(0, 0)).toBe('no shrinkage');
    expect(courseOf(Number.NaN, -0.1)).toBeNull();
  });

  it('high, medium, low', () => {
    expect(confidenceOf({ census: true, aligned: true })).toBe('high');
    expect(confidenceOf({ census: true, aligned: false })).toBe('medium');
    expect(confidenceOf({ census: false, aligned: true })).toBe('low');
  });
});

describe('components', () => {
  it('births, deaths and moves sum to the change; the rest is named', () => {
    expect(componentsOf([1000, 950], 50, 80, -10)).toEqual({
      change: -50,
      natural: -30,
      migration: -10,
      isResidual: false,
      unexplained: -10,
      byAgeAlone: false,
    });
    expect(componentsOf([1000, 980], 50, 80)).toMatchObject({
      migration: 10,
      isResidual: true,
      byAgeAlone: true,
    });
    expect(componentsOf([1000, 970], 50, 80)).toMatchObject({ migration: 0, byAgeAlone: true });
    expect(componentsOf([1000, 980], Number.NaN, 80)).toMatchObject({
      migration: Number.NaN,
      byAgeAlone: null,
    });
  });

  it('net flow, age, land', () => {
    expect(netFlow(90, 100)).toBe(-0.1);
    expect(netFlow(90, 0)).toBeNaN();
    expect(ageingOf(20, 60, 20, 12)).toMatchObject({ young: 0.2, old65: 0.12, ageingIndex: 1 });
    expect(ageingOf(20, 60, 20, 12).dependency).toBeCloseTo(40 / 60, 14);
    expect(ageingOf(20, Number.NaN, 20, 12).old60).toBeNaN();
    expect(landPeople([100, 120], [1000, 900])).toMatchObject({ expandsWhileShrinking: true });
    expect(landPeople([100, 120], [1000, 900]).mismatch).toBeCloseTo(0.3, 14);
    expect(landPeople([100, 100], [1000, 900]).expandsWhileShrinking).toBe(false);
    expect(landPeople([100, 120], [1000, 1000]).expandsWhileShrinking).toBe(false);
    expect(landPeople([Number.NaN, 120], [1000, 900]).expandsWhileShrinking).toBeNull();
  });
});

describe('adviceOf', () => {
  const found = {
    grade: 'growth',
    partial: false,
    expandsWhileShrinking: false,
    byAgeAlone: null,
    netFlow: 0,
    ageing: 0,
  } as const;

  it('grows, grows with reduction, shrinks', () => {
    expect(adviceOf(found)).toEqual({ aim: 'smart growth', reasons: ['holds or gains people'] });
    expect(adviceOf({ ...found, partial: true })?.aim).toBe('smart growth with local reduction');
    expect(adviceOf({ ...found, grade: 'slight shrinkage', netFlow: -0.1, ageing: 0.02 })).toEqual({
      aim: 'smart shrinkage',
      reasons: ['lost people', 'more leave than come', 'ages'],
    });
    expect(
      adviceOf({ ...found, grade: 'severe', expandsWhileShrinking: true, byAgeAlone: true })?.reasons,
    ).toEqual(['lost people', 'land expands while people leave', 'shrinks by age alone']);
  });

  it('no verdict, no advice', () => {
    expect(adviceOf({ ...found, grade: null })).toBeNull();
  });
});
