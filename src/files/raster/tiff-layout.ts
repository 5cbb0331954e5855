import { AfterlodeError, type Text } from '../../base/index.js';
import type { ByteSource } from './byte-source.js';
import { type Directory, numberOf, numbersOf, type Tags } from './tiff-directory.js';

/** How the cells of one image lie in the file. */
export interface Layout {
  readonly tags: Tags;
  readonly littleEndian: boolean;
  readonly width: number;
  readonly height: number;
  readonly samples: number;
  /** Whether each band has blocks of its own; otherwise the values of all bands of a cell stand side by side. */
  readonly separate: boolean;
  readonly blockWidth: number;
  readonly blockHeight: number;
  /** The last strip holds only the rows that are left; tiles are always whole. */
  readonly tiled: boolean;
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** By block, row by row, and by band where bands are separate. 0 with 0 bytes: the block was never written. */
  readonly offsets: readonly number[];
  readonly byteCounts: readonly number[];
  readonly compression: number;
  readonly predictor: number;
  readonly bits: number;
  /** 1 unsigned, 2 signed, 3 floating point. */
  readonly format: number;
}

/** Strips that are not compressed are read in pieces of about this size, however high they are. */
const plainPieceBytes = 1 << 20;
/** A block that unpacks to more than this is no raster that was meant to be read by windows. */
const largestBlock = 2 ** 31 - 1;
const depths: Readonly<Record<number, readonly number[]>> = {
  1: [1, 2, 4, 8, 16, 32, 64],
  2: [8, 16, 32, 64],
  3: [16, 32, 64],
};

/**
 * The layout of one image of a directory.
 *
 * @throws AfterlodeError `RASTER_FORM`, `RASTER_DAMAGED`, `RASTER_CUT_SHORT` where a block ends behind the file
 */
export function layoutOf(file: ByteSource, directory: Directory, image: number): Layout {
  const tags = directory.images[image] as Tags;
  const width = numberOf(tags, 'ImageWidth') ?? 0;
  const height = numberOf(tags, 'ImageLength') ?? 0;
  const samples = numberOf(tags, 'SamplesPerPixel') ?? 1;
  const tiled = tags['TileOffsets'] !== undefined;
  const blockWidth = tiled ? (numberOf(tags, 'TileWidth') ?? 0) : width;
  const strip = Math.min(numberOf(tags, 'RowsPerStrip') ?? height, height);
  const blockHeight = tiled ? (numberOf(tags, 'TileLength') ?? 0) : strip;
  const sizes = [width, height, samples, blockWidth, blockHeight];
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
    throw damaged(file, { en: 'a size of 0', zh: '尺寸为 0' });
  }
  const layout: Layout = {
    tags,
    littleEndian: directory.littleEndian,
    width,
    height,
    samples,
    separate: samples > 1 && numberOf(tags, 'PlanarConfiguration') === 2,
    blockWidth,
    blockHeight,
    tiled,
    blocksAcross: Math.ceil(width / blockWidth),
    blocksDown: Math.ceil(height / blockHeight),
    offsets: numbersOf(tags, tiled ? 'TileOffsets' : 'StripOffsets'),
    byteCounts: numbersOf(tags, tiled ? 'TileByteCounts' : 'StripByteCounts'),
    compression: numberOf(tags, 'Compression') ?? 1,
    predictor: numberOf(tags, 'Predictor') ?? 1,
    bits: numberOf(tags, 'BitsPerSample') ?? 1,
    format: numberOf(tags, 'SampleFormat') ?? 1,
  };
  checkCells(file, layout);
  checkBlocks(file, layout);
  return layout.compression === 1 && !tiled ? inPieces(file, layout) : layout;
}

/** Bands whose values lie in one block. */
export function samplesOfBlock(layout: Layout): number {
  return layout.separate ? 1 : layout.samples;
}

/** Bytes of one row of a block when unpacked; rows begin at whole bytes. */
export function rowBytes(layout: Layout): number {
  return Math.ceil((layout.blockWidth * samplesOfBlock(layout) * layout.bits) / 8);
}

function checkCells(file: ByteSource, layout: Layout): void {
  const { tags, bits, format, samples } = layout;
  if (!depths[format]?.includes(bits)) {
    const kind = ['?', 'uint', 'int', 'float', 'void', 'complex int', 'complex'][format] ?? '?';
    const cell = `${kind} ${bits} bit`;
    throw form(file, { en: `cells of the type ${cell}`, zh: `像元类型为 ${cell}` });
  }
  const mixed = ['BitsPerSample', 'SampleFormat'].some((name) => new Set(numbersOf(tags, name)).size > 1);
  if (samples > 1 && mixed) throw form(file, { en: 'bands of different types', zh: '各波段类型不同' });
  if (rowBytes(layout) * layout.blockHeight > largestBlock && layout.compression !== 1) {
    throw form(file, { en: 'one packed block of more than 2 GiB', zh: '单个压缩块超过 2 GiB' });
  }
}

function checkBlocks(file: ByteSource, layout: Layout): void {
  const { offsets, byteCounts } = layout;
  const expected = layout.blocksAcross * layout.blocksDown * (layout.separate ? layout.samples : 1);
  if (offsets.length < expected || byteCounts.length < expected) {
    throw damaged(file, {
      en: `places of ${Math.min(offsets.length, byteCounts.length)} blocks of ${expected}`,
      zh: `应有 ${expected} 个数据块，只给出 ${Math.min(offsets.length, byteCounts.length)} 个的位置`,
    });
  }
  let end = 0;
  for (let at = 0; at < expected; at++) {
    end = Math.max(end, (offsets[at] as number) + (byteCounts[at] as number));
  }
  if (end > file.size) {
    throw new AfterlodeError('RASTER_CUT_SHORT', file.name, { found: file.size, expected: end });
  }
}

/** The same rows in blocks of about a megabyte: nothing is packed, so that a strip can be read in part. */
function inPieces(file: ByteSource, layout: Layout): Layout {
  const { blockHeight, height } = layout;
  const bytes = rowBytes(layout);
  let rows = Math.max(1, Math.floor(plainPieceBytes / bytes));
  if (rows >= blockHeight || layout.byteCounts.includes(0)) return layout;
  // Where several strips follow each other, a piece must not reach into the next.
  while (layout.blocksDown > 1 && blockHeight % rows !== 0) rows -= 1;
  const offsets: number[] = [];
  const byteCounts: number[] = [];
  layout.offsets.forEach((offset, block) => {
    const first = (block % layout.blocksDown) * blockHeight;
    const end = Math.min(blockHeight, height - first);
    const found = layout.byteCounts[block] as number;
    if (found < end * bytes) throw shortBlock(file.name, found, end * bytes);
    for (let row = 0; row < end; row += rows) {
      offsets.push(offset + row * bytes);
      byteCounts.push(Math.min(rows, end - row) * bytes);
    }
  });
  return { ...layout, blockHeight: rows, blocksDown: Math.ceil(height / rows), offsets, byteCounts };
}

/** What to say of a block that holds less than its cells. */
export function shortBlock(name: string, found: number, expected: number): AfterlodeError {
  const words = {
    en: `a block of ${found} bytes instead of ${expected}`,
    zh: `数据块只有 ${found} 字节，应为 ${expected} 字节`,
  };
  return new AfterlodeError('RASTER_DAMAGED', name, { found: words });
}

function damaged(file: ByteSource, found: Text): AfterlodeError {
  return new AfterlodeError('RASTER_DAMAGED', file.name, { found });
}

function form(file: ByteSource, found: Text): AfterlodeError {
  return new AfterlodeError('RASTER_FORM', file.name, { found });
}
