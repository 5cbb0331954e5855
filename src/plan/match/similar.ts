import type { Similar, TraitTable } from './types.js';

/**
 * The other cities from the nearest to the farthest by standardised distance: each indicator in standard deviations over all
 * cities that have it (dividing by n), root of the weighted mean square over those that both cities have. An indicator
 * without spread tells nothing and counts as not shared. Equal distances keep the order of the rows.
 *
 * @param own row of the city
 * @param minimum fewest indicators that two cities must share; those with fewer are left out
 */
export function similarTo({ values, weights }: TraitTable, own: number, minimum: number): readonly Similar[] {
  const columns = weights.length;
  const spreads = Array.from(weights, (_, column) => spreadOf(values, column, columns));
  const at = (row: number, column: number) => values[row * columns + column] as number;
  return Array.from({ length: values.length / columns }, (_, row) => row)
    .filter((row) => row !== own)
    .map((row): Similar => {
      const gaps = Float64Array.from(spreads, (spread, column) =>
        spread > 0 ? (at(row, column) - at(own, column)) / spread : Number.NaN,
      );
      return { row, gaps, ...distanceOf(gaps, weights) };
    })
    .filter(({ shared }) => shared >= Math.max(1, minimum))
    .toSorted((a, b) => a.distance - b.distance);
}

function distanceOf(gaps: Float64Array, weights: Float64Array): Pick<Similar, 'distance' | 'shared'> {
  let squares = 0;
  let weight = 0;
  let shared = 0;
  for (const [column, gap] of gaps.entries()) {
    if (Number.isNaN(gap)) continue;
    squares += (weights[column] as number) * gap * gap;
    weight += weights[column] as number;
    shared += 1;
  }
  return { distance: Math.sqrt(squares / weight), shared };
}

/** Standard deviation of a column over the rows that have it; 0 where fewer than two do. */
function spreadOf(values: Float64Array, column: number, columns: number): number {
  const own = values.filter((value, cell) => cell % columns === column && !Number.isNaN(value));
  if (own.length < 2 || own.every((value) => value === own[0])) return 0;
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  return Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
}
