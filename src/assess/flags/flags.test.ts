import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import type { Condition } from '../../catalog/index.js';
import { judgeContext } from '../judge.js';
import {
  branch,
  catalog,
  cityIds,
  index,
  indicator,
  leaf,
  light,
  lightParameters,
  panel,
  parameter,
  problem,
  registerOf,
} from '../testing/sample.js';
import { caveatsOf, flagsBeside, flagsOf, flatteringIndicators } from './decide-flags.js';
import { flagBook } from './flag-book.js';
import { indicatorsByNode } from './index-leaves.js';

const share = id<'indicator'>('share');
const people = id<'indicator'>('people');
const fell: Condition = { indicator: people, is: 'le', than: { parameter: 'cut' } };
const rose: Condition = { indicator: id<'indicator'>('change'), is: 'gt', than: 0 };
const rules = catalog({
  indicators: ['share', 'change', 'people', 'lit'].map((name) => indicator(name)),
  parameters: [...lightParameters(), parameter('cut', -0.05)],
  lights: [
    light('lit', { peers: false, target: { green: 1, red: 0, reference: id<'reference'>('x'), mark: 'D' } }),
  ],
  problems: [
    problem('disguise', {
      kind: 'caveat',
      disguise: true,
      when: { all: [rose, fell] },
      magnitude: people,
      marks: [share],
    }),
    problem('by_light', {
      kind: 'caveat',
      when: { light: id<'indicator'>('lit'), in: ['red'] },
      magnitude: people,
      marks: [share, people],
    }),
    problem('no_caveat', { when: fell, magnitude: people, marks: [share] }),
  ],
});
const nan = Number.NaN;
/** At the cut, just above it, without change, without people, lit red, with the number itself missing. */
const places = panel(['2020'], {
  share: [[0.5], [0.5], [0.5], [0.5], [0.5], [nan]],
  change: [[0.1], [0.1], [0], [0.1], [0], [0.1]],
  people: [[-0.05], [-0.0499], [-0.2], [nan], [0], [-0.1]],
  lit: [[1], [1], [1], [1], [-1], [1]],
});
const register = registerOf(6);
const period = id<'period'>('2020');
const found = (city: number) =>
  flagsOf(judgeContext(places, rules, register, period), city).map((one) => one.id);

describe('flags', () => {
  it('are the caveats whose condition holds, bounds included; missing flags nothing', () => {
    expect([0, 1, 2, 3].map(found)).toEqual([['disguise'], [], [], []]);
  });

  it('read lights that nobody judged yet, and take those that somebody did', () => {
    expect(found(4)).toEqual(['by_light']);
    const context = judgeContext(places, rules, register, period);
    expect(flagsOf(context, 4, () => 'green')).toEqual([]);
  });

  it('leave problems out', () => {
    expect(caveatsOf(rules).map((one) => one.id)).toEqual(['disguise', 'by_light']);
    expect([...flatteringIndicators(rules)]).toEqual(['share', 'people']);
  });

  it('say beside which numbers they stand', () => {
    const flags = flagsOf(judgeContext(places, rules, register, period), 0);
    expect(flagsBeside(flags, share).map((one) => [one.id, one.disguise])).toEqual([['disguise', true]]);
    expect(flagsBeside(flags, people)).toEqual([]);
  });
});

describe('the book of flags', () => {
  const book = flagBook(places, rules, register);
  const [first = '', , , , , last = ''] = cityIds(6);
  const city = (name: string) => id<'city'>(name);

  it('knows the flags beside one number and beside any of several', () => {
    expect(book.beside(city(first), period, share).map((one) => one.id)).toEqual(['disguise']);
    expect(book.besideAny(city(first), period, [people, share]).map((one) => one.id)).toEqual(['disguise']);
    expect(book.besideAny(city(first), period, [people])).toEqual([]);
  });

  it('sets none beside a missing number, an unknown city or period', () => {
    expect(book.flags(city(last), period).map((one) => one.id)).toEqual(['disguise']);
    expect(book.beside(city(last), period, share)).toEqual([]);
    expect(book.beside(city('x-99'), period, share)).toEqual([]);
    expect(book.beside(city(first), id<'period'>('1999'), share)).toEqual([]);
  });
});

it('a score carries the flags of all indicators below its node', () => {
  const tree = index('all', [branch('one', [leaf('share'), leaf('people')]), leaf('lit')]);
  expect(Object.fromEntries(indicatorsByNode(tree))).toEqual({
    'all.one.share': ['share'],
    'all.one.people': ['people'],
    'all.one': ['share', 'people'],
    'all.lit': ['lit'],
    all: ['share', 'people', 'lit'],
  });
});
