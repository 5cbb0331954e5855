import { mean, present } from '../../base/index.js';

/** A factor of potential or of difficulty, its weight and the way it points. */
export interface ParcelFactor {
  readonly factor: string;
  readonly side: 'potential' | 'difficulty';
  /** 0: not looked at. */
  readonly weight: number;
  /** 1: more of it is more; −1: more of it is less. */
  readonly direction: 1 | -1;
}

/** What may be done with a parcel now, by potential and difficulty. */
export type Quadrant = 'now' | 'prepare' | 'light' | 'safe';

export interface ParcelStanding {
  /** Weighted mean of standardised factors that are known; `NaN` where none is. */
  readonly potential: number;
  readonly difficulty: number;
  /** `null` where one of both is not known. */
  readonly quadrant: Quadrant | null;
  /** Factors with a weight that the parcel has no figure of. */
  readonly missing: readonly string[];
}

/**
 * Potential and difficulty of parcels: each factor in standard deviations over the parcels that have it, weighted. A factor that a parcel
 * lacks drops out with its weight and is told. High is above the mean of the parcels, that is above `cut`.
 *
 * @param values by factor, by parcel; `NaN`: missing
 */
export function standingsOf(
  factors: readonly ParcelFactor[],
  values: readonly (readonly number[])[],
  cut: number,
): readonly ParcelStanding[] {
  const used = factors.flatMap((one, at) => (one.weight > 0 ? [{ ...one, values: values[at] ?? [] }] : []));
  const scores = used.map(({ values: own, direction }) => standardised(own, direction));
  return (values[0] ?? []).map((_, parcel) => {
    const side = (which: ParcelFactor['side']) => {
      const own = used.flatMap(({ side: of, weight }, at) => {
        const score = scores[at]?.[parcel] as number;
        return of === which && !Number.isNaN(score) ? [{ weight, score }] : [];
      });
      const weights = own.reduce((sum, { weight }) => sum + weight, 0);
      return own.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights;
    };
    const [potential, difficulty] = [side('potential'), side('difficulty')];
    return {
      potential,
      difficulty,
      quadrant: quadrantOf(potential, difficulty, cut),
      missing: used.flatMap(({ factor, values: own }) =>
        Number.isNaN(own[parcel] as number) ? [factor] : [],
      ),
    };
  });
}

/** Standard deviations from the mean; 0 for all where they do not differ. */
function standardised(values: readonly number[], direction: number): readonly number[] {
  const known = present(Float64Array.from(values));
  const middle = mean(known);
  const spread = Math.sqrt(mean(known.map((value) => (value - middle) ** 2)));
  return values.map((value) =>
    Number.isNaN(value) ? value : spread > 0 ? (direction * (value - middle)) / spread : 0,
  );
}

function quadrantOf(potential: number, difficulty: number, cut: number): Quadrant | null {
  if (Number.isNaN(potential) || Number.isNaN(difficulty)) return null;
  if (potential > cut) return difficulty > cut ? 'prepare' : 'now';
  return difficulty > cut ? 'safe' : 'light';
}
