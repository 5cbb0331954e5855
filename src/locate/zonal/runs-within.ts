import type { Window } from '../raster/types.js';
import type { Cover } from './types.js';

/** Runs of cells in a tile. */
export interface Runs {
  /** Place of the first cell and place after the last, in turn. */
  readonly ends: Int32Array;
  readonly shares: Float64Array;
}

/** The runs of a cover that lie in a window, counted in the window's cells. */
export function runsWithin({ window, starts, from, to, shares }: Cover, tile: Window): Runs {
  const top = Math.max(window.row, tile.row);
  const bottom = Math.max(top, Math.min(window.row + window.height, tile.row + tile.height));
  const right = tile.column + tile.width;
  const most = (starts[bottom - window.row] ?? 0) - (starts[top - window.row] ?? 0);
  const found = { ends: new Int32Array(2 * most), shares: new Float64Array(most) };
  let count = 0;
  for (let row = top; row < bottom; row++) {
    const base = (row - tile.row) * tile.width - tile.column;
    const end = starts[row - window.row + 1] as number;
    for (let run = firstAfter(to, starts[row - window.row] as number, end, tile.column); run < end; run++) {
      const first = from[run] as number;
      const last = to[run] as number;
      if (first >= right) break;
      found.ends[2 * count] = base + (first > tile.column ? first : tile.column);
      found.ends[2 * count + 1] = base + (last < right ? last : right);
      found.shares[count] = shares[run] as number;
      count += 1;
    }
  }
  return { ends: found.ends.subarray(0, 2 * count), shares: found.shares.subarray(0, count) };
}

/** First run that ends after a column. */
function firstAfter(to: Uint32Array, start: number, end: number, column: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((to[middle] as number) > column) high = middle;
    else low = middle + 1;
  }
  return low;
}
