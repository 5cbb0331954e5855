import type { Grid } from '../raster/types.js';

/**
 * Pieces that meet in corners belong together: a thin bowl on a coarse grid runs from corner to corner.
 *
 * @returns the pieces of each, as they were given
 */
export function joinedPieces(
  pieces: readonly (readonly number[])[],
  width: number,
): readonly (readonly (readonly number[])[])[] {
  const owner = new Map<number, number>();
  for (const [at, cells] of pieces.entries()) for (const cell of cells) owner.set(cell, at);
  const parent = pieces.map((_, at) => at);
  const rootOf = (from: number): number => {
    let at = from;
    for (let up = parent[at] as number; up !== at; up = parent[at] as number) {
      // Halving the way keeps it short for the next one.
      parent[at] = parent[up] as number;
      at = up;
    }
    return at;
  };
  for (const [cell, at] of owner) {
    const column = cell % width;
    // Looking down is enough: who lies above has looked here.
    for (const [beside, there] of [
      [cell + width - 1, column > 0],
      [cell + width + 1, column < width - 1],
    ] as const) {
      const other = there ? owner.get(beside) : undefined;
      if (other !== undefined) parent[rootOf(other)] = rootOf(at);
    }
  }
  const joined = new Map<number, (readonly number[])[]>();
  for (const [at, cells] of pieces.entries()) {
    const root = rootOf(at);
    const there = joined.get(root);
    if (there === undefined) joined.set(root, [cells]);
    else there.push(cells);
  }
  return [...joined.values()];
}

/** Cells without a value that touch a piece, and whether it reaches the border of the grid. */
export function bordersOf(
  cells: readonly number[],
  { width, height }: Pick<Grid, 'width' | 'height'>,
  values: Float64Array,
): { readonly missing: number; readonly cut: boolean } {
  const missing = new Set<number>();
  let cut = false;
  for (const cell of cells) {
    const column = cell % width;
    const row = (cell - column) / width;
    cut ||= column === 0 || row === 0 || column === width - 1 || row === height - 1;
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++)
      for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++)
        if (Number.isNaN(values[y * width + x])) missing.add(y * width + x);
  }
  return { missing: missing.size, cut };
}
