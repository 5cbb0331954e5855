import { type Window, windowsOf } from '../locate/index.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Tiles that each of those who share the work should get, so that none waits long for the slowest. */
const perShare = 4;

/**
 * Windows that cover a grid: whole blocks of the files as far as they fit, so that no block is unpacked twice.
 *
 * @param block in which the files are stored
 * @param most cells of a window, about
 * @param width how many tiles are done at the same time
 */
export function tileWindows(grid: Size, block: Size, most: number, width: number): readonly Window[] {
  const shared = Math.ceil((grid.width * grid.height) / (width * perShare));
  const cells = Math.max(1, Math.min(most, width > 1 ? shared : most));
  const [across, down] = [Math.min(grid.width, block.width), Math.min(grid.height, block.height)];
  if (across * down > cells) return piecesOfBlocks(grid, { width: across, height: down }, cells);
  const blocks = Math.floor(cells / (across * down));
  const wide = Math.min(Math.ceil(grid.width / across), blocks);
  const high = wide * across < grid.width ? 1 : Math.max(1, Math.floor(blocks / wide));
  return windowsOf(grid, { width: wide * across, height: high * down });
}

/** Blocks that are too large, each cut into strips of its own: those of one block follow each other. */
function piecesOfBlocks(grid: Size, block: Size, cells: number): readonly Window[] {
  const columns = Math.min(block.width, cells);
  const strip = { width: columns, height: Math.max(1, Math.floor(cells / columns)) };
  return windowsOf(grid, block).flatMap((within) =>
    windowsOf(within, strip).map((piece) => ({
      ...piece,
      column: within.column + piece.column,
      row: within.row + piece.row,
    })),
  );
}
