import { AfterlodeError, type Text } from '../../base/index.js';
import { readBytes } from '../read.js';
import { decodeJpeg } from './jpeg.js';
import { decodePng } from './png.js';

/** A picture of 8 bits, red, green, blue in turn, row by row from above. */
export interface PictureBytes {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A panorama of 16,384 × 8,192 is the largest that cameras of streets make. */
const mostPixels = 16_384 * 8_192;

/** Names of the files that `readPicture` reads. */
export const isPictureName = (name: string): boolean => /\.(jpe?g|png)$/i.test(name);

/**
 * Reads a JPEG or PNG, told apart by its first bytes.
 *
 * @throws AfterlodeError FILE_PICTURE for other files and broken ones; as `readBytes`
 */
export async function readPicture(path: string): Promise<PictureBytes> {
  const bytes = await readBytes(path);
  const fault = (found: Text) => new AfterlodeError('FILE_PICTURE', path, { found, expected: 'JPEG, PNG' });
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return decodePng(bytes, mostPixels, fault);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return decodeJpeg(bytes, mostPixels, fault);
  throw fault({ en: 'neither a JPEG nor a PNG', zh: '既非 JPEG 也非 PNG' });
}
