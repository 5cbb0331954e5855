import { describe, expect, it } from 'vitest';
import { type CityId, id, type Period } from '../../base/index.js';
import { catalog, city } from '../testing/sample.js';
import { readGroup } from './group-choice.js';
import { belongsTo, labelOfGroup, likeClasses } from './group-units.js';
import { groupPoints, likePoints, placeAmong } from './measure.js';

const none = Number.NaN;
const periods = ['2010', '2020'].map((year) => id<'period'>(year)) as Period[];
const facts = {
  catalog: catalog({ indicators: [] }),
  courses: new Map([[id<'city'>('a') as CityId, 'recovered']]),
  named: new Set([id<'city'>('c') as CityId]),
};

describe('readGroup', () => {
  it('reads kind, value, level and the places of a list', () => {
    expect(readGroup('type:declining@county')).toMatchObject({
      kind: 'type',
      value: 'declining',
      level: 'county',
    });
    expect(readGroup('listed').level).toBe(null);
    expect(readGroup('others').level).toBe('prefecture');
    expect(readGroup('list:my mine=鹤岗+ 230500')).toMatchObject({
      value: 'my mine',
      units: ['鹤岗', '230500'],
    });
  });

  it.each(['', 'type', 'listed:x', 'list:a', 'list:=b', 'shape:round', 'like:230400@county', 'TYPE:a'])(
    'refuses %s',
    (key) => {
      expect(() => readGroup(key)).toThrow(/CALL_OPTION/);
    },
  );
});

describe('belongsTo', () => {
  const mine = city('a', {
    type: 'declining',
    resources: ['coal', 'oil'],
    province: { en: 'Shanxi', zh: '山西省' },
    batch: { number: 1, year: 2008, kind: 'city' },
  });
  const other = city('b', { listed: false, type: null });
  const named = city('c', { listed: false, type: null });
  const has = (key: string, one = mine) => belongsTo(one, readGroup(key), facts);

  it.each([
    ['listed', true],
    ['listed@county', false],
    ['others', false],
    ['type:declining', true],
    ['type:growing', false],
    ['resource:oil', true],
    ['level:prefecture', true],
    ['batch:1', true],
    ['batch:2', false],
    ['province:山西', true],
    ['province:shanxi', true],
    ['province:山', false],
    ['course:recovered', true],
    ['course:turned', false],
  ])('%s: %s', (key, expected) => {
    expect(has(key)).toBe(expected);
  });

  it('takes only units off the list into others, and any into a list', () => {
    expect([
      has('others', other),
      has('type:declining', other),
      has('list:x=c', named),
      has('list:x=c'),
    ]).toEqual([true, false, true, false]);
  });

  it('says a list by its name, a place by its own and a level beside it', () => {
    expect(labelOfGroup(readGroup('list:mine=c'), facts.catalog, null).en).toBe('mine');
    expect(labelOfGroup(readGroup('like:a'), facts.catalog, { en: 'A', zh: '甲' }).zh).toBe('甲的同类');
    expect(labelOfGroup(readGroup('others@county'), facts.catalog, null).en).toBe('not on the list, county');
  });
});

/** Values of five units, the last one off the list. */
const measure = { periods, values: Float64Array.of(1, 10, 2, none, 3, 30, 4, none, 100, 100) };

describe('groupPoints', () => {
  it('takes median and quartiles over the units that have a value', () => {
    const points = groupPoints(measure, [0, 1, 2, 3]);
    expect(points[0]).toMatchObject({ period: '2010', count: 4, median: 2.5, q1: 1.75, q3: 3.25 });
    expect(points[1]).toMatchObject({ count: 2, median: 20, q1: 15, q3: 25 });
  });

  it('has no median where nobody has a value', () => {
    expect(groupPoints(measure, [1])[1]).toMatchObject({ count: 0, median: none });
  });
});

describe('likePoints', () => {
  const units = ['a', 'b', 'c', 'd', 'e'].map((name, at) =>
    city(name, { type: at < 2 ? 'declining' : 'growing', resources: ['coal'], listed: at < 4 }),
  );
  const classes = likeClasses(units[0] as (typeof units)[0], units, facts.catalog);

  it('goes from type, resource and level to all listed units, never to others', () => {
    expect(classes.map(({ rows }) => rows)).toEqual([
      [0, 1],
      [0, 1],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  it('takes in each period the narrowest class with enough values', () => {
    const [first, second] = likePoints(measure, classes, 2);
    expect([first?.median, first?.label.en]).toEqual([1.5, 'declining × coal × prefecture']);
    // in 2020 only one of the two has a value
    expect([second?.median, second?.label.en]).toEqual([20, 'prefecture']);
  });

  it('is missing where no class has enough', () => {
    expect(likePoints(measure, classes, 5)[0]).toMatchObject({ count: 0, median: none });
  });
});

describe('placeAmong', () => {
  it('counts those ahead, by direction; equal values share the smallest rank; missing ones do not count', () => {
    expect(placeAmong(3, [1, 3, 3, 5, none], 'more')).toEqual({ rank: 2, ranked: 4 });
    expect(placeAmong(3, [1, 3, 3, 5, none], 'less')).toEqual({ rank: 2, ranked: 4 });
    expect(placeAmong(5, [1, 3, 5], 'less')).toEqual({ rank: 3, ranked: 3 });
  });

  it('is null for a missing value and where no direction is better', () => {
    expect([placeAmong(none, [1], 'more'), placeAmong(1, [1], 'neither')]).toEqual([null, null]);
  });
});
