import { AfterlodeError, seededRandom } from '../../base/index.js';
import {
  type Bends,
  bendsOf,
  bootstrapRates,
  designOf,
  elevationColumn,
  type Fit,
  fitSeries,
  isDetermined,
  type RateInterval,
  type Series,
  type Terms,
  yearsOf,
} from '../../locate/index.js';
import type { SubsidenceOptions } from './call.js';
import { type Angle, incidenceWords, radarNumber, slantRangeWords } from './looks.js';
import type { Found } from './series.js';

/** What is told of the rate of each cell. */
export interface Rates {
  readonly fit: Fit;
  /** null where no bootstrap was asked for. */
  readonly interval: RateInterval | null;
  /** null where no change was looked for. */
  readonly bends: Bends | null;
}

/**
 * The terms of a call.
 *
 * @param incidence of the call; of a raster the angle that all cells are reckoned with is the mean
 * @throws AfterlodeError DISPLACEMENT_BASELINE, DISPLACEMENT_LOOK, DISPLACEMENT_TERMS where the dates do not tell the terms apart
 */
export function termsOf(
  found: Pick<Found, 'measured' | 'facts' | 'baselines'>,
  options: SubsidenceOptions,
  incidence: Angle | null,
  stack: string,
): Terms {
  const { season, acceleration } = options;
  const { epochs } = found.measured.series;
  const elevation = options.demError ? elevationOf(found, options, incidence, stack) : undefined;
  const terms = { season, acceleration, elevation };
  const { columns } = designOf(yearsOf(epochs), terms);
  if (columns.length > 2 && !isDetermined(columns))
    throw new AfterlodeError('DISPLACEMENT_TERMS', stack, { found: epochs.length, expected: columns.length });
  return terms;
}

function elevationOf(
  { facts, baselines }: Pick<Found, 'facts' | 'baselines'>,
  { slantRangeM }: SubsidenceOptions,
  incidence: Angle | null,
  stack: string,
): Float64Array {
  const metres = baselines();
  const range = radarNumber(slantRangeM, facts.slantRangeM, stack, {
    found: slantRangeWords,
    option: '--slant-range',
  });
  const angle = radarNumber(incidence === null ? null : middleOf(incidence), facts.incidenceDegrees, stack, {
    found: incidenceWords,
    option: '--incidence',
  });
  return elevationColumn(metres, range, angle);
}

function middleOf(angle: Angle): number {
  if (typeof angle === 'number') return angle;
  const there = angle.filter((one) => !Number.isNaN(one));
  return there.reduce((sum, one) => sum + one, 0) / there.length;
}

/** Rates of all cells, and what the call asks for besides. */
export function ratesOf(series: Series, terms: Terms, options: SubsidenceOptions): Rates {
  const { bootstrap, seed, changePoint } = options;
  return {
    fit: fitSeries(series, terms),
    interval: bootstrap === null ? null : bootstrapRates(series, terms, seededRandom(seed), bootstrap),
    bends: changePoint ? bendsOf(series, terms, seededRandom(seed)) : null,
  };
}

/** Rates of cells that are not tied are guesses. */
export function withoutUntied({ fit, interval, bends }: Rates, { tied }: Pick<Series, 'tied'>): Rates {
  const masked = (values: Float64Array) =>
    values.map((value, cell) => (tied[cell] === 1 ? value : Number.NaN));
  return {
    fit: {
      ...fit,
      mmPerYear: masked(fit.mmPerYear),
      standardErrorMmPerYear: masked(fit.standardErrorMmPerYear),
      accelerationMmPerYear2: fit.accelerationMmPerYear2 && masked(fit.accelerationMmPerYear2),
      seasonMm: fit.seasonMm && masked(fit.seasonMm),
      elevationErrorM: fit.elevationErrorM && masked(fit.elevationErrorM),
    },
    interval: interval && { low: masked(interval.low), high: masked(interval.high) },
    bends: bends && {
      epoch: bends.epoch.map((epoch, cell) => (tied[cell] === 1 ? epoch : -1)),
      before: masked(bends.before),
      after: masked(bends.after),
      p: masked(bends.p),
    },
  };
}
