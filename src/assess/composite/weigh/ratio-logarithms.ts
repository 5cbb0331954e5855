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
 * Entropy weights of large tables are made of logarithms. Here the leading bits of the number name an entry of a table, and
 * a short series adds what is left: less than half the time of `Math.log`, to 1e-15 of its size.
 */
export function sumOfRatioLogarithms({ ratios, words }: RatioRoom, count: number): number {
  let total = 0;
  for (let at = 0; at < count; at++) {
    const ratio = ratios[at] as number;
    const place = ((words[2 * at + highWord] as number) >>> (20 - bits)) - firstPlace;
    // Zero and what lies outside the table.
    if (place < 0 || place >= places) {
      total += ratio > 0 ? ratio * Math.log(ratio) - ratio + 1 : 1;
      continue;
    }
    const z = ratio * (table[2 * place] as number) - 1;
    const zz = z * z;
    // ln(1 + z) to the sixth power; |z| is at most 1 ÷ 256.
    const series = z - zz * (0.5 - z * (1 / 3)) - zz * zz * (0.25 - z * 0.2 + zz * (1 / 6));
    total += ratio * ((table[2 * place + 1] as number) + series) - ratio + 1;
  }
  return total;
}

/** The table has 128 parts of each of the octaves from 2^-24 to 2^8: shares of the mean seldom lie outside. */
const bits = 7;
const [lowest, highest] = [-24, 8];
const firstPlace = (1023 + lowest) << bits;
const places = (highest - lowest) << bits;

/** Which of the two 32-bit words of a number holds its exponent: it depends on the machine. */
const highWord = new Int32Array(Float64Array.of(1).buffer)[1] === 0 ? 0 : 1;

/** For each part 1 ÷ its middle, and minus the logarithm of that, in turn. */
const table = new Float64Array(2 * places);
for (let place = 0; place < places; place++) {
  const octave = lowest + (place >> bits);
  const part = place % (1 << bits);
  // Of 24 bits, so that the product with a ratio loses little.
  const inverse = Math.fround(1 / (1 + (part + 0.5) / (1 << bits)));
  table[2 * place] = inverse * 2 ** -octave;
  table[2 * place + 1] = octave * Math.LN2 - Math.log(inverse);
}
