import { countAvailable, type Group, hasMissing } from './group.js';

/** Sums of weights over the children that are there. Rows that lack the same children share a pattern, and its sum. */
export interface WeightSums {
  /** By row: number of its pattern. */
  readonly patternOf: Int32Array;
  /**
   * By pattern: the sum of weights; missing where there are too few children. Written over by the next call.
   *
   * @param order numbers of the children that take part
   * @param count how many of `order` count
   */
  readonly sum: (weights: Float64Array, order: Int32Array, count: number) => Float64Array;
}

/** Works out once which children are there in which rows: a table has few patterns, a Monte Carlo many weights. */
export function prepareWeightSums(group: Group): WeightSums {
  const { columns } = group;
  const available = countAvailable(columns);
  const holed = columns.map((column) => available !== null && hasMissing(column));
  const { patterns, patternOf } = patternsOf(group, available);
  const isScarce = patterns.map((here) => here.reduce((sum, one) => sum + one, 0) < group.least);
  const sums = new Float64Array(patterns.length);
  const sum: WeightSums['sum'] = (weights, order, count) => {
    // Only sums, nothing taken away, so that no weight left is exactly 0.
    let everywhere = 0;
    for (let at = 0; at < count; at++) {
      const child = order[at] as number;
      if (!holed[child]) everywhere += weights[child] as number;
    }
    patterns.forEach((here, pattern) => {
      let total = isScarce[pattern] ? Number.NaN : everywhere;
      for (let at = 0; at < count; at++) {
        const child = order[at] as number;
        if (holed[child] && here[child] === 1) total += weights[child] as number;
      }
      sums[pattern] = total;
    });
    return sums;
  };
  return { patternOf, sum };
}

/** By pattern, then by child: 1 where there is a value, 0 where it is missing; the first pattern lacks none. */
function patternsOf(
  { columns, rows }: Group,
  available: Int32Array | null,
): { readonly patterns: readonly Uint8Array[]; readonly patternOf: Int32Array } {
  const patterns = [new Uint8Array(columns.length).fill(1)];
  const patternOf = new Int32Array(rows);
  const numbers = new Map<string, number>();
  available?.forEach((count, row) => {
    if (count === columns.length) return;
    const here = Uint8Array.from(columns, (column) => (Number.isNaN(column[row]) ? 0 : 1));
    const key = here.join('');
    const number = numbers.get(key) ?? patterns.length;
    if (number === patterns.length) patterns.push(here);
    numbers.set(key, number);
    patternOf[row] = number;
  });
  return { patterns, patternOf };
}
