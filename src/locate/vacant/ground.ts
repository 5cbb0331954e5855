import { boundsOf } from '../raster/grid.js';
import type { Grid } from '../raster/types.js';
import { type Blocks, blockAt } from './blocks.js';
import type { LearntGround } from './types.js';

/**
 * The blocks in which labels were learnt, as rectangles.
 *
 * @param patches numbers of the labelled patches
 * @param grid of the patches
 * @returns null where nobody says what the coordinates are
 */
export function groundOf(patches: Iterable<number>, blocks: Blocks, grid: Grid): LearntGround | null {
  if (grid.crs === null) return null;
  const { side, across } = blocks;
  const labelled = new Set<number>();
  for (const patch of patches) labelled.add(blockAt(blocks, patch));
  const boxes = [...labelled]
    .sort((a, b) => a - b)
    .map((block) => {
      const [column, row] = [(block % across) * side, Math.floor(block / across) * side];
      const width = Math.min(side, grid.width - column);
      const height = Math.min(side, grid.height - row);
      const { left, bottom, right, top } = boundsOf(grid, { column, row, width, height });
      return [left, bottom, right, top] as const;
    });
  return { crs: grid.crs, boxes };
}

/** Whether a position, in the reference system of the ground, lies where labels were learnt. */
export function isLearntGround({ boxes }: LearntGround, x: number, y: number): boolean {
  return boxes.some(([left, bottom, right, top]) => x >= left && x <= right && y >= bottom && y <= top);
}
