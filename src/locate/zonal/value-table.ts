import { AfterlodeError } from '../../base/index.js';

/** Different values that one zone and band may have where a statistic needs them all: half a gigabyte with their weights. */
const usualMost = 1 << 24;

/** Weights by value, for what cannot be added up cell by cell: quantiles, variety, majority. */
export interface ValueTable {
  /**
   * @param weight above 0
   * @throws AfterlodeError ZONAL_TOO_MANY_VALUES
   */
  readonly add: (value: number, weight: number) => void;
  /** Values ascending, each with its weight. */
  readonly sorted: () => { readonly values: Float64Array; readonly weights: Float64Array };
}

/**
 * An open table with places found by a mixture of the value's bits; doubled when it is half full.
 *
 * @param where zone and band, for messages
 * @param most different values, a power of two
 */
export function createValueTable(where: string, most: number = usualMost): ValueTable {
  // Small at first: there is one for each zone and band.
  let size = 16;
  let values = new Float64Array(size).fill(Number.NaN);
  let weights = new Float64Array(size);
  let count = 0;
  const number = new Float64Array(1);
  const bits = new Uint32Array(number.buffer);

  const placeOf = (value: number): number => {
    number[0] = value;
    let mixed = Math.imul((bits[0] as number) ^ Math.imul(bits[1] as number, 0x9e3779b1), 0x85ebca6b);
    mixed ^= mixed >>> 15;
    let at = mixed & (size - 1);
    while (!Number.isNaN(values[at]) && values[at] !== value) at = (at + 1) & (size - 1);
    return at;
  };
  const grow = () => {
    if (count >= most)
      throw new AfterlodeError('ZONAL_TOO_MANY_VALUES', where, { found: count, expected: most });
    const [oldValues, oldWeights] = [values, weights];
    size *= 2;
    values = new Float64Array(size).fill(Number.NaN);
    weights = new Float64Array(size);
    oldValues.forEach((value, old) => {
      if (Number.isNaN(value)) return;
      const at = placeOf(value);
      values[at] = value;
      weights[at] = oldWeights[old] as number;
    });
  };
  return {
    add(given, weight) {
      // 0 and -0 are one value with two patterns of bits.
      const value = given + 0;
      let at = placeOf(value);
      if (Number.isNaN(values[at])) {
        if (count * 2 >= size) {
          grow();
          at = placeOf(value);
        }
        values[at] = value;
        count += 1;
      }
      weights[at] = (weights[at] as number) + weight;
    },
    sorted() {
      const ascending = values.filter((value) => !Number.isNaN(value)).sort();
      return { values: ascending, weights: ascending.map((value) => weights[placeOf(value)] as number) };
    },
  };
}
