import type { Directed } from './direct.js';

/** Rows of differences that the sweep fills. */
export interface Band {
  /** Two places more than columns in a row, so that what leaves on the right stays in its row. */
  readonly differences: Float64Array;
  /** One bit for each place of `differences`, rows beginning with a word: whether an edge has been there. */
  readonly touched: Uint32Array;
  /** Columns. */
  readonly width: number;
  /** First row. */
  readonly top: number;
  /** One after the last row. */
  readonly bottom: number;
}

/** Places of a row of differences: a multiple of 32. */
export const strideOf = (width: number) => ((width + 33) >> 5) << 5;

/**
 * Adds, for each row and edge, the area of each cell between the edge and the right end of the row, times the sign of the
 * edge, as differences from the cell before. The running sum along a row is then the share of each cell that is inside.
 * Columns of `edges` count from the left of the band. Accumulation of signed areas: an own formulation of the idea known
 * from anti-aliased drawing of outlines.
 */
export function sweepEdges({ points, signs }: Directed, band: Band): void {
  const { width, top, bottom } = band;
  const stride = strideOf(width);
  for (let edge = 0, at = 0; edge < signs.length; edge++, at += 4) {
    const v0 = points[at + 1] as number;
    const v1 = points[at + 3] as number;
    if (v1 <= top || v0 >= bottom) continue;
    const u0 = points[at] as number;
    const u1 = points[at + 2] as number;
    const sign = signs[edge] as number;
    const slope = (u1 - u0) / (v1 - v0);
    const end = v1 < bottom ? v1 : bottom;
    let v = v0 > top ? v0 : top;
    let u = v === v0 ? u0 : u0 + (v - v0) * slope;
    for (let row = Math.floor(v); v < end; row++) {
      const nextV = row + 1 < end ? row + 1 : end;
      const nextU = nextV === v1 ? u1 : u0 + (nextV - v0) * slope;
      const base = (row - top) * stride;
      if (u < nextU) sweepRow(band, base, u, nextU, (nextV - v) * sign);
      else sweepRow(band, base, nextU, u, (nextV - v) * sign);
      v = nextV;
      u = nextU;
    }
  }
}

/**
 * One edge within one row, from column `from` to column `to` (not less).
 *
 * @param height part of the row's height that the edge takes, with the sign of the edge
 */
function sweepRow(
  { differences, touched, width }: Band,
  base: number,
  from: number,
  to: number,
  height: number,
): void {
  if (from >= width) return;
  if (to <= 0) {
    differences[base] = (differences[base] as number) + height;
    touched[base >> 5] = (touched[base >> 5] as number) | 1;
    return;
  }
  let rest = height;
  let start = from;
  let end = to;
  const perColumn = height / (to - from);
  if (start < 0) {
    const before = -start * perColumn;
    differences[base] = (differences[base] as number) + before;
    touched[base >> 5] = (touched[base >> 5] as number) | 1;
    rest -= before;
    start = 0;
  }
  if (end > width) {
    rest = (width - start) * perColumn;
    end = width;
  }
  const last = Math.floor(end);
  for (let column = Math.floor(start); column <= last; column++) {
    const next = column < last ? column + 1 : end;
    const part = column < last ? (next - start) * perColumn : rest;
    const area = part * (column + 1 - (start + next) / 2);
    const at = base + column;
    differences[at] = (differences[at] as number) + area;
    differences[at + 1] = (differences[at + 1] as number) + (part - area);
    // Bits count from the left end of the row; JavaScript takes the lower five bits of a shift.
    touched[at >> 5] = (touched[at >> 5] as number) | (1 << at);
    touched[(at + 1) >> 5] = (touched[(at + 1) >> 5] as number) | (1 << (at + 1));
    rest -= part;
    start = next;
  }
}
