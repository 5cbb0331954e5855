/** Encodings a foreign table may have. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** The encoding that a byte-order mark names and its length; null where there is none. */
export function markedEncoding(bytes: Uint8Array): { encoding: Encoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Position of the first byte above 127; -1 where all are ASCII, which every encoding reads alike. */
export function firstNonAscii(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte > 127);
}

/**
 * Position of the first byte that cannot stand in UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above
 * U+10FFFF). A character that is cut off at the end counts as valid: its rest may follow.
 *
 * @returns -1 if there is none
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const size =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0;
    if (size === 0) return at;
    for (let step = 1; step < size; step++) {
      const next = bytes[at + step];
      if (next === undefined) return -1;
      const [low, high] = step === 1 ? secondByte(lead) : [0x80, 0xbf];
      if (next < low || next > high) return at;
    }
    at += size;
  }
  return -1;
}

/** Range of the second byte; some leads narrow it to keep out overlong forms and surrogates. */
function secondByte(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

/**
 * Position of the first byte that cannot stand in GB18030 (one, two or four bytes). A cut character at the end counts as valid.
 *
 * @returns -1 if there is none
 */
export function firstInvalidGb18030(bytes: Uint8Array): number {
  const within = (byte: number, low: number, high: number) => byte >= low && byte <= high;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    if (!within(lead, 0x81, 0xfe)) return at;
    const second = bytes[at + 1];
    if (second === undefined) return -1;
    if (within(second, 0x40, 0xfe) && second !== 0x7f) {
      at += 2;
      continue;
    }
    if (!within(second, 0x30, 0x39)) return at;
    const third = bytes[at + 2];
    const fourth = bytes[at + 3];
    if (third !== undefined && !within(third, 0x81, 0xfe)) return at;
    if (fourth !== undefined && !within(fourth, 0x30, 0x39)) return at;
    at += 4;
  }
  return -1;
}
