import { extraVariance, visitShare } from './calibrate.js';
import { normalBelow, normalQuantile } from './normal.js';
import type {
  Estate,
  FusedEstate,
  FusionSettings,
  OccupiedEstimate,
  Range,
  SourceCalibration,
  UsedEstimate,
  VacancyRemark,
} from './types.js';

/** A count of units is never better known than to half a unit. */
const errorLeast = 0.5;

/** Name under which a visit enters the fusion. */
export const fieldSource = 'field';

/**
 * Joins what sources say of an estate (docs/methods/locate/vacancy.md): each corrected for its bias and weighed by its error, with the
 * spread between them where they differ by more; the answer is in whole units, held within 0 and all. An estimate whose error nobody knows
 * has no part.
 */
export function fuseEstate(
  estate: Estate,
  calibrations: ReadonlyMap<string, SourceCalibration>,
  settings: FusionSettings,
): FusedEstate {
  const remarks = new Set<VacancyRemark>();
  const all = [
    ...estate.estimates.flatMap((one) =>
      settings.checks.has(one.source) ? [] : [corrected(one, estate, calibrations)],
    ),
    ...visited(estate),
  ];
  if (all.some(({ given }) => given > estate.units)) remarks.add('above_units');
  const taken = all.filter(({ error, sharedError }) => !Number.isNaN(error) && !Number.isNaN(sharedError));
  if (taken.length < all.length) remarks.add('error_unknown');
  if (taken.some(({ source }) => calibrations.get(source)?.calibrated === false)) remarks.add('bias_unknown');
  if (taken.length === 0) return nothingKnown(estate, all, remarks);
  if (taken.length === 1) remarks.add('one_source');
  const variances = taken.map((one) => one.error ** 2 + one.sharedError ** 2);
  const extra = extraVariance(
    taken.map(({ occupied }) => occupied),
    variances,
  );
  if (extra > 0) remarks.add('sources_disagree');
  // Where a visit and other sources differ, the others are off: somebody has been there.
  const extras = taken.map(({ source }) => (source === fieldSource ? 0 : extra));
  const weights = variances.map((variance, at) => 1 / (variance + (extras[at] as number)));
  const sum = weights.reduce((total, one) => total + one, 0);
  const shares = weights.map((one) => one / sum);
  const mean = taken.reduce((total, { occupied }, at) => total + (shares[at] as number) * occupied, 0);
  // The part of each estate alone; the biases, which all estates share, are told apart for sums.
  const own = taken.reduce(
    (total, { error }, at) => total + (shares[at] as number) ** 2 * (error ** 2 + (extras[at] as number)),
    0,
  );
  const shared = new Map(
    taken.map(({ source, sharedError }, at) => [source, (shares[at] as number) * sharedError]),
  );
  const sharedVariance = [...shared.values()].reduce((total, one) => total + one * one, 0);
  const occupied =
    settings.method === 'median'
      ? medianRange(
          taken.map((one, at) => ({
            at: one.occupied,
            error: Math.sqrt((variances[at] as number) + (extras[at] as number)),
          })),
          estate.units,
          settings,
        )
      : heldRange(mean, Math.sqrt(own + sharedVariance), estate.units, settings.confidence);
  if (lightDisagrees(estate, mean, own + sharedVariance, settings)) remarks.add('light_disagrees');
  return {
    id: estate.id,
    units: estate.units,
    occupied,
    rate: rateOf(occupied, estate.units),
    mean,
    variance: own,
    shared,
    used: all.map((one) => ({
      ...one,
      weight: settings.method === 'median' ? 0 : (shares[taken.indexOf(one)] ?? 0),
    })),
    remarks: [...remarks],
  };
}

/** Vacant share of an estate of so many occupied units. */
export function rateOf({ low, mid, high }: Range, units: number): Range {
  return { low: 1 - high / units, mid: 1 - mid / units, high: 1 - low / units };
}

