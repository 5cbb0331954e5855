import { AfterlodeError } from '../../../base/index.js';
import { bestRidge, type Ridge, ridge, ridgeTrace } from './ridge.js';
import { designOf, squareTerm } from './terms.js';
import type { DriverYears, StirpatSettings } from './types.js';

/** How well years that the regression has not seen are foretold from the one before them. */
export interface OutOfSample {
  readonly years: readonly number[];
  /** Mean of |foretold ÷ observed − 1|. */
  readonly error: number;
  /** The same where nothing is assumed to change. */
  readonly unchanged: number;
}

/** ln I = a + Σ b ln x, fitted by ridge regression to the years of one place. */
export interface Stirpat {
  readonly settings: StirpatSettings;
  readonly terms: readonly string[];
  readonly fit: Ridge;
  /** Ridges of the grid, for the trace. */
  readonly trace: readonly Ridge[];
  /** null where no years are left out. */
  readonly outOfSample: OutOfSample | null;
  /** GDP per head beyond which emissions fall, all else equal; `NaN` without a square or where its coefficient is not below 0. */
  readonly turningPoint: number;
}

/** Rows that a regression of so many terms needs: the intercept and one residual to spare. */
export const rowsNeeded = (terms: number) => terms + 2;

/**
 * Fits the regression.
 *
 * @param yearsMinimum fewest years from which a trend of emissions is told
 * @throws AfterlodeError ROADMAP_YEARS for too few years, ROADMAP_DRIVERS for a driver that does not move or follows from others
 */
export function fitStirpat(data: DriverYears, settings: StirpatSettings, yearsMinimum: number): Stirpat {
  const { terms, logs } = designOf(settings, data.drivers);
  refuseFew(data, terms, Math.max(yearsMinimum, rowsNeeded(terms.length) + settings.leaveOut));
  const outcome = data.co2.map(Math.log);
  const still = logs.findIndex((column) => isStill(column, column.length - settings.leaveOut));
  if (still >= 0)
    throw new AfterlodeError('ROADMAP_DRIVERS', data.place, {
      found: { en: `${terms[still]} does not move`, zh: `${terms[still]} 没有变化` },
    });
  const trace = ridgeTrace(logs, outcome);
  const fit = settings.ridge === null ? bestRidge(trace) : ridge(logs, outcome, settings.ridge);
  if (fit === null) throw collinear(data.place);
  return {
    settings,
    terms,
    fit,
    trace,
    outOfSample: settings.leaveOut === 0 ? null : outOfSample(data, logs, outcome, settings),
    turningPoint: turningPoint(terms, fit.coefficients),
  };
}

/** A* = exp(−c ÷ 2c₂) where the coefficient c₂ of the square is below 0, else `NaN`. */
export function turningPoint(terms: readonly string[], coefficients: ArrayLike<number>): number {
  const of = (term: string) => coefficients[terms.indexOf(term)] ?? Number.NaN;
  const [linear, square] = [of('gdp_per_head'), of(squareTerm)];
  return square < 0 ? Math.exp(-linear / (2 * square)) : Number.NaN;
}

function refuseFew({ place, years }: DriverYears, terms: readonly string[], least: number): void {
  if (years.length >= least) return;
  throw new AfterlodeError('ROADMAP_YEARS', place, {
    found: years.length,
    expected: least,
    terms: terms.join(', '),
  });
}

/** A column that rounding alone moves. */
function isStill(column: Float64Array, rows: number): boolean {
  const used = column.subarray(0, rows);
  const [low, high] = [Math.min(...used), Math.max(...used)];
  return high - low <= 1e-12 * Math.max(1, Math.abs(high));
}

function outOfSample(
  { place, years, co2 }: DriverYears,
  logs: readonly Float64Array[],
  outcome: Float64Array,
  { leaveOut, ridge: given }: StirpatSettings,
): OutOfSample {
  const kept = years.length - leaveOut;
  const columns = logs.map((column) => column.slice(0, kept));
  const known = outcome.slice(0, kept);
  const fit = given === null ? bestRidge(ridgeTrace(columns, known)) : ridge(columns, known, given);
  if (fit === null) throw collinear(place);
  const errors = years.slice(kept).map((_, step) => {
    const moved = logs.reduce(
      (sum, column, j) =>
        sum +
        (fit.coefficients[j] as number) * ((column[kept + step] as number) - (column[kept - 1] as number)),
      0,
    );
    const [before, now] = [co2[kept - 1] as number, co2[kept + step] as number];
    return [Math.abs((before * Math.exp(moved)) / now - 1), Math.abs(before / now - 1)] as const;
  });
  const mean = (which: 0 | 1) => errors.reduce((sum, error) => sum + error[which], 0) / leaveOut;
  return { years: years.slice(kept), error: mean(0), unchanged: mean(1) };
}

function collinear(place: string): AfterlodeError {
  return new AfterlodeError('ROADMAP_DRIVERS', place, {
    found: {
      en: 'one driver follows from the others, so that least squares (a ridge of 0) has no answer',
      zh: '某驱动因素可由其他因素推出，岭参数为 0 的最小二乘无解',
    },
  });
}
