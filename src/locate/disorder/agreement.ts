/** Grades that raters gave: `[unit * raters + rater]`; `NaN` where one did not rate. */
export interface Ratings {
  readonly units: number;
  readonly raters: number;
  readonly grades: Float64Array;
}

/** How far apart two grades are: same or not, by order, by difference. */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 − observed ÷ expected disagreement, from coincidences of grades within units. Units that fewer than two
 * raters graded take no part; missing grades are allowed.
 *
 * @returns 1 at full agreement, 0 as by chance, below 0 worse; `NaN` where no unit has two grades or all grades are one, as
 *   nothing could have disagreed then
 */
export function krippendorffAlpha(ratings: Ratings, metric: AlphaMetric): number {
  const grades = [...new Set(ratings.grades.filter((grade) => !Number.isNaN(grade)))].sort((a, b) => a - b);
  const size = grades.length;
  const place = new Map(grades.map((grade, at) => [grade, at]));
  const pairs = new Float64Array(size * size);
  for (let unit = 0; unit < ratings.units; unit++) {
    const given = gradesOf(ratings, unit).map((grade) => place.get(grade) as number);
    if (given.length < 2) continue;
    for (const [at, one] of given.entries())
      for (const [with_, other] of given.entries())
        if (at !== with_)
          pairs[one * size + other] = (pairs[one * size + other] as number) + 1 / (given.length - 1);
  }
  const totals = Float64Array.from(grades, (_, one) =>
    pairs.subarray(one * size, (one + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  const all = totals.reduce((sum, count) => sum + count, 0);
  let [observed, expected] = [0, 0];
  for (let one = 0; one < size; one++)
    for (let other = 0; other < size; other++) {
      const apart = distance(metric, grades, totals, one, other);
      observed += (pairs[one * size + other] as number) * apart;
      expected += ((totals[one] as number) * (totals[other] as number) * apart) / (all - 1);
    }
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

function distance(
  metric: AlphaMetric,
  grades: readonly number[],
  totals: Float64Array,
  one: number,
  other: number,
): number {
  if (one === other) return 0;
  if (metric === 'nominal') return 1;
  if (metric === 'interval') return ((grades[one] as number) - (grades[other] as number)) ** 2;
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const between = totals.subarray(low, high + 1).reduce((sum, count) => sum + count, 0);
  return (between - ((totals[low] as number) + (totals[high] as number)) / 2) ** 2;
}

function gradesOf({ raters, grades }: Ratings, unit: number): readonly number[] {
  return [...grades.subarray(unit * raters, (unit + 1) * raters)].filter((grade) => !Number.isNaN(grade));
}

/** How much a disagreement of two grades weighs: the same for all, by steps between them, by their square. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/**
 * Cohen's kappa of two raters, weighted by the steps between grades if asked: 1 − Σ w · observed ÷ Σ w · expected. Units that only
 * one of them graded are left out.
 *
 * @param grades all that may be given, in order; absent: those that were given
 * @returns `NaN` where no unit was graded by both, or both always gave one and the same grade
 */
export function cohenKappa(
  first: Float64Array,
  second: Float64Array,
  weights: KappaWeights = 'none',
  grades?: readonly number[],
): number {
  const both = [...first.keys()].filter((at) => !Number.isNaN(first[at]) && !Number.isNaN(second[at]));
  const given = new Set(both.flatMap((at) => [first[at] as number, second[at] as number]));
  const order = grades ?? [...given].sort((a, b) => a - b);
  const size = order.length;
  const place = new Map(order.map((grade, at) => [grade, at]));
  const [rows, columns] = [new Float64Array(size), new Float64Array(size)];
  let observed = 0;
  for (const at of both) {
    const [one, other] = [place.get(first[at] as number), place.get(second[at] as number)];
    if (one === undefined || other === undefined) continue;
    rows[one] = (rows[one] as number) + 1;
    columns[other] = (columns[other] as number) + 1;
    observed += weightOf(weights, one, other);
  }
  let expected = 0;
  for (let one = 0; one < size; one++)
    for (let other = 0; other < size; other++)
      expected += weightOf(weights, one, other) * (rows[one] as number) * (columns[other] as number);
  return expected === 0 ? Number.NaN : 1 - (observed * both.length) / expected;
}

function weightOf(weights: KappaWeights, one: number, other: number): number {
  if (weights === 'none') return one === other ? 0 : 1;
  return weights === 'linear' ? Math.abs(one - other) : (one - other) ** 2;
}

/**
 * Fleiss' kappa: agreement of a fixed number of raters, who need not be the same for each unit.
 *
 * @returns `NaN` where units have different numbers of grades or fewer than two, or all grades are one
 */
export function fleissKappa(ratings: Ratings): number {
  const units = Array.from({ length: ratings.units }, (_, unit) => gradesOf(ratings, unit)).filter(
    (given) => given.length > 0,
  );
  const raters = units[0]?.length ?? 0;
  if (raters < 2 || units.some((given) => given.length !== raters)) return Number.NaN;
  const totals = new Map<number, number>();
  let agreeing = 0;
  for (const given of units) {
    const counts = new Map<number, number>();
    for (const grade of given) counts.set(grade, (counts.get(grade) ?? 0) + 1);
    for (const [grade, count] of counts) {
      totals.set(grade, (totals.get(grade) ?? 0) + count);
      agreeing += count * (count - 1);
    }
  }
  const observed = agreeing / (units.length * raters * (raters - 1));
  const chance = [...totals.values()].reduce((sum, count) => sum + (count / (units.length * raters)) ** 2, 0);
  return chance === 1 ? Number.NaN : (observed - chance) / (1 - chance);
}
