import { seriesOf } from '../composite/change/index.js';
import { type Decomposed, factorsOf, lmdi, lmdiChained } from './lmdi.js';
import { type CarbonYears, type Peak, type PeakRules, peakOf } from './peak.js';
import {
  type Tapio,
  type TapioInterval,
  type TapioRules,
  type TapioStep,
  tapio,
  tapioSteps,
} from './tapio.js';
import { type CarbonTrend, carbonTrend } from './trend.js';

export interface CarbonFigures extends CarbonYears {
  /** Energy used, in any one unit; absent: C = P · (G ÷ P) · (C ÷ G) only. */
  readonly energy?: ArrayLike<number>;
}

export interface CarbonCall {
  readonly from: number;
  readonly to: number;
  readonly tapio: TapioRules;
  readonly peak: PeakRules;
  readonly interval?: TapioInterval;
  /** Sum of yearly steps in place of the two end years. */
  readonly chained?: boolean;
}

/** What one inventory says of one place between two years; `NaN` is missing. */
export interface CarbonAssessment {
  readonly tapio: Tapio;
  /** The same from each year with a value to the next. */
  readonly steps: readonly TapioStep[];
  /** Population, output per head, emissions per output. */
  readonly lmdi: Decomposed;
  /** Population, output per head, energy per output, emissions per energy; null without energy. */
  readonly kaya: {
    readonly lmdi: Decomposed;
    readonly first: Float64Array;
    readonly last: Float64Array;
  } | null;
  readonly trend: CarbonTrend;
  readonly peak: Peak;
  /** Years between both ends, ends included, that have no emissions. */
  readonly gaps: readonly number[];
}

/**
 * Everything one inventory of emissions says of a place between two years: decoupling and driving factors from the end
 * years themselves (missing where an end year is), trend and peak status from all years between. Years outside are left
 * out. Inventories are never mixed: call once for each.
 *
 * @throws AfterlodeError ANALYSIS_VALUE as `lmdi`
 */
export function assessCarbon(figures: CarbonFigures, call: CarbonCall): CarbonAssessment {
  const length = call.to - call.from + 1;
  const years = Array.from({ length }, (_, step) => call.from + step);
  const pick = (column: ArrayLike<number>) =>
    Float64Array.from(years, (year) => {
      const at = figures.years.indexOf(year);
      return at < 0 ? Number.NaN : (column[at] as number);
    });
  const within = {
    years,
    co2: pick(figures.co2),
    gdp: pick(figures.gdp),
    population: pick(figures.population),
  };
  const energy = figures.energy ? pick(figures.energy) : null;
  const ends = (column: Float64Array) => [column[0], column[length - 1]] as [number, number];
  const plain = years.map((_, at) => [within.population[at], within.gdp[at], within.co2[at]] as number[]);
  const withEnergy = energy
    ? years.map((_, at) => [within.population[at], within.gdp[at], energy[at], within.co2[at]] as number[])
    : null;
  return {
    tapio: tapio(ends(within.co2), ends(within.gdp), call.tapio, call.interval),
    steps: tapioSteps(years, within.co2, within.gdp, call.tapio, call.interval),
    lmdi: split(plain, call.chained === true),
    kaya: withEnergy && {
      lmdi: split(withEnergy, call.chained === true),
      first: factorsOf(withEnergy[0] as number[]),
      last: factorsOf(withEnergy.at(-1) as number[]),
    },
    trend: carbonTrend(seriesOf(within.co2, years)),
    peak: peakOf(within, call.peak),
    gaps: years.filter((_, at) => Number.isNaN(within.co2[at] as number)),
  };
}

/** Both end years must be known for a split, chained or not: else it would tell of other years than those asked for. */
function split(chains: readonly number[][], chained: boolean): Decomposed {
  const [first, last] = [chains[0] as number[], chains.at(-1) as number[]];
  const ends = lmdi(first, last);
  return chained && !Number.isNaN(ends.total) ? lmdiChained(chains) : ends;
}
