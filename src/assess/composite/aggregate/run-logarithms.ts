import type { Values } from '../types.js';
import { type Group, refuseNegative } from './group.js';

/** So many factors that scores up to 10³⁷ stay inside the range of a number. */
const longest = 8;

/** How many children from `at` on have the weight of the first. */
export function runLength(weights: Float64Array, order: Int32Array, at: number, count: number): number {
  const weight = weights[order[at] as number];
  let end = at + 1;
  while (end < count && end - at < longest && weights[order[end] as number] === weight) end += 1;
  return end - at;
}

/** Sums of logarithms over children, as logarithms of products: one logarithm in place of up to eight. */
export function writeRunLogarithms(group: Group, children: Int32Array, into: Values): void {
  into.fill(1);
  for (const child of children) {
    if (!multiply(into, group.columns[child] as Values)) refuseNegative(group, child);
  }
  for (let row = 0; row < into.length; row++) {
    const product = into[row] as number;
    const isSafe = product > 1e-290 && product < 1e290;
    into[row] = isSafe ? Math.log(product) : oneByOne(group, children, row);
  }
}

function multiply(products: Values, column: Values): boolean {
  let lowest = 0;
  for (let row = 0; row < products.length; row++) {
    const score = column[row] as number;
    if (score < lowest) lowest = score;
    products[row] = (products[row] as number) * score;
  }
  return lowest === 0;
}

/** For products that left the range of a number, became 0 or are missing. */
function oneByOne(group: Group, children: Int32Array, row: number): number {
  let sum = 0;
  for (const child of children) sum += Math.log((group.columns[child] as Values)[row] as number);
  return sum;
}
