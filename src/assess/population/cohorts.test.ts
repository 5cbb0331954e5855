import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectCohorts, serviceNeed } from './cohorts.js';

const closed = { width: 5, migration: [0, 0, 0] };

describe('projectCohorts', () => {
  const made = { ...closed, people: [100, 200, 300], survival: [1, 0.9, 0.5], children: [0, 0.5, 0] };

  it('hand-computed: two steps', () => {
    const [, first, second] = projectCohorts(made, 2);
    // 200 · 0.5 children; 100 live on; 200 · 0.9 + 300 · 0.5.
    expect([...(first ?? [])]).toEqual([100, 100, 330]);
    // 100 · 0.5; 100; 100 · 0.9 + 330 · 0.5.
    expect([...(second ?? [])]).toEqual([50, 100, 255]);
  });

  it('moves act on those who live on', () => {
    const [, first] = projectCohorts({ ...made, migration: [-0.5, 0.1, 0] }, 1);
    expect(first?.[1]).toBe(50);
    expect(first?.[2]).toBeCloseTo(198 + 150, 12);
  });

  it('a missing figure stays missing in what follows from it, and only there', () => {
    const course = projectCohorts({ ...made, people: [Number.NaN, 200, 300] }, 1);
    expect([...(course[1] ?? [])]).toEqual([Number.NaN, Number.NaN, 330]);
    expect([...(projectCohorts({ ...made, survival: [1, Number.NaN, 1] }, 1)[1] ?? [])]).toEqual([
      100,
      100,
      Number.NaN,
    ]);
  });

  it('keeps everybody where all live, nobody is born and nobody moves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 }), (people) => {
        const zero = people.map(() => 0);
        const given = { width: 5, people, survival: people.map(() => 1), children: zero, migration: zero };
        const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, one) => all + one, 0);
        for (const after of projectCohorts(given, 4)) expect(sum(after)).toBe(sum(people));
      }),
    );
  });
});

describe('serviceNeed', () => {
  it('keeps what each user has today', () => {
    expect(serviceNeed({ amount: 500, standard: Number.NaN }, 1000, 600)).toEqual({
      perUser: 500 / 600,
      needed: 300,
      spare: 200,
    });
  });

  it('takes a standard where one is given', () => {
    expect(serviceNeed({ amount: 500, standard: 1 }, 1000, 600)).toMatchObject({ needed: 600, spare: -100 });
  });

  it('is missing without users', () => {
    expect(serviceNeed({ amount: 500, standard: Number.NaN }, 0, 600).needed).toBeNaN();
    expect(serviceNeed({ amount: 500, standard: 1 }, 10, 0)).toEqual({
      perUser: Number.NaN,
      needed: 0,
      spare: 500,
    });
  });
});
