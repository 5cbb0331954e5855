import { describe, expect, it } from 'vitest';
import type { Parameter } from '../catalog/index.js';
import { checkQuality } from './check-quality.js';
import { importedColumns } from './imported.js';
import { sampleCatalog, sampleIndicator, sampleObservation } from './testing/sample.js';
import type { Observation } from './types.js';

const catalog = sampleCatalog([
  sampleIndicator('whole', 'CNY', { parts: ['a', 'b'] as never, valid: [0, Number.POSITIVE_INFINITY] }),
  sampleIndicator('a', 'CNY'),
  sampleIndicator('b', 'CNY'),
  sampleIndicator('rate', 'percent', { valid: [0, 100] }),
  sampleIndicator('population', 'person'),
]);
const series = (
  indicator: string,
  values: readonly (number | null)[],
  unit = 'CNY',
  city = 'cn-1',
  more: Partial<Observation> = {},
) => values.map((value, at) => sampleObservation(city, indicator, String(2000 + at), value, unit, more));
const check = (observations: readonly Observation[], use = catalog) => {
  const found = checkQuality(importedColumns(observations), use);
  return { places: [...found.doubtful], codes: found.issues.map((each) => each.code), issues: found.issues };
};

describe('checkQuality', () => {
  it('finds nothing in an even set and nothing in an empty one', () => {
    expect(check(series('population', [1, 2, 3, 4], 'person')).codes).toEqual([]);
    expect(check([]).codes).toEqual([]);
  });

  it('compares the parts with the whole across units and doubts all of them', () => {
    const of = (whole: number) => [
      sampleObservation('cn-1', 'whole', '2000', whole, '100_million_cny', { row: 5 }),
      sampleObservation('cn-1', 'a', '2000', 6e8, 'CNY'),
      sampleObservation('cn-1', 'b', '2000', 4, '100_million_cny'),
      sampleObservation('cn-2', 'whole', '2000', 99, 'CNY'),
      sampleObservation('cn-2', 'a', '2000', 1, 'CNY'),
    ];
    expect(check(of(10.1)).codes).toEqual([]);
    const wrong = check(of(10.2));
    expect(wrong.codes).toEqual(['QUALITY_SUM']);
    expect(wrong.places).toEqual([0, 1, 2]);
    expect(wrong.issues[0]?.message.en).toContain('row 5: cn-1, 2000, whole');
    expect(wrong.issues[0]?.message.en).toContain('-2.0 percent');
  });

  it('takes the tolerance from the catalog where it has one', () => {
    const parameter = { id: 'quality_sum_tolerance', value: 0.5 } as Parameter;
    const use = { ...catalog, parameters: new Map([[parameter.id, parameter]]) };
    const wrong = [...series('whole', [10]), ...series('a', [4]), ...series('b', [4])];
    expect(check(wrong).codes).toEqual(['QUALITY_SUM']);
    expect(check(wrong, use).codes).toEqual([]);
  });

  it('finds a jump against both neighbours, up and down, and none at a step, an edge or a gap', () => {
    expect(check(series('a', [10, 11, 90, 12])).places).toEqual([2]);
    expect(check(series('a', [10, 11, 1, 12])).places).toEqual([2]);
    expect(check(series('a', [10, 11, 90, 95])).places).toEqual([]);
    expect(check(series('a', [90, 11, 12])).places).toEqual([]);
    expect(check(series('a', [10, null, 90, null, 12])).places).toEqual([]);
    expect(check(series('a', [-10, 90, -12])).places).toEqual([]);
    const two = [...series('a', [10, 90]), ...series('a', [10, 11], 'CNY', 'cn-2')];
    expect(check(two).places).toEqual([]);
  });

  it('measures a jump by what is usual for the indicator where there are many changes', () => {
    const many = Array.from({ length: 20 }, (_, city) =>
      series(
        'a',
        Array.from({ length: 10 }, (_, year) => 100 + year + city),
        'CNY',
        `cn-${city}`,
      ),
    ).flat();
    const spiked = many.map((each, at) => (at === 5 ? { ...each, value: 130 } : each));
    expect(check(spiked).places).toEqual([5]);
    const restless = many.map((each, at) => ({ ...each, value: at % 2 ? 100 : 130 + (at % 7) }));
    expect(check(restless).codes.filter((code) => code === 'QUALITY_SPIKE').length).toBeLessThan(20);
  });

  it('finds repeats only where they are rare, and never among estimates', () => {
    const rising = Array.from({ length: 30 }, (_, at) => 100.25 + at);
    rising[20] = rising[19] as number;
    expect(check(series('a', rising)).places).toEqual([20]);
    expect(check(series('a', rising, 'CNY', 'cn-1', { status: 'imputed' })).places).toEqual([]);
    expect(
      check(
        series(
          'a',
          rising.map(() => 7),
        ),
      ).places,
    ).toEqual([]);
  });

  it('finds values outside the valid range in whatever unit they were given', () => {
    const { codes, places } = check([
      sampleObservation('cn-1', 'rate', '2000', 100, 'percent'),
      sampleObservation('cn-1', 'rate', '2005', 1.01, 'share'),
      sampleObservation('cn-1', 'rate', '2010', -1, 'percent'),
      sampleObservation('cn-1', 'rate', '2015', null, 'percent'),
      sampleObservation('cn-1', 'rate', '2016-Q1', 101, 'percent'),
    ]);
    expect(codes).toEqual(['QUALITY_RANGE', 'QUALITY_RANGE', 'QUALITY_RANGE']);
    expect(places).toEqual([1, 2, 4]);
  });

  it('tells fifty and counts the rest', () => {
    const bad = Array.from({ length: 70 }, (_, at) =>
      sampleObservation(`cn-${at}`, 'rate', '2000', -1, 'percent'),
    );
    const { codes, places } = check(bad);
    expect(places).toHaveLength(70);
    expect(codes).toHaveLength(51);
    expect(codes.at(-1)).toBe('IMPORT_MORE');
  });
});
