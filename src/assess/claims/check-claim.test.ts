import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../../base/index.js';
import type { Recomputation } from '../../catalog/index.js';
import { catalog, city, cityIds, indicator, panel, register, registerOf } from '../testing/sample.js';
import { checkClaim, levelsOfClaims } from './check-claim.js';
import { chooseUnits } from './choose-units.js';
import { recompute } from './recompute.js';
import { allUnits, claimOf, count, figure, world } from './testing/sample-claim.js';

const growth = id<'indicator'>('growth');
const own = id<'indicator'>('own');
const sample = catalog({ indicators: [indicator('growth'), indicator('own'), indicator('people')] });
const places = world(
  sample,
  registerOf(4),
  panel(['2020'], {
    growth: [[0.1], [-0.1], [0], [-0.2]],
    own: [[0.2], [0.05], [0.1], [-0.1]],
    people: [[10], [20], [30], [Number.NaN]],
  }),
);
const grew = count({ indicator: growth, is: 'ge', than: 0 });
const value = (by: Recomputation, constants: Readonly<Record<string, number>> = {}) =>
  recompute(places, claimOf({ constants, readings: [{}] }), by).value;
const verdict = (...readings: readonly Recomputation[]) =>
  checkClaim(places, claimOf({ readings: readings.map((by) => ({ figure: by })) })).verdict;
const cannot: Recomputation = {
  op: 'cannot',
  reason: { en: 'no table', zh: '无表' },
  needs: { en: 'a table', zh: '一张表' },
};

describe('arithmetic over constants', () => {
  const numbers = { a: 2, b: 8, none: 0 };

  it.each([
    [{ op: 'sum', of: ['a', 'b'] }, 10],
    [{ op: 'product', of: ['a', 'b'] }, 16],
    [{ op: 'difference', of: ['a', 'b'] }, -6],
    [{ op: 'ratio', of: ['a', 'b'] }, 0.25],
    [{ op: 'change', of: ['a', 'b'] }, 3],
    [{ op: 'growth_per_year', of: ['a', 'b'], years: 2 }, 1],
    [{ op: 'sum', of: [{ op: 'ratio', of: ['b', 'a'] }, 'a'] }, 6],
  ] as const)('%j is %d', (by, expected) => {
    expect(value(by, numbers)).toBeCloseTo(expected, 12);
  });

  it('is missing, never zero, where it divides by zero or grows from nothing', () => {
    const lost = [
      { op: 'ratio', of: ['a', 'none'] },
      { op: 'change', of: ['none', 'a'] },
      { op: 'growth_per_year', of: ['none', 'a'], years: 3 },
      { op: 'sum', of: ['a', 'unknown'] },
    ] as const;
    expect(lost.map((by) => value(by, numbers))).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('turns units into their base before it counts and back for the published figure', () => {
    const claim = claimOf({
      published: { figure: figure(50, { unit: id<'unit'>('percent') }) },
      constants: { a: 1, b: 2 },
      readings: [{ figure: { op: 'ratio', of: ['a', 'b'] } }],
    });
    const result = checkClaim(places, claim);
    expect(result.readings[0]?.figures[0]?.recomputed).toBeCloseTo(50, 12);
    expect(result.verdict).toBe('holds');
  });

  it('gives growth per year back as what it grew from', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.integer({ min: 1, max: 30 }),
        (a, b, years) => {
          const rate = value({ op: 'growth_per_year', of: ['a', 'b'], years }, { a, b }) as number;
          expect(a * (1 + rate) ** years).toBeCloseTo(b, 6);
        },
      ),
    );
  });
});

describe('counts and sums over units', () => {
  it('counts who meets a condition, names them and gives every value its address', () => {
    const found = recompute(places, claimOf({ readings: [{}] }), grew);
    expect(found.value).toBe(2);
    expect(found.members).toEqual(['x-1', 'x-3']);
    expect(found.inputs.map(({ address, counted }) => [address, counted])).toEqual([
      ['value/x-1/2020/growth', true],
      ['value/x-2/2020/growth', false],
      ['value/x-3/2020/growth', true],
      ['value/x-4/2020/growth', false],
    ]);
  });

  it('compares two indicators', () => {
    expect(value(count({ indicator: own, is: 'gt', than: { indicator: growth } }))).toBe(4);
    expect(value(count({ indicator: own, is: 'lt', than: { indicator: growth } }))).toBe(0);
  });

  const people = id<'indicator'>('people');
  const total = (coverage: number): Recomputation => ({
    op: 'total',
    indicator: people,
    period: id<'period'>('2020'),
    units: allUnits,
    coverage,
  });

  it('is missing where fewer units have values than it asks for, and says who lacks them', () => {
    expect(value(total(0.75))).toBe(60);
    expect(value(total(0.76))).toBeNaN();
    const { gaps } = recompute(places, claimOf({ readings: [{}] }), total(1));
    expect(gaps[0]?.reason.en).toBe('1 of 4 units have no people of 2020: x-4');
    expect(value(count({ indicator: people, is: 'ge', than: 0 }))).toBeNaN();
  });

  it('takes means, plain and weighted', () => {
    const mean = (weight: typeof people | null): Recomputation => ({
      op: 'mean',
      indicator: growth,
      weight,
      period: id<'period'>('2020'),
      units: allUnits,
      coverage: 0.5,
    });
    expect(value(mean(null))).toBeCloseTo(-0.05, 12);
    expect(value(mean(people))).toBeCloseTo((0.1 * 10 - 0.1 * 20) / 60, 12);
  });

  it('counts rows of the register, without those inside another', () => {
    const all = register([
      city('x-1', { adcode: '1', batch: { number: 1, year: 2008, kind: 'coal' } }),
      city('x-2', { adcode: '2', parent: '1', level: 'district' }),
      city('x-3', { adcode: '3', type: 'mature', listed: false }),
      city('x-4', { adcode: '4', level: 'country' }),
    ]);
    const chosen = (more: Partial<typeof allUnits>) =>
      chooseUnits(all, { ...allUnits, ...more }).map((one) => one.id);
    expect(chosen({})).toEqual(['x-1', 'x-2', 'x-3']);
    expect(chosen({ outermost: true })).toEqual(['x-1', 'x-3']);
    expect(chosen({ listed: true })).toEqual(['x-1', 'x-2']);
    expect(chosen({ listed: false, types: ['mature'] })).toEqual(['x-3']);
    expect(chosen({ batches: [1] })).toEqual(['x-1']);
    expect(chosen({ kinds: ['oil'] })).toEqual([]);
    expect(chosen({ levels: ['country'] })).toEqual(['x-4']);
  });

  it('reads one value, a class and a unit', () => {
    const one = (period: string): Recomputation => ({
      op: 'value',
      city: cityIds(1)[0] as never,
      indicator: growth,
      period: id<'period'>(period),
    });
    expect(value(one('2020'))).toBe(0.1);
    expect(value(one('2010'))).toBeNaN();
    const type: Recomputation = { op: 'register', city: cityIds(1)[0] as never, field: 'type' };
    expect(value(type)).toBe('declining');
    const same = (a: string, b: string): Recomputation => ({
      op: 'same_base',
      of: [id<'unit'>(a), id<'unit'>(b)],
    });
    expect([value(same('percent', 'share')), value(same('person', 'share'))]).toEqual([1, 0]);
  });
});

