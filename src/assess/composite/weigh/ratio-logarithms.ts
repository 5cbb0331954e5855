/** Room for ratios, and the same bytes as words of 32 bits: making such a view costs more than a hundred logarithms. */
export interface RatioRoom {
  readonly ratios: Float64Array;
  readonly words: Int32Array;
}

/** Room for up to `length` ratios, to be used again and again. */
export function ratioRoom(length: number): RatioRoom {
  const ratios = new Float64Array(length);
  return { ratios, words: new Int32Array(ratios.buffer) };
}

/**
 * Σ (r ln r − r + 1) over the first `count` ratios r from 0, with 0 ln 0 = 0. No term is negative, so that nothing cancels
 * where all ratios are near 1.
 *
 * Entropy weights of large tables are made of logarithms. Here the exponent is read from the bits of the number, and the
 * logarithm of what is left comes from a table of 128 and a short series: less than half the time of
 * `Math.log`, to 1e-15 of its size.
 */
export function sumOfRatioLogarithms({ ratios, words }: RatioRoom, count: number): number {
  let total = 0;
  for (let at = 0; at < count; at++) {
    const ratio = ratios[at] as number;
    const word = words[2 * at + highWord] as number;
    // Zero and what is smaller than 2^-1022 has no exponent in its bits.
    if (word < 0x100000) {
      total += ratio > 0 ? ratio * Math.log(ratio) - ratio + 1 : 1;
      continue;
    }
    const exponent = word >>> 20;
    const place = (word >>> (20 - bits)) & (size - 1);
    const z = ratio * (powers[exponent] as number) * (inverses[place] as number) - 1;
    const zz = z * z;
    // ln(1 + z) to the sixth power; |z| is at most 1 ÷ 256.
    const series = z - zz * (0.5 - z * (1 / 3)) - zz * zz * (0.25 - z * 0.2 + zz * (1 / 6));
    total += ratio * ((exponent - 1023) * Math.LN2 + ((logarithms[place] as number) + series)) - ratio + 1;
  }
  return total;
}

const bits = 7;
const size = 2 ** bits;

/** Which of the two 32-bit words of a number holds its exponent: it depends on the machine. */
const highWord = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/** 1 ÷ the middle of each of the 128 parts of 1–2, and minus its logarithm. */
const inverses = Float64Array.from({ length: size }, (_, at) => Math.fround(1 / (1 + (at + 0.5) / size)));
const logarithms = inverses.map((inverse) => -Math.log(inverse));

/** What brings a number with this exponent to 1–2. */
const powers = Float64Array.from({ length: 2048 }, (_, exponent) => 2 ** (1023 - exponent));
