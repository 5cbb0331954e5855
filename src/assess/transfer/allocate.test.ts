import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateTransfer, type TransferRequest, type TransferUnit } from './allocate.js';

const none = Number.NaN;
const unit = (city: string, change: Partial<TransferUnit> = {}): TransferUnit => ({
  city,
  fixed: 0,
  population: 100,
  coefficients: { fiscal: 1, cost: 1 },
  phaseOut: null,
  performance: none,
  performanceAmount: none,
  ...change,
});
const schedule = [0.75, 0.5, 0.25];
const allocate = (units: TransferUnit[], change: Partial<TransferRequest> = {}) =>
  allocateTransfer({ budget: 100_000, units, phaseOut: schedule, performance: { pool: 0.01 }, ...change });

describe('allocateTransfer', () => {
  it('solves the amount a head by hand', () => {
    // 1000 yuan less fixed 100 and phase-out 75: 825 over 100 · 2 + 50 · 1 = 250 heads: 3.30 yuan.
    const { perHead, rows, total } = allocate([
      unit('a', { fixed: 10_000, coefficients: { fiscal: 2 } }),
      unit('b', { population: 50 }),
      unit('c', { fixed: 99, phaseOut: { year: 1, base: 10_000 } }),
    ]);
    expect(perHead).toBeCloseTo(3.3, 12);
    expect(total).toBe(100_000);
    expect(rows).toEqual([
      { city: 'a', fixed: 10_000, factor: 66_000, performance: 0, phaseOut: 0, amount: 76_000 },
      { city: 'b', fixed: 0, factor: 16_500, performance: 0, phaseOut: 0, amount: 16_500 },
      { city: 'c', fixed: 0, factor: 0, performance: 0, phaseOut: 7500, amount: 7500 },
    ]);
  });

  it('has no performance line with the switch off, and one of zeros without scores', () => {
    const judged = [unit('a', { performance: 80 }), unit('b', { performance: 60 })];
    expect(allocate(judged, { performance: null }).rows.map((row) => row.performance)).toEqual([null, null]);
    expect(allocate(judged).rows.map((row) => row.performance)).toEqual([1000, -1000]);
    expect(allocate([unit('a'), unit('b')]).rows.map((row) => row.performance)).toEqual([0, 0]);
  });

  it('takes rewards as given where somebody gives them', () => {
    const units = [
      unit('a', { performanceAmount: 300, performance: 0 }),
      unit('b', { performanceAmount: -300 }),
    ];
    expect(allocate(units).rows.map((row) => row.amount)).toEqual([50_300, 49_700]);
    expect(() => allocate([unit('a', { performanceAmount: 300 }), unit('b')])).toThrow(
      /TRANSFER_PERFORMANCE/,
    );
  });

  it('keeps a phase-out at its schedule, whatever the evaluation says', () => {
    const { rows, issues } = allocate([
      unit('a', { performance: 90 }),
      unit('b', { performance: 10 }),
      unit('c', { performance: 0, phaseOut: { year: 3, base: 1001 } }),
    ]);
    expect(rows[2]).toMatchObject({ phaseOut: 251, performance: 0, amount: 251 });
    expect(issues.map((one) => [one.code, one.where])).toEqual([['TRANSFER_PHASE_OUT_PERFORMANCE', 'c']]);
  });

  it('refuses fixed parts above the budget, and money that nobody may get', () => {
    expect(() => allocate([unit('a', { fixed: 100_001 })])).toThrow(/TRANSFER_BUDGET.*1000.01.*1000/);
    expect(allocate([unit('a', { fixed: 100_000 })]).rows[0]).toMatchObject({ factor: 0, amount: 100_000 });
    expect(() => allocate([unit('a', { phaseOut: { year: 1, base: 100 } })])).toThrow(/TRANSFER_BUDGET/);
    expect(() => allocate([])).toThrow(/TRANSFER_BUDGET/);
    expect(allocate([], { budget: 0 })).toMatchObject({ total: 0, perHead: null, rows: [] });
  });

  it.each([
    unit('a', { fixed: -1 }),
    unit('a', { fixed: 0.5 }),
    unit('a', { population: none }),
    unit('a', { population: -1 }),
    unit('a', { coefficients: { fiscal: 0 } }),
    unit('a', { coefficients: { fiscal: none } }),
    unit('a', { phaseOut: { year: 4, base: 1 } }),
    unit('a', { phaseOut: { year: 1.5, base: 1 } }),
    unit('a', { phaseOut: { year: 1, base: none } }),
  ])('refuses what cannot be (%#)', (given) => {
    expect(() => allocate([given])).toThrow(/TRANSFER_UNIT/);
  });
});

