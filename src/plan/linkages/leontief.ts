import { AfterlodeError } from '../../base/index.js';
import type { FlowTable } from './types.js';

/**
 * Shares of inputs: A = Z diag(x)⁻¹ (`inputs`) or of outputs: diag(x)⁻¹ Z (`outputs`). A sector without output has zeros.
 *
 * @throws AfterlodeError LINKAGES_TABLE where a flow or an output is missing, negative or not finite, or a sector without output sells
 *   or buys
 */
export function sharesOf(table: FlowTable, of: 'inputs' | 'outputs'): Float64Array {
  const { flows, output, sectors } = table;
  const size = sectors.length;
  return flows.map((flow, at) => {
    const to = at % size;
    const from = (at - to) / size;
    if (!(flow >= 0) || flow === Number.POSITIVE_INFINITY)
      throw new AfterlodeError('LINKAGES_TABLE', `${sectors[from]} → ${sectors[to]}`, {
        found: String(flow),
        expected: { en: 'an amount, 0 or more', zh: '不小于 0 的金额' },
      });
    if (flow > 0) needOutput(table, from, to);
    const whole = output[of === 'inputs' ? to : from] as number;
    return flow === 0 ? 0 : flow / whole;
  });
}

function needOutput({ output, sectors }: FlowTable, from: number, to: number): void {
  for (const one of [from, to]) {
    if ((output[one] as number) > 0 && Number.isFinite(output[one])) continue;
    throw new AfterlodeError('LINKAGES_TABLE', `${sectors[one]}`, {
      found: String(output[one]),
      expected: { en: 'an output above 0, as the sector buys or sells', zh: '有往来的部门总产出须大于 0' },
    });
  }
}

/**
 * (I − A)⁻¹ by elimination with pivots.
 *
 * @param shares square, `[row * size + column]`
 * @returns null where the inverse does not exist or has a negative number: a table that cannot feed itself
 */
export function leontiefInverse(shares: Float64Array, size: number): Float64Array | null {
  const a = shares.map((share, at) => (at % (size + 1) === 0 ? 1 : 0) - share);
  const inverse = new Float64Array(size * size);
  for (let at = 0; at < size; at++) inverse[at * size + at] = 1;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(a[row * size + column] as number) > Math.abs(a[pivot * size + column] as number))
        pivot = row;
    if (Math.abs(a[pivot * size + column] as number) < 1e-12) return null;
    swap(a, size, pivot, column);
    swap(inverse, size, pivot, column);
    const factor = 1 / (a[column * size + column] as number);
    for (const matrix of [a, inverse]) addRow(matrix, size, column, column, factor - 1);
    for (let row = 0; row < size; row++) {
      const times = a[row * size + column] as number;
      if (row === column || times === 0) continue;
      for (const matrix of [a, inverse]) addRow(matrix, size, row, column, -times);
    }
  }
  // Rounding may leave a trace below 0 where the exact number is 0.
  return inverse.every((value) => value > -1e-9) ? inverse.map((value) => Math.max(value, 0)) : null;
}

function swap(matrix: Float64Array, size: number, one: number, other: number): void {
  if (one === other) return;
  const kept = matrix.slice(one * size, (one + 1) * size);
  matrix.copyWithin(one * size, other * size, (other + 1) * size);
  matrix.set(kept, other * size);
}

/** Adds a multiple of a row to a row. */
function addRow(matrix: Float64Array, size: number, to: number, from: number, factor: number): void {
  for (let at = 0; at < size; at++) {
    const value = (matrix[to * size + at] as number) + factor * (matrix[from * size + at] as number);
    matrix[to * size + at] = value;
  }
}
