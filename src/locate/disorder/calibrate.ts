/** Pictures that people rated beside what a model says of them. */
export interface Rated {
  /** What the model says: a score, or a share of a class. */
  readonly score: Float64Array;
  /** Share of the raters who saw the element, 0 to 1. */
  readonly present: Float64Array;
  /** Segment of each picture: pictures of one street are alike, so that they are left out together. */
  readonly group: readonly string[];
}

/** Form of the curve from score to presence. */
export type CalibrationForm = 'logistic' | 'linear';

/** How wrong presence would be on streets that nobody rated; `NaN` where it cannot be told. */
export interface CalibrationError {
  readonly images: number;
  readonly groups: number;
  /** Share of the pictures in which raters saw the element. */
  readonly presence: number;
  /** Mean squared error of pictures of groups that were left out. */
  readonly squaredError: number;
  /** That of the mean presence of the others, which knows nothing of the picture. */
  readonly ofMean: number;
  /** 1 − squaredError ÷ ofMean: 1 without error, 0 or less where the score tells nothing. */
  readonly skill: number;
  /** Mean of predicted less rated presence. */
  readonly bias: number;
  /** Of pictures called present from 0.5 on. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** A fitted curve: presence = f(intercept + slope · score), f logistic, or the number itself between 0 and 1. */
export interface Calibration {
  readonly form: CalibrationForm;
  readonly intercept: number;
  readonly slope: number;
  readonly error: CalibrationError;
}

/**
 * Fits presence to scores and tells the error by leaving each group out in turn (each picture where there is one group only).
 *
 * Logistic fits carry Firth's correction, so that a few dozen ratings that a score parts without error give finite numbers.
 *
 * @returns null for fewer than two pictures
 */
export function calibrate(rated: Rated, form: CalibrationForm): Calibration | null {
  const all = [...rated.score.keys()].filter((at) => {
    return !Number.isNaN(rated.score[at]) && !Number.isNaN(rated.present[at]);
  });
  if (all.length < 2) return null;
  const names = new Set(all.map((at) => rated.group[at] as string));
  const groupOf = (at: number) => (names.size > 1 ? (rated.group[at] as string) : String(at));
  const folds = new Map<string, number[]>();
  for (const at of all) folds.set(groupOf(at), [...(folds.get(groupOf(at)) ?? []), at]);
  const predicted = new Map<number, number>();
  const guessed = new Map<number, number>();
  for (const fold of folds.values()) {
    const left = new Set(fold);
    const rest = all.filter((at) => !left.has(at));
    const curve = fitted(rated, rest, form);
    const mean = meanOf(rest, rated.present);
    for (const at of fold) {
      predicted.set(at, curveAt({ form, ...curve }, rated.score[at] as number));
      guessed.set(at, mean);
    }
  }
  const error = errorOf(rated, predicted, guessed, names.size);
  return { form, ...fitted(rated, all, form), error };
}

/** Presence by a curve, 0 to 1; `NaN` for a missing score. */
export function curveAt(
  { form, intercept, slope }: Pick<Calibration, 'form' | 'intercept' | 'slope'>,
  score: number,
): number {
  const value = intercept + slope * score;
  return form === 'logistic' ? 1 / (1 + Math.exp(-value)) : Math.min(1, Math.max(0, value));
}

interface Curve {
  readonly intercept: number;
  readonly slope: number;
}

function fitted(rated: Rated, places: readonly number[], form: CalibrationForm): Curve {
  const middle = meanOf(places, rated.score);
  const spread = Math.sqrt(
    places.reduce((sum, at) => sum + ((rated.score[at] as number) - middle) ** 2, 0) / places.length,
  );
  if (!(spread > 0)) return flat(meanOf(places, rated.present), places.length, form);
  const x = places.map((at) => ((rated.score[at] as number) - middle) / spread);
  const y = places.map((at) => rated.present[at] as number);
  const { intercept, slope } = form === 'logistic' ? logistic(x, y) : straight(x, y);
  return { intercept: intercept - (slope * middle) / spread, slope: slope / spread };
}

/** All scores are one: half a picture on each side keeps the logarithm finite, as Firth's correction would. */
function flat(mean: number, count: number, form: CalibrationForm): Curve {
  const share = (mean * count + 0.5) / (count + 1);
  return { intercept: form === 'logistic' ? Math.log(share / (1 - share)) : mean, slope: 0 };
}

function straight(x: readonly number[], y: readonly number[]): Curve {
  const intercept = y.reduce((sum, one) => sum + one, 0) / y.length;
  return { intercept, slope: x.reduce((sum, one, at) => sum + one * (y[at] as number), 0) / x.length };
}

/** Newton's steps on the likelihood with Jeffreys' prior (Firth 1993, Biometrika 80(1): 27–38). */
function logistic(x: readonly number[], y: readonly number[]): Curve {
  let [intercept, slope] = [0, 0];
  for (let step = 0; step < 100; step++) {
    const p = x.map((one) => 1 / (1 + Math.exp(-intercept - slope * one)));
    const weights = p.map((one) => one * (1 - one));
    let [a, b, c] = [0, 0, 0];
    for (const [at, one] of x.entries()) {
      const weight = weights[at] as number;
      a += weight;
      b += weight * one;
      c += weight * one * one;
    }
    const area = a * c - b * b;
    if (!(area > 1e-12)) break;
    let [first, second] = [0, 0];
    for (const [at, one] of x.entries()) {
      const chance = p[at] as number;
      const leverage = ((weights[at] as number) * (c - 2 * b * one + a * one * one)) / area;
      const pull = (y[at] as number) - chance + leverage * (0.5 - chance);
      first += pull;
      second += pull * one;
    }
    const move = [(c * first - b * second) / area, (a * second - b * first) / area] as const;
    const shrink = Math.min(1, 2 / Math.max(Math.abs(move[0]), Math.abs(move[1])));
    intercept += shrink * move[0];
    slope += shrink * move[1];
    if (Math.abs(move[0]) + Math.abs(move[1]) < 1e-10) break;
  }
  return { intercept, slope };
}

function errorOf(
  { present }: Rated,
  predicted: ReadonlyMap<number, number>,
  guessed: ReadonlyMap<number, number>,
  groups: number,
): CalibrationError {
  let [squares, ofMean, bias, sum] = [0, 0, 0, 0];
  let [hits, called, there] = [0, 0, 0];
  for (const [at, one] of predicted) {
    const rated = present[at] as number;
    squares += (one - rated) ** 2;
    ofMean += ((guessed.get(at) as number) - rated) ** 2;
    bias += one - rated;
    sum += rated;
    called += Number(one >= 0.5);
    there += Number(rated >= 0.5);
    hits += Number(one >= 0.5 && rated >= 0.5);
  }
  const images = predicted.size;
  return {
    images,
    groups,
    presence: sum / images,
    squaredError: squares / images,
    ofMean: ofMean / images,
    skill: ofMean === 0 ? Number.NaN : 1 - squares / ofMean,
    bias: bias / images,
    precision: called === 0 ? Number.NaN : hits / called,
    recall: there === 0 ? Number.NaN : hits / there,
    f1: called + there === 0 ? Number.NaN : (2 * hits) / (called + there),
  };
}

function meanOf(places: readonly number[], values: Float64Array): number {
  return places.reduce((sum, at) => sum + (values[at] as number), 0) / places.length;
}
