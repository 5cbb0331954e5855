import type { TileResult } from '../../jobs/index.js';
import type { Window } from '../../locate/index.js';

type Cells = TileResult['arrays'][string];

/** Puts the cells of a window among those of the whole grid, row by row. */
export function putRows(
  from: Cells,
  into: Cells,
  { column, row, width, height }: Window,
  gridWidth: number,
): void {
  for (let down = 0; down < height; down++)
    into.set(from.subarray(down * width, (down + 1) * width), (row + down) * gridWidth + column);
}
