import { getDecoder } from 'geotiff';
import type { PictureBytes } from './picture.js';
import type { PictureFault } from './png.js';

/**
 * Decodes a JPEG, baseline or progressive, grey or in colours; the coefficients are unpacked by the library that does so for
 * GeoTIFFs.
 *
 * @throws what `fault` makes, for other forms and broken files
 */
export async function decodeJpeg(
  bytes: Uint8Array,
  mostPixels: number,
  fault: PictureFault,
): Promise<PictureBytes> {
  const { width, height, components } = frameOf(bytes, fault);
  if (width * height === 0 || width * height > mostPixels)
    throw fault({ en: `${width} × ${height} pixels`, zh: `${width} × ${height} 像素` });
  if (components !== 1 && components !== 3)
    throw fault({ en: `${components} components`, zh: `${components} 个颜色分量` });
  const values = await unpacked(bytes, fault);
  if (values.length !== width * height * components) throw fault({ en: 'it breaks off', zh: '文件不完整' });
  const pixels = new Uint8ClampedArray(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    const luma = values[at * components] as number;
    const blue = components === 1 ? 0 : (values[at * 3 + 1] as number) - 128;
    const red = components === 1 ? 0 : (values[at * 3 + 2] as number) - 128;
    // JFIF 1.02, part 7.
    pixels[3 * at] = luma + 1.402 * red;
    pixels[3 * at + 1] = luma - 0.344136 * blue - 0.714136 * red;
    pixels[3 * at + 2] = luma + 1.772 * blue;
  }
  return { width, height, pixels: new Uint8Array(pixels.buffer) };
}

async function unpacked(bytes: Uint8Array, fault: PictureFault): Promise<Uint8Array> {
  try {
    const decoder = await getDecoder(7, {} as never);
    const own = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return new Uint8Array((await decoder.decodeBlock(own)) as ArrayBuffer);
  } catch {
    throw fault({ en: 'its pixels cannot be unpacked', zh: '像素数据无法解压' });
  }
}

/** The start of frame says the sides; frames C4, C8 and CC are no frames. */
function frameOf(bytes: Uint8Array, fault: PictureFault) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) break;
    if (marker >= 0xc0 && marker <= 0xc2)
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components: bytes[at + 9] as number,
      };
    if (marker > 0xc2 && marker < 0xd0 && ![0xc4, 0xc8, 0xcc].includes(marker))
      throw fault({ en: `a frame of type ${marker - 0xc0}`, zh: `第 ${marker - 0xc0} 类帧` });
    at += 2 + view.getUint16(at + 2);
  }
  throw fault({ en: 'no frame is in it', zh: '没有图像帧' });
}
