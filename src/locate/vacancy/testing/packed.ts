import type { CellBatch } from '../cells.js';

/** Rows of texts as a batch of bytes, as a reader of files gives it. */
export function packed(rows: readonly (readonly string[])[], firstRow = 2): CellBatch {
  const columns = rows[0]?.length ?? 0;
  const encoder = new TextEncoder();
  const parts = rows.flat().map((cell) => encoder.encode(cell));
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const [from, to] = [new Int32Array(parts.length), new Int32Array(parts.length)];
  let at = 0;
  for (const [place, part] of parts.entries()) {
    bytes.set(part, at);
    from[place] = at;
    at += part.length;
    to[place] = at;
  }
  return { bytes, from, to, columns, rows: rows.length, firstRow };
}
