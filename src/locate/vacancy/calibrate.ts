import { studentFactor } from './normal.js';
import type { Estate, FieldCheck, SourceCalibration } from './types.js';

/** Fewer checked estates leave no spread to estimate. */
const estatesLeast = 3;

/**
 * Compares each source with visits: its bias as a share of the units, how well that is known, and how much single estates differ beyond
 * their stated errors (DerSimonian and Laird 1986). A source with fewer than three checked estates keeps its figures; its unknown bias is
 * then taken from the spread between such sources.
 *
 * @param checks sources that are left out
 * @param confidence of the interval that errors of biases are made for: few cases tell them badly (Student's t)
 */
export function calibrateSources(
  estates: readonly Estate[],
  checks: ReadonlySet<string>,
  confidence: number,
): ReadonlyMap<string, SourceCalibration> {
  const sources = [
    ...new Set(estates.flatMap(({ estimates }) => estimates.map(({ source }) => source))),
  ].filter((source) => !checks.has(source));
  const found = sources.map((source) => againstVisits(source, estates, confidence));
  const open = found.filter(({ calibrated }) => !calibrated).map(({ source }) => source);
  const spread = spreadBetween(open, estates, confidence);
  return new Map(found.map((one) => [one.source, one.calibrated ? one : { ...one, biasError: spread }]));
}

/** Share of occupied units by a visit and its variance; drawn without putting back. Two units are added so that 0 and 1 keep an error. */
export function visitShare({ checked, occupied }: FieldCheck, units: number) {
  const share = occupied / checked;
  const soft = (occupied + 1) / (checked + 2);
  const left = units > 1 ? Math.max(0, (units - checked) / (units - 1)) : 0;
  return { share, variance: ((soft * (1 - soft)) / checked) * left };
}

function againstVisits(source: string, estates: readonly Estate[], confidence: number): SourceCalibration {
  const rows = estates.flatMap(({ units, estimates, field }) => {
    const estimate = estimates.find((one) => one.source === source);
    if (estimate === undefined || field === null) return [];
    const visit = visitShare(field, units);
    const stated = Number.isNaN(estimate.error) ? 0 : estimate.error / units;
    return [{ apart: estimate.occupied / units - visit.share, variance: stated ** 2 + visit.variance }];
  });
  if (rows.length < estatesLeast)
    return {
      source,
      estates: rows.length,
      bias: Number.NaN,
      biasError: Number.NaN,
      spread: 0,
      calibrated: false,
    };
  const extra = extraVariance(
    rows.map(({ apart }) => apart),
    rows.map(({ variance }) => variance),
  );
  const weights = rows.map(({ variance }) => 1 / Math.max(variance + extra, tiny));
  const all = weights.reduce((sum, one) => sum + one, 0);
  const bias = rows.reduce((sum, { apart }, at) => sum + (weights[at] as number) * apart, 0) / all;
  return {
    source,
    estates: rows.length,
    bias,
    biasError: studentFactor(rows.length - 1, confidence) / Math.sqrt(all),
    spread: Math.sqrt(extra),
    calibrated: true,
  };
}

/** A variance below which a share is exact: a thousandth of a unit in a thousand. */
const tiny = 1e-12;

/**
 * Variance that values have beyond their own, by moments (DerSimonian and Laird 1986); 0 where they agree within their errors.
 */
export function extraVariance(values: readonly number[], variances: readonly number[]): number {
  if (values.length < 2) return 0;
  const weights = variances.map((variance) => 1 / Math.max(variance, tiny));
  const sum = weights.reduce((total, one) => total + one, 0);
  const squares = weights.reduce((total, one) => total + one * one, 0);
  const middle = values.reduce((total, value, at) => total + (weights[at] as number) * value, 0) / sum;
  const q = values.reduce((total, value, at) => total + (weights[at] as number) * (value - middle) ** 2, 0);
  return Math.max(0, (q - (values.length - 1)) / (sum - squares / sum));
}

/**
 * How far sources that were not calibrated lie apart over all estates that several of them know: standard deviation of their biases as
 * shares of the units; `NaN` where one stands alone.
 */
function spreadBetween(sources: readonly string[], estates: readonly Estate[], confidence: number): number {
  if (sources.length < 2) return Number.NaN;
  const totals = new Map(sources.map((source) => [source, { units: 0, apart: 0 }]));
  for (const { units, estimates } of estates) {
    const own = estimates.filter(({ source }) => totals.has(source));
    if (own.length < 2) continue;
    const middle = own.reduce((sum, { occupied }) => sum + occupied, 0) / own.length;
    for (const { source, occupied } of own) {
      const total = totals.get(source) as { units: number; apart: number };
      total.units += units;
      total.apart += occupied - middle;
    }
  }
  const biases = [...totals.values()]
    .filter(({ units }) => units > 0)
    .map(({ units, apart }) => apart / units);
  if (biases.length < 2) return Number.NaN;
  const degrees = biases.length - 1;
  const spread = Math.sqrt(biases.reduce((sum, one) => sum + one * one, 0) / degrees);
  return spread * studentFactor(degrees, confidence);
}
