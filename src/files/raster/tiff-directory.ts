import { AfterlodeError, foreignReason } from '../../base/index.js';
import type { ByteSource } from './byte-source.js';

/** Tags of one image of a TIFF file, by their names in the specification. */
export type Tags = Readonly<Record<string, unknown>>;

/** The images of a TIFF file: the raster itself, then overviews and masks. */
export interface Directory {
  readonly littleEndian: boolean;
  readonly images: readonly Tags[];
}

/** The package reads directories in pieces of about this size, even where the file ends before. */
const lookAhead = 4048;
/** Overviews halve the size, so that no raster has more; a chain that runs in a circle ends here too. */
const mostImages = 64;
/** Bytes of the header that the directory follows. */
const shortestFile = 8;

/**
 * Reads the directory of a TIFF file with all its tags.
 *
 * @throws AfterlodeError `RASTER_NOT_TIFF`, `RASTER_CUT_SHORT`, `RASTER_DAMAGED`
 */
export async function readDirectory(file: ByteSource): Promise<Directory> {
  await tiffOnly(file);
  const { GeoTIFF } = await import('geotiff');
  let reachedEnd = false;
  const fetchOne = async ({ offset, length }: { readonly offset: number; readonly length: number }) => {
    // Only the look-ahead may reach behind the end: what is asked by exact length has to be there.
    const over = offset + length - file.size;
    const mayEnd = over > 0 && length <= lookAhead && offset < file.size;
    reachedEnd ||= mayEnd;
    return (await file.read(offset, mayEnd ? length - over : length)).buffer;
  };
  const source = {
    fetch: (slices: readonly { readonly offset: number; readonly length: number }[]) =>
      Promise.all(slices.map(fetchOne)),
    fetchSlice: async (slice: { readonly offset: number; readonly length: number }) => ({
      ...slice,
      data: await fetchOne(slice),
    }),
    fileSize: file.size,
    close: () => Promise.resolve(),
  };
  try {
    const tiff = await GeoTIFF.fromSource(source);
    // Tables of offsets that the package reads later are read as little-endian always; so all is read now.
    tiff.parser.eager = true;
    const images: Tags[] = [];
    for (let more = true; more && images.length < mostImages; ) {
      const { fileDirectory } = await tiff.getImage(images.length);
      images.push(fileDirectory.toObject());
      more = fileDirectory.nextIFDByteOffset !== 0;
    }
    return { littleEndian: tiff.littleEndian, images };
  } catch (error) {
    if (error instanceof AfterlodeError) throw error;
    if (error instanceof RangeError && reachedEnd) {
      const expected = { en: `at least ${file.size + 1}`, zh: `至少 ${file.size + 1}` };
      throw new AfterlodeError('RASTER_CUT_SHORT', file.name, { found: file.size, expected }, error);
    }
    throw new AfterlodeError('RASTER_DAMAGED', file.name, { found: foreignReason(error) }, error);
  }
}

/** Numbers of a tag, one or many; empty where the file has it not. */
export function numbersOf(tags: Tags, name: string): readonly number[] {
  const value = tags[name];
  if (typeof value === 'number') return [value];
  if (Array.isArray(value)) return value as readonly number[];
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : [];
}

/** First number of a tag. */
export function numberOf(tags: Tags, name: string): number | undefined {
  return numbersOf(tags, name)[0];
}

/** Text of a tag without the zero byte that ends it. */
export function textOf(tags: Tags, name: string): string | undefined {
  const value = tags[name];
  return typeof value === 'string' ? value.replace(/\0[\s\S]*$/, '').trim() : undefined;
}

async function tiffOnly(file: ByteSource): Promise<void> {
  const head = await file.read(0, Math.min(4, file.size));
  const [first, second, third = 0, fourth = 0] = head;
  const little = first === 0x49 && second === 0x49;
  const big = first === 0x4d && second === 0x4d;
  const magic = little ? third + fourth * 256 : third * 256 + fourth;
  if ((little || big) && (magic === 42 || magic === 43)) {
    if (file.size >= shortestFile) return;
    throw new AfterlodeError('RASTER_CUT_SHORT', file.name, { found: file.size, expected: shortestFile });
  }
  const found = Array.from(head, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
  throw new AfterlodeError('RASTER_NOT_TIFF', file.name, { found });
}
