/** What is averaged: x to the power of the exponent, the logarithm for 0. A score of 0 may be infinite. */
export function transformed(value: number, exponent: number): number {
  if (exponent === 1) return value;
  return exponent === 0 ? Math.log(value) : value ** exponent;
}

/**
 * Average steepness of the transformation between two scores: (f(b) − f(a)) ÷ (b − a), and f′ where they are equal.
 * The reciprocal is the logarithmic mean for the exponent 0.
 *
 * Logarithms of nearly equal scores are taken as log1p, or their difference would lose its digits.
 */
export function steepness(a: number, b: number, exponent: number): number {
  if (exponent === 1) return 1;
  const base = Math.max(a, b);
  const step = (Math.min(a, b) - base) / base;
  if (step === 0) return exponent === 0 ? 1 / base : exponent * base ** (exponent - 1);
  const logarithm = step < -0.5 ? Math.log(Math.min(a, b) / base) : Math.log1p(step);
  const rise = exponent === 0 ? logarithm : base ** exponent * Math.expm1(exponent * logarithm);
  return rise / (step * base);
}
