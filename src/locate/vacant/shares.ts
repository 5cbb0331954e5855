import type { Cover } from '../zonal/types.js';

/** Calls `take` with each patch of a cover, by its number in the grid, and the share of it that is covered. */
function eachPatch(
  { window, starts, from, to, shares }: Cover,
  width: number,
  take: (patch: number, share: number, row: number) => void,
): void {
  for (let at = 0; at < window.height; at++) {
    const row = window.row + at;
    for (let run = starts[at] as number; run < (starts[at + 1] as number); run++)
      for (let column = from[run] as number; column < (to[run] as number); column++)
        take(row * width + column, shares[run] as number, row);
  }
}

/**
 * Adds the covered share of each patch.
 *
 * @param sums by patch
 * @param width patches in a row of the grid
 */
export function addCover(sums: Float64Array, cover: Cover, width: number): void {
  eachPatch(cover, width, (patch, share) => {
    sums[patch] = (sums[patch] as number) + share;
  });
}

/**
 * Area of the ground of each kind that a polygon covers, m².
 *
 * @param kinds kind by patch, 0 to count − 1
 * @param areas of a patch by row, m²
 */
export function coveredByKind(
  cover: Cover,
  kinds: Uint8Array,
  count: number,
  width: number,
  areas: Float64Array,
): Float64Array {
  const sums = new Float64Array(count);
  eachPatch(cover, width, (patch, share, row) => {
    const kind = kinds[patch] as number;
    sums[kind] = (sums[kind] as number) + share * (areas[row] as number);
  });
  return sums;
}

/**
 * Area of the ground of each kind, m².
 *
 * @param shares part of each patch that counts; null: all of it
 */
export function areasByKind(
  kinds: Uint8Array,
  count: number,
  width: number,
  areas: Float64Array,
  shares: Float64Array | null,
): Float64Array {
  const sums = new Float64Array(count);
  for (const [patch, kind] of kinds.entries()) {
    const share = shares === null ? 1 : Math.min(1, shares[patch] as number);
    sums[kind] = (sums[kind] as number) + share * (areas[Math.floor(patch / width)] as number);
  }
  return sums;
}
