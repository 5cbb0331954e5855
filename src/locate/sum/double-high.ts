import { present, quantile } from '../../base/index.js';
import type { Grid } from '../raster/types.js';

/** Points by cell. */
export interface PointCounts {
  readonly counts: Float64Array;
  /** Cells with any. */
  readonly cells: number;
  /** Quantile over these; `NaN` without any. */
  readonly threshold: number;
}

/** Cells with many findings and many complaints. */
export interface DoubleHigh {
  readonly findings: PointCounts;
  readonly complaints: PointCounts;
  /** Ascending. */
  readonly cells: readonly number[];
}

/**
 * The cells in which findings and complaints both lie above a quantile of their own counts. The quantile (Hyndman and Fan, type 7) is
 * taken over cells that have any: over all cells it would be 0 wherever most of a map is empty, and change with the size of the map.
 *
 * @param findings x and y in turn, m; inside the grid
 * @param share 0 to 1
 */
export function doubleHigh(
  findings: Float64Array,
  complaints: Float64Array,
  grid: Grid,
  share: number,
): DoubleHigh {
  const [one, other] = [countsOf(findings, grid, share), countsOf(complaints, grid, share)];
  const cells: number[] = [];
  for (let cell = 0; cell < one.counts.length; cell++)
    if ((one.counts[cell] as number) > one.threshold && (other.counts[cell] as number) > other.threshold)
      cells.push(cell);
  return { findings: one, complaints: other, cells };
}

function countsOf(points: Float64Array, grid: Grid, share: number): PointCounts {
  const counts = new Float64Array(grid.width * grid.height);
  for (let at = 0; at + 1 < points.length; at += 2) {
    const column = Math.floor(((points[at] as number) - grid.originX) / grid.cellWidth);
    const row = Math.floor(((points[at + 1] as number) - grid.originY) / grid.cellHeight);
    const cell = row * grid.width + column;
    counts[cell] = (counts[cell] as number) + 1;
  }
  const some = present(counts.map((count) => (count > 0 ? count : Number.NaN)));
  return { counts, cells: some.length, threshold: quantile(some, share) };
}
