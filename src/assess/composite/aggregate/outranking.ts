import type { Values } from '../types.js';

/**
 * Outranking matrix: the share of weight of the children in which a row is better than another, a tie counting half. A child
 * that one of both lacks does not count between them; without a common child the cell is missing. The diagonal is 0.
 *
 * @param weights relative, one for each child
 * @returns `matrix[row * rows + other]`, 0 to 1
 */
export function outranking(children: readonly Values[], weights: Float64Array): Float64Array {
  const rows = children[0]?.length ?? 0;
  const matrix = new Float64Array(rows * rows);
  for (let row = 0; row < rows; row++) {
    for (let other = 0; other < rows; other++) {
      if (other !== row) matrix[row * rows + other] = shareBetter(children, weights, row, other);
    }
  }
  return matrix;
}

function shareBetter(children: readonly Values[], weights: Float64Array, row: number, other: number): number {
  let better = 0;
  let total = 0;
  for (let child = 0; child < children.length; child++) {
    const column = children[child] as Values;
    const lead = (column[row] as number) - (column[other] as number);
    if (Number.isNaN(lead)) continue;
    const weight = weights[child] as number;
    total += weight;
    if (lead > 0) better += weight;
    else if (lead === 0) better += weight / 2;
  }
  return total === 0 ? Number.NaN : better / total;
}

/**
 * Copeland scores of an outranking matrix: rows beaten less rows lost to; a cell of one half is a tie, a missing cell
 * counts nothing.
 */
export function copelandScores(matrix: Float64Array): Float64Array {
  const rows = Math.sqrt(matrix.length);
  const scores = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let other = 0; other < rows; other++) {
      const lead = (matrix[row * rows + other] as number) - 0.5;
      if (other !== row && isDecided(lead, 1)) scores[row] = (scores[row] as number) + Math.sign(lead);
    }
  }
  return scores;
}

/** True where a difference of weights is one, and not the rounding of a sum that should have been 0. */
export function isDecided(lead: number, total: number): boolean {
  return Math.abs(lead) > total * 1e-12;
}
