import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle, matchCases, modeOf, type PlaceTraits, similarTo, spanOf } from './index.js';

const rules = { target: 1, share: 2 / 3 };
const ends = (first: number, last: number) => ({ first, last });
/** A country in which nothing grew. */
const still = { chain: ends(1000, 900), outside: ends(1000, 1000) };
const jobs = (
  resource: readonly [number, number],
  chain: readonly [number, number],
  outside: readonly [number, number],
) => ({ resource: ends(...resource), chain: ends(...chain), outside: ends(...outside) });

describe('modeOf', () => {
  it.each([
    [
      'other branches carry the loss',
      jobs([100, 40], [50, 40], [100, 170]),
      'replacement',
      'outside_carries',
    ],
    ['exactly two thirds outside', jobs([100, 40], [50, 70], [100, 140]), 'replacement', 'outside_carries'],
    ['exactly one third outside', jobs([100, 40], [50, 90], [100, 120]), 'extension', 'chain_carries'],
    ['both carry it', jobs([100, 40], [50, 80], [100, 130]), 'hybrid', 'both_carry'],
    ['gains are one job short', jobs([100, 40], [50, 50], [100, 159]), 'too_early', 'not_made_good'],
    ['gains equal the loss', jobs([100, 40], [50, 50], [100, 160]), 'replacement', 'outside_carries'],
    ['nothing grew', jobs([100, 40], [50, 40], [100, 100]), 'too_early', 'nothing_grew'],
    [
      'the resource grows with its chain',
      jobs([100, 120], [50, 90], [100, 110]),
      'extension',
      'chain_carries',
    ],
    ['the resource stands', jobs([100, 100], [50, 50], [100, 170]), 'too_early', 'resource_stands'],
    ['a figure is missing', jobs([100, Number.NaN], [50, 80], [100, 130]), null, 'missing'],
    ['another is missing', jobs([100, 40], [50, 80], [Number.NaN, 130]), null, 'missing'],
  ] as const)('%s', (_, figures, label, reason) => {
    expect(modeOf(figures, still, rules)).toMatchObject({ label, reason });
  });

  it('says what it rests on', () => {
    expect(modeOf(jobs([100, 40], [50, 80], [100, 160]), still, rules)).toMatchObject({
      lost: 60,
      chain: 30,
      outside: 60,
      madeGood: 1.5,
      outsidePart: 2 / 3,
    });
    const stands = modeOf(jobs([100, 120], [50, 40], [100, 90]), still, rules);
    expect([stands.lost, stands.madeGood, stands.outsidePart]).toEqual([0, Number.NaN, Number.NaN]);
  });

  it('counts only what grew beyond the country, and no smaller fall as a gain', () => {
    const figures = jobs([100, 40], [50, 45], [100, 200]);
    const country = (last: number) => ({ chain: ends(1000, 500), outside: ends(1000, last) });
    expect(modeOf(figures, country(1400), rules)).toMatchObject({
      chain: 0,
      outside: 60,
      label: 'replacement',
    });
    expect(modeOf(figures, country(1410), rules).reason).toBe('not_made_good');
    expect(modeOf(figures, country(2000), rules).reason).toBe('nothing_grew');
    expect(modeOf(figures, country(Number.NaN), rules).reason).toBe('missing');
    expect(modeOf(figures, { ...still, chain: ends(0, 5) }, rules).reason).toBe('missing');
  });

  it('depends on proportions alone', () => {
    const count = fc.integer({ min: 1, max: 1000 });
    const pair = fc.tuple(count, count);
    fc.assert(
      fc.property(pair, pair, pair, (a, b, c) => {
        const twice = ([first, last]: readonly [number, number]) => [first * 2, last * 2] as const;
        expect(modeOf(jobs(twice(a), twice(b), twice(c)), still, rules).label).toBe(
          modeOf(jobs(a, b, c), still, rules).label,
        );
      }),
      { seed: 7 },
    );
  });
});

const none = Number.NaN;

