import type { Stack } from '../../src/locate/index.js';

/**
 * The plain way: for each pixel the normal equations of its epochs against the first one, solved by elimination. Pixels whose
 * epochs are not tied get no answer.
 */
export function plainLeastSquares({ grid, network, changesMm }: Stack): Float64Array[] {
  const size = network.epochs.length - 1;
  const cells = grid.width * grid.height;
  const result = network.epochs.map(() => new Float64Array(cells).fill(Number.NaN));
  for (let cell = 0; cell < cells; cell++) {
    const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (const [pair, { first, second }] of network.pairs.entries()) {
      const change = changesMm[pair]?.[cell] as number;
      if (Number.isNaN(change)) continue;
      const [a, b] = [first - 1, second - 1];
      const later = rows[b] as Float64Array;
      later[b]! += 1;
      later[size]! += change;
      if (a < 0) continue;
      const earlier = rows[a] as Float64Array;
      earlier[a]! += 1;
      earlier[size]! -= change;
      later[a]! -= 1;
      earlier[b]! -= 1;
    }
    if (!eliminateRows(rows)) continue;
    (result[0] as Float64Array)[cell] = 0;
    for (let epoch = 0; epoch < size; epoch++)
      (result[epoch + 1] as Float64Array)[cell] = rows[epoch]?.[size] as number;
  }
  return result;
}

function eliminateRows(rows: readonly Float64Array[]): boolean {
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const top = rows[pivot] as Float64Array;
    if ((top[pivot] as number) < 1e-9) return false;
    for (let below = pivot + 1; below < size; below++) {
      const row = rows[below] as Float64Array;
      const factor = (row[pivot] as number) / (top[pivot] as number);
      for (let column = pivot; column <= size; column++) row[column]! -= factor * (top[column] as number);
    }
  }
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] as Float64Array;
    for (let column = at + 1; column < size; column++)
      row[size]! -= (row[column] as number) * (rows[column]?.[size] as number);
    row[size]! /= row[at] as number;
  }
  return true;
}
