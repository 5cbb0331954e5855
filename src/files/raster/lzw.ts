const clearCode = 256;
const endCode = 257;
const firstFree = 258;
/** Codes have 9 to 12 bits. */
const mostCodes = 4096;

/**
 * Unpacks LZW as TIFF has it: codes from the highest bit, one bit longer one code before they would be full (TIFF 6.0,
 * section 13). The package's own decoder takes four to twenty times as long and writes its faults to the screen.
 *
 * @param length bytes that the block has when unpacked
 * @returns fewer bytes where the data end or go wrong before
 */
export function unpackLzw(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const into = new Uint8Array(length);
  /** Where in the result a code's text begins, and how long it is: every text stands there already. */
  const starts = new Int32Array(mostCodes);
  const lengths = new Int32Array(mostCodes);
  let free = firstFree;
  let bits = 9;
  let before = -1;
  let beforeStart = 0;
  let at = 0;
  let held = 0;
  let heldBits = 0;
  for (let from = 0; at < length; ) {
    while (heldBits < bits && from < packed.length) {
      held = ((held << 8) | (packed[from++] as number)) & 0xffffff;
      heldBits += 8;
    }
    if (heldBits < bits) break;
    heldBits -= bits;
    const code = (held >> heldBits) & ((1 << bits) - 1);
    if (code === endCode) break;
    if (code === clearCode) {
      free = firstFree;
      bits = 9;
      before = -1;
      continue;
    }
    if (code > free || (code === free && before < 0)) break;
    const start = at;
    if (code < clearCode) into[at++] = code;
    else if (code < free) at = copy(into, starts[code] as number, at, lengths[code] as number, length);
    else {
      // The text is the one before and its own first byte.
      at = copy(into, beforeStart, at, before, length);
      if (at < length) into[at++] = into[beforeStart] as number;
    }
    if (before >= 0 && free < mostCodes) {
      // The text before and the first byte of this one stand side by side in the result.
      starts[free] = beforeStart;
      lengths[free] = before + 1;
      free += 1;
      if (free + 1 >= 1 << bits && bits < 12) bits += 1;
    }
    before = at - start;
    beforeStart = start;
  }
  return into.subarray(0, at);
}

function copy(into: Uint8Array, from: number, to: number, count: number, length: number): number {
  const end = Math.min(to + count, length);
  let source = from;
  for (let at = to; at < end; at++) into[at] = into[source++] as number;
  return end;
}
