/**
 * Takes back the differences that a TIFF writer stored instead of values, in place. TIFF 6.0, section 14 (predictor 2) and
 * Adobe's technical note 3 of 2005 (predictor 3).
 *
 * @param bytes unpacked block; for predictor 2 with numbers in the byte order of the machine
 * @param rowBytes bytes of one row of the block
 * @param size bytes of one number: 1, 2, 4 or 8
 * @param stride numbers of one cell: the bands that lie side by side
 */
export function undoPredictor(
  predictor: number,
  bytes: Uint8Array<ArrayBuffer>,
  rowBytes: number,
  size: number,
  stride: number,
): void {
  if (predictor !== 2 && predictor !== 3) return;
  const spare = new Uint8Array(rowBytes);
  for (let start = 0; start + rowBytes <= bytes.length; start += rowBytes) {
    if (predictor === 3) undoFloat(bytes.subarray(start, start + rowBytes), spare, size, stride);
    else undoWhole(bytes.buffer, bytes.byteOffset + start, rowBytes / size, size, stride);
  }
}

/** Whole numbers: each is the difference to its neighbour on the left; sums run over, as the writer's differences did. */
function undoWhole(buffer: ArrayBuffer, offset: number, count: number, size: number, stride: number): void {
  if (size === 8) {
    const row = new BigUint64Array(buffer, offset, count);
    for (let at = stride; at < count; at++) row[at] = (row[at] as bigint) + (row[at - stride] as bigint);
    return;
  }
  const kind = size === 4 ? Uint32Array : size === 2 ? Uint16Array : Uint8Array;
  const row = new kind(buffer, offset, count);
  for (let at = stride; at < count; at++) row[at] = (row[at] as number) + (row[at - stride] as number);
}

/** Floating point: first all highest bytes of the row, then all next ones, as differences byte by byte. */
function undoFloat(row: Uint8Array, spare: Uint8Array, size: number, stride: number): void {
  for (let band = 0; band < stride; band++) {
    let sum = 0;
    for (let at = band; at < row.length; at += stride) {
      sum += row[at] as number;
      spare[at] = sum;
    }
  }
  let from = 0;
  for (let byte = size - 1; byte >= 0; byte--) {
    for (let to = byte; to < row.length; to += size) row[to] = spare[from++] as number;
  }
}
