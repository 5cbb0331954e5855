/**
 * Median of the values that are not missing, of two middle ones their mean; `NaN` where there are none.
 *
 * @param cells positions to look at; all where absent
 */
export function medianOf(values: Float64Array, cells?: readonly number[]): number {
  const some = cells === undefined ? values : Float64Array.from(cells, (cell) => values[cell] as number);
  const sorted = some.filter((value) => !Number.isNaN(value)).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