describe('the verdict', () => {
  const agrees: Recomputation = { op: 'same_base', of: [id<'unit'>('share'), id<'unit'>('share')] };
  const differs: Recomputation = { op: 'same_base', of: [id<'unit'>('share'), id<'unit'>('person')] };

  it.each([
    [[agrees], 'holds'],
    [[agrees, differs], 'holds'],
    [[differs, agrees], 'holds only if'],
    [[cannot, agrees], 'holds only if'],
    [[differs, differs], 'does not hold'],
    [[differs, cannot], 'does not hold'],
    [[cannot], 'cannot be checked'],
    [[cannot, differs], 'cannot be checked'],
  ] as const)('of %# is right', (readings, expected) => {
    expect(verdict(...readings)).toBe(expected);
  });

  it('names the condition under which it holds', () => {
    const claim = claimOf({ readings: [{ figure: differs }, { figure: agrees }] });
    expect(checkClaim(places, claim).condition?.en).toBe('condition 1');
  });

  it('does not hold as soon as one figure differs, and is open where another is missing', () => {
    const published = { first: figure(1), second: figure(1) };
    const outcome = (first: Recomputation, second: Recomputation) =>
      checkClaim(places, claimOf({ published, readings: [{ first, second }] })).readings[0]?.outcome;
    expect(outcome(agrees, differs)).toBe('differs');
    expect(outcome(cannot, differs)).toBe('differs');
    expect(outcome(agrees, cannot)).toBe('open');
    expect(outcome(agrees, agrees)).toBe('agrees');
  });

  it('agrees at the tolerance and not beyond it', () => {
    const within = (tolerance: number) =>
      checkClaim(
        places,
        claimOf({
          published: { figure: figure(10, { tolerance }) },
          constants: { ours: 10.5 },
          readings: [{ figure: 'ours' }],
        }),
      ).verdict;
    expect([within(0.5), within(0.499999)]).toEqual(['holds', 'does not hold']);
  });

  it.each([
    ['ge', true, true, false],
    ['gt', true, false, false],
    ['le', false, true, true],
    ['lt', false, false, true],
  ] as const)('compares by %s above, at and below', (is, above, at, below) => {
    const holds = (ours: number) =>
      checkClaim(
        places,
        claimOf({
          published: { figure: figure(10, { is }) },
          constants: { ours },
          readings: [{ figure: 'ours' }],
        }),
      ).verdict === 'holds';
    expect([holds(11), holds(10), holds(9)]).toEqual([above, at, below]);
  });

  it('never turns a claim that holds into one that does not as the tolerance grows', () => {
    const numbers = fc.double({ min: -50, max: 50, noNaN: true });
    const tolerances = fc.double({ min: 0, max: 50, noNaN: true });
    const holds = (ours: number, tolerance: number) =>
      checkClaim(
        places,
        claimOf({
          published: { figure: figure(0, { tolerance }) },
          constants: { ours },
          readings: [{ figure: 'ours' }],
        }),
      ).verdict === 'holds';
    fc.assert(
      fc.property(numbers, tolerances, (ours, tolerance) => {
        expect(holds(ours, tolerance) && !holds(ours, tolerance + 1)).toBe(false);
      }),
    );
  });
});

it('asks for panels of levels only where a claim reaches beyond the list', () => {
  const over = (more: Partial<typeof allUnits>) => count(null, '2020', { ...allUnits, ...more });
  const claims = [
    claimOf({ readings: [{ figure: over({ listed: true, levels: ['county'] }) }] }),
    claimOf({
      readings: [{ figure: { op: 'ratio', of: [over({ levels: ['prefecture'] }), over({})] } }],
      beside: { more: over({ levels: ['district'] }) },
    }),
  ];
  expect(levelsOfClaims(claims)).toEqual(['prefecture', 'district']);
});
