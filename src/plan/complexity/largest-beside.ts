import { seededRandom } from '../../base/index.js';
import { tridiagonalEigen } from './tridiagonal.js';

/** A symmetric matrix as what it does to a vector: writes the product into `into`. */
export type Product = (vector: Float64Array, into: Float64Array) => void;

/** An eigenvalue and its vector of length 1. */
export interface Found {
  readonly value: number;
  readonly vector: Float64Array;
}

/**
 * Largest eigenvalue of a symmetric matrix beside those of known vectors, by Lanczos' method with full orthogonalisation: of tables
 * with a thousand activities a few dozen products are enough, where all eigenvalues would take seconds.
 *
 * @param known eigenvectors of length 1 that are taken out, fewer than the matrix has rows
 * @param size rows of the matrix
 * @param residual length of what the matrix does to the vector beside stretching it that is taken for none; the error of the value
 *   is about its square
 */
export function largestBeside(
  product: Product,
  known: readonly Float64Array[],
  size: number,
  residual = 1e-15,
): Found {
  // Another start for another search: the same one has nothing left of directions that were found from it.
  const random = seededRandom(known.length);
  const kept = [...known];
  const [diagonal, beside]: [number[], number[]] = [[], []];
  let vector = Float64Array.from({ length: size }, () => random() - 0.5);
  straighten(vector, kept);
  scale(vector, 1 / lengthOf(vector));
  let next = 8;
  for (;;) {
    const image = new Float64Array(size);
    product(vector, image);
    diagonal.push(dot(vector, image));
    kept.push(vector);
    straighten(image, kept);
    const rest = lengthOf(image);
    const steps = diagonal.length;
    // What is left is rounding: the vectors so far span all that the matrix does to the first one.
    const done = steps === size - known.length || rest < 1e-14;
    if (done || steps === next) {
      next = Math.ceil(next * 1.5);
      const found = tridiagonalEigen(diagonal, beside);
      if (done || rest * Math.abs(found.vector[steps - 1] as number) < residual)
        return assembled(found, kept.slice(known.length), size);
    }
    beside.push(rest);
    scale(image, 1 / rest);
    vector = image;
  }
}

function assembled(
  { values, vector }: ReturnType<typeof tridiagonalEigen>,
  kept: readonly Float64Array[],
  size: number,
): Found {
  const whole = new Float64Array(size);
  for (let at = 0; at < vector.length; at++) add(whole, kept[at] as Float64Array, vector[at] as number);
  return { value: values[0] as number, vector: whole };
}

/** Takes out what a vector has in common with others; twice, as once leaves rounding behind. */
function straighten(vector: Float64Array, others: readonly Float64Array[]): void {
  for (let round = 0; round < 2; round++) for (const other of others) add(vector, other, -dot(vector, other));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function add(to: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) + factor * (other[at] as number);
}

function scale(vector: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at++) vector[at] = factor * (vector[at] as number);
}

const lengthOf = (vector: Float64Array) => Math.sqrt(dot(vector, vector));
