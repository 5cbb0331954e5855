import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { AfterlodeError } from '../../base/index.js';

/** Types of cells that are written. */
export type CellType = 'float32' | 'float64' | 'uint8' | 'int16' | 'uint16' | 'int32';

/** What a type is in the words of TIFF, and the whole numbers it holds. */
export interface CellForm {
  readonly bits: number;
  /** 1 unsigned, 2 signed, 3 floating point. */
  readonly format: 1 | 2 | 3;
  /** 3 for floating point, 2 for whole numbers: what makes them small. */
  readonly predictor: 2 | 3;
  readonly least: number;
  readonly most: number;
}

const whole = (bits: number, format: 1 | 2): CellForm => ({
  bits,
  format,
  predictor: 2,
  least: format === 2 ? -(2 ** (bits - 1)) : 0,
  most: format === 2 ? 2 ** (bits - 1) - 1 : 2 ** bits - 1,
});
const floating = (bits: number): CellForm => ({
  bits,
  format: 3,
  predictor: 3,
  least: -Infinity,
  most: Infinity,
});

/** The forms of all types. */
export const cellForms: Readonly<Record<CellType, CellForm>> = {
  float32: floating(32),
  float64: floating(64),
  uint8: whole(8, 1),
  int16: whole(16, 2),
  uint16: whole(16, 1),
  int32: whole(32, 2),
};

const pack = promisify(deflate);
/** Large pieces: each costs a way to another thread and back. */
const packing = { chunkSize: 1 << 18 };

/** A tile that is to be packed. */
export interface PlainTile {
  /** Width and height of the tile. */
  readonly block: number;
  /** Cells that it has, at its upper left; the rest is filled up. */
  readonly width: number;
  readonly height: number;
  /** Row by row, `NaN` is missing. */
  readonly values: Float64Array;
}

/**
 * Packs a tile: numbers of the type, little-endian, with predictor and DEFLATE. Whole numbers are rounded to the nearest.
 *
 * @param missing what stands for missing; `NaN` only for floating point
 * @param where for messages
 * @throws AfterlodeError `RASTER_VALUE` for a value that the type cannot hold, or that the file would take for missing
 */
export async function packTile(
  tile: PlainTile,
  type: CellType,
  missing: number,
  where: string,
): Promise<Uint8Array> {
  const form = cellForms[type];
  const whole = form.format !== 3;
  const { block, width, height, values } = tile;
  const cells = emptyCells(type, block * block).fill(whole && Number.isNaN(missing) ? 0 : missing);
  const hasMissing = !whole || !Number.isNaN(missing);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column] as number;
      if (Number.isNaN(value) && hasMissing) continue;
      const asked = whole ? Math.round(value) : value;
      cells[row * block + column] = asked;
      // What the cell now holds: wrapped round where a whole number is too large, infinite where a float is.
      const held = cells[row * block + column] as number;
      const lost = held !== asked && (whole || !Number.isFinite(held));
      if (lost || held === missing) throw unfit(where, type, value, missing);
    }
  }
  const bytes = new Uint8Array(cells.buffer);
  const size = form.bits / 8;
  if (form.predictor === 3) return pack(planes(bytes, block * size, size), packing);
  differRows(cells, block);
  return pack(bytes, packing);
}

/** A value as cells of a type hold it. */
export function heldAs(type: CellType, value: number): number {
  if (type === 'float64') return value;
  return type === 'float32' ? Math.fround(value) : Math.round(value);
}

function emptyCells(type: CellType, length: number) {
  switch (type) {
    case 'float32':
      return new Float32Array(length);
    case 'float64':
      return new Float64Array(length);
    case 'uint8':
      return new Uint8Array(length);
    case 'int16':
      return new Int16Array(length);
    case 'uint16':
      return new Uint16Array(length);
    case 'int32':
      return new Int32Array(length);
  }
}

/** Each number less its neighbour on the left. */
function differRows(cells: ReturnType<typeof emptyCells>, width: number): void {
  for (let start = 0; start < cells.length; start += width) {
    for (let at = start + width - 1; at > start; at--) {
      cells[at] = (cells[at] as number) - (cells[at - 1] as number);
    }
  }
}

/** Of each row all highest bytes first, then the next ones, each less the one before it. */
function planes(bytes: Uint8Array, rowBytes: number, size: number): Uint8Array {
  const into = new Uint8Array(bytes.length);
  let to = 0;
  for (let start = 0; start < bytes.length; start += rowBytes) {
    let before = 0;
    for (let byte = size - 1; byte >= 0; byte--) {
      for (let from = start + byte; from < start + rowBytes; from += size) {
        const value = bytes[from] as number;
        into[to++] = value - before;
        before = value;
      }
    }
  }
  return into;
}

function unfit(where: string, type: CellType, value: number, missing: number): AfterlodeError {
  const { least, most } = cellForms[type];
  const expected =
    heldAs(type, value) === missing
      ? {
          en: `anything but ${missing}, which stands for missing`,
          zh: `${missing} 以外的值（${missing} 表示缺失）`,
        }
      : { en: `${type} from ${least} to ${most}`, zh: `${type}，${least} 至 ${most}` };
  return new AfterlodeError('RASTER_VALUE', where, { found: value, expected });
}
