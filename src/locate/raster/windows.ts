import type { RasterSource, Window } from './types.js';

/** Windows that cover a raster, row by row, those at the right and lower edges as small as need be. */
export function windowsOf(
  size: { readonly width: number; readonly height: number },
  block: { readonly width: number; readonly height: number },
): readonly Window[] {
  const windows: Window[] = [];
  for (let row = 0; row < size.height; row += block.height) {
    for (let column = 0; column < size.width; column += block.width) {
      const width = Math.min(block.width, size.width - column);
      windows.push({ column, row, width, height: Math.min(block.height, size.height - row) });
    }
  }
  return windows;
}

/** How far a run is. */
export interface WindowProgress {
  /** 0–1. */
  readonly share: number;
  /** Estimated from the windows done so far; `null` before the first. */
  readonly remainingMs: number | null;
}

/** How rasters are walked. */
export interface WindowOptions {
  /** Cells of all bands that are in memory at once, about; 4 million (32 MB). */
  readonly cells?: number;
  /** Only these bands of each source, from 0. */
  readonly bands?: readonly number[];
  readonly onProgress?: (progress: WindowProgress) => void;
  /** Clock in milliseconds, for the estimate; the room itself knows no time. */
  readonly now?: () => number;
}

/** What a window of several rasters holds: by source, by band, cells row by row, `NaN` is missing. */
export type WindowCells = readonly (readonly Float64Array[])[];

const usualCells = 4_000_000;

/**
 * Windows that suit the way a raster is stored: whole blocks, as many as fit into the given number of cells.
 *
 * @param bands of all rasters that are read together
 */
export function storedWindows(
  source: Pick<RasterSource, 'grid' | 'block'>,
  bands: number,
  cells = usualCells,
): readonly Window[] {
  const { grid, block } = source;
  const room = Math.max(1, Math.floor(cells / Math.max(1, bands)));
  const width = Math.min(grid.width, block.width);
  const height = Math.min(grid.height, block.height);
  if (width * height > room) {
    // Blocks that are too large are cut into strips of themselves; the reader keeps the block meanwhile.
    const columns = Math.min(width, room);
    return windowsOf(grid, { width: columns, height: Math.max(1, Math.floor(room / columns)) });
  }
  const across = Math.min(Math.ceil(grid.width / width), Math.floor(room / (width * height)));
  const wide = Math.min(grid.width, across * width);
  const down = wide < grid.width ? 1 : Math.max(1, Math.floor(room / (wide * height)));
  return windowsOf(grid, { width: wide, height: down * height });
}

/**
 * Walks rasters of one grid window by window and hands out what a function makes of each, in order. Only one window is in
 * memory, whatever the size of the rasters.
 *
 * @param sources the first decides the windows; that grids are the same is the caller's to check (`requireSameGrid`)
 */
export async function* mapWindows<T>(
  sources: readonly [RasterSource, ...RasterSource[]],
  f: (cells: WindowCells, window: Window) => T | Promise<T>,
  options: WindowOptions = {},
): AsyncGenerator<{ readonly window: Window; readonly value: T }> {
  const { onProgress, now } = options;
  const bandsOf = (source: RasterSource) =>
    options.bands ?? Array.from({ length: source.bands }, (_, band) => band);
  const bands = sources.reduce((sum, source) => sum + bandsOf(source).length, 0);
  const windows = storedWindows(sources[0], bands, options.cells);
  const total = sources[0].grid.width * sources[0].grid.height;
  const start = now?.() ?? 0;
  let done = 0;
  for (const window of windows) {
    const cells: Float64Array[][] = [];
    for (const source of sources) {
      const read: Float64Array[] = [];
      for (const band of bandsOf(source)) read.push(await source.read(window, band));
      cells.push(read);
    }
    yield { window, value: await f(cells, window) };
    done += window.width * window.height;
    const share = done / total;
    const remainingMs = now === undefined ? null : ((now() - start) * (1 - share)) / share;
    onProgress?.({ share, remainingMs });
  }
}
