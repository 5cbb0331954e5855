import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../base/index.js';
import type { Problem } from '../catalog/index.js';
import { flag } from '../observe/index.js';
import { type CheckupRequest, checkupAll } from './checkup.js';
import {
  catalog,
  index,
  indicator,
  leaf,
  light,
  panel,
  problem,
  register,
  registerOf,
} from './testing/sample.js';

const none = Number.NaN;
const year = id<'period'>('2020');
const a = id<'indicator'>('a');
const b = id<'indicator'>('b');

const problems: readonly Problem[] = [
  problem('low_a', {
    when: { indicator: a, is: 'lt', than: 2 },
    magnitude: a,
    advice: { en: 'do', zh: '做' },
  }),
  problem('red_b', {
    when: {
      all: [
        { light: b, in: ['red'] },
        { indicator: a, is: 'ge', than: 0 },
      ],
    },
    magnitude: b,
  }),
  problem('flattering', {
    kind: 'caveat',
    severity: 'watch',
    when: { indicator: a, is: 'gt', than: 5 },
    magnitude: a,
    marks: [b],
  }),
];

function request(
  rows: readonly (readonly [number, number])[],
  more: Partial<CheckupRequest> = {},
): CheckupRequest {
  return {
    panel: panel(['2010', '2020'], {
      a: rows.map(([value]) => [none, value]),
      b: rows.map(([, value]) => [none, value]),
    }),
    catalog: catalog({
      indicators: [indicator('a'), indicator('b', { better: 'less' })],
      indices: [
        index('first', [leaf('a', 0.5), leaf('b', 0.5)]),
        index('old', [leaf('a')], { periods: ['2010'] }),
      ],
      lights: [light('a'), light('b')],
      problems,
    }),
    register: registerOf(rows.length),
    period: year,
    ranks: { runs: 50 },
    ...more,
  };
}

const rows: readonly (readonly [number, number])[] = [
  [1, 1],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 6],
  [none, 2],
];

