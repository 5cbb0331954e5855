import { AfterlodeError } from '../../base/index.js';
import type { BoundingBox, Grid } from '../../locate/index.js';

/** Cells of one sum: a city of 75 × 75 km in cells of 50 m. */
const mostCells = 2_250_000;

/** The box of lines and rings, x and y in turn. */
export function boxOf(lines: readonly Float64Array[]): BoundingBox {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at += 2) {
      left = Math.min(left, line[at] as number);
      right = Math.max(right, line[at] as number);
      bottom = Math.min(bottom, line[at + 1] as number);
      top = Math.max(top, line[at + 1] as number);
    }
  return { left, right, bottom, top };
}

/**
 * Squares over a box, north-up, whose edges lie at multiples of their side.
 *
 * @param option names the side in messages
 * @throws AfterlodeError GROUND_GRID where they are too many: something lies far from the rest
 */
export function gridOver(box: BoundingBox, side: number, option: string): Grid {
  const [column, row] = [Math.floor(box.left / side), Math.floor(box.bottom / side)];
  const width = Math.max(1, Math.ceil(box.right / side) - column);
  const height = Math.max(1, Math.ceil(box.top / side) - row);
  if (!(width * height <= mostCells)) {
    const km = (metres: number) => (metres / 1000).toFixed(0);
    throw new AfterlodeError('GROUND_GRID', option, {
      found: side,
      wide: km(box.right - box.left),
      high: km(box.top - box.bottom),
      expected: mostCells,
    });
  }
  return {
    width,
    height,
    originX: column * side,
    originY: (row + height) * side,
    cellWidth: side,
    cellHeight: -side,
    crs: null,
  };
}

/** Column and row counted from the origin of the plane, so that a plane that is named gives a place the same name every year. */
export function cellName({ width, originX, originY, cellWidth: side }: Grid, cell: number): string {
  const column = Math.round(originX / side) + (cell % width);
  const row = Math.round(originY / side) - Math.floor(cell / width) - 1;
  return `${column}_${row}`;
}
