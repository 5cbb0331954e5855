import { closeSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Name of the family inside the font files that are shipped; that of the package and of the files is another one. */
export const family = 'Noto Sans S Chinese';

/** Folder of the shipped fonts, Chinese with Latin letters, in five weights. */
export function fontFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
  return join(dirname(entry), '..', 'fonts');
}

/**
 * Code points that a font file has a glyph for, as ranges `[first, last]` in ascending order.
 *
 * @param file an OpenType file whose table `cmap` has a part of format 12, as fonts of Chinese have
 */
export function coveredRanges(file: string): readonly (readonly [number, number])[] {
  const cmap = readTable(file, 'cmap');
  const parts = cmap.readUInt16BE(2);
  for (let part = 0; part < parts; part++) {
    const at = cmap.readUInt32BE(8 + 8 * part);
    if (cmap.readUInt16BE(at) !== 12) continue;
    const groups = cmap.readUInt32BE(at + 12);
    return Array.from({ length: groups }, (_, group) => {
      const from = at + 16 + 12 * group;
      return [cmap.readUInt32BE(from), cmap.readUInt32BE(from + 4)] as const;
    });
  }
  throw new Error(`${file} has no table of characters in format 12`);
}

/** Bytes of one table of an OpenType file. */
function readTable(file: string, tag: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const read = (from: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(descriptor, bytes, 0, length, from);
      return bytes;
    };
    const count = read(0, 12).readUInt16BE(4);
    const tables = read(12, 16 * count);
    for (let at = 0; at < count; at++) {
      const entry = tables.subarray(16 * at, 16 * at + 16);
      if (entry.toString('latin1', 0, 4) === tag) return read(entry.readUInt32BE(8), entry.readUInt32BE(12));
    }
  } finally {
    closeSync(descriptor);
  }
  throw new Error(`${file} has no table ${tag}`);
}