describe('checkupAll', () => {
  it('gives scores, standing and rank of the indices that have the period', () => {
    const [first, , , , fifth, sixth] = checkupAll(request(rows));
    expect(first?.scores).toEqual({ first: 50, 'first.a': 0, 'first.b': 100 });
    expect(first?.standing.first).toMatchObject({ score: 50, ranked: 6, coverage: 1 });
    expect(Object.keys(first?.standing ?? {})).toEqual(['first']);
    expect(first?.rank).toBe(first?.standing.first?.rank);
    expect(fifth?.scores).toEqual({ first: 50, 'first.a': 100, 'first.b': 0 });
    expect(sixth?.scores).toEqual({ first: 80, 'first.a': null, 'first.b': 80 });
    expect(sixth?.rank).toBe(1);
  });

  it('lights every indicator, counts what is known and names what is missing', () => {
    const [first, , , , , sixth] = checkupAll(request(rows));
    expect(first?.lights.a?.final).toBe('red');
    expect(first?.lights.b?.final).toBe('green');
    expect(first?.coverage).toBe(1);
    expect(sixth?.lights.a?.final).toBe('none');
    expect(sixth?.missing).toEqual(['a']);
    expect(sixth?.coverage).toBe(0.5);
  });

  it('finds problems and caveats, and leaves open what lacks a value', () => {
    const checkups = checkupAll(request(rows));
    expect(checkups.map(({ findings }) => findings.map((one) => one.problem))).toEqual([
      ['low_a'],
      [],
      [],
      // b is red above 4.75, the upper quartile of 1 to 6.
      ['red_b'],
      ['red_b', 'flattering'],
      [],
    ]);
    expect(checkups[4]?.lights.b?.caveats).toEqual(['flattering']);
    expect(checkups[4]?.lights.a?.caveats).toEqual([]);
    // b of the last city is not red, which alone decides the second problem.
    const open = checkups[5]?.issues.find(({ code }) => code === 'ASSESS_UNDECIDED');
    expect(open?.message.en).toBe(
      'x-6 x-6 x-6 2020: 2 problems cannot be decided; values are missing or compare two areas: low_a (a); flattering (a)',
    );
  });

  it('gives a finding its magnitude, confidence and addresses', () => {
    const made = request(rows);
    const flags = made.panel.columns.get(a)?.flags as Uint8Array;
    flags[9] = flag.doubtful;
    const red = checkupAll(made)[4]?.findings[0];
    expect(red).toMatchObject({
      id: 'finding/x-5/2020/red_b',
      magnitude: { low: 6, mid: 6, high: 6, unit: 'share' },
      confidence: 0.5,
      evidence: ['value/x-5/2020/b', 'value/x-5/2020/a', 'light/x-5/2020/b'],
    });
    expect(checkupAll(made)[4]?.issues.map(({ code }) => code)).toEqual(['ASSESS_VALUES_DOUBTFUL']);
  });

  it('names strong and weak points by the place in the class', () => {
    const [first, , third, , , sixth] = checkupAll(request(rows));
    expect([first?.strongest, first?.weakest]).toEqual([['b'], ['a']]);
    expect([third?.strongest, third?.weakest]).toEqual([[], ['b']]);
    expect([sixth?.strongest, sixth?.weakest]).toEqual([['b'], []]);
  });

  it('says where the boundary changed, areas were summed or no row exists', () => {
    const plain = registerOf(6, (at) => (at === 1 ? { areas: new Map([['2020', []]]) } : {}));
    const text = { en: '', zh: '' };
    const reg = register(plain.cities, [{ code: 'x-1', year: 2016, scope: 'whole', text }]);
    const made = request(rows, { register: reg });
    const trend = catalog({
      indicators: [indicator('a'), indicator('b')],
      lights: [light('a', { trendYears: 10 })],
    });
    made.panel.columns.get(a)?.flags.fill(flag.summed, 1, 2);
    const codes = checkupAll({ ...made, catalog: trend }).map(({ issues }) => issues.map(({ code }) => code));
    expect(codes).toEqual([
      ['ASSESS_BOUNDARY_CHANGED', 'ASSESS_AREAS_SUMMED'],
      ['ASSESS_NO_ROW'],
      [],
      [],
      [],
      [],
    ]);
  });

  it('checks up the chosen cities as it would among all', () => {
    const made = request(rows);
    const one = checkupAll({ ...made, cities: [id<'city'>('x-3')] });
    expect(one).toEqual([checkupAll(made)[2]]);
  });

  it('refuses a period without data and a city that is not there', () => {
    expect(() => checkupAll(request(rows, { period: id<'period'>('1999') }))).toThrow(
      /PERIOD_UNKNOWN.*1999.*2010, 2020/,
    );
    expect(() => checkupAll(request(rows, { cities: [id<'city'>('x-99')] }))).toThrow(/CITY_UNKNOWN/);
  });

  it('leaves out the lights of what nobody has in the period', () => {
    const [only] = checkupAll(request([[1, none]], { ranks: { runs: 2 } }));
    expect(Object.keys(only?.lights ?? {})).not.toContain('b');
    expect(only?.missing).not.toContain('b');
  });

  it('never lights a missing value, whatever the values are', () => {
    const value = fc.oneof(fc.double({ min: -10, max: 10, noNaN: true }), fc.constant(none));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 15 }), (made) => {
        for (const [at, checkup] of checkupAll(request(made, { ranks: { runs: 2 } })).entries()) {
          const [first, second] = made[at] as [number, number];
          if (Number.isNaN(first)) expect(checkup.lights.a?.final ?? 'none').toBe('none');
          if (Number.isNaN(second)) expect(checkup.lights.b?.final ?? 'none').toBe('none');
          expect(checkup.findings.filter(({ magnitude }) => Number.isNaN(magnitude.mid))).toEqual([]);
        }
      }),
      { seed: 21, numRuns: 40 },
    );
  });
});
