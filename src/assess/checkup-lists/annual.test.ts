import { describe, expect, it } from 'vitest';
import { id, sameText } from '../../base/index.js';
import type { CheckupItem, CheckupList } from '../../catalog/index.js';
import { judgeContext } from '../judge.js';
import type { PeopleLights } from '../survey/index.js';
import { catalog, indicator, light, panel, registerOf } from '../testing/sample.js';
import type { Light } from '../types.js';
import { annualCheckup } from './annual.js';

function item(name: string, more: Partial<CheckupItem> = {}): CheckupItem {
  return {
    id: name,
    label: null,
    indicator: id<'indicator'>(name),
    fit: 'same',
    note: null,
    unit: null,
    source: sameText('bureau'),
    form: 'long',
    mark: 'M',
    ...more,
  };
}

function list(name: string, dimensions: Readonly<Record<string, readonly CheckupItem[]>>): CheckupList {
  return {
    id: name,
    label: sameText(name),
    class: 'basic',
    year: 2021,
    officialCount: 65,
    note: null,
    dimensions: Object.entries(dimensions).map(([one, items]) => ({ id: one, label: sameText(one), items })),
    references: [],
    mark: 'M',
    file: 'checkup/x.yaml',
    line: 1,
  };
}

const target = { green: 0.7, red: 0.7, reference: id<'reference'>('r'), mark: 'V' } as const;
const none = Number.NaN;
const definition = { en: 'load collected / load', zh: '收集量/总量' };

/** Sewage has a target of one bound, parks only peers, days no direction; nobody has buses. */
const cat = catalog({
  indicators: [
    indicator('sewage', { note: definition }),
    indicator('parks'),
    indicator('days', { better: 'neither' }),
    indicator('buses'),
    indicator('air'),
  ],
  lights: [light('sewage', { target }), light('parks'), light('buses'), light('air')],
});
const lists = [
  list('national', {
    water: [item('sewage', { mark: 'V' }), item('buses')],
    green: [item('parks'), item('days'), item('air')],
  }),
  list('feature', { own: [item('again', { indicator: id<'indicator'>('parks'), fit: 'stand_in' })] }),
];
const rows = panel(['2023', '2024'], {
  sewage: [1, 2, 3, 4, 5, 6].map((one) => [none, one === 1 ? 0.69 : 0.7]),
  parks: [1, 2, 3, 4, 5, 6].map((one) => [0.5, one / 10]),
  days: [1, 2, 3, 4, 5, 6].map(() => [1, 1]),
  air: [1, 2, 3, 4, 5, 6].map((one) => [0.4, one === 1 ? none : 0.4]),
});

function annual(city: number, said: Readonly<Record<string, Light>> = {}) {
  const people: PeopleLights = (_city, period, one) => (period === '2024' ? (said[one] ?? 'none') : 'none');
  const context = judgeContext(rows, cat, registerOf(6), id<'period'>('2024'), people);
  return annualCheckup(context, city, lists);
}

const find = (city: number, name: string, said: Readonly<Record<string, Light>> = {}) =>
  annual(city, said)
    .lists.flatMap((one) => one.dimensions.flatMap(({ items }) => items))
    .find((one) => one.id === name);

describe('annualCheckup', () => {
  it('has every entry of every list, whatever is known of it', () => {
    const { lists: found } = annual(0);
    expect(found.map((one) => one.dimensions.map(({ items }) => items.map((each) => each.state)))).toEqual([
      [
        ['judged', 'missing'],
        ['judged', 'measured', 'missing'],
      ],
      [['judged']],
    ]);
  });

  it('counts each dimension and list for itself, and judged only what has a light', () => {
    const [national, feature] = annual(0).lists;
    expect(national?.coverage).toEqual({
      items: 5,
      judged: 2,
      measured: 3,
      peopleOnly: 0,
      missing: 2,
      verified: 1,
      share: 0.6,
      lights: { green: 0, yellow: 0, red: 2, none: 3 },
    });
    expect(national?.dimensions.map((one) => one.coverage.measured)).toEqual([1, 2]);
    expect(feature?.coverage.share).toBe(1);
  });

  it('judges by a single bound: at it green, below it red, and peers move it by a step', () => {
    expect(find(1, 'sewage')?.judgement).toMatchObject({ target: 'green', final: 'green' });
    expect(find(0, 'sewage')?.judgement).toMatchObject({ target: 'red', final: 'red' });
  });

  it('never lights what is missing, and says when there was a value', () => {
    expect(find(0, 'air')).toMatchObject({ state: 'missing', earlier: '2023' });
    expect(find(0, 'air')?.judgement?.final).toBe('none');
    expect(find(0, 'buses')).toMatchObject({ state: 'missing', earlier: null });
    expect(find(0, 'air', { air: 'green' })).toMatchObject({
      state: 'people_only',
      judgement: { people: 'green', final: 'none' },
    });
    expect(find(0, 'air', { air: 'red' })).toMatchObject({
      state: 'people_only',
      judgement: { people: 'red', final: 'red', basis: 'people' },
    });
  });

  it('puts what figures and people contradict first, then red, and each indicator once', () => {
    const { order } = annual(5, { parks: 'red' });
    expect(order.map((one) => one.indicator)).toEqual(['parks', 'sewage', 'air', 'buses', 'days']);
    expect(order[0]?.judgement).toMatchObject({
      objective: 'green',
      people: 'red',
      mismatch: 'people_worse',
    });
    expect(
      annual(0)
        .order.slice(0, 2)
        .map((one) => one.judgement?.final),
    ).toEqual(['red', 'red']);
  });

  it('gives a definition only for what the list asks for itself', () => {
    expect(find(0, 'sewage')?.definition).toEqual(definition);
    expect(find(0, 'parks')?.definition).toBeNull();
    expect(find(0, 'again')).toMatchObject({ fit: 'stand_in', label: sameText('parks') });
  });

  it('addresses a light where there is a rule, else the value', () => {
    expect(find(0, 'parks')?.address).toBe('light/x-1/2024/parks');
    expect(find(0, 'days')).toMatchObject({ address: 'value/x-1/2024/days', judgement: null });
  });
});
