import { lmdi } from '../../../assess/index.js';
import { type Draw, drawCoefficients } from './draws.js';
import {
  type Beyond,
  beyondData,
  grownPath,
  neutralYear,
  pathYears,
  peakYear,
  rangeOf,
  stepAt,
} from './paths.js';
import type { Stirpat } from './stirpat.js';
import { designOf } from './terms.js';
import type { CarbonScenario, DrawSettings, DriverYears, PathRange, YearSteps } from './types.js';

/** What bounds a projection. */
export interface CarbonLimits {
  /** Last year. */
  readonly horizon: number;
  /** How many times its data range a driver may leave without a warning. */
  readonly extrapolation: number;
  readonly draws: DrawSettings;
}

/** Emissions of a place under a scenario. */
export interface CarbonRoadmap {
  /** From the base year, which is the last one with data. */
  readonly years: readonly number[];
  /** Emissions by year; ends of the interval are `NaN` where paths are stated and nothing is estimated. */
  readonly path: readonly PathRange[];
  /** Columns by year. */
  readonly drivers: ReadonlyMap<string, Float64Array>;
  /** Stated sinks by year; null where none are stated. */
  readonly sinks: Float64Array | null;
  /** Year of the maximum; infinite: no peak before the horizon. */
  readonly peak: PathRange;
  /** Share of the draws with a peak before the horizon; `NaN` without draws. */
  readonly peakShare: number;
  /** First year in which emissions are not above sinks; infinite: none; null where no sinks are stated. */
  readonly neutral: PathRange | null;
  readonly beyond: readonly Beyond[];
  /** Part of the fall after the peak that people and output per head make; `NaN` without a fall. */
  readonly passiveShare: number;
}

/**
 * Emissions from the last year with data on: I_t = I_0 exp(Σ b (ln x_t − ln x_0)) by a regression, or GDP by stated emissions per GDP.
 * Draws hold the doubt about coefficients and about how far the last year lies off by chance, not the chance of single years to come;
 * peaks are told from coefficients alone.
 *
 * @param model null where the scenario states emissions per GDP
 */
export function roadmapCarbon(
  data: DriverYears,
  model: Stirpat | null,
  scenario: CarbonScenario,
  limits: CarbonLimits,
): CarbonRoadmap {
  const years = pathYears(data.years.at(-1) as number, limits.horizon);
  const drivers = new Map(
    Array.from(data.drivers, ([name, levels]) => {
      const growth = scenario.growth.get(name) as YearSteps;
      return [name, grownPath(levels.at(-1) as number, growth, years)] as const;
    }),
  );
  const base = data.co2.at(-1) as number;
  const stated = scenario.carbonIntensity;
  const { mid, draws } =
    stated === null
      ? byRegression(model as Stirpat, drivers, base, limits.draws)
      : { mid: byIntensity(base, drivers.get('gdp') as Float64Array, stated, years), draws: [] };
  const { confidence } = limits.draws;
  const shifted = draws.map(({ values, shift }) =>
    values.map((value, at) => (at === 0 ? value : value * Math.exp(-shift))),
  );
  const path = Array.from(mid, (value, at) =>
    rangeOf(
      value,
      shifted.map((values) => values[at] as number),
      confidence,
    ),
  );
  const peaks = draws.map(({ values }) => peakYear(values, years));
  const { sinks } = scenario;
  const used = stated === null ? (model as Stirpat).settings.drivers : ['gdp'];
  return {
    years,
    path,
    drivers,
    sinks: sinks && Float64Array.from(years, (year) => stepAt(sinks, year)),
    peak: rangeOf(peakYear(mid, years), peaks, confidence),
    peakShare: draws.length === 0 ? Number.NaN : peaks.filter(Number.isFinite).length / draws.length,
    neutral:
      sinks &&
      rangeOf(
        neutralYear(mid, sinks, years),
        shifted.map((values) => neutralYear(values, sinks, years)),
        confidence,
      ),
    beyond: beyondData(used, data, drivers, years, limits.extrapolation),
    passiveShare: passiveShare(mid, drivers),
  };
}

interface DrawnPath {
  readonly values: Float64Array;
  readonly shift: number;
}

function byRegression(
  model: Stirpat,
  drivers: ReadonlyMap<string, Float64Array>,
  base: number,
  settings: DrawSettings,
): { readonly mid: Float64Array; readonly draws: readonly DrawnPath[] } {
  const { logs } = designOf(model.settings, drivers);
  const pathWith = (coefficients: Float64Array) =>
    (logs[0] as Float64Array).map(
      (_, at) =>
        base *
        Math.exp(
          logs.reduce(
            (sum, column, j) =>
              sum + (coefficients[j] as number) * ((column[at] as number) - (column[0] as number)),
            0,
          ),
        ),
    );
  return {
    mid: pathWith(model.fit.coefficients),
    draws: drawCoefficients(model.fit, settings).map(({ coefficients, shift }: Draw) => ({
      values: pathWith(coefficients),
      shift,
    })),
  };
}

function byIntensity(
  base: number,
  gdp: Float64Array,
  growth: YearSteps,
  years: readonly number[],
): Float64Array {
  const intensity = grownPath(base / (gdp[0] as number), growth, years);
  return intensity.map((value, at) => value * (gdp[at] as number));
}

/** From the largest value to the last one, by the same split as of observed falls. */
function passiveShare(path: Float64Array, drivers: ReadonlyMap<string, Float64Array>): number {
  const top = path.indexOf(Math.max(...path));
  const last = path.length - 1;
  if (top === last || !((path[last] as number) < (path[top] as number))) return Number.NaN;
  const at = (step: number) => [drivers.get('population')?.[step], drivers.get('gdp')?.[step], path[step]];
  const { effects, total } = lmdi(at(top) as number[], at(last) as number[]);
  return ((effects[0] as number) + (effects[1] as number)) / total;
}
