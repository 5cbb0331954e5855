import type { Window } from '../../locate/index.js';
import type { BlockCache } from './block-cache.js';
import type { ByteSource } from './byte-source.js';
import { type Cells, readBlock } from './tiff-block.js';
import { type Layout, samplesOfBlock } from './tiff-layout.js';

/** Blocks that are unpacked at the same time. */
const together = 4;

/** One image of a file with its store of blocks. */
export interface Image {
  readonly file: ByteSource;
  readonly layout: Layout;
  readonly cache: BlockCache;
}

/** What one number of the file means. */
export interface Meaning {
  /** The number that stands for missing, `NaN` where there is none. */
  readonly missing: number;
  /** What cells of a block hold that was never written. */
  readonly unwritten: number;
  readonly scale: number;
  readonly offset: number;
}

/** Cells of one band in a window, row by row; `NaN` where the file holds its number for missing. */
export async function readCells(
  image: Image,
  window: Window,
  band: number,
  meaning: Meaning,
): Promise<Float64Array> {
  const { blockWidth, blockHeight, blocksAcross, blocksDown, separate } = image.layout;
  const into = new Float64Array(window.width * window.height);
  const places: { readonly across: number; readonly down: number }[] = [];
  const lastDown = Math.floor((window.row + window.height - 1) / blockHeight);
  const lastAcross = Math.floor((window.column + window.width - 1) / blockWidth);
  for (let down = Math.floor(window.row / blockHeight); down <= lastDown; down++) {
    for (let across = Math.floor(window.column / blockWidth); across <= lastAcross; across++) {
      places.push({ across, down });
    }
  }
  const skipped = separate ? band * blocksAcross * blocksDown : 0;
  for (let first = 0; first < places.length; first += together) {
    const some = places.slice(first, first + together);
    await Promise.all(
      some.map(async ({ across, down }) => {
        const cells = await block(image, skipped + down * blocksAcross + across);
        const origin = { column: across * blockWidth, row: down * blockHeight };
        copy(image.layout, cells, origin, separate ? 0 : band, meaning, window, into);
      }),
    );
  }
  return into;
}

async function block(image: Image, index: number): Promise<Cells | null> {
  const known = image.cache.get(index);
  if (known !== undefined) return known;
  const cells = await readBlock(image.file, image.layout, index);
  if (cells !== null) image.cache.put(index, cells);
  return cells;
}

function copy(
  layout: Layout,
  cells: Cells | null,
  origin: { readonly column: number; readonly row: number },
  sample: number,
  meaning: Meaning,
  window: Window,
  into: Float64Array,
): void {
  const { missing, unwritten, scale, offset } = meaning;
  const stride = samplesOfBlock(layout);
  const left = Math.max(window.column, origin.column);
  const right = Math.min(window.column + window.width, origin.column + layout.blockWidth);
  const top = Math.max(window.row, origin.row);
  const bottom = Math.min(window.row + window.height, origin.row + layout.blockHeight);
  for (let row = top; row < bottom; row++) {
    const target = (row - window.row) * window.width + left - window.column;
    const from = ((row - origin.row) * layout.blockWidth + left - origin.column) * stride + sample;
    for (let at = 0; at < right - left; at++) {
      const value = cells === null ? unwritten : (cells[from + at * stride] as number);
      into[target + at] = value === missing ? Number.NaN : value * scale + offset;
    }
  }
}
