import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AfterlodeError } from '../../base/index.js';
import { type Grid, type Window, windowsOf } from '../../locate/index.js';
import { writeFailure } from '../failure.js';
import { writeStreamAtomically } from '../write.js';
import { geoTags, type RasterWords, wordTags } from './geo-tags.js';
import { halvedCells, type Level, type Shape } from './overviews.js';
import { type CellType, cellForms, packTile } from './tiff-encode.js';
import { type Tag, tiffHeader } from './tiff-header.js';

/** How a GeoTIFF is written. */
export interface GeoTiffOptions extends RasterWords {
  readonly grid: Grid;
  readonly bands: number;
  readonly type: CellType;
  /** What stands for missing in the file; for floating point `NaN` when left out, whole numbers without it hold none. */
  readonly missing?: number;
  /** Width and height of tiles, made a multiple of 16 as TIFF asks; 512, and 256 for more than 8 bands. */
  readonly block?: number;
  /** Smaller copies inside the file, so that maps and servers show it fast (COG). `nearest` for classes. */
  readonly overviews?: 'average' | 'nearest';
  /** BigTIFF; comes by itself above 4 GiB. */
  readonly big?: boolean;
  /** After each row of tiles: how much is done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** Cells of all bands in a window, one array for each band, row by row; `NaN` is missing. */
export type CellsOf = (window: Window) => readonly Float64Array[] | Promise<readonly Float64Array[]>;

/** Tiles that are packed while the next are computed. */
const together = 4;
const largestClassic = 2 ** 32 - 1;
const pieceBytes = 4 << 20;

/**
 * Writes a tiled DEFLATE GeoTIFF, with overviews a cloud optimised one, tile by tile, so that memory does not grow with its
 * size. The file appears whole or not at all.
 *
 * @param cells is asked for the tiles in order, row by row of tiles
 * @returns bytes of the file
 * @throws AfterlodeError `FILE_NOT_WRITABLE`, `RASTER_VALUE`; errors of `cells` are thrown on
 */
export async function writeGeoTiff(path: string, options: GeoTiffOptions, cells: CellsOf): Promise<number> {
  const scratch = await openScratch(path);
  try {
    const levels = await writeLevels(path, scratch, options, cells).catch((error: unknown) => {
      throw writeFailure(path, error);
    });
    return await writeStreamAtomically(path, assembled(scratch, options, levels));
  } finally {
    await scratch.close();
  }
}

/**
 * A file without a name for the tiles, whose sizes are known only when they are packed: the directory goes before them. It
 * vanishes with this process, however that ends.
 */
async function openScratch(path: string): Promise<FileHandle> {
  const name = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(name, 'wx+');
    await unlink(name).catch(() => undefined);
    return file;
  } catch (error) {
    throw writeFailure(path, error);
  }
}

async function writeLevels(path: string, scratch: FileHandle, options: GeoTiffOptions, cells: CellsOf) {
  const { grid, overviews } = options;
  const shape: Shape = {
    bands: options.bands,
    type: options.type,
    block: blockOf(options),
    missing: missingOf(options),
  };
  const levels: Level[] = [];
  // A block at byte 0 would count as never written when overviews are made.
  let end = 8;
  const write = async (
    width: number,
    height: number,
    from: CellsOf,
    onProgress?: (share: number) => void,
  ) => {
    const level = await writeLevel(path, scratch, shape, { width, height, start: end }, from, onProgress);
    end += level.bytes;
    levels.push(level);
    return level;
  };
  let last = await write(grid.width, grid.height, cells, options.onProgress);
  if (overviews === undefined) return levels;
  while (Math.max(last.width, last.height) > shape.block) {
    const below = last;
    const halved = (window: Window) => halvedCells(scratch, shape, below, window, overviews);
    last = await write(Math.ceil(below.width / 2), Math.ceil(below.height / 2), halved);
  }
  return levels;
}

