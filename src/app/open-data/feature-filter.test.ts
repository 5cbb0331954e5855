import { describe, expect, it } from 'vitest';
import type { PointFeature } from '../../print/index.js';
import { type FeatureFilter, featureFilter } from './feature-filter.js';

const point = (id: string, place: readonly [number, number] | null, period: string | null): PointFeature => ({
  id,
  point: place,
  properties: { period, kind: id < 'c' ? 'near' : 'far', number: 3 },
});
const all = [
  point('a', [130, 47], '2020'),
  point('b', [-179.5, 10], '2015-Q2'),
  point('c', null, '2010-07'),
  point('d', [179.5, -10], null),
];

function found(filter: Partial<FeatureFilter>): string {
  const fits = featureFilter({ properties: {}, ...filter }, ({ properties }) =>
    typeof properties.period === 'string' ? properties.period : null,
  );
  return all
    .filter(fits)
    .map(({ id }) => id)
    .join('');
}

describe('a box', () => {
  it('takes the points in it, and what has no place', () => {
    expect(found({ bbox: '129,46,131,48' })).toBe('ac');
    expect(found({ bbox: '130,47,130,47' })).toBe('ac');
    expect(found({ bbox: '129,46,-9,131,48,9' })).toBe('ac');
    expect(found({ bbox: '-180,-90,180,90' })).toBe('abcd');
  });

  it('reaches across the date line', () => {
    expect(found({ bbox: '179,-20,-179,20' })).toBe('bcd');
  });

  it.each(['1,2,3', '1,2,3,4,5', 'a,2,3,4', '1,,3,4', '1,9,3,4', '-181,0,1,1', '0,-91,1,1', ''])(
    'is refused: %s',
    (bbox) => {
      expect(() => found({ bbox })).toThrow('CALL_OPTION');
    },
  );
});

describe('a time', () => {
  it('takes the periods it lies in, and what has no time', () => {
    expect(found({ datetime: '2020-12-31T23:59:59Z' })).toBe('ad');
    expect(found({ datetime: '2021-01-01T00:00:00Z' })).toBe('d');
    expect(found({ datetime: '2015-06-30' })).toBe('bd');
    expect(found({ datetime: '2015-07-01' })).toBe('d');
  });

  it('may be an interval with open ends', () => {
    expect(found({ datetime: '2010-07-31T00:00:00Z/2015-04-01T00:00:00+00:00' })).toBe('bcd');
    expect(found({ datetime: '2015-01-01/..' })).toBe('abd');
    expect(found({ datetime: '../2010-12-31T00:00:00Z' })).toBe('cd');
    expect(found({ datetime: '2015-01-01/' })).toBe('abd');
  });

  it.each(['2020', 'soon', '../..', '/', '2020-01-01/2019-01-01', '2020-01-01/2020-01-02/2020-01-03', ''])(
    'is refused: %s',
    (datetime) => {
      expect(() => found({ datetime })).toThrow('CALL_OPTION');
    },
  );
});

it('takes what has all the properties', () => {
  expect(found({ properties: { kind: 'near' } })).toBe('ab');
  expect(found({ properties: { kind: 'near', period: '2020' } })).toBe('a');
  expect(found({ properties: { number: '3' } })).toBe('abcd');
  expect(found({ properties: { kind: 'else' } })).toBe('');
});
