import type { PixelNetwork } from './elimination.js';

/**
 * Joins the parts of a pixel's network by the offsets that make the sum of squared velocities smallest, over all steps between
 * neighbouring epochs (Berardino et al. 2002). Within a part nothing changes: that sum is the only thing the data leave open.
 *
 * @param pixel as `eliminate` left it; `level` is changed
 * @param stepYears years between neighbouring epochs, one fewer than epochs
 */
export function joinParts(pixel: PixelNetwork, parts: number, stepYears: Float64Array): void {
  const { level, part } = pixel;
  const own = part[0] as number;
  // The part of the first epoch stays; rows and columns of the others follow in their order.
  const size = parts - 1;
  const row = (of: number): number => (of === own ? -1 : of > own ? of - 1 : of);
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let step = 0; step < stepYears.length; step++) {
    const [a, b] = [row(part[step] as number), row(part[step + 1] as number)];
    if (a === b) continue;
    const weight = 1 / (stepYears[step] as number) ** 2;
    const rise = weight * ((level[step + 1] as number) - (level[step] as number));
    if (a >= 0) add(a, a, weight, rise);
    if (b >= 0) add(b, b, weight, -rise);
    if (a >= 0 && b >= 0) {
      matrix[a * size + b] = (matrix[a * size + b] as number) - weight;
      matrix[b * size + a] = (matrix[b * size + a] as number) - weight;
    }
  }
  solvePositive(matrix, right);
  for (let epoch = 0; epoch < level.length; epoch++) {
    const at = row(part[epoch] as number);
    if (at >= 0) level[epoch] = (level[epoch] as number) + (right[at] as number);
  }

  function add(a: number, b: number, weight: number, rise: number): void {
    matrix[a * size + b] = (matrix[a * size + b] as number) + weight;
    right[a] = (right[a] as number) + rise;
  }
}

/**
 * Solves a symmetric positive definite system by elimination, in place: `right` becomes the answer.
 *
 * @param matrix row by row, as many rows as `right` has values; spent
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): void {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const diagonal = matrix[pivot * size + pivot] as number;
    for (let below = pivot + 1; below < size; below++) {
      const factor = (matrix[below * size + pivot] as number) / diagonal;
      if (factor === 0) continue;
      for (let column = pivot; column < size; column++) {
        const place = below * size + column;
        matrix[place] = (matrix[place] as number) - factor * (matrix[pivot * size + column] as number);
      }
      right[below] = (right[below] as number) - factor * (right[pivot] as number);
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    let sum = right[at] as number;
    for (let column = at + 1; column < size; column++)
      sum -= (matrix[at * size + column] as number) * (right[column] as number);
    right[at] = sum / (matrix[at * size + at] as number);
  }
}
