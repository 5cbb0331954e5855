import { describe, expect, it } from 'vitest';
import { meterEstimate } from './from-meters.js';
import { type MeterRule, meterEstates, monthsKept, type UnitPattern } from './meters.js';

const rule: MeterRule = { months: 6, heating: null };
/** December 2025. */
const last = 2025 * 12 + 11;

/** Units by the months of 2025 from January: used, not used, or not read (a space). */
const units = (months: string, count = 1, estate = 'E'): UnitPattern => {
  let [known, used] = [0n, 0n];
  for (const [at, mark] of months.split('').entries()) {
    const bit = 1n << BigInt((2025 * 12 + at) % monthsKept);
    if (mark !== ' ') known |= bit;
    if (mark === 'x') used |= bit;
  }
  return { estate, known, used, units: count };
};
const answerOf = (patterns: readonly UnitPattern[], by: MeterRule = rule, firstMonth = 2025 * 12) => {
  async function* given() {
    for (const one of patterns) yield [one];
  }
  return meterEstates(
    { rows: 0, units: 0, firstMonth, lastMonth: last, repeated: 0, faults: new Map(), patterns: given },
    by,
  );
};

describe('meters', () => {
  it('tell empty, occupied and undecided units by the last six months', async () => {
    const { estates, heatingChecked } = await answerOf([
      units('------------', 3),
      units('-----------x'),
      units('xxxxxx------'),
      units('xxxxxxx-----', 2),
      units('--------- --'),
      units('         ---'),
      units('------------', 4, 'F'),
    ]);
    expect(estates).toEqual([
      { estate: 'E', metered: 9, occupied: 3, empty: 4, undecided: 2, seasonal: 0 },
      { estate: 'F', metered: 4, occupied: 0, empty: 4, undecided: 0, seasonal: 0 },
    ]);
    expect(heatingChecked).toBe(false);
  });

  it('tell homes of one season apart where a heating season is named and a year was read', async () => {
    const [summer, winter, both] = [units('----xx------'), units('xxx---------'), units('xxxxxxxxxxxx')];
    const all = [summer, winter, both];
    expect((await answerOf(all)).estates[0]).toMatchObject({ occupied: 1, empty: 2, seasonal: 0 });
    const checked = await answerOf(all, { months: 6, heating: [11, 3] });
    expect(checked.heatingChecked).toBe(true);
    expect(checked.estates[0]).toMatchObject({ occupied: 3, empty: 0, seasonal: 2 });
    // A month that was not read leaves open where it was used.
    const open = await answerOf([units('xxx---- ----')], { months: 3, heating: [11, 3] });
    expect(open.estates[0]).toMatchObject({ empty: 1, seasonal: 0 });
    expect((await answerOf(all, { months: 6, heating: [11, 3] }, last - 10)).heatingChecked).toBe(false);
  });

  it('make an estimate of what could be decided', () => {
    const of = { estate: 'E', metered: 80, occupied: 60, empty: 20, undecided: 10, seasonal: 0 };
    expect(meterEstimate(of, 100)?.occupied).toBe(75);
    expect(meterEstimate(of, 100)?.error).toBeCloseTo(
      100 * Math.sqrt((((61 / 82) * 21) / 82 / 80) * (20 / 99)),
      9,
    );
    expect(meterEstimate({ ...of, occupied: 0, empty: 0 }, 100)).toBeNull();
    expect(meterEstimate(of, 80)?.error).toBe(0);
  });
});
