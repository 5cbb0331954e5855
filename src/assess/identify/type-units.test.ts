import { describe, expect, it } from 'vitest';
import { type CityId, id } from '../../base/index.js';
import type { ReservesInput } from '../../catalog/index.js';
import { catalog, city, cityIds, indicator, panel, parameter, register } from '../testing/sample.js';
import { axis, axisInput } from './testing/sample.js';
import { type TypingContext, unitTyper } from './type-units.js';

const none = Number.NaN;
const year = id<'period'>('2020');
const at = (unit: number) => id<'city'>(`x-${unit}`);

/** Four prefectures in two provinces and a county; the reserves are given by unit. */
function context(
  reserves: Readonly<Record<string, Partial<Record<ReservesInput, number>>>>,
  values: Readonly<Record<string, number[][]>> = {
    wealth: [
      [10, 40],
      [20, 20],
      [30, 30],
      [5, 10],
      [1, 99],
    ],
  },
  flags: Readonly<Record<string, number[][]>> = {},
): TypingContext {
  const units = cityIds(5).map((name, unit) =>
    city(name, { level: unit === 4 ? 'county' : 'prefecture', parent: unit < 2 ? 'north' : 'south' }),
  );
  const provinces = ['north', 'south'].map((name) => city(name, { level: 'province', listed: false }));
  const empty = { remaining_share: none, years_left: none, output_growth: none, output_national_share: none };
  return {
    panel: panel(['2010', '2020'], values, flags),
    catalog: catalog({
      indicators: [indicator('wealth')],
      parameters: [
        parameter('peers_minimum', 3, 'ratio'),
        parameter('typing_minimum_inputs', 0.5),
        parameter('typing_cut', 0.5, 'ratio'),
        parameter('typing_border_band', 0.05, 'ratio'),
        parameter('trend_dead_band', 0.02),
      ],
      axes: [
        axis('resource_security', [
          axisInput('remaining_share', { from: { reserves: 'remaining_share' } }),
          axisInput('output_growth', { from: { reserves: 'output_growth' } }),
        ]),
        axis('sustainable_development', [
          axisInput('wealth', { from: { indicators: [id<'indicator'>('wealth')], relativeTo: 'province' } }),
        ]),
      ],
    }),
    register: register([...units, ...provinces]),
    reserves: (name: CityId) => (name in reserves ? { ...empty, ...reserves[name] } : null),
  };
}

const known = {
  'x-1': { remaining_share: 0.9, output_growth: 0.1 },
  'x-2': { remaining_share: 0.1, output_growth: -0.1 },
  'x-3': { remaining_share: 0.5, output_growth: 0.02 },
};

describe('unitTyper', () => {
  it('types by places within the level, relative to the province', () => {
    const { typeOf } = unitTyper(context(known));
    // By the medians 30 and 20: 1.33, 0.67, 1.5 and 0.5: places 2/3, 1/3, 1, 0.
    const first = typeOf(at(1), year);
    expect(first.sustainability.score).toBeCloseTo(2 / 3, 12);
    expect(first.sustainability.inputs[0]?.value).toBeCloseTo(4 / 3, 12);
    expect(first.security.score).toBe(1);
    expect(first).toMatchObject({ type: 'growing', border: { between: ['growing', 'mature'] } });
    expect(typeOf(at(2), year).type).toBe('declining');
    // Growth within the band of no change is stable.
    expect(typeOf(at(3), year)).toMatchObject({
      type: 'mature',
      border: { between: ['mature', 'regenerating'] },
    });
  });

  it('gives no type without reserves, and says what would help', () => {
    const found = unitTyper(context(known)).typeOf(at(4), year);
    expect(found).toMatchObject({ type: null, reason: 'no-security', security: { score: null } });
    expect(found.security.inputs[0]?.fill?.en).toBe('import for remaining_share');
    expect(found.sustainability.score).toBe(0);
  });

  it('puts nobody in order where too few of the level are known', () => {
    const few = unitTyper(context({ 'x-1': known['x-1'], 'x-2': known['x-2'] })).typeOf(at(1), year);
    expect(few).toMatchObject({ type: null, reason: 'no-security' });
    // The county is alone on its level.
    expect(unitTyper(context(known)).typeOf(at(5), year).reason).toBe('no-axis');
  });

  it('takes the latest year in which enough units have a value, the same for all', () => {
    const values = {
      wealth: [
        [10, 40],
        [20, none],
        [30, none],
        [5, none],
        [1, 1],
      ],
    };
    const [input] = unitTyper(context({}, values)).typeOf(at(1), year).sustainability.inputs;
    expect(input).toMatchObject({ period: '2010', place: 1 / 3 });
  });

  it('leaves doubtful values out', () => {
    const flags = {
      wealth: [
        [0, 1],
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    };
    const found = unitTyper(context({}, undefined, flags)).typeOf(at(1), year);
    expect(found.sustainability.score).toBeNull();
  });

  it('tells a score from the median of its province', () => {
    const { sustainabilityOf } = unitTyper(context(known));
    expect(sustainabilityOf(at(1), year)).toEqual({ score: 2 / 3, median: 0.5 });
    expect(sustainabilityOf(id<'city'>('x-9'), year).score).toBeNaN();
  });

  it('knows nothing without axes or for a unit of no group', () => {
    const bare = { ...context(known), catalog: { ...context(known).catalog, axes: new Map() } };
    expect(unitTyper(bare).typeOf(at(1), year)).toMatchObject({ type: null, reason: 'no-axis' });
    expect(unitTyper(context(known)).typeOf(id<'city'>('north'), year).reason).toBe('no-axis');
  });
});
