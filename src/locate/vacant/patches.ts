import { AfterlodeError } from '../../base/index.js';
import type { Grid, Window } from '../raster/types.js';
import type { PatchImage } from './types.js';

/**
 * The grid of the patches of an image.
 *
 * @param where image, for messages
 * @throws AfterlodeError RASTER_SHAPE where the image is smaller than a patch
 */
export function patchGrid(grid: Grid, side: number, where: string): Grid {
  const [width, height] = [Math.floor(grid.width / side), Math.floor(grid.height / side)];
  if (width === 0 || height === 0) {
    const expected = { en: `at least ${side} × ${side} cells`, zh: `至少 ${side} × ${side} 像元` };
    throw new AfterlodeError('RASTER_SHAPE', where, { found: `${grid.width} × ${grid.height}`, expected });
  }
  return { ...grid, width, height, cellWidth: grid.cellWidth * side, cellHeight: grid.cellHeight * side };
}

/** Cells of a window of patches. */
export function cellsOfPatches({ column, row, width, height }: Window, side: number): Window {
  return { column: column * side, row: row * side, width: width * side, height: height * side };
}

/**
 * Means of the cells of each patch. A cell that lacks a band takes no part in any, so that the bands of a patch tell of the same ground.
 *
 * @param bands cells row by row, `NaN` is missing
 * @param width cells in a row; a multiple of `side`, as is the number of rows
 */
export function patchesOf(bands: readonly Float64Array[], width: number, side: number): PatchImage {
  const cells = bands[0]?.length ?? 0;
  const across = width / side;
  const patches = cells / (side * side);
  const sums = bands.map(() => new Float64Array(patches));
  const [bright, squares, counts] = [0, 0, 0].map(() => new Float64Array(patches)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let cell = 0; cell < cells; cell++) {
    const column = cell % width;
    const row = (cell - column) / width;
    const patch = Math.floor(row / side) * across + Math.floor(column / side);
    let sum = 0;
    for (const band of bands) sum += band[cell] as number;
    if (Number.isNaN(sum)) continue;
    const brightness = sum / bands.length;
    for (let band = 0; band < bands.length; band++) {
      const into = sums[band] as Float64Array;
      into[patch] = (into[patch] as number) + ((bands[band] as Float64Array)[cell] as number);
    }
    bright[patch] = (bright[patch] as number) + brightness;
    squares[patch] = (squares[patch] as number) + brightness * brightness;
    counts[patch] = (counts[patch] as number) + 1;
  }
  // 0 ÷ 0 is missing, as it should be.
  return {
    width: across,
    height: patches / across,
    bands: sums.map((sum) => sum.map((value, patch) => value / (counts[patch] as number))),
    roughness: bright.map((sum, patch) => {
      const mean = sum / (counts[patch] as number);
      return Math.sqrt(atLeast0((squares[patch] as number) / (counts[patch] as number) - mean * mean));
    }),
  };
}

/** Rounding may bring a variance below 0; missing stays missing. */
function atLeast0(value: number): number {
  return value < 0 ? 0 : value;
}
