import { AfterlodeError, type Issue, issue, type Text } from '../../base/index.js';
import { divideFen } from './fen.js';
import { givenPerformance, scoredPerformance } from './performance.js';
import { phaseOutFen } from './terms.js';

/** One unit of an allocation. Amounts in whole fen; `NaN` is missing. */
export interface TransferUnit {
  readonly city: string;
  /** Fixed amount of its grade, fen. */
  readonly fixed: number;
  /** Persons that the formula counts. */
  readonly population: number;
  /** Coefficients of the formula, by name; each above 0. */
  readonly coefficients: Readonly<Record<string, number>>;
  /** Year of the phase-out, from 1, with the last amount before it, fen; null: supported by the formula. */
  readonly phaseOut: { readonly year: number; readonly base: number } | null;
  /** Score of the evaluation, more is better; `NaN`: not judged. */
  readonly performance: number;
  /** Reward or deduction as a document gives it, fen; `NaN`: none. */
  readonly performanceAmount: number;
}

export interface TransferRequest {
  /** Whole fen. */
  readonly budget: number;
  readonly units: readonly TransferUnit[];
  /** Shares of the last amount, by year of the phase-out. */
  readonly phaseOut: readonly number[];
  /** Null: no performance adjustment and no line for it. */
  readonly performance: { readonly pool: number } | null;
}

/** What one unit gets, whole fen; the lines sum to the amount. */
export interface TransferRow {
  readonly city: string;
  readonly fixed: number;
  readonly factor: number;
  /** Null where the adjustment is switched off. */
  readonly performance: number | null;
  /** Amount of a phase-out year; such a unit has no other line. */
  readonly phaseOut: number;
  readonly amount: number;
}

export interface TransferAllocation {
  /** Sum of the amounts: the budget, to the fen. */
  readonly total: number;
  /** Yuan a weighted person: what a solves to; null where nobody is supported by the formula. */
  readonly perHead: number | null;
  readonly rows: readonly TransferRow[];
  readonly issues: readonly Issue[];
}

/**
 * Divides a budget: fixed amounts by grade, phase-out amounts by schedule, and the rest by factors,
 * T = fixed + a · P · ∏ coefficients, where a is solved so that everything sums to the budget to the fen. The performance
 * adjustment is a line of its own that sums to zero; units in their phase-out take no part in it.
 *
 * Source: method of 2012, Art. 3 to 5 (V); rounding, order and the adjustment's form are ours (D).
 *
 * @throws AfterlodeError TRANSFER_UNIT (amount, population, coefficient or phase-out year that cannot be),
 *   TRANSFER_BUDGET where fixed parts and phase-outs exceed the budget, or something is left that nobody may get;
 *   TRANSFER_PERFORMANCE
 */
export function allocateTransfer(request: TransferRequest): TransferAllocation {
  const { budget, units } = request;
  for (const unit of units) checkUnit(unit, request.phaseOut.length);
  const ending = units.map(({ phaseOut }) =>
    phaseOut === null ? 0 : phaseOutFen(phaseOut.base, request.phaseOut[phaseOut.year - 1] as number),
  );
  const fixed = units.map((unit) => (unit.phaseOut === null ? unit.fixed : 0));
  const bound = sumOf(fixed) + sumOf(ending);
  const left = budget - bound;
  if (left < 0) {
    const facts = { found: String(bound / 100), expected: String(budget / 100) };
    throw new AfterlodeError('TRANSFER_BUDGET', 'budget', facts);
  }
  const weights = units.map((unit) => (unit.phaseOut === null ? weightOf(unit) : 0));
  const weight = sumOf(weights);
  if (left > 0 && weight <= 0) {
    throw new AfterlodeError('TRANSFER_BUDGET', 'units', {
      found: String(bound / 100),
      expected: String(budget / 100),
    });
  }
  const factor = divideFen(left, weights);
  const before = Float64Array.from(units, (_, at) => (fixed[at] as number) + (factor[at] as number));
  const adjustment = performanceOf(request, before);
  const rows = units.map(({ city }, at): TransferRow => {
    const performance = adjustment === null ? null : (adjustment[at] as number);
    return {
      city,
      fixed: fixed[at] as number,
      factor: factor[at] as number,
      performance,
      phaseOut: ending[at] as number,
      amount: (before[at] as number) + (ending[at] as number) + (performance ?? 0),
    };
  });
  return {
    total: sumOf(rows.map(({ amount }) => amount)),
    perHead: weight > 0 ? left / 100 / weight : null,
    rows,
    issues: phaseOutDoubts(request),
  };
}

function performanceOf({ units, performance }: TransferRequest, before: Float64Array): Float64Array | null {
  if (performance === null) return null;
  const own = (pick: (unit: TransferUnit) => number) =>
    Float64Array.from(units, (unit) => (unit.phaseOut === null ? pick(unit) : Number.NaN));
  const given = own(({ performanceAmount }) => performanceAmount);
  if (given.some((value) => !Number.isNaN(value))) {
    return givenPerformance(
      before,
      given,
      units.map(({ city }) => city),
    );
  }
  return scoredPerformance(
    before,
    own(({ performance: score }) => score),
    performance.pool,
  );
}

function phaseOutDoubts({ units, performance }: TransferRequest): readonly Issue[] {
  if (performance === null) return [];
  return units
    .filter(
      (unit) =>
        unit.phaseOut !== null && !(Number.isNaN(unit.performance) && Number.isNaN(unit.performanceAmount)),
    )
    .map(({ city }) => issue('TRANSFER_PHASE_OUT_PERFORMANCE', 'note', city));
}

function weightOf({ population, coefficients }: TransferUnit): number {
  return Object.values(coefficients).reduce((product, one) => product * one, population);
}

function checkUnit(unit: TransferUnit, phaseOutYears: number): void {
  const { city, fixed, population, coefficients, phaseOut } = unit;
  const fault = (found: string | Text, expected: string | Text) =>
    new AfterlodeError('TRANSFER_UNIT', city, { found, expected });
  if (phaseOut !== null) {
    const { year, base } = phaseOut;
    if (!Number.isInteger(year) || year < 1 || year > phaseOutYears) {
      throw fault(
        { en: `phase-out year ${year}`, zh: `退坡第 ${year} 年` },
        { en: `1 to ${phaseOutYears}`, zh: `第 1 至 ${phaseOutYears} 年` },
      );
    }
    if (!Number.isInteger(base) || base < 0)
      throw fault(
        { en: `last amount ${base / 100}`, zh: `退坡前补助 ${base / 100}` },
        { en: 'an amount of 0 or more', zh: '不小于 0 的金额' },
      );
    return;
  }
  if (!Number.isInteger(fixed) || fixed < 0)
    throw fault(
      { en: `fixed amount ${fixed / 100}`, zh: `定额 ${fixed / 100}` },
      { en: 'an amount of 0 or more', zh: '不小于 0 的金额' },
    );
  if (!(population >= 0) || !Number.isFinite(population))
    throw fault(
      { en: `population ${population}`, zh: `人口 ${population}` },
      { en: 'persons, 0 or more', zh: '不小于 0 的人数' },
    );
  for (const [name, value] of Object.entries(coefficients)) {
    if (!(value > 0) || !Number.isFinite(value))
      throw fault(`${name} ${value}`, { en: 'a coefficient above 0', zh: '大于 0 的系数' });
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
