import { AfterlodeError } from '../../../base/index.js';
import { directionNumbers } from './direction-numbers.js';

/** Most dimensions of `sobolSequence`. */
export const sobolDimensions = directionNumbers.length + 1;

/**
 * The first points of a Sobol sequence with the direction numbers of Joe and Kuo, scrambled by Owen's nested uniform
 * scrambling: every digit of a number is flipped or kept by chance, and the chance is drawn anew for every string of
 * digits before it. Each point is uniform in the cube; together they stay as evenly spread as the sequence.
 *
 * @param dimensions 1 to `sobolDimensions`
 * @param count how many points; a power of two keeps the balance whole
 * @param seed equal seeds give equal points; `null`: the sequence as it is, starting with 0
 * @returns `[point * dimensions + dimension]`, in [0, 1), multiples of 2^-32
 * @throws AfterlodeError INDEX_VARY for too many dimensions
 */
export function sobolSequence(
  dimensions: number,
  count: number,
  { seed }: { readonly seed: number | null },
): Float64Array {
  if (!(dimensions >= 1 && dimensions <= sobolDimensions)) {
    throw new AfterlodeError('INDEX_VARY', 'sobolSequence', {
      found: { en: `${dimensions} dimensions`, zh: `${dimensions} 维` },
      expected: { en: `1 to ${sobolDimensions}`, zh: `1 到 ${sobolDimensions}` },
    });
  }
  const points = new Float64Array(dimensions * count);
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const directions = directionsOf(dimension);
    const key = seed === null ? null : mixed(mixed(seed >>> 0) ^ Math.imul(dimension + 1, 0x9e3779b1));
    let bits = 0;
    for (let point = 0; point < count; point++) {
      // Gray code: the next point differs by the direction of the lowest zero of the last number.
      if (point > 0) bits ^= directions[trailingOnes(point - 1)] as number;
      const digits = key === null ? bits : scrambled(bits, key);
      points[point * dimensions + dimension] = (digits >>> 0) / 4294967296;
    }
  }
  return points;
}

/** The 32 directions of a dimension, first digit in the highest bit. */
export function directionsOf(dimension: number): Int32Array {
  const directions = new Int32Array(32);
  const numbers = directionNumbers[dimension - 1];
  if (!numbers) return directions.map((_, at) => 1 << (31 - at));
  const { polynomial, start } = numbers;
  const degree = start.length;
  for (let at = 0; at < 32; at++) {
    if (at < degree) {
      directions[at] = (start[at] as number) << (31 - at);
      continue;
    }
    const first = directions[at - degree] as number;
    let next = first ^ (first >>> degree);
    for (let back = 1; back < degree; back++) {
      if ((polynomial >>> (degree - back)) & 1) next ^= directions[at - back] as number;
    }
    directions[at] = next;
  }
  return directions;
}

function trailingOnes(value: number): number {
  return 31 - Math.clz32(~value & (value + 1));
}

/** Flips each digit by a hash of the digits before it: the same string before gives the same flip. */
function scrambled(bits: number, key: number): number {
  let flips = 0;
  for (let digit = 0; digit < 32; digit++) {
    // A leading one marks where the string starts, so that 0 and 00 differ.
    const before = digit === 0 ? 1 : (bits >>> (32 - digit)) | (digit < 32 ? 1 << digit : 0);
    flips = (flips << 1) | (mixed(before ^ key) >>> 31);
  }
  return bits ^ flips;
}

/** A hash of 32 bits in which every bit of the input moves about half of the output (final step of MurmurHash3). */
export function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
