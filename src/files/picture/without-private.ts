/** Kinds of file that are told by their first bytes. */
export type SniffedType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** What a file is by its content, whatever its name says; null for anything else. */
export function sniffedType(bytes: Uint8Array): SniffedType | null {
  const begins = (...wanted: readonly number[]) => wanted.every((byte, at) => bytes[at] === byte);
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return begins(0x25, 0x50, 0x44, 0x46, 0x2d) ? 'application/pdf' : null;
}

/**
 * A picture without what a camera or program wrote beside its pixels: position, time, device, owner, words, a smaller copy, and what follows
 * its end. Which side is up stays, and so do profiles of colour. Pixels are not touched. PDF is given back as it is.
 *
 * @returns null where the file breaks off or is none of its kind
 */
export function withoutPrivate(bytes: Uint8Array, type: SniffedType): Uint8Array | null {
  if (type === 'image/jpeg') return plainJpeg(bytes);
  return type === 'image/png' ? plainPng(bytes) : bytes;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;
const exif = 0xe1;
/** JFIF, profile of colour, Adobe's word on how colours are written: without them a picture looks different. */
const keptMarkers = new Set([0xe0, 0xe2, 0xee]);

/** Segments up to the first scan by their lengths (ISO 10918-1, annex B); from there on everything up to the end of the image. */
function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (marker === startOfScan) {
      const last = endOf(bytes, end);
      return last === null ? null : joined([...parts, bytes.subarray(at, last)]);
    }
    if (marker === exif) parts.push(...uprightOnly(segment));
    else if (!isPrivate(marker, segment)) parts.push(segment);
    at = end;
  }
  return null;
}

/** Application segments and comments but those that colours need; of APP2 only the profile, since it may hold further pictures. */
function isPrivate(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xe2) return !hasWord(segment, 'ICC_PROFILE\0');
  return marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !keptMarkers.has(marker));
}

/** Where the image ends; scans of a progressive picture follow each other before that. */
function endOf(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] as number;
    if (marker === endOfImage) return at + 2;
    // Between scans stand tables, whose bytes could look like an end, and possibly words, which nobody writes there.
    const isTable = marker === 0xc4 || marker === 0xdb || marker === 0xdd || marker === startOfScan;
    if (isTable) at += 1 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
  }
  return null;
}

/** The segment of a picture that must be turned, with nothing but that: one entry, 0x0112, of one directory (EXIF 2.32, 4.6.4). */
function uprightOnly(segment: Uint8Array): readonly Uint8Array[] {
  const turn = orientationOf(segment);
  if (turn === null || turn === 1) return [];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0];
  const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return [Uint8Array.from([0xff, exif, 0, body.length + 2, ...body])];
}

/** 1 to 8; null where the segment says nothing that can be read. */
function orientationOf(segment: Uint8Array): number | null {
  const start = 10;
  if (!hasWord(segment, 'Exif\0\0') || segment.length < start + 14) return null;
  const view = new DataView(segment.buffer, segment.byteOffset + start, segment.byteLength - start);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return null;
  const entries = view.getUint16(directory, little);
  for (let at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 1 && turn <= 8 ? turn : null;
  }
  return null;
}

/** Whether the content of a segment begins with a word. */
function hasWord(segment: Uint8Array, word: string): boolean {
  return Array.from(word, (letter) => letter.charCodeAt(0)).every((code, at) => segment[at + 4] === code);
}

/** Chunks without which a PNG looks different; text, time, EXIF and what is private to a program stay out. */
const keptChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs'.split(' '),
);

function plainPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (keptChunks.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(parts);
    at = end;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
