/**
 * Resource poverty index: mining output of the region in that of the nation ÷ its output in that of the nation. Above 1
 * a curse, larger is worse; for metal and forest cities too. Missing where a whole is 0.
 *
 * Source: Su Xun 2007, as reviewed (V).
 */
export function resourcePovertyIndex(
  mining: number,
  nationMining: number,
  output: number,
  nationOutput: number,
): number {
  return quotient(mining, nationMining, output, nationOutput);
}

/**
 * Resource curse coefficient: share in the nation's primary energy output ÷ share in its secondary output. Above 1 the
 * advantage in resources did not turn into growth. For energy cities only. With `greenLoss` the region's output is
 * taken without it, which raises the coefficient where the curse is strong.
 *
 * Source: Yao et al. 2011, as reviewed; correction An and Wang 2015 (V).
 *
 * @param greenLoss cost of damage to nature and resources used up, in the unit of output
 */
export function resourceCurseCoefficient(
  energy: number,
  nationEnergy: number,
  secondary: number,
  nationSecondary: number,
  greenLoss = 0,
): number {
  return quotient(energy, nationEnergy, secondary - greenLoss, nationSecondary);
}

function quotient(part: number, all: number, output: number, allOutput: number): number {
  if (!(all > 0 && output > 0 && allOutput > 0)) return Number.NaN;
  return part / all / (output / allOutput);
}

/** A grade with half-open bounds [from, to); null is open. */
export interface Bounds {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** The class whose bounds hold a value; null where it is missing or no class holds it. */
export function classAt(value: number, classes: readonly Bounds[]): string | null {
  const held = classes.find(
    ({ from, to }) => value >= (from ?? Number.NEGATIVE_INFINITY) && value < (to ?? Number.POSITIVE_INFINITY),
  );
  return held?.id ?? null;
}

/** One input of the new-factor index against the nation. */
export interface NewFactor {
  readonly id: string;
  /** Of the city, per head or as a share. */
  readonly value: number;
  /** The same of the nation. */
  readonly nation: number;
}

export interface NewFactorIndex {
  /** Mean of the ratios that are known; 1 is the nation. Missing without any. */
  readonly index: number;
  /** Known ratios ÷ all. */
  readonly coverage: number;
  readonly ratios: readonly { readonly id: string; readonly ratio: number }[];
  readonly missing: readonly string[];
}

/**
 * New-factor index: technology, people and openness of a city against the nation, the mean of the ratios that are known.
 * What is missing is named, and the coverage says how much the index rests on: compare only indices of the same inputs.
 *
 * Source: inputs Zhang Wenzhong in the seed (S); the mean ours (D).
 */
export function newFactorIndex(factors: readonly NewFactor[]): NewFactorIndex {
  const ratios = factors.map(({ id, value, nation }) => ({
    id,
    ratio: nation > 0 ? value / nation : Number.NaN,
  }));
  const known = ratios.filter(({ ratio }) => !Number.isNaN(ratio));
  return {
    index: known.length > 0 ? known.reduce((sum, { ratio }) => sum + ratio, 0) / known.length : Number.NaN,
    coverage: factors.length > 0 ? known.length / factors.length : Number.NaN,
    ratios,
    missing: ratios.filter(({ ratio }) => Number.isNaN(ratio)).map(({ id }) => id),
  };
}
