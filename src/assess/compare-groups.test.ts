import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import { type CompareRequest, compareGroups } from './compare-groups.js';
import { computeIndicators } from './compute-indicators.js';
import { catalog, city, cityIds, formula, indicator, panel, register } from './testing/sample.js';

const none = Number.NaN;
const definitions = catalog({
  indicators: [
    indicator('mining'),
    indicator('oil'),
    indicator('jobs'),
    indicator('rooms', { additive: false }),
    indicator('digging', { formula: formula('sum', ['mining', 'oil']) }),
    indicator('share', { formula: formula('ratio', ['mining', 'jobs']) }),
    indicator('digging_share', { formula: formula('ratio', ['digging', 'jobs']) }),
    indicator('rest', { formula: formula('use', ['mining', 'jobs', 'oil'], { method: 'share_of_rest' }) }),
    indicator('room_share', { formula: formula('ratio', ['rooms', 'jobs']) }),
  ],
});
const units = cityIds(6).map((name, at) =>
  city(name, { listed: at < 3, type: at < 3 ? (at < 2 ? 'mature' : 'declining') : null }),
);
const from = computeIndicators(
  panel(['2010'], {
    mining: [[10], [30], [1], [1], [0], [none]],
    oil: [[10], [0], [0], [1], [1], [1]],
    jobs: [[100], [100], [50], [200], [100], [100]],
    rooms: [[1], [1], [1], [1], [1], [1]],
  }),
  definitions,
);

function compare(name: string, more: Partial<CompareRequest> = {}, cities = units) {
  return compareGroups(from, definitions, register(cities), {
    indicator: id<'indicator'>(name),
    period: id<'period'>('2010'),
    level: 'prefecture',
    by: 'listed',
    ...more,
  });
}

describe('compareGroups', () => {
  it('pools sums of listed units and of the others, without those that have no value', () => {
    const { groups } = compare('share');
    expect(groups.map(({ group, count, pooled }) => [group, count, pooled])).toEqual([
      ['listed', 3, 41 / 250],
      ['others', 2, 1 / 300],
    ]);
    expect(groups[0]).toMatchObject({ median: 0.1, id: 'group/2010/share/listed.listed.prefecture' });
    expect(groups[0]?.mean).toBeCloseTo(0.14, 12);
    expect(groups[0]?.q1).toBeCloseTo(0.06, 12);
    expect(groups[0]?.q3).toBeCloseTo(0.2, 12);
  });

  it('pools sums of sums and shares of a rest', () => {
    expect(compare('digging_share').groups[0]?.pooled).toBe(51 / 250);
    expect(compare('rest').groups[0]?.pooled).toBe(41 / 240);
  });

  it('does not pool what cannot be added up', () => {
    expect(compare('room_share').groups.map(({ pooled }) => pooled)).toEqual([null, null]);
    expect(compare('mining').groups.map(({ pooled }) => pooled)).toEqual([null, null]);
  });

  it('does not pool units of several levels, one of which may lie in another', () => {
    const mixed = units.map((unit, at) => (at === 0 ? { ...unit, level: 'county' as const } : unit));
    expect(compare('share', { level: null }, mixed).groups.map(({ pooled }) => pooled)).toEqual([
      null,
      1 / 300,
    ]);
    expect(compare('share', {}, mixed).groups[0]?.count).toBe(2);
  });

  it('groups listed units by type, resource and level', () => {
    const groups = (by: CompareRequest['by']) =>
      compare('share', { by }).groups.map(({ group, count }) => [group, count]);
    expect(groups('type')).toEqual([
      ['mature', 2],
      ['declining', 1],
    ]);
    expect(groups('resource')).toEqual([['coal', 3]]);
    expect(groups('level')).toEqual([['prefecture', 3]]);
  });

  it('refuses unknown words', () => {
    expect(() => compare('absent')).toThrow(/ASSESS_INDICATOR_UNKNOWN.*absent/);
    expect(() => compare('share', { period: id<'period'>('1990') })).toThrow(/PERIOD_UNKNOWN.*2010/);
    expect(() => compare('share', { by: 'colour' as 'type' })).toThrow(/CALL_OPTION.*listed, type/);
  });
});
