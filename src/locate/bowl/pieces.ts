import type { Grid } from '../raster/types.js';

/** Pieces that meet in corners become one: a thin bowl on a coarse grid runs from corner to corner. Each ascending. */
export function joinedPieces(
  pieces: readonly (readonly number[])[],
  width: number,
): readonly (readonly number[])[] {
  const owner = new Map<number, number>();
  for (const [at, cells] of pieces.entries()) for (const cell of cells) owner.set(cell, at);
  const parent = pieces.map((_, at) => at);
  const rootOf = (at: number): number => (parent[at] === at ? at : rootOf(parent[at] as number));
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
  const joined = new Map<number, number[]>();
  for (const [at, cells] of pieces.entries()) {
    const root = rootOf(at);
    joined.set(root, [...(joined.get(root) ?? []), ...cells]);
  }
  return [...joined.values()].map((cells) => cells.sort((a, b) => a - b));
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
