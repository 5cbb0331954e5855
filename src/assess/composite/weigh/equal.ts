/** The same weight for each of `count` siblings, with a sum of 1. */
export function equalWeights(count: number): Float64Array {
  return new Float64Array(count).fill(1 / count);
}