describe('similarTo', () => {
  // deviations (dividing by n) 1 and 10 over the rows that have a value
  const table = {
    values: Float64Array.of(1, 10, 3, 10, 1, 30, 3, 30, none, 30, 1, none),
    weights: Float64Array.of(1, 1),
  };

  it('takes standard deviations over those that have the value, and the root of their mean square', () => {
    const found = similarTo({ ...table, values: table.values.slice(0, 8) }, 0, 2);
    expect(found.map(({ row, distance, shared }) => [row, distance, shared])).toEqual([
      [1, Math.sqrt(2), 2],
      [2, Math.sqrt(2), 2],
      [3, 2, 2],
    ]);
    expect([...(found[0]?.gaps ?? [])]).toEqual([2, 0]);
  });

  it('compares by what both have, and leaves out who shares too little', () => {
    expect(similarTo(table, 0, 2).map(({ row }) => row)).toEqual([1, 2, 3]);
    const few = similarTo(table, 0, 1);
    expect(few[0]).toMatchObject({ row: 5, distance: 0, shared: 1 });
    expect(few.find(({ row }) => row === 4)).toMatchObject({ shared: 1 });
    expect(few.find(({ row }) => row === 4)?.gaps[0]).toBeNaN();
  });

  it('lets no indicator without spread and no city without any figure take part', () => {
    const flat = { values: Float64Array.of(1, 5, 2, 5, none, 5), weights: Float64Array.of(1, 1) };
    expect(similarTo(flat, 0, 0).map(({ row, shared }) => [row, shared])).toEqual([[1, 1]]);
    expect(similarTo(flat, 2, 0)).toEqual([]);
  });

  it('weighs', () => {
    const weighed = { ...table, values: table.values.slice(0, 8), weights: Float64Array.of(3, 1) };
    const found = similarTo(weighed, 0, 2);
    expect(found.map(({ row }) => row)).toEqual([2, 1, 3]);
    expect(found[0]?.distance).toBeCloseTo(1, 12);
    expect(found[1]?.distance).toBeCloseTo(Math.sqrt(3), 12);
  });

  it('is the same from both sides and under another unit', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(values, (own) => {
        const weights = Float64Array.of(1, 2, 1);
        const of = (factor: number, from: number, to: number) =>
          similarTo({ values: Float64Array.from(own, (one) => one * factor + 3), weights }, from, 0).find(
            ({ row }) => row === to,
          )?.distance ?? -1;
        expect(of(1, 0, 3)).toBeCloseTo(of(1, 3, 0), 9);
        expect(of(1, 0, 3)).toBeCloseTo(of(10, 0, 3), 9);
      }),
      { seed: 8 },
    );
  });
});

describe('matchCases', () => {
  const place = (over: Partial<PlaceTraits> = {}): PlaceTraits => ({
    resources: ['coal'],
    size: 1e6,
    remoteness: 300,
    stage: 'declining',
    shrinkage: -0.1,
    ...over,
  });
  const only = (resources: readonly string[]): PlaceTraits =>
    place({ resources, size: none, remoteness: none, stage: null, shrinkage: none });
  const spans = { size: Math.log(100), remoteness: 600, shrinkage: 0.5 };
  const match = (cases: readonly PlaceTraits[], failures: readonly number[], shown = 3, minimum = 2) =>
    matchCases(place(), cases, {
      failures: cases.map((_, at) => failures.includes(at)),
      spans,
      shown,
      minimum,
    });

  it('means the differences that are known', () => {
    const [found] = match([place({ size: 1e5, remoteness: 600, shrinkage: none, stage: 'mature' })], []);
    expect(found?.differences.slice(0, 4).map((one) => Number(one.toFixed(12)))).toEqual([0, 0.5, 0.5, 1]);
    expect(found?.differences[4]).toBeNaN();
    expect(found?.distance).toBeCloseTo(0.5, 12);
    expect(found?.shared).toBe(4);
  });

  it('counts no difference above 1, and any shared resource as the same', () => {
    const [found] = match([place({ resources: ['forest', 'coal'], size: 1, remoteness: 9000 })], []);
    expect(found?.differences).toEqual([0, 1, 1, 0, 0]);
  });

  it('always shows a failure, the nearest that shares enough before one that shares little', () => {
    const cases = [
      place(),
      place({ size: 9e5 }),
      place({ size: 8e5 }),
      only(['coal']),
      place({ stage: 'mature' }),
    ];
    expect(match(cases, [3, 4]).map(({ at, asFailure }) => [at, asFailure])).toEqual([
      [0, false],
      [1, false],
      [4, true],
    ]);
    expect(match(cases, [3]).map(({ at }) => at)).toEqual([0, 1, 3]);
    expect(match(cases, [1]).map(({ at, asFailure }) => [at, asFailure])).toEqual([
      [0, false],
      [1, false],
      [2, false],
    ]);
    expect(match(cases, [3], 1).map(({ at }) => at)).toEqual([3]);
    expect(match(cases, [])).toHaveLength(3);
  });

  it('ranks nothing that shares too little or nothing', () => {
    expect(match([only(['coal']), only([])], [])).toEqual([]);
    expect(match([only(['coal']), only([])], [], 3, 0).map(({ at }) => at)).toEqual([0]);
    expect(match([only([])], [0])).toEqual([]);
  });

  it('puts a failure among the matches of any city where the library has one', () => {
    const size = fc.integer({ min: 1000, max: 10_000_000 });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 9 }), fc.nat(8), (sizes, last) => {
        const at = last % sizes.length;
        const found = match(
          sizes.map((one) => place({ size: one })),
          [at],
        );
        expect(found.some((one) => one.at === at)).toBe(true);
        expect(found.length).toBeLessThanOrEqual(3);
      }),
      { seed: 9 },
    );
  });
});

describe('spans and distances on the globe', () => {
  it('are as by hand', () => {
    expect(spanOf([3, none, -1, Number.NEGATIVE_INFINITY], 0)).toBe(4);
    expect(spanOf([0, 10, 20, 30, 1000], 0.25)).toBe(20);
    expect(spanOf([none], 0)).toBe(0);
    // a degree of latitude, and half way round the equator
    expect(greatCircle([100, 30], [100, 31])).toBeCloseTo(111.195, 2);
    expect(greatCircle([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6371.0088, 6);
    expect(greatCircle([120, 45], [120, 45])).toBe(0);
  });
});
