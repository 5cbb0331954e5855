/** Mean and standard deviation in a square round each place; `NaN` where nothing in it has a value. */
export interface Surroundings {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/**
 * Statistics of the square of 2 · radius + 1 places a side round each place, of the part of it that lies in the image and has a value.
 * Each sum is made anew, along the row and then down, so that a place has the same sum to the last bit in whatever window it is
 * computed; running sums would carry the rounding of what lies before.
 */
export function surroundingsOf(
  values: Float64Array,
  width: number,
  height: number,
  radius: number,
): Surroundings {
  const size = values.length;
  const known = values.map((value) => (Number.isNaN(value) ? 0 : 1));
  const filled = values.map((value) => (Number.isNaN(value) ? 0 : value));
  const squared = filled.map((value) => value * value);
  const [sums, squares, counts] = [filled, squared, known].map((one) =>
    downSums(rowSums(one, width, radius), width, height, radius),
  ) as [Float64Array, Float64Array, Float64Array];
  const mean = new Float64Array(size);
  const deviation = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    const count = counts[at] as number;
    const middle = (sums[at] as number) / count;
    mean[at] = middle;
    const variance = (squares[at] as number) / count - middle * middle;
    deviation[at] = Math.sqrt(variance < 0 ? 0 : variance);
  }
  return { mean, deviation };
}

function rowSums(values: Float64Array, width: number, radius: number): Float64Array {
  const sums = new Float64Array(values.length);
  for (let start = 0; start < values.length; start += width)
    for (let column = 0; column < width; column++) {
      const last = Math.min(width - 1, column + radius);
      let sum = 0;
      for (let at = Math.max(0, column - radius); at <= last; at++) sum += values[start + at] as number;
      sums[start + column] = sum;
    }
  return sums;
}

function downSums(values: Float64Array, width: number, height: number, radius: number): Float64Array {
  const sums = new Float64Array(values.length);
  for (let row = 0; row < height; row++) {
    const into = row * width;
    const last = Math.min(height - 1, row + radius);
    for (let from = Math.max(0, row - radius); from <= last; from++)
      for (let column = 0; column < width; column++)
        sums[into + column] = (sums[into + column] as number) + (values[from * width + column] as number);
  }
  return sums;
}
