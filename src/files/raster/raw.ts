import type { Grid, RasterSource, Window } from '../../locate/index.js';
import { insideFile, openLocal } from './byte-source.js';
import { checkWindow } from './check-window.js';

/** Numbers as they stand in a raw file. */
export type RawType = 'float32' | 'float64' | 'uint8' | 'int16';

/** How the cells of a file without a header of its own lie in it. */
export interface RawForm {
  readonly grid: Grid;
  readonly littleEndian: boolean;
  readonly bands: readonly RawBand[];
}

/** Where a band lies, bytes. */
export interface RawBand {
  readonly type: RawType;
  /** Of the first cell. */
  readonly start: number;
  /** From a cell to the next of its row, and from a row to the next. */
  readonly cell: number;
  readonly row: number;
}

export const rawBytes: Readonly<Record<RawType, number>> = { float32: 4, float64: 8, uint8: 1, int16: 2 };

/** Rows are read together up to about this many bytes. */
const pieceBytes = 8 << 20;

/**
 * Opens a raw file for reading by windows. No number stands for missing.
 *
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`, `RASTER_EMPTY`, `RASTER_CUT_SHORT`; `read` also
 *   `RASTER_WINDOW`
 */
export async function openRaw(path: string, form: RawForm): Promise<RasterSource> {
  const { grid, bands, littleEndian } = form;
  const file = await openLocal(path);
  try {
    for (const band of bands) insideFile(path, file.size, 0, endOf(band, grid));
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    name: path,
    grid,
    bands: bands.length,
    bandNames: bands.map(() => ''),
    missing: null,
    block: { width: grid.width, height: 1 },
    read: async (window, at) => {
      checkWindow(path, grid, window);
      const band = bands[at] as RawBand;
      const values = new Float64Array(window.width * window.height);
      const rowSpan = (window.width - 1) * band.cell + rawBytes[band.type];
      // Narrow windows of wide files row by row, others with what lies between their rows.
      const together = rowSpan * 4 < band.row ? 1 : Math.max(1, Math.floor(pieceBytes / band.row));
      for (let row = 0; row < window.height; row += together) {
        const rows = Math.min(together, window.height - row);
        const start = band.start + (window.row + row) * band.row + window.column * band.cell;
        const bytes = await file.read(start, (rows - 1) * band.row + rowSpan);
        unpack(bytes, band, littleEndian, window, values.subarray(row * window.width), rows);
      }
      return values;
    },
    close: () => file.close(),
  };
}

function endOf(band: RawBand, { width, height }: Grid): number {
  return band.start + (height - 1) * band.row + (width - 1) * band.cell + rawBytes[band.type];
}

function unpack(
  bytes: Uint8Array,
  band: RawBand,
  littleEndian: boolean,
  { width }: Window,
  into: Float64Array,
  rows: number,
): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const one = {
    float32: (place: number) => view.getFloat32(place, littleEndian),
    float64: (place: number) => view.getFloat64(place, littleEndian),
    uint8: (place: number) => view.getUint8(place),
    int16: (place: number) => view.getInt16(place, littleEndian),
  }[band.type];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++)
      into[row * width + column] = one(row * band.row + column * band.cell);
}
