import type { Values } from '../types.js';

/**
 * Powers of a column, as a power mean sums them: the logarithm for exponent 0, else (score ÷ scale)^exponent. Missing stays
 * missing. Common exponents have loops of their own, several times faster than a general power.
 *
 * @returns false if a score is below 0 (what was written is of no use then)
 */
export function writePowers(column: Values, exponent: number, scale: number, into: Values): boolean {
  if (exponent === 0) return writeLogarithms(column, into);
  if (exponent === -1) return writeReciprocals(column, into);
  if (exponent === 2) return writeSquares(column, into);
  if (exponent === 0.5) return writeRoots(column, into);
  if (exponent === -0.5) return writeRoots(column, into) && writeReciprocals(into, into);
  let lowest = 0;
  for (let row = 0; row < column.length; row++) {
    const score = column[row] as number;
    if (score < lowest) lowest = score;
    into[row] = (score / scale) ** exponent;
  }
  return lowest === 0;
}

/** Turns means of powers into the mean, in place. */
export function undoPowers(means: Values, exponent: number, scale: number): void {
  if (exponent === 1) return;
  const inverse = 1 / exponent;
  for (let row = 0; row < means.length; row++) {
    const mean = means[row] as number;
    if (exponent === 0) means[row] = Math.exp(mean);
    else if (exponent === -1) means[row] = 1 / mean;
    else if (exponent === 2) means[row] = Math.sqrt(mean);
    else means[row] = scale * mean ** inverse;
  }
}

/**
 * What scores are divided by, so that high powers neither overflow nor vanish: the largest score, or the smallest above 0
 * for exponents below 0; 1 where the power has a loop of its own.
 */
export function powerScale(columns: readonly Values[], exponent: number): number {
  if ([-1, -0.5, 0, 0.5, 1, 2].includes(exponent)) return 1;
  const largest = exponent > 0;
  let found = largest ? 0 : Number.POSITIVE_INFINITY;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const score = column[row] as number;
      if (score > 0 && (largest ? score > found : score < found)) found = score;
    }
  }
  return found > 0 && Number.isFinite(found) ? found : 1;
}

function writeLogarithms(column: Values, into: Values): boolean {
  let lowest = 0;
  for (let row = 0; row < column.length; row++) {
    const score = column[row] as number;
    if (score < lowest) lowest = score;
    into[row] = Math.log(score);
  }
  return lowest === 0;
}

function writeReciprocals(column: Values, into: Values): boolean {
  let lowest = 0;
  for (let row = 0; row < column.length; row++) {
    // Adding 0 makes -0 a plain 0, whose reciprocal is positive.
    const score = (column[row] as number) + 0;
    if (score < lowest) lowest = score;
    into[row] = 1 / score;
  }
  return lowest === 0;
}

function writeSquares(column: Values, into: Values): boolean {
  let lowest = 0;
  for (let row = 0; row < column.length; row++) {
    const score = column[row] as number;
    if (score < lowest) lowest = score;
    into[row] = score * score;
  }
  return lowest === 0;
}

function writeRoots(column: Values, into: Values): boolean {
  let lowest = 0;
  for (let row = 0; row < column.length; row++) {
    const score = column[row] as number;
    if (score < lowest) lowest = score;
    into[row] = Math.sqrt(score);
  }
  return lowest === 0;
}
