import { steepness, transformed } from './mean-slope.js';
import type { SiblingParts, Side } from './types.js';

/**
 * Splits the change of a weighted mean f⁻¹(Σ w f(x)) exactly into its children (f: x, ln x, 1/x or a power).
 *
 * Children that are there on both sides: ΔM = ΔM/Δf(M) · Σ (w̄ Δf(x) + (f̄ − f̄(M)) Δw), bars being means of both
 * sides. For the arithmetic mean that is Shapley's split of weight times value, for the geometric mean the
 * logarithmic-mean split (LMDI I). The same backwards gives the same parts with the other sign.
 * Children that came or went carry what the mean moved by their coming or going alone.
 *
 * A score of 0 under a geometric, harmonic or negative power mean makes the mean 0: then the children of 0 take the whole
 * change, by weight, which is the limit of the formula.
 */
export function splitMean(before: Side, after: Side, exponent: number): SiblingParts {
  const count = before.values.length;
  const parts: SiblingParts = {
    slopes: new Float64Array(count),
    weight: new Float64Array(count),
    coverage: new Float64Array(count),
  };
  const there = (side: Side, child: number) =>
    !Number.isNaN(side.values[child]) && (side.shares[child] as number) > 0;
  const known = (child: number) => !Number.isNaN(before.values[child]) && !Number.isNaN(after.values[child]);
  const common = listOf(count, known);
  const entering = listOf(count, (child) => !known(child) && there(after, child));
  const leaving = listOf(count, (child) => !known(child) && there(before, child));
  const from = among(before, common);
  const to = among(after, common);
  if (Number.isNaN(from.score) || Number.isNaN(to.score)) {
    splitReplaced(before, after, exponent, parts);
    return parts;
  }
  from.score = leaving.length === 0 ? before.score : meanOf(from, exponent);
  to.score = entering.length === 0 ? after.score : meanOf(to, exponent);
  splitCommon(from, to, common, exponent, parts);
  addComing(to.score, among(after, null), entering, exponent, 1, parts.coverage);
  addComing(from.score, among(before, null), leaving, exponent, -1, parts.coverage);
  return parts;
}

interface Shared extends Side {
  score: number;
}

/** A side with weights that sum to 1 over the given children (null: over all that are there); `NaN` without any. */
function among(side: Side, children: readonly number[] | null): Shared {
  const shares = new Float64Array(side.shares.length);
  const kept = children ?? listOf(shares.length, (child) => !Number.isNaN(side.values[child]));
  let sum = 0;
  for (const child of kept) sum += side.shares[child] as number;
  for (const child of kept) shares[child] = (side.shares[child] as number) / sum;
  return { values: side.values, shares, score: sum > 0 ? side.score : Number.NaN };
}

function meanOf({ values, shares }: Side, exponent: number): number {
  let sum = 0;
  for (let child = 0; child < values.length; child++) {
    const share = shares[child] as number;
    if (share > 0) sum += share * transformed(values[child] as number, exponent);
  }
  if (exponent === 1) return sum;
  return exponent === 0 ? Math.exp(sum) : sum ** (1 / exponent);
}

function splitCommon(
  from: Side,
  to: Side,
  children: readonly number[],
  exponent: number,
  into: SiblingParts,
): void {
  if (exponent <= 0 && (from.score === 0 || to.score === 0)) {
    splitFromZero(from, to, children, into);
    return;
  }
  const flat = (a: number, b: number) => exponent !== 1 && a === 0 && b === 0;
  const steep = flat(from.score, to.score) ? 0 : 1 / steepness(from.score, to.score, exponent);
  const middle = (transformed(from.score, exponent) + transformed(to.score, exponent)) / 2;
  for (const child of children) {
    const [w0, w1] = [from.shares[child] as number, to.shares[child] as number];
    let [x0, x1] = [from.values[child] as number, to.values[child] as number];
    if (w0 === 0 && w1 === 0) continue;
    // A child without weight on one side, and with a score whose transform is infinite there, only gains or loses weight.
    if (w0 === 0 && x0 === 0) x0 = x1;
    if (w1 === 0 && x1 === 0) x1 = x0;
    if (x0 === from.values[child] && x1 === to.values[child]) {
      into.slopes[child] = flat(x0, x1) ? 0 : (steep * (w0 + w1) * steepness(x0, x1, exponent)) / 2;
    }
    const height = (transformed(x0, exponent) + transformed(x1, exponent)) / 2 - middle;
    into.weight[child] = w0 === w1 ? 0 : steep * height * (w1 - w0);
  }
}

/** The mean is 0 on one side: the children that make it so take the change by weight. */
function splitFromZero(from: Side, to: Side, children: readonly number[], into: SiblingParts): void {
  if (from.score === to.score) return;
  const zero = from.score === 0 ? from : to;
  const makers = children.filter((child) => zero.values[child] === 0 && (zero.shares[child] as number) > 0);
  const weight = makers.reduce((sum, child) => sum + (zero.shares[child] as number), 0);
  for (const child of makers) {
    const part = ((to.score - from.score) * (zero.shares[child] as number)) / weight;
    const step = (to.values[child] as number) - (from.values[child] as number);
    if (step === 0) into.weight[child] = part;
    else into.slopes[child] = part / step;
  }
}

/** What the mean moved from `without` by the children that came (sign 1) or, backwards, went (−1). */
function addComing(
  without: number,
  full: Side,
  coming: readonly number[],
  exponent: number,
  sign: 1 | -1,
  into: Float64Array,
): void {
  if (coming.length === 0 || full.score === without) return;
  if (exponent <= 0 && full.score === 0) {
    const makers = coming.filter((child) => full.values[child] === 0);
    const weight = makers.reduce((sum, child) => sum + (full.shares[child] as number), 0);
    for (const child of makers) {
      into[child] = (into[child] as number) - (sign * without * (full.shares[child] as number)) / weight;
    }
    return;
  }
  const slope = 1 / steepness(without, full.score, exponent);
  const level = transformed(without, exponent);
  for (const child of coming) {
    const height = transformed(full.values[child] as number, exponent) - level;
    into[child] = (into[child] as number) + sign * slope * (full.shares[child] as number) * height;
  }
}

/** No child is there on both sides: half of the change falls on those after, half on those before. */
function splitReplaced(before: Side, after: Side, exponent: number, into: SiblingParts): void {
  const count = before.values.length;
  const half = new Float64Array(count);
  const zero = exponent <= 0 && (before.score === 0 || after.score === 0);
  const sides = [
    { full: among(after, null), without: before.score, sign: 1 },
    { full: among(before, null), without: after.score, sign: -1 },
  ] as const;
  for (const { full, without, sign } of sides) {
    const coming = listOf(count, (child) => (full.shares[child] as number) > 0);
    if (!zero) addComing(without, full, coming, exponent, sign, half);
    else {
      for (const child of coming) {
        half[child] = (half[child] as number) + (after.score - before.score) * (full.shares[child] as number);
      }
    }
  }
  half.forEach((amount, child) => {
    into.coverage[child] = amount / 2;
  });
}

function listOf(count: number, keep: (child: number) => boolean): number[] {
  return Array.from({ length: count }, (_, child) => child).filter(keep);
}
