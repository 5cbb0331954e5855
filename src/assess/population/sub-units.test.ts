import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SubUnit, subUnitPattern } from './sub-units.js';

/** Sub-units of 100 people each; a name in capitals is core. */
const of = (changes: Readonly<Record<string, number>>, change = 0, share = 0.5) =>
  subUnitPattern(
    Object.entries(changes).map(
      ([id, moved]): SubUnit => ({ id, core: id < 'a', first: 100, last: 100 + moved }),
    ),
    change,
    share,
  );

describe('subUnitPattern', () => {
  it('all five forms', () => {
    expect(of({ A: 1, b: 0 }).form).toBe('none');
    expect(of({ A: -1, b: -1 }).form).toBe('whole');
    expect(of({ A: 5, b: -1, c: -1 }).form).toBe('ring');
    expect(of({ A: -5, b: -1, c: 3 }).form).toBe('split');
    expect(of({ A: -5, b: 1, c: 3 }).form).toBe('perforated');
  });

  it('ring: at least half outside lose, the core together holds', () => {
    expect(of({ A: 0, b: -1, c: 1 }).form).toBe('ring');
    expect(of({ A: 0, b: -1, c: 1, d: 1 }).form).toBe('perforated');
    expect(of({ A: 9, B: -3, c: -1 })).toMatchObject({ form: 'ring', coreChange: 0.03 });
    // Without a core nothing can hold in the middle.
    expect(of({ a: -1, b: -1, c: 1 }).form).toBe('split');
  });

  it('split begins at half of the sub-units', () => {
    expect(of({ A: -1, b: 1 }).form).toBe('split');
    expect(of({ A: -1, b: 1, c: 1 }).form).toBe('perforated');
  });

  it('partial: the whole holds, but the core or half of the sub-units lose', () => {
    expect(of({ A: -1, b: 5, c: 5 }, 0.03).partial).toBe(true);
    expect(of({ A: 5, b: -1 }, 0).partial).toBe(true);
    expect(of({ A: 5, b: -1, c: 1 }, 0.03).partial).toBe(false);
    expect(of({ A: -5, b: -1 }, -0.03).partial).toBe(false);
    expect(of({ A: -5, b: -1 }, Number.NaN).partial).toBeNull();
  });

  it('missing counts are left out; one sub-unit has no form', () => {
    expect(of({ A: 5, b: Number.NaN })).toMatchObject({ form: null, counted: 1, partial: null });
    expect(of({})).toMatchObject({ form: null, counted: 0, losingShare: Number.NaN });
    expect(of({ A: 5, b: -1, c: Number.NaN })).toMatchObject({
      form: 'ring',
      counted: 2,
      losingPeopleShare: 0.5,
    });
  });

  it('every pattern has one form, and only it fits', () => {
    const moved = fc.dictionary(fc.constantFrom('A', 'B', 'c', 'd', 'e'), fc.integer({ min: -9, max: 9 }), {
      minKeys: 2,
    });
    fc.assert(
      fc.property(moved, (changes) => {
        const { form, losing, counted } = of(changes);
        expect(form === 'none').toBe(losing === 0);
        expect(form === 'whole').toBe(losing === counted);
        expect(form).not.toBeNull();
      }),
      { seed: 9 },
    );
  });
});
