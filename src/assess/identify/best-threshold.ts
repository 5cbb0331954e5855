import { quantile, seededRandom } from '../../base/index.js';
import type { LabelledValues } from './recovery.js';

/** The cut that tells listed units best from others: a unit passes with a value at or above it. */
export interface BestThreshold {
  /** One of the values; `NaN` where a side is empty. */
  readonly threshold: number;
  readonly recall: number;
  readonly specificity: number;
  /** Recall + specificity − 1. */
  readonly youden: number;
}

/** Range of the best threshold over samples drawn with replacement; `NaN` where there is none. */
export interface ThresholdRange {
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly runs: number;
  readonly seed: number;
  /** Share of the samples inside the range; 0.95 leaves 2.5 % on both sides. */
  readonly level?: number;
}

/** Units with a value, largest first. */
interface Ordered {
  readonly values: Float64Array;
  readonly listed: Uint8Array;
}

/**
 * The cut with the largest Youden index among the values themselves; of equal ones the highest, which passes fewest.
 * Units without a value are left out. Source: Youden 1950 (M); the choice among equals is ours (D).
 */
export function bestThreshold(units: LabelledValues): BestThreshold {
  const ordered = orderedUnits(units);
  const weights = new Uint32Array(ordered.values.length).fill(1);
  return bestOf(ordered, weights);
}

/**
 * How far the best threshold moves when units are drawn again: listed and other units with replacement, as many of each as
 * there are, quantiles of the best thresholds. Equal seeds give equal ranges.
 */
export function bestThresholdRange(units: LabelledValues, options: BootstrapOptions): ThresholdRange {
  const ordered = orderedUnits(units);
  const sides: [others: number[], listed: number[]] = [[], []];
  ordered.listed.forEach((on, at) => sides[on === 1 ? 1 : 0].push(at));
  if (sides.some((side) => side.length === 0) || options.runs < 1) {
    return { low: Number.NaN, high: Number.NaN };
  }
  const random = seededRandom(options.seed);
  const weights = new Uint32Array(ordered.values.length);
  const found = new Float64Array(options.runs);
  for (let run = 0; run < options.runs; run++) {
    weights.fill(0);
    for (const side of sides) {
      for (let draw = 0; draw < side.length; draw++) {
        const at = side[Math.floor(random() * side.length)] as number;
        weights[at] = (weights[at] as number) + 1;
      }
    }
    found[run] = bestOf(ordered, weights).threshold;
  }
  found.sort();
  const tail = (1 - (options.level ?? 0.95)) / 2;
  return { low: quantile(found, tail), high: quantile(found, 1 - tail) };
}

function orderedUnits({ values, listed }: LabelledValues): Ordered {
  const order = [...values.keys()].filter((at) => !Number.isNaN(values[at]));
  order.sort((a, b) => (values[b] as number) - (values[a] as number));
  return {
    values: Float64Array.from(order, (at) => values[at] as number),
    listed: Uint8Array.from(order, (at) => listed[at] as number),
  };
}

/** Walks down the values and keeps the first cut that none after it beats; a weight is how often a unit was drawn. */
function bestOf({ values, listed }: Ordered, weights: Uint32Array): BestThreshold {
  let own = 0;
  let others = 0;
  for (let at = 0; at < values.length; at++) {
    if (listed[at] === 1) own += weights[at] as number;
    else others += weights[at] as number;
  }
  let best: BestThreshold = {
    threshold: Number.NaN,
    recall: Number.NaN,
    specificity: Number.NaN,
    youden: Number.NaN,
  };
  if (own === 0 || others === 0) return best;
  let hits = 0;
  let alarms = 0;
  for (let at = 0; at < values.length; at++) {
    const weight = weights[at] as number;
    if (listed[at] === 1) hits += weight;
    else alarms += weight;
    // Equal values pass together: the cut is judged after the last of them.
    if (weight === 0 || values[at] === nextDrawn(values, weights, at)) continue;
    const youden = hits / own - alarms / others;
    if (!(youden <= best.youden)) {
      best = {
        threshold: values[at] as number,
        recall: hits / own,
        specificity: 1 - alarms / others,
        youden,
      };
    }
  }
  return best;
}

function nextDrawn(values: Float64Array, weights: Uint32Array, at: number): number {
  for (let next = at + 1; next < values.length; next++) {
    if ((weights[next] as number) > 0) return values[next] as number;
    if (values[next] !== values[at]) return Number.NaN;
  }
  return Number.NaN;
}