function corrected(
  { source, occupied, error }: OccupiedEstimate,
  { units }: Estate,
  calibrations: ReadonlyMap<string, SourceCalibration>,
): UsedEstimate {
  const found = calibrations.get(source);
  const calibrated = found?.calibrated === true;
  const bias = calibrated ? found.bias * units : 0;
  const spread = calibrated ? found.spread * units : 0;
  // Where visits told how far a source is off, nobody need have stated its error.
  const stated = Number.isNaN(error) && calibrated ? 0 : error;
  const biasError = (found?.biasError ?? Number.NaN) * units;
  return {
    source,
    given: occupied,
    occupied: occupied - bias,
    error: Math.max(errorLeast, Math.hypot(stated, spread)),
    // A source that stands alone has a bias that nothing tells; the remark says so.
    sharedError: Number.isNaN(biasError) ? 0 : biasError,
    weight: 0,
  };
}

function visited({ units, field }: Estate): readonly UsedEstimate[] {
  if (field === null) return [];
  const { share, variance } = visitShare(field, units);
  const occupied = share * units;
  const error = Math.max(errorLeast, Math.sqrt(variance) * units);
  return [{ source: fieldSource, given: occupied, occupied, error, sharedError: 0, weight: 0 }];
}

function nothingKnown(
  { id, units }: Estate,
  used: readonly UsedEstimate[],
  remarks: ReadonlySet<VacancyRemark>,
): FusedEstate {
  return {
    id,
    units,
    occupied: null,
    rate: null,
    mean: Number.NaN,
    variance: Number.NaN,
    shared: new Map(),
    used,
    remarks: [...remarks],
  };
}

/** Median and interval of whole units by a normal held within 0 and the units, each unit half a unit to both sides. */
export function heldRange(mean: number, error: number, units: number, confidence: number): Range {
  const below = normalBelow((-0.5 - mean) / error);
  const inside = normalBelow((units + 0.5 - mean) / error) - below;
  // So far outside that nothing of the curve is left within: the nearer end.
  if (!(inside > 1e-12)) {
    const end = mean > units / 2 ? units : 0;
    return { low: end, mid: end, high: end };
  }
  const at = (share: number) => heldUnits(mean + error * normalQuantile(below + share * inside), units);
  const tail = (1 - confidence) / 2;
  return { low: at(tail), mid: at(0.5), high: at(1 - tail) };
}

/** Whole units within 0 and all. */
function heldUnits(value: number, units: number): number {
  return Math.min(units, Math.max(0, Math.round(value)));
}

interface Placed {
  readonly at: number;
  readonly error: number;
}

/** Median of sources, and where it may lie by the errors of all: of even numbers between both middle ones. */
function medianRange(sources: readonly Placed[], units: number, { confidence }: FusionSettings): Range {
  const sorted = sources.map(({ at }) => at).toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const mid = ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
  const tail = (1 - confidence) / 2;
  const held = (value: number) => heldUnits(value, units);
  return { low: held(medianAt(sources, tail)), mid: held(mid), high: held(medianAt(sources, 1 - tail)) };
}

/** Place below which the median of the sources lies with a probability. */
function medianAt(sources: readonly Placed[], share: number): number {
  const widest = Math.max(...sources.map(({ error }) => error));
  let low = Math.min(...sources.map(({ at }) => at)) - 10 * widest;
  let high = Math.max(...sources.map(({ at }) => at)) + 10 * widest;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (medianBelow(sources, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability that at least half of the sources lie below a place; of even numbers the mean of both ways to halve. */
function medianBelow(sources: readonly Placed[], place: number): number {
  let chances = [1];
  for (const { at, error } of sources) {
    const below = normalBelow((place - at) / error);
    chances = Array.from(
      { length: chances.length + 1 },
      (_, k) => (chances[k] ?? 0) * (1 - below) + (chances[k - 1] ?? 0) * below,
    );
  }
  const atLeast = (k: number) => chances.slice(k).reduce((sum, one) => sum + one, 0);
  const half = sources.length / 2;
  return sources.length % 2 === 1 ? atLeast(Math.ceil(half)) : (atLeast(half) + atLeast(half + 1)) / 2;
}

/** Whether a source that only checks lies outside what the others allow. Without an error of its own it cannot tell. */
function lightDisagrees(
  { estimates }: Estate,
  mean: number,
  variance: number,
  { checks, confidence }: FusionSettings,
): boolean {
  const wide = normalQuantile((1 + confidence) / 2);
  return estimates.some(
    ({ source, occupied, error }) =>
      checks.has(source) && Math.abs(occupied - mean) > wide * Math.sqrt(variance + error ** 2),
  );
}
