import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SunkenParcel, stabilityOf, treatedAreas, treatmentVerdict } from './index.js';

const bounds = { shallow: 1.5, deep: 3, settlementM: 0.03, months: 6 };
const nothing: SunkenParcel = {
  id: 'A',
  areaM2: Number.NaN,
  depthM: Number.NaN,
  settlementM: Number.NaN,
  settlementErrorM: Number.NaN,
  atRest: null,
  waterTableHigh: null,
  contaminated: null,
};
const verdict = (parcel: Partial<SunkenParcel>, stable: boolean | null) =>
  treatmentVerdict({ ...nothing, ...parcel }, stable, bounds);
const wet = (depthM: number, stable: boolean) => verdict({ depthM, waterTableHigh: true }, stable).treatment;

describe('the treatment of a parcel', () => {
  it('goes by depth and by whether the ground still sinks', () => {
    const depths = [1.49, 1.5, 3, 3.01];
    expect(depths.map((depth) => wet(depth, true))).toEqual([
      'farmland_or_building',
      'fish_and_terraces',
      'fish_and_terraces',
      'lake',
    ]);
    expect(depths.map((depth) => wet(depth, false))).toEqual([
      'farmland_for_now',
      'wetland',
      'wetland',
      'monitored_water',
    ]);
  });

  it('waits until sinking ground is at rest', () => {
    expect(verdict({ depthM: 2 }, false)).toMatchObject({ treatment: 'wetland', later: 'fish_and_terraces' });
    expect(verdict({ depthM: 2 }, true).later).toBeNull();
  });

  it('stays open where something is missing, and lists what is left', () => {
    expect(verdict({}, null)).toMatchObject({ treatment: null, missing: ['depth', 'stability'] });
    expect(verdict({}, null).possible).toHaveLength(6);
    expect(verdict({ depthM: 2 }, null)).toMatchObject({
      treatment: null,
      possible: ['fish_and_terraces', 'wetland'],
      missing: ['stability'],
    });
    expect(verdict({ depthM: 4 }, true)).toMatchObject({
      treatment: null,
      possible: ['lake'],
      missing: ['water_table'],
    });
    // Of deep ground that no water fills the rule says nothing.
    expect(verdict({ depthM: 4, waterTableHigh: false }, true)).toMatchObject({
      treatment: null,
      possible: [],
      missing: [],
    });
    // Shallow ground needs no word on water.
    expect(verdict({ depthM: 1 }, true).treatment).toBe('farmland_or_building');
  });

  it('names what must happen before and besides', () => {
    expect(verdict({ depthM: 1, contaminated: true }, true).conditions).toEqual([
      'remediate_first',
      'test_before_building',
      'keep_monitoring',
    ]);
    expect(verdict({ depthM: 1 }, false).conditions).toEqual([
      'test_contamination',
      'build_roads_only',
      'keep_monitoring',
    ]);
    expect(verdict({ depthM: 2, contaminated: false }, true).conditions).toEqual(['keep_monitoring']);
  });
});

describe('ground is at rest', () => {
  const of = (parcel: Partial<SunkenParcel>) => stabilityOf({ ...nothing, ...parcel }, bounds, 2);

  it('up to the bound, and neither where the error reaches across it', () => {
    expect(of({ settlementM: 0.03 })).toBe(true);
    expect(of({ settlementM: 0.031 })).toBe(false);
    expect(of({ settlementM: 0.02, settlementErrorM: 0.004 })).toBe(true);
    expect(of({ settlementM: 0.028, settlementErrorM: 0.004 })).toBeNull();
    expect(of({ settlementM: 0.04, settlementErrorM: 0.004 })).toBe(false);
    expect(of({})).toBeNull();
  });

  it('not where a date or a measurement says that it is not', () => {
    expect(of({ atRest: true })).toBe(true);
    expect(of({ atRest: false })).toBe(false);
    expect(of({ atRest: true, settlementM: 0.2 })).toBe(false);
    expect(of({ atRest: false, settlementM: 0.001 })).toBe(false);
  });
});

describe('areas by treatment', () => {
  const some = fc.oneof(fc.constant(Number.NaN), fc.double({ min: 0, max: 10, noNaN: true }));
  const said = fc.constantFrom(true, false, null);
  const parcel = fc.record({ areaM2: some, depthM: some, stable: said, waterTableHigh: said });

  it('conserve the land, and cost nothing less where a price is missing than they are known to', () => {
    fc.assert(
      fc.property(fc.array(parcel, { maxLength: 20 }), (given) => {
        const judged = given.map(({ stable, ...own }) => ({
          areaM2: own.areaM2,
          verdict: verdict(own, stable),
        }));
        const areas = treatedAreas(judged, new Map([['lake', { low: 2, high: 3 }]]));
        const known = given.map(({ areaM2 }) => areaM2).filter((area) => !Number.isNaN(area));
        const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(areas.map(({ areaM2 }) => areaM2))).toBeCloseTo(sum(known), 6);
        expect(sum(areas.map(({ parcels }) => parcels))).toBe(given.length);
        for (const { treatment, areaM2, unmeasured, low, high } of areas)
          expect([low, high]).toEqual(
            treatment === 'lake' && unmeasured === 0 ? [2 * areaM2, 3 * areaM2] : [Number.NaN, Number.NaN],
          );
      }),
    );
  });
});
