import { AfterlodeError, phrases } from '../../../base/index.js';
import type { RankWeighting } from '../types.js';

/** Codes in the order of their importance, with their weights. */
export interface RankWeights {
  readonly codes: readonly string[];
  /** In the order of `codes`; they sum to 1. */
  readonly weights: Float64Array;
}

/**
 * Weights of `count` places, the most important one first: `rank-sum` 2 (n + 1 − r) ÷ (n (n + 1)); `rank-reciprocal`
 * (1 ÷ r) ÷ Σ (1 ÷ k); `rank-order-centroid` (1 ÷ n) Σ over k from r to n of 1 ÷ k (Stillwell and others 1981; Barron
 * and Barrett 1996).
 */
export function orderWeights(method: RankWeighting, count: number): Float64Array {
  const places = Array.from({ length: count }, (_, at) => at + 1);
  const harmonic = (from: number) => places.slice(from - 1).reduce((sum, place) => sum + 1 / place, 0);
  const whole = harmonic(1);
  return Float64Array.from(places, (place) => {
    if (method === 'rank-sum') return (2 * (count + 1 - place)) / (count * (count + 1));
    if (method === 'rank-reciprocal') return 1 / place / whole;
    return harmonic(place) / count;
  });
}

/**
 * Weights from an order of codes. Codes of equal importance stand together, as a list or as `A = B`, and share the mean
 * weight of their places.
 *
 * @param order from the most important place
 * @throws AfterlodeError INDEX_WEIGHTS for an empty order, and for a code that is empty or stands twice
 */
export function rankWeights(
  method: RankWeighting,
  order: readonly (string | readonly string[])[],
): RankWeights {
  const places = order.map((place) =>
    typeof place === 'string' ? place.split('=').map((code) => code.trim()) : place,
  );
  const codes = places.flat();
  const wrong =
    codes.length === 0
      ? { en: 'no code', zh: '没有代码' }
      : codes.find((code, at) => code === '' || codes.indexOf(code) !== at);
  if (wrong !== undefined) {
    const where = codes.join(', ') || { en: 'an order', zh: '次序' };
    throw new AfterlodeError('INDEX_WEIGHTS', where, {
      found: wrong || { en: 'an empty code', zh: '空代码' },
      expected: phrases.codeOnce,
    });
  }
  const byPlace = orderWeights(method, codes.length);
  const weights = new Float64Array(codes.length);
  let from = 0;
  for (const tied of places) {
    const to = from + tied.length;
    const sum = byPlace.subarray(from, to).reduce((total, one) => total + one, 0);
    weights.fill(sum / tied.length, from, to);
    from = to;
  }
  return { codes, weights };
}
