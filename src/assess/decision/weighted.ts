import type { Problem } from './types.js';

/**
 * Σ w r of every alternative. A missing r drops out together with its weight: the sum is divided by the weights present;
 * `NaN` where none is.
 *
 * @param columns by criterion, r
 */
export function weightedSums(problem: Problem, columns: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(problem.names.length);
  const lost = new Float64Array(problem.names.length);
  columns.forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    for (let i = 0; i < sums.length; i++) {
      const value = column[i] as number;
      if (Number.isNaN(value)) lost[i] = (lost[i] as number) + weight;
      else sums[i] = (sums[i] as number) + weight * value;
    }
  });
  for (let i = 0; i < sums.length; i++) {
    const gone = lost[i] as number;
    if (gone > 0) sums[i] = gone >= 1 - 1e-12 ? Number.NaN : (sums[i] as number) / (1 - gone);
  }
  return sums;
}

/** Π r^w of every alternative; 0 where one r with weight is 0. */
export function weightedProducts(problem: Problem, columns: readonly Float64Array[]): Float64Array {
  const products = new Float64Array(problem.names.length).fill(1);
  columns.forEach((column, criterion) => {
    const weight = problem.weights[criterion] as number;
    for (let i = 0; i < products.length; i++)
      products[i] = (products[i] as number) * (column[i] as number) ** weight;
  });
  return products;
}

/** a ÷ b, or `otherwise` where b is 0: used where nothing tells alternatives apart. */
export function ratioOr(a: number, b: number, otherwise: number): number {
  return b === 0 ? otherwise : a / b;
}