const coefficient = fc.double({ min: 0.2, max: 3, noNaN: true });
const anyUnit = fc.record({
  fixed: fc.integer({ min: 0, max: 1e6 }),
  population: fc.integer({ min: 1, max: 1e7 }),
  fiscal: coefficient,
  cost: coefficient,
  ending: fc.option(
    fc.record({ year: fc.integer({ min: 1, max: 3 }), base: fc.integer({ min: 0, max: 1e6 }) }),
  ),
  score: fc.option(fc.integer({ min: 0, max: 100 })),
});
const anyUnits = fc
  .tuple(anyUnit, fc.array(anyUnit, { maxLength: 30 }))
  .map(([first, others]) => [{ ...first, ending: null }, ...others])
  .map((list) =>
    list.map(({ fixed, population, fiscal, cost, ending, score }, at) =>
      unit(`u${at}`, {
        fixed,
        population,
        coefficients: { fiscal, cost },
        phaseOut: ending,
        performance: score ?? none,
      }),
    ),
  );
const budget = fc.integer({ min: 1e9, max: 1e13 });

describe('every allocation', () => {
  it('conserves the budget to the fen, and its lines sum to the amounts', () => {
    fc.assert(
      fc.property(anyUnits, budget, fc.boolean(), (units, whole, judged) => {
        const performance = judged ? { pool: 0.05 } : null;
        const { total, rows } = allocate(units, { budget: whole, performance });
        expect(total).toBe(whole);
        for (const { fixed, factor, performance: moved, phaseOut, amount } of rows) {
          expect(fixed + factor + (moved ?? 0) + phaseOut).toBe(amount);
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(moved === null).toBe(!judged);
        }
        const moved = rows.reduce((sum, row) => sum + (row.performance ?? 0), 0);
        expect(moved).toBe(0);
      }),
      { seed: 55 },
    );
  });

  it('is monotone in each coefficient, but for the fen of the rounding', () => {
    fc.assert(
      fc.property(anyUnits, budget, fc.constantFrom('fiscal', 'cost'), (units, whole, name) => {
        const raised = units.map((one, at) =>
          at === 0
            ? {
                ...one,
                coefficients: { ...one.coefficients, [name]: (one.coefficients[name] as number) * 1.3 },
              }
            : one,
        );
        const options = { budget: whole, performance: null };
        const [before, after] = [allocate(units, options), allocate(raised, options)];
        before.rows.forEach((row, at) => {
          const now = after.rows[at]?.amount as number;
          if (at === 0) expect(now).toBeGreaterThanOrEqual(row.amount - 1);
          else expect(now).toBeLessThanOrEqual(row.amount + 1);
        });
        const several = units.filter(({ phaseOut }) => phaseOut === null).length > 1;
        if (several) expect(after.perHead).toBeLessThan(before.perHead as number);
      }),
      { seed: 56 },
    );
  });

  it('never pays a phase-out below its schedule', () => {
    fc.assert(
      fc.property(anyUnits, budget, (units, whole) => {
        const { rows } = allocate(units, { budget: whole });
        units.forEach(({ phaseOut }, at) => {
          if (phaseOut === null) return;
          const due = phaseOut.base * (schedule[phaseOut.year - 1] as number);
          expect(rows[at]?.amount).toBeGreaterThanOrEqual(due);
        });
      }),
      { seed: 57 },
    );
  });
});
