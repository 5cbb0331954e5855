import { describe, expect, it } from 'vitest';
import { type IndicatorId, id, type Period } from '../base/index.js';
import { comparesTwoAreas, judgedValue } from './comparable.js';
import { judgeContext, judgeIndicator } from './judge.js';
import {
  catalog,
  city,
  formula,
  indicator,
  light,
  lightParameters,
  panel,
  register,
} from './testing/sample.js';

const named = (name: string) => id<'indicator'>(name) as IndicatorId;
const growth = (of: string) => ({ formula: formula('growth', [of], { years: 10 }) });

/** x-1 was enlarged in 2015, x-2 was not. */
function context() {
  const places = [1, 2].map((n) => city(`x-${n}`));
  return judgeContext(
    panel(['2010', '2020'], {
      change: [
        [Number.NaN, 0.8],
        [Number.NaN, 0.1],
      ],
      change_aligned: [
        [Number.NaN, -0.1],
        [Number.NaN, 0.1],
      ],
      either: [
        [Number.NaN, -0.1],
        [Number.NaN, 0.1],
      ],
      share: [
        [0.2, 0.3],
        [0.2, 0.3],
      ],
    }),
    catalog({
      indicators: [
        indicator('change', growth('people')),
        indicator('change_aligned', { ...growth('people_aligned'), acrossBreaks: true }),
        indicator('either', { formula: formula('first', ['change_aligned', 'change']) }),
        indicator('other', { formula: formula('difference', ['change', 'share']) }),
        indicator('share'),
      ],
      lights: [
        light('change', { target: { green: 0, red: -0.05, reference: id<'reference'>('r'), mark: 'D' } }),
      ],
      parameters: lightParameters(),
    }),
    register(places, [{ code: 'x-1', year: 2015, scope: 'whole', text: { en: 'b', zh: 'b' } }]),
    id<'period'>('2020') as Period,
  );
}

describe('comparesTwoAreas', () => {
  it.each([
    ['change', true],
    ['change_aligned', false],
    ['either', false],
    ['other', true],
    ['share', false],
    ['nowhere', false],
  ])('of %s where the area changed: %s', (name, expected) => {
    expect(comparesTwoAreas(context(), named(name), 0)).toBe(expected);
    expect(comparesTwoAreas(context(), named(name), 1)).toBe(false);
  });

  it('leaves such a value without light, and judges the others', () => {
    const found = context();
    const rule = found.catalog.lights.get(named('change'));
    if (!rule) throw new Error('no rule');
    expect(judgeIndicator(found, rule, 0).final).toBe('none');
    expect(judgeIndicator(found, rule, 1).final).toBe('green');
    expect(judgedValue(found, named('change'), 0)).toBeNaN();
    expect(judgedValue(found, named('change_aligned'), 0)).toBe(-0.1);
  });
});
