import { seededRandom } from '../../base/index.js';
import type { ClassScheme } from '../../catalog/index.js';
import type { RankOptions } from '../types.js';
import { type DistressUnit, distressIndices, distressRanks, rankedFromWorst } from './foreign-rules.js';

/** A county with the standard errors of its figures, in their units; `NaN` or absent: not known, taken as none. */
export interface MeasuredUnit extends DistressUnit {
  readonly errors?: Omit<DistressUnit, 'unit'>;
}

/** How far the rank of a county moves; null where it has none. */
export interface DistressRange {
  readonly unit: string;
  /** Ends of the rank over the runs; 1 is the worst. */
  readonly low: number | null;
  readonly high: number | null;
  /** Share of the runs in each class, by its id; a class that is never reached is absent. */
  readonly shares: Readonly<Record<string, number>>;
}

/**
 * The interval that the rule itself does not give: each run multiplies the weights of the three ratios by a uniform number of 1 ± spread,
 * adds to each figure a normal error of its standard deviation, and ranks all counties again. What a figure loses below 0 is cut off; an
 * income that is not above 0 is drawn again as it was measured. Figures of the country are taken as they are. Equal seeds give equal ranges.
 *
 * The spread of the weights is the project's own rule for intervals of ranks (D, parameters `rank_…`).
 *
 * @throws AfterlodeError IDENTIFY_FOREIGN where a figure of the country is not above zero
 */
export function distressRanges(
  units: readonly MeasuredUnit[],
  country: Omit<DistressUnit, 'unit'>,
  scheme: ClassScheme,
  { runs, seed, spread, lowQuantile, highQuantile }: RankOptions,
): readonly DistressRange[] {
  const nominal = distressRanks(units, country, scheme);
  const known = units.filter((_, at) => nominal[at]?.rank !== null);
  const random = seededRandom(seed);
  const ranks = new Uint32Array(known.length * runs);
  const counts = known.map(() => new Map<string, number>());
  for (let run = 0; run < runs; run++) {
    const weights = [0, 1, 2].map(() => 1 + spread * (2 * random() - 1)) as [number, number, number];
    const indices = distressIndices(
      known.map((unit) => drawn(unit, random)),
      country,
      weights,
    );
    rankedFromWorst(indices, scheme).forEach(({ rank, status }, at) => {
      ranks[at * runs + run] = rank ?? 0;
      const seen = counts[at] as Map<string, number>;
      seen.set(status ?? '', (seen.get(status ?? '') ?? 0) + 1);
    });
  }
  const ranges = known.map(({ unit }, at): DistressRange => {
    const sorted = ranks.subarray(at * runs, (at + 1) * runs).sort();
    const end = (share: number) => sorted[Math.max(0, Math.ceil(share * runs) - 1)] ?? null;
    const shares = [...(counts[at] as Map<string, number>)].map(([id, count]) => [id, count / runs]);
    return { unit, low: end(lowQuantile), high: end(highQuantile), shares: Object.fromEntries(shares) };
  });
  let next = 0;
  return nominal.map(({ unit, rank }) =>
    rank === null ? { unit, low: null, high: null, shares: {} } : (ranges[next++] as DistressRange),
  );
}

/** The figures of a county as another sample might have found them. */
function drawn(unit: MeasuredUnit, random: () => number): DistressUnit {
  const { errors } = unit;
  if (errors === undefined) return unit;
  const shaken = (name: 'unemployment' | 'income' | 'poverty') => {
    const error = errors[name];
    return error > 0 ? unit[name] + error * normal(random) : unit[name];
  };
  const income = shaken('income');
  return {
    unit: unit.unit,
    unemployment: Math.max(0, shaken('unemployment')),
    income: income > 0 ? income : unit.income,
    poverty: Math.max(0, shaken('poverty')),
  };
}

/** A standard normal number by the transform of Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
