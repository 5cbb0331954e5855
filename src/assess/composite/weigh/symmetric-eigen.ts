/** Eigenvalues from the largest, each with its vector of length 1. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations: exact to rounding, also for small or equal
 * eigenvalues. The sign of a vector is arbitrary.
 *
 * @param matrix `[row * count + column]`, symmetric
 */
export function symmetricEigen(matrix: Float64Array, count: number): Eigen {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(count * count);
  for (let i = 0; i < count; i++) v[i * count + i] = 1;
  for (let sweep = 0; sweep < 100 && offDiagonal(a, count) > 0; sweep++) {
    for (let p = 0; p < count - 1; p++) for (let q = p + 1; q < count; q++) rotate(a, v, count, p, q);
  }
  const order = Array.from({ length: count }, (_, at) => at);
  order.sort((one, other) => (a[other * count + other] as number) - (a[one * count + one] as number));
  return {
    values: Float64Array.from(order, (at) => a[at * count + at] as number),
    vectors: order.map((at) =>
      Float64Array.from({ length: count }, (_, row) => v[row * count + at] as number),
    ),
  };
}

/** Turns the plane of p and q so that their cell becomes 0. */
function rotate(a: Float64Array, v: Float64Array, count: number, p: number, q: number): void {
  const cell = a[p * count + q] as number;
  const first = a[p * count + p] as number;
  const second = a[q * count + q] as number;
  // A cell too small to change either diagonal value is done with.
  if (Math.abs(cell) <= Number.EPSILON * 1e-3 * Math.sqrt(Math.abs(first * second))) {
    a[p * count + q] = 0;
    a[q * count + p] = 0;
    return;
  }
  const theta = (second - first) / (2 * cell);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < count; k++) turn(a, k * count + p, k * count + q, c, s);
  for (let k = 0; k < count; k++) turn(a, p * count + k, q * count + k, c, s);
  for (let k = 0; k < count; k++) turn(v, k * count + p, k * count + q, c, s);
  a[p * count + q] = 0;
  a[q * count + p] = 0;
}

function turn(a: Float64Array, p: number, q: number, c: number, s: number): void {
  const x = a[p] as number;
  const y = a[q] as number;
  a[p] = c * x - s * y;
  a[q] = s * x + c * y;
}

function offDiagonal(a: Float64Array, count: number): number {
  let sum = 0;
  for (let p = 0; p < count; p++) {
    for (let q = p + 1; q < count; q++) sum += Math.abs(a[p * count + q] as number);
  }
  return sum;
}
