import { expect, test } from 'vitest';
import { encodePng } from './encode-png.js';
import { decodePng } from './png.js';

const fault = ({ en }: { readonly en: string }) => new Error(en);

test('what is encoded is decoded again, with checksums that others accept', async () => {
  const pixels = Uint8Array.from({ length: 5 * 3 * 4 }, (_, at) => (at * 97) % 256);
  const png = await encodePng(5, 3, pixels);
  const { width, height, pixels: read } = decodePng(png, 100, fault);
  expect([width, height]).toEqual([5, 3]);
  expect([...read]).toEqual([...pixels].filter((_, at) => at % 4 !== 3));
  // By hand from the standard: the last chunk has no content and one checksum, whatever the picture.
  expect([...png.subarray(-4)]).toEqual([0xae, 0x42, 0x60, 0x82]);
});
