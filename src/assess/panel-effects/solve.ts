/** A square matrix by rows: `values[row * size + column]`. */
export interface Square {
  readonly size: number;
  readonly values: Float64Array;
}

/** Share of its diagonal below which a pivot counts as none: the columns are then the same thing said twice. */
const singular = 1e-11;

/**
 * Inverse of a symmetric positive definite matrix by Cholesky's factor; null where it is singular.
 */
export function inverse({ size, values }: Square): Square | null {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = values[row * size + column] as number;
      for (let k = 0; k < column; k++) {
        sum -= (root[row * size + k] as number) * (root[column * size + k] as number);
      }
      if (row !== column) root[row * size + column] = sum / (root[column * size + column] as number);
      else if (!(sum > singular * (values[row * size + row] as number))) return null;
      else root[row * size + row] = Math.sqrt(sum);
    }
  }
  const made = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const solved = solveWith(root, size, column);
    for (let row = 0; row < size; row++) made[row * size + column] = solved[row] as number;
  }
  return { size, values: made };
}

/** Column of the inverse, by forward and backward substitution. */
function solveWith(root: Float64Array, size: number, unit: number): Float64Array {
  const x = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let sum = row === unit ? 1 : 0;
    for (let k = 0; k < row; k++) sum -= (root[row * size + k] as number) * (x[k] as number);
    x[row] = sum / (root[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] as number;
    for (let k = row + 1; k < size; k++) sum -= (root[k * size + row] as number) * (x[k] as number);
    x[row] = sum / (root[row * size + row] as number);
  }
  return x;
}

/** Product of two square matrices. */
export function times(a: Square, b: Square): Square {
  const { size } = a;
  const values = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < size; k++) {
        sum += (a.values[row * size + k] as number) * (b.values[k * size + column] as number);
      }
      values[row * size + column] = sum;
    }
  }
  return { size, values };
}
