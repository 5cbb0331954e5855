/** Result of `keyedHash`: two halves, reused from call to call so that a hundred million rows leave no waste behind. */
export const hashed = { high: 0, low: 0 };

const state = new Int32Array(8);

/**
 * SipHash-2-4 (Aumasson and Bernstein 2012) of some bytes: without the key nobody can tell which identifier a hash stands for, nor try
 * identifiers out. The answer is put into `hashed`.
 *
 * @param key four words, drawn at random for one run and never stored
 * @param from position of the first byte
 * @param to one after the last
 */
export function keyedHash(bytes: Uint8Array, from: number, to: number, key: Int32Array): void {
  const k0 = key[0] as number;
  const k1 = key[1] as number;
  const k2 = key[2] as number;
  const k3 = key[3] as number;
  // Words of 64 bits as pairs, the lower half first.
  state[0] = k0 ^ 0x70736575;
  state[1] = k1 ^ 0x736f6d65;
  state[2] = k2 ^ 0x6e646f6d;
  state[3] = k3 ^ 0x646f7261;
  state[4] = k0 ^ 0x6e657261;
  state[5] = k1 ^ 0x6c796765;
  state[6] = k2 ^ 0x79746573;
  state[7] = k3 ^ 0x74656462;
  let at = from;
  for (; at + 8 <= to; at += 8) {
    const low = wordAt(bytes, at);
    const high = wordAt(bytes, at + 4);
    mix(low, high);
  }
  let low = 0;
  let high = (to - from) << 24;
  for (let byte = 0; at + byte < to; byte++) {
    const value = bytes[at + byte] as number;
    if (byte < 4) low |= value << (8 * byte);
    else high |= value << (8 * (byte - 4));
  }
  mix(low, high);
  state[4] = (state[4] as number) ^ 0xff;
  for (let turn = 0; turn < 4; turn++) round();
  hashed.low = (state[0] as number) ^ (state[2] as number) ^ (state[4] as number) ^ (state[6] as number);
  hashed.high = (state[1] as number) ^ (state[3] as number) ^ (state[5] as number) ^ (state[7] as number);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  );
}

function mix(low: number, high: number): void {
  state[6] = (state[6] as number) ^ low;
  state[7] = (state[7] as number) ^ high;
  round();
  round();
  state[0] = (state[0] as number) ^ low;
  state[1] = (state[1] as number) ^ high;
}

function round(): void {
  // No lists here: this runs some ten times for every row.
  let a0 = state[0] as number;
  let a1 = state[1] as number;
  let b0 = state[2] as number;
  let b1 = state[3] as number;
  let c0 = state[4] as number;
  let c1 = state[5] as number;
  let d0 = state[6] as number;
  let d1 = state[7] as number;
  let sum = (a0 >>> 0) + (b0 >>> 0);
  a1 = (a1 + b1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  a0 = sum | 0;
  let kept = b0;
  b0 = ((b0 << 13) | (b1 >>> 19)) ^ a0;
  b1 = ((b1 << 13) | (kept >>> 19)) ^ a1;
  kept = a0;
  a0 = a1;
  a1 = kept;
  sum = (c0 >>> 0) + (d0 >>> 0);
  c1 = (c1 + d1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  c0 = sum | 0;
  kept = d0;
  d0 = ((d0 << 16) | (d1 >>> 16)) ^ c0;
  d1 = ((d1 << 16) | (kept >>> 16)) ^ c1;
  sum = (a0 >>> 0) + (d0 >>> 0);
  a1 = (a1 + d1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  a0 = sum | 0;
  kept = d0;
  d0 = ((d0 << 21) | (d1 >>> 11)) ^ a0;
  d1 = ((d1 << 21) | (kept >>> 11)) ^ a1;
  sum = (c0 >>> 0) + (b0 >>> 0);
  c1 = (c1 + b1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  c0 = sum | 0;
  kept = b0;
  b0 = ((b0 << 17) | (b1 >>> 15)) ^ c0;
  b1 = ((b1 << 17) | (kept >>> 15)) ^ c1;
  kept = c0;
  c0 = c1;
  c1 = kept;
  state[0] = a0;
  state[1] = a1;
  state[2] = b0;
  state[3] = b1;
  state[4] = c0;
  state[5] = c1;
  state[6] = d0;
  state[7] = d1;
}
