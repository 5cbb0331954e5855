import { describe, expect, it } from 'vitest';
import { sameText } from '../../base/index.js';
import type { ClassScheme } from '../../catalog/index.js';
import { distressRanks, type EnergyPlace, energyCommunity } from './foreign-rules.js';

const none = Number.NaN;
const bounds = [
  ['distressed', null, 0.1],
  ['at_risk', 0.1, 0.25],
  ['transitional', 0.25, 0.75],
  ['competitive', 0.75, 0.9],
  ['attainment', 0.9, null],
] as const;
const scheme: ClassScheme = {
  id: 'arc_status',
  label: sameText('status'),
  classes: bounds.map(([id, from, to]) => ({ id, label: sameText(id), from, to })),
  references: [],
  mark: 'V',
  file: 'classes/arc_status.yaml',
  line: 1,
};
const country = { unemployment: 0.05, income: 50_000, poverty: 0.1 };

describe('distressRanks', () => {
  it('takes the mean of three ratios, income turned round', () => {
    const [found] = distressRanks(
      [{ unit: 'a', unemployment: 0.1, income: 25_000, poverty: 0.1 }],
      country,
      scheme,
    );
    // 2, 2 and 1.
    expect(found).toEqual({ unit: 'a', index: 5 / 3, rank: 1, status: 'distressed' });
  });

  it('puts twenty units in classes by the share that is worse, at every bound', () => {
    const units = Array.from({ length: 20 }, (_, at) => ({
      unit: String(at),
      unemployment: 0.05 * (20 - at),
      income: 50_000,
      poverty: 0.1,
    }));
    const status = distressRanks(units, country, scheme).map((one) => one.status);
    // Shares 0, 0.05 | 0.1, 0.15, 0.2 | 0.25 … 0.7 | 0.75, 0.8, 0.85 | 0.9, 0.95.
    const counts = bounds.map(([id]) => status.filter((one) => one === id).length);
    expect(counts).toEqual([2, 3, 10, 3, 2]);
    expect([
      status[1],
      status[2],
      status[4],
      status[5],
      status[14],
      status[15],
      status[17],
      status[18],
    ]).toEqual([
      'distressed',
      'at_risk',
      'at_risk',
      'transitional',
      'transitional',
      'competitive',
      'competitive',
      'attainment',
    ]);
  });

  it('gives equal units the smaller rank and missing ones none', () => {
    const same = { unemployment: 0.05, income: 50_000, poverty: 0.1 };
    const ranks = distressRanks(
      [
        { unit: 'a', ...same },
        { unit: 'b', ...same },
        { unit: 'c', ...same, poverty: none },
        { unit: 'd', ...same, income: 0 },
      ],
      country,
      scheme,
    );
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 1, null, null]);
    expect(ranks[2]).toEqual({ unit: 'c', index: null, rank: null, status: null });
  });

  it('refuses a country without figures', () => {
    expect(() => distressRanks([], { ...country, poverty: 0 }, scheme)).toThrow(/IDENTIFY_FOREIGN.*poverty/);
  });
});

describe('energyCommunity', () => {
  const thresholds = { employment: 0.0017, tax: 0.25 };
  const place = (change: Partial<EnergyPlace>) =>
    energyCommunity(
      {
        brownfield: false,
        fossilEmployment: 0,
        fossilTax: 0,
        unemployment: 0.05,
        countryUnemployment: 0.05,
        coalClosure: false,
        ...change,
      },
      thresholds,
    );

  it.each([
    [{}, false],
    [{ brownfield: true }, true],
    [{ coalClosure: true }, true],
    [{ fossilEmployment: 0.0017 }, true],
    [{ fossilEmployment: 0.00169 }, false],
    [{ fossilTax: 0.25 }, true],
    [{ fossilEmployment: 0.01, unemployment: 0.049 }, false],
    [{ fossilEmployment: none }, null],
    [{ fossilEmployment: none, unemployment: 0.01 }, false],
    [{ fossilEmployment: 0.01, unemployment: none }, null],
    [{ brownfield: null }, null],
    [{ brownfield: null, coalClosure: true }, true],
  ])('%j: %s', (change, qualifies) => {
    expect(place(change).qualifies).toBe(qualifies);
  });
});
