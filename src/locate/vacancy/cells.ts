/** Rows of some columns of a table as they stand in the file: the bytes, and where each cell begins and ends. */
export interface CellBatch {
  readonly bytes: Uint8Array;
  /** By row and column: `row * columns + column`. A cell that is not there is empty. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly columns: number;
  readonly rows: number;
  /** Row of the file in which the batch begins, heading included, from 1. */
  readonly firstRow: number;
}

/**
 * The number in a cell; `NaN` where it is empty or no number (then `isEmpty` tells which). Digits with a point, a sign and an exponent.
 */
export function numberIn(bytes: Uint8Array, first: number, last: number): number {
  let from = first;
  let to = last;
  while (from < to && (bytes[from] as number) <= 32) from += 1;
  while (to > from && (bytes[to - 1] as number) <= 32) to -= 1;
  if (from === to) return Number.NaN;
  // The usual cell: up to fifteen digits with a point. Larger ones and exponents go the long way.
  let whole = 0;
  let digits = 0;
  let behind = -1;
  let at = from;
  const negative = bytes[at] === 45;
  if (negative || bytes[at] === 43) at += 1;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + byte - 48;
      digits += 1;
      if (behind >= 0) behind += 1;
    } else if (byte === 46 && behind < 0) behind = 0;
    else return written(bytes, from, to);
  }
  if (digits === 0 || digits > 15) return written(bytes, from, to);
  const value = behind > 0 ? whole / 10 ** behind : whole;
  return negative ? -value : value;
}

function written(bytes: Uint8Array, from: number, to: number): number {
  let text = '';
  for (let at = from; at < to && at < from + 40; at++) text += String.fromCharCode(bytes[at] as number);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

/** Whether a cell holds nothing but blanks. */
export function isEmpty(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > 32) return false;
  return true;
}

/**
 * Months since the year 0 of `2025-03`, `2025/3`, `202503`, `2025.03.31`, `20250331`; -1 for anything else.
 */
export function monthIn(bytes: Uint8Array, first: number, last: number): number {
  let from = first;
  let to = last;
  while (from < to && (bytes[from] as number) <= 32) from += 1;
  while (to > from && (bytes[to - 1] as number) <= 32) to -= 1;
  const digit = (at: number) => (at < to ? (bytes[at] as number) - 48 : -1);
  let year = 0;
  for (let at = from; at < from + 4; at++) {
    const one = digit(at);
    if (!(one >= 0 && one <= 9)) return -1;
    year = year * 10 + one;
  }
  const mark = bytes[from + 4] as number;
  const parted = from + 4 < to && (mark === 45 || mark === 47 || mark === 46);
  const start = parted ? from + 5 : from + 4;
  let month = 0;
  let size = 0;
  for (; size < 2; size++) {
    const one = digit(start + size);
    if (!(one >= 0 && one <= 9)) break;
    month = month * 10 + one;
  }
  if (size === 0 || (!parted && size < 2) || month < 1 || month > 12 || year < 1900) return -1;
  return restIsDay(bytes, start + size, to, parted) ? year * 12 + month - 1 : -1;
}

/** Nothing, two digits, or a mark with one or two digits and whatever tells the time. */
function restIsDay(bytes: Uint8Array, from: number, to: number, parted: boolean): boolean {
  if (from >= to) return true;
  const first = bytes[from] as number;
  if (!parted) return to - from === 2 && first >= 48 && first <= 51;
  return first === 45 || first === 47 || first === 46;
}
