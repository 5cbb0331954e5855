/** Response to a shock in comparison with a reference. */
export interface ShockResponse {
  /** In a contraction of the reference; above 0 the city held better. Missing where the reference did not contract. */
  readonly resistance: number;
  /** In an expansion of the reference; above 0 the city recovered faster. */
  readonly recovery: number;
}

/**
 * Martin's resistance and recovery: (g_city − g_ref) ÷ |g_ref| with growth g over the contraction and over the expansion
 * that follows. Missing where the reference moved the other way or not at all.
 *
 * Source: Martin 2012 (M).
 *
 * @param city values (jobs or output) before the shock, at its bottom, after the recovery; of the reference likewise
 */
export function shockResponse(
  city: readonly [before: number, bottom: number, after: number],
  reference: readonly [before: number, bottom: number, after: number],
): ShockResponse {
  const growth = (first: number, last: number) => (first > 0 ? (last - first) / first : Number.NaN);
  const relative = (own: number, other: number) => (own - other) / Math.abs(other);
  const fall = growth(reference[0], reference[1]);
  const rise = growth(reference[1], reference[2]);
  return {
    resistance: fall < 0 ? relative(growth(city[0], city[1]), fall) : Number.NaN,
    recovery: rise > 0 ? relative(growth(city[1], city[2]), rise) : Number.NaN,
  };
}

/** How growth follows the price of the own resource. */
export interface PriceBeta {
  /** Growth for growth of the price; missing with fewer pairs than needed or a price that does not move. */
  readonly beta: number;
  readonly rSquared: number;
  readonly count: number;
}

/**
 * Price beta: slope of yearly growth on yearly growth of the price of the city's own resource, with constant, by least
 * squares over years with both.
 *
 * Source: ours (D).
 *
 * @param minimum fewest years with both
 */
export function priceBeta(growth: ArrayLike<number>, price: ArrayLike<number>, minimum: number): PriceBeta {
  const pairs = Array.from(growth, (value, at) => [price[at] as number, value] as const).filter(
    ([x, y]) => !Number.isNaN(x) && !Number.isNaN(y),
  );
  const count = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / count;
  let [products, squares, all] = [0, 0, 0];
  for (const [x, y] of pairs) {
    products += (x - meanX) * (y - meanY);
    squares += (x - meanX) ** 2;
    all += (y - meanY) ** 2;
  }
  // Rounding of the mean leaves a trace where all prices are equal.
  const still = squares <= 1e-24 * count * meanX * meanX;
  if (count < minimum || still || squares === 0) return { beta: Number.NaN, rSquared: Number.NaN, count };
  return {
    beta: products / squares,
    rSquared: all > 0 ? (products * products) / (squares * all) : Number.NaN,
    count,
  };
}

/**
 * Volatility: standard deviation (n − 1) of growth over the last `years` values. Missing where one of them is missing or
 * there are fewer.
 *
 * Source: ours (D), ten years.
 */
export function volatility(growth: ArrayLike<number>, years: number): number {
  const last = Array.from(growth).slice(-years);
  if (last.length < years || years < 2) return Number.NaN;
  const middle = last.reduce((sum, value) => sum + value, 0) / years;
  return Math.sqrt(last.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (years - 1));
}
