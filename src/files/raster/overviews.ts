import type { FileHandle } from 'node:fs/promises';
import type { Window } from '../../locate/index.js';
import { readCells } from './read-cells.js';
import { type CellType, cellForms, heldAs } from './tiff-encode.js';
import type { Layout } from './tiff-layout.js';

/** What all levels of a file share. */
export interface Shape {
  readonly bands: number;
  readonly type: CellType;
  readonly block: number;
  /** `NaN` where no number stands for missing. */
  readonly missing: number;
}

/** The raster or one of its smaller copies, as its tiles lie in the scratch file. */
export interface Level {
  readonly width: number;
  readonly height: number;
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
  readonly start: number;
  readonly bytes: number;
}

/**
 * Cells of the next smaller copy in a window, each from four of the level below: the mean of those that are not missing, or
 * the upper left one. At odd edges there are two or one.
 */
export async function halvedCells(
  scratch: FileHandle,
  shape: Shape,
  below: Level,
  window: Window,
  by: 'average' | 'nearest',
): Promise<readonly Float64Array[]> {
  const column = window.column * 2;
  const row = window.row * 2;
  const source: Window = {
    column,
    row,
    width: Math.min(window.width * 2, below.width - column),
    height: Math.min(window.height * 2, below.height - row),
  };
  const image = { file: bytesOf(scratch), layout: layoutOf(shape, below), cache: noCache };
  const meaning = { missing: shape.missing, unwritten: Number.NaN, scale: 1, offset: 0 };
  const bands: Float64Array[] = [];
  for (let band = 0; band < shape.bands; band++) {
    const cells = await readCells(image, source, band, meaning);
    bands.push(by === 'nearest' ? nearest(cells, source, window) : average(cells, source, window, shape));
  }
  return bands;
}

function nearest(cells: Float64Array, from: Window, to: Window): Float64Array {
  return Float64Array.from({ length: to.width * to.height }, (_, at) => {
    const row = Math.floor(at / to.width);
    return cells[row * 2 * from.width + (at % to.width) * 2] as number;
  });
}

function average(cells: Float64Array, from: Window, to: Window, shape: Shape): Float64Array {
  const into = new Float64Array(to.width * to.height);
  for (let row = 0; row < to.height; row++) {
    for (let column = 0; column < to.width; column++) {
      const lowest = Math.min(from.height, row * 2 + 2);
      const furthest = Math.min(from.width, column * 2 + 2);
      let sum = 0;
      let count = 0;
      let some = Number.NaN;
      for (let down = row * 2; down < lowest; down++) {
        for (let across = column * 2; across < furthest; across++) {
          const value = cells[down * from.width + across] as number;
          if (Number.isNaN(value)) continue;
          some = value;
          sum += value;
          count += 1;
        }
      }
      const mean = sum / count;
      // A mean that by chance is the number for missing would make a hole.
      into[row * to.width + column] = heldAs(shape.type, mean) === shape.missing ? some : mean;
    }
  }
  return into;
}

const noCache = { get: () => undefined, put: () => undefined, clear: () => undefined };

function bytesOf(scratch: FileHandle) {
  const read = async (offset: number, length: number) => {
    const bytes = new Uint8Array(length);
    await scratch.read(bytes, 0, length, offset);
    return bytes;
  };
  return { name: '', size: Number.POSITIVE_INFINITY, read, close: () => Promise.resolve() };
}

function layoutOf(shape: Shape, level: Level): Layout {
  const { bits, format, predictor } = cellForms[shape.type];
  return {
    tags: {},
    littleEndian: true,
    width: level.width,
    height: level.height,
    samples: shape.bands,
    separate: shape.bands > 1,
    blockWidth: shape.block,
    blockHeight: shape.block,
    tiled: true,
    blocksAcross: Math.ceil(level.width / shape.block),
    blocksDown: Math.ceil(level.height / shape.block),
    offsets: level.offsets,
    byteCounts: level.byteCounts,
    compression: 8,
    predictor,
    bits,
    format,
  };
}
