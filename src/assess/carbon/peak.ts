import { type Series, seriesOf } from '../composite/change/index.js';
import { lmdi } from './lmdi.js';
import { type CarbonTrend, carbonTrend } from './trend.js';

export const peakStates = ['peaked', 'peaked, passive decline', 'plateau', 'rising', 'too short'] as const;
export type PeakState = (typeof peakStates)[number];

/** Bounds of the peak status; catalog parameters `peak_*`. */
export interface PeakRules {
  /** Fewest years with a value. */
  readonly yearsMinimum: number;
  /** Fewest years with a value after the largest one. */
  readonly yearsAfter: number;
  /** Size of z from which a trend is significant, this value itself excluded. */
  readonly z: number;
  /** Last years in which a significant rise overrules. */
  readonly recentYears: number;
  /** Share of the fall above which people and activity, not efficiency, made it. */
  readonly passiveShare: number;
}

/** Yearly figures of a place; `NaN` is missing. */
export interface CarbonYears {
  readonly years: readonly number[];
  readonly co2: ArrayLike<number>;
  readonly gdp: ArrayLike<number>;
  readonly population: ArrayLike<number>;
}

export interface Peak {
  readonly state: PeakState;
  /** Year of the largest emissions, the first of equal ones; missing without a value. */
  readonly year: number;
  /** Years with a value after it. */
  readonly yearsAfter: number;
  /** Trend from the largest value on. */
  readonly after: CarbonTrend;
  /** Trend of the last years. */
  readonly recent: CarbonTrend;
  /** Part of the fall since the peak due to people and output per head, 0–1 where both and the fall agree; may lie outside. */
  readonly passiveShare: number;
}

/**
 * Whether emissions have peaked. Too short: fewer than `yearsMinimum` values. Rising: z > bound over the last
 * `recentYears`, or fewer than `yearsAfter` values since the largest, or a significant rise since it. Peaked: a
 * significant fall since it. Plateau: neither. A fall of which people and output per head explain more than
 * `passiveShare` (LMDI between the peak and the last value) is `peaked, passive decline`; where output or people are
 * missing in one of both years this is not known and `passiveShare` is missing.
 *
 * Source: ours (D), after Jiang et al. 2021 and Wang et al. 2022 (V).
 */
export function peakOf(figures: CarbonYears, rules: PeakRules): Peak {
  const series = seriesOf(figures.co2, figures.years);
  const { times, values } = series;
  const top = values.reduce((best, value, at) => (value > (values[best] as number) ? at : best), 0);
  const last = series.last;
  const recent = carbonTrend(from(series, (year) => year > last - rules.recentYears));
  const after = carbonTrend(from(series, (year) => year >= (times[top] as number)));
  const yearsAfter = Math.max(0, values.length - 1 - top);
  const found = { year: times[top] ?? Number.NaN, yearsAfter, after, recent };
  const fell = values.length > 0 && (values.at(-1) as number) < (values[top] as number);
  const passiveShare = fell ? passivePart(figures, times[top] as number, last) : Number.NaN;
  const plain = plainState(values.length, yearsAfter, after, recent, rules);
  const isPassive = plain === 'peaked' && passiveShare > rules.passiveShare;
  return { ...found, passiveShare, state: isPassive ? 'peaked, passive decline' : plain };
}

function plainState(
  count: number,
  yearsAfter: number,
  after: CarbonTrend,
  recent: CarbonTrend,
  rules: PeakRules,
): PeakState {
  if (count < rules.yearsMinimum) return 'too short';
  if (recent.z > rules.z || yearsAfter < rules.yearsAfter || after.z > rules.z) return 'rising';
  return after.z < -rules.z ? 'peaked' : 'plateau';
}

function passivePart(figures: CarbonYears, peak: number, last: number): number {
  const at = (year: number) => {
    const row = figures.years.indexOf(year);
    return [figures.population[row], figures.gdp[row], figures.co2[row]] as number[];
  };
  const [start, end] = [at(peak), at(last)];
  // A place without people or output has no factors to tell apart.
  if ([...start, ...end].some((value) => !(value > 0))) return Number.NaN;
  const { effects, total } = lmdi(start, end);
  return ((effects[0] as number) + (effects[1] as number)) / total + 0;
}

function from(series: Series, keep: (year: number) => boolean): Pick<Series, 'times' | 'values'> {
  const places = Array.from(series.times, (year, at) => (keep(year) ? at : -1)).filter((at) => at >= 0);
  return {
    times: Float64Array.from(places, (at) => series.times[at] as number),
    values: Float64Array.from(places, (at) => series.values[at] as number),
  };
}