async function writeLevel(
  path: string,
  scratch: FileHandle,
  shape: Shape,
  place: { readonly width: number; readonly height: number; readonly start: number },
  cells: CellsOf,
  onProgress?: (share: number) => void,
): Promise<Level> {
  const { width, height, start } = place;
  const { block, bands, type, missing } = shape;
  const windows = windowsOf({ width, height }, { width: block, height: block });
  const offsets: number[] = new Array(windows.length * bands);
  const byteCounts: number[] = new Array(windows.length * bands);
  let end = start;
  const waiting: Promise<readonly Uint8Array[]>[] = [];
  let written = 0;
  const writeNext = async () => {
    const packed = (await waiting.shift()) as readonly Uint8Array[];
    for (const [band, bytes] of packed.entries()) {
      const at = band * windows.length + written;
      offsets[at] = end;
      byteCounts[at] = bytes.length;
      await writeAll(scratch, bytes, end);
      end += bytes.length;
    }
    written += 1;
    if (written % Math.ceil(width / block) === 0) onProgress?.(written / windows.length);
  };
  try {
    for (const window of windows) {
      const values = await cells(window);
      checkCells(path, window, values, bands);
      const tiles = values.map((one) => ({ block, width: window.width, height: window.height, values: one }));
      const packing = Promise.all(tiles.map((tile) => packTile(tile, type, missing, path)));
      // It is awaited in its turn; until then a fault in it must not count as unhandled.
      packing.catch(() => undefined);
      waiting.push(packing);
      if (waiting.length >= together) await writeNext();
    }
    while (waiting.length > 0) await writeNext();
  } finally {
    await Promise.allSettled(waiting);
  }
  return { width, height, offsets, byteCounts, start, bytes: end - start };
}

/** A full disk may take a part before it refuses. */
async function writeAll(file: FileHandle, bytes: Uint8Array, place: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    at += (await file.write(bytes, at, bytes.length - at, place + at)).bytesWritten;
  }
}

function checkCells(path: string, window: Window, values: readonly Float64Array[], bands: number): void {
  const cells = window.width * window.height;
  if (values.length === bands && values.every((one) => one.length === cells)) return;
  const found = values.map((one) => one.length).join(', ');
  throw new AfterlodeError('RASTER_SHAPE', path, { found, expected: `${bands} × ${cells}` });
}

/** Overviews stand before the raster, the smallest first: a reader that wants a map has it with one request. */
async function* assembled(
  scratch: FileHandle,
  options: GeoTiffOptions,
  levels: readonly Level[],
): AsyncIterable<Uint8Array> {
  const bytes = levels.reduce((sum, level) => sum + level.bytes, 0);
  const draft = (big: boolean) =>
    tiffHeader(
      levels.map((level) => tagsOf(options, level, levels[0] === level, 0, big)),
      big,
    );
  const big = options.big === true || draft(false).length + bytes > largestClassic;
  let place = draft(big).length;
  const moved = new Map<Level, number>();
  for (const level of levels.toReversed()) {
    moved.set(level, place - level.start);
    place += level.bytes;
  }
  const images = levels.map((level) =>
    tagsOf(options, level, levels[0] === level, moved.get(level) ?? 0, big),
  );
  yield tiffHeader(images, big);
  for (const level of levels.toReversed()) {
    for (let at = 0; at < level.bytes; at += pieceBytes) {
      const piece = new Uint8Array(Math.min(pieceBytes, level.bytes - at));
      await scratch.read(piece, 0, piece.length, level.start + at);
      yield piece;
    }
  }
}

function tagsOf(
  options: GeoTiffOptions,
  level: Level,
  first: boolean,
  moved: number,
  big: boolean,
): readonly Tag[] {
  const { bands, grid } = options;
  const { bits, format, predictor } = cellForms[options.type];
  const block = blockOf(options);
  const each = (value: number) => new Array<number>(bands).fill(value);
  const missing = options.missing ?? (format === 3 ? Number.NaN : null);
  return [
    { code: 254, type: 4, values: [first ? 0 : 1] },
    { code: 256, type: 4, values: [level.width] },
    { code: 257, type: 4, values: [level.height] },
    { code: 258, type: 3, values: each(bits) },
    { code: 259, type: 3, values: [8] },
    { code: 262, type: 3, values: [1] },
    { code: 277, type: 3, values: [bands] },
    { code: 284, type: 3, values: [bands > 1 ? 2 : 1] },
    { code: 317, type: 3, values: [predictor] },
    { code: 322, type: 4, values: [block] },
    { code: 323, type: 4, values: [block] },
    { code: 324, type: big ? 16 : 4, values: level.offsets.map((offset) => offset + moved) },
    { code: 325, type: 4, values: level.byteCounts },
    ...(bands > 1 ? [{ code: 338, type: 3 as const, values: each(0).slice(1) }] : []),
    { code: 339, type: 3, values: each(format) },
    ...(first ? geoTags(grid) : []),
    ...wordTags(first ? options : {}, missing),
  ];
}

function blockOf({ block, bands }: GeoTiffOptions): number {
  return Math.ceil((block ?? (bands > 8 ? 256 : 512)) / 16) * 16;
}

function missingOf(options: GeoTiffOptions): number {
  const { missing = Number.NaN, type } = options;
  return type === 'float32' ? Math.fround(missing) : missing;
}
