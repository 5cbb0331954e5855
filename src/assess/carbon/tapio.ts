/** States of decoupling, as the literature calls them, and the one for growth that says nothing. */
export const tapioStates = [
  'strong decoupling',
  'weak decoupling',
  'expansive coupling',
  'expansive negative decoupling',
  'strong negative decoupling',
  'weak negative decoupling',
  'recessive coupling',
  'recessive decoupling',
  'growth too small to judge',
] as const;

export type TapioState = (typeof tapioStates)[number];

/**
 * To which side the lower bound belongs. `coupling`: coupling is [0.8, 1.2]; `decoupling`: weak decoupling is (0, 0.8] and
 * coupling (0.8, 1.2].
 */
export const tapioIntervals = ['coupling', 'decoupling'] as const;
export type TapioInterval = (typeof tapioIntervals)[number];

/** Bounds of Tapio's states; catalog parameters `tapio_*`. */
export interface TapioRules {
  readonly couplingLow: number;
  readonly couplingHigh: number;
  /** Size of the growth of output below which nothing is judged, a share. */
  readonly smallestGrowth: number;
}

export interface Tapio {
  /** Change of emissions over the period in percent of its beginning. */
  readonly co2Percent: number;
  readonly gdpPercent: number;
  /** Percent change of emissions per percent change of output; missing only where output did not change. */
  readonly elasticity: number;
  readonly state: TapioState | null;
}

/** Decoupling between two years that follow each other in a series. */
export interface TapioStep extends Tapio {
  readonly from: number;
  readonly to: number;
}

/** Rounding of inputs must not move a value that stands on a bound. */
const rounding = 1e-12;

/**
 * Tapio's decoupling over a period: elasticity = (ΔC ÷ C₀) ÷ (ΔG ÷ G₀). The signs of both changes are looked at first,
 * because strong decoupling and strong negative decoupling have the same sign of elasticity. Emissions without change
 * count as growing with output, elasticity 0 (ours, D).
 *
 * Source: Tapio 2005 with the bounds 0.8 and 1.2 (V); growth too small to judge (D).
 *
 * @param co2 first and last emissions, above 0
 * @param gdp first and last output, above 0
 * @returns everything missing where a value is missing or a first value is not above 0
 */
export function tapio(
  co2: readonly [number, number],
  gdp: readonly [number, number],
  rules: TapioRules,
  interval: TapioInterval = 'coupling',
): Tapio {
  const [c0, c1] = co2;
  const [g0, g1] = gdp;
  const known = c0 > 0 && g0 > 0 && !Number.isNaN(c1) && !Number.isNaN(g1);
  if (!known) {
    return { co2Percent: Number.NaN, gdpPercent: Number.NaN, elasticity: Number.NaN, state: null };
  }
  const [moreCo2, moreGdp] = [c1 - c0, g1 - g0];
  // One quotient of products: exact where the figures are whole numbers, so that a bound is a bound.
  const elasticity = moreGdp === 0 ? Number.NaN : (moreCo2 * g0) / (c0 * moreGdp);
  const gdpPercent = (100 * moreGdp) / g0;
  const isSmall = below(Math.abs(gdpPercent), 100 * rules.smallestGrowth);
  return {
    co2Percent: (100 * moreCo2) / c0,
    gdpPercent,
    elasticity: elasticity + 0,
    state: isSmall ? 'growth too small to judge' : stateOf(moreCo2, moreGdp, elasticity, rules, interval),
  };
}

/**
 * Decoupling from each year to the next one in which both figures are known; a step spans a gap and names its years.
 *
 * @param years ascending, one for each value
 * @returns one step less than there are years with both figures
 */
export function tapioSteps(
  years: readonly number[],
  co2: ArrayLike<number>,
  gdp: ArrayLike<number>,
  rules: TapioRules,
  interval: TapioInterval = 'coupling',
): TapioStep[] {
  const known = years
    .map((_, at) => at)
    .filter((at) => !Number.isNaN((co2[at] as number) + (gdp[at] as number)));
  return known.slice(1).map((at, step) => {
    const before = known[step] as number;
    const pair = (column: ArrayLike<number>) => [column[before], column[at]] as [number, number];
    return {
      from: years[before] as number,
      to: years[at] as number,
      ...tapio(pair(co2), pair(gdp), rules, interval),
    };
  });
}

function stateOf(
  moreCo2: number,
  moreGdp: number,
  elasticity: number,
  rules: TapioRules,
  interval: TapioInterval,
): TapioState {
  const grows = moreGdp > 0;
  if (moreCo2 !== 0 && moreCo2 > 0 !== grows)
    return grows ? 'strong decoupling' : 'strong negative decoupling';
  const isWeak =
    interval === 'coupling' ? below(elasticity, rules.couplingLow) : !below(rules.couplingLow, elasticity);
  if (isWeak) return grows ? 'weak decoupling' : 'weak negative decoupling';
  if (!below(rules.couplingHigh, elasticity)) return grows ? 'expansive coupling' : 'recessive coupling';
  return grows ? 'expansive negative decoupling' : 'recessive decoupling';
}

function below(value: number, bound: number): boolean {
  return value < bound - rounding * Math.abs(bound);
}
