import { describe, expect, it } from 'vitest';
import { type IsoDate, id } from '../../base/index.js';
import type { Parameter } from '../../catalog/index.js';
import { catalog, parameter } from '../testing/sample.js';
import { type DistressThresholds, distressByThresholds, distressThresholds } from './distress-thresholds.js';

const rule: DistressThresholds = {
  distressed: { unemployment: 1.5, income: 0.67, poverty: 1.5, povertyAlone: 2 },
  atRisk: { unemployment: 1.25, income: 0.67, poverty: 1.25 },
  competitive: { unemployment: 1, income: 0.8, poverty: 1 },
  attainment: { unemployment: 1, income: 1, poverty: 1 },
};
const country = { unemployment: 0.05, income: 50_000, poverty: 0.1 };

/** Status of a county by its three ratios. */
function status(unemployment: number, income: number, poverty: number, thresholds = rule) {
  const unit = {
    unit: 'a',
    unemployment: unemployment * 0.05,
    income: income * 50_000,
    poverty: poverty * 0.1,
  };
  return distressByThresholds([unit], country, thresholds)[0]?.status;
}

describe('distressByThresholds', () => {
  it('is distressed from all three bounds on, or with twice the poverty and one other', () => {
    expect(status(1.5, 0.67, 1.5)).toBe('distressed');
    expect(status(1.49, 0.67, 2)).toBe('distressed');
    expect(status(1.5, 0.9, 2)).toBe('distressed');
    expect(status(1.49, 0.9, 2)).toBe('transitional');
    expect(status(1.49, 0.67, 1.99)).toBe('at_risk');
  });

  it('is at risk by its own tests or by two of distress, where the class was told apart', () => {
    expect(status(1.25, 0.67, 1.25)).toBe('at_risk');
    expect(status(1.5, 0.9, 1.5)).toBe('at_risk');
    expect(status(1.24, 0.67, 1.25)).toBe('transitional');
    expect(status(1.25, 0.67, 1.25, { ...rule, atRisk: null })).toBe('transitional');
  });

  it('is competitive or at attainment up to the country, bounds included', () => {
    expect(status(1, 0.8, 1)).toBe('competitive');
    expect(status(1, 0.79, 1)).toBe('transitional');
    expect(status(1, 1, 1)).toBe('attainment');
    expect(status(1.01, 1, 1)).toBe('transitional');
  });

  it('has no status without a figure, and needs those of the country', () => {
    expect(status(Number.NaN, 1, 1)).toBeNull();
    expect(() => distressByThresholds([], { ...country, income: 0 }, rule)).toThrow(/income/);
  });
});

describe('distressThresholds', () => {
  const dated = (name: string, from: string, value: number): Parameter => ({
    ...parameter(name, null, 'ratio'),
    values: [{ from: id<'date'>(from) as IsoDate, value, reference: id<'reference'>('sample') }],
  });
  const parts = (name: string, from: string) =>
    (['unemployment', 'income', 'poverty'] as const).map((part) => dated(`arc_${name}_${part}`, from, 1));
  const given = catalog({
    indicators: [],
    parameters: [
      ...['distressed', 'competitive', 'attainment'].flatMap((name) => parts(name, '2001-10-01')),
      ...parts('at_risk', '2005-10-01'),
      dated('arc_distressed_poverty_alone', '2001-10-01', 2),
      dated('arc_thresholds_last_year', '2001-10-01', 2006),
    ],
  });
  const on = (day: string) => distressThresholds(given, id<'date'>(day) as IsoDate);

  it('are those of the day, whatever the day of the catalog', () => {
    expect(on('2001-09-30')).toBeNull();
    expect(on('2001-10-01')).toMatchObject({ distressed: { povertyAlone: 2 }, atRisk: null });
    expect(on('2005-10-01')?.atRisk).toEqual({ unemployment: 1, income: 1, poverty: 1 });
    expect(on('2006-09-30')).not.toBeNull();
    expect(on('2006-10-01')).toBeNull();
    expect(distressThresholds(catalog({ indicators: [] }), id<'date'>('2004-01-01') as IsoDate)).toBeNull();
  });
});
