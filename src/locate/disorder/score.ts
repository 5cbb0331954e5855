import { present, quantile } from '../../base/index.js';
import type { ElementJoin, Presence, SegmentScores } from './types.js';

/**
 * Disorder of segments: D(s) = Σ over dimensions of (1 ÷ dimensions) · max or mean of p(e, s) (docs/methods/disorder/score.md).
 *
 * An element that nobody judged takes no part in its dimension. A dimension without any judged element is missing and drops out
 * together with its weight; `coverage` tells it.
 *
 * @param minimumCoverage share of the dimensions that must be judged; the score of others is missing
 */
export function segmentScores(presence: Presence, join: ElementJoin, minimumCoverage = 0): SegmentScores {
  const { elements, segments, share } = presence;
  const dimensions = [...new Set(elements.map(({ dimension }) => dimension))];
  const of = dimensions.map((dimension) =>
    elements.flatMap((element, at) => (element.dimension === dimension ? [at] : [])),
  );
  const profile = new Float64Array(segments.length * dimensions.length);
  for (let segment = 0; segment < segments.length; segment++)
    for (const [at, members] of of.entries()) {
      const shares = members.map((member) => share[segment * elements.length + member] as number);
      profile[segment * dimensions.length + at] = joined(shares, join);
    }
  const coverage = new Float64Array(segments.length);
  const score = coverage.map((_, segment) => {
    const row = profile.subarray(segment * dimensions.length, (segment + 1) * dimensions.length);
    const judged = row.filter((value) => !Number.isNaN(value));
    coverage[segment] = dimensions.length === 0 ? 0 : judged.length / dimensions.length;
    if (judged.length === 0 || (coverage[segment] as number) < minimumCoverage) return Number.NaN;
    return judged.reduce((sum, value) => sum + value, 0) / judged.length;
  });
  return { score, dimensions, profile, coverage };
}

function joined(shares: readonly number[], join: ElementJoin): number {
  const known = shares.filter((share) => !Number.isNaN(share));
  if (known.length === 0) return Number.NaN;
  return join === 'max' ? Math.max(...known) : known.reduce((sum, share) => sum + share, 0) / known.length;
}

/** The streets of a city in one number each. */
export interface CityDisorder {
  /** Mean of the scores by length; `NaN` where no segment has both. */
  readonly score: number;
  /** By dimension, as in the scores. */
  readonly profile: Float64Array;
  /** Length of the segments with a score, m. */
  readonly lengthM: number;
}

/**
 * Mean of segments weighted by length. A segment without score takes no part; of a dimension, one without it.
 *
 * @param lengths m, above 0; all 1 for a plain mean
 */
export function cityDisorder(scores: SegmentScores, lengths: Float64Array): CityDisorder {
  const count = scores.dimensions.length;
  const judged = lengths.map((length, at) => (Number.isNaN(scores.score[at]) ? 0 : length));
  const profile = Float64Array.from(scores.dimensions, (_, dimension) =>
    weighted((at) => scores.profile[at * count + dimension] as number, lengths),
  );
  return {
    score: weighted((at) => scores.score[at] as number, lengths),
    profile,
    lengthM: judged.reduce((sum, length) => sum + length, 0),
  };
}

function weighted(value: (at: number) => number, weights: Float64Array): number {
  let [sum, total] = [0, 0];
  for (const [at, weight] of weights.entries()) {
    const one = value(at);
    if (Number.isNaN(one)) continue;
    sum += weight * one;
    total += weight;
  }
  return total === 0 ? Number.NaN : sum / total;
}

/**
 * Share of the length whose score is above a quantile of the segments of a reference city.
 *
 * @param reference scores of the segments of that city; missing ones are left out
 * @returns `NaN` where either city has no score
 */
export function shareAbove(
  score: Float64Array,
  lengths: Float64Array,
  reference: Float64Array,
  share: number,
): { readonly threshold: number; readonly share: number } {
  const threshold = quantile(present(reference), share);
  const above = (at: number) => {
    const value = score[at] as number;
    return Number.isNaN(value) ? Number.NaN : Number(value > threshold);
  };
  return { threshold, share: Number.isNaN(threshold) ? Number.NaN : weighted(above, lengths) };
}
