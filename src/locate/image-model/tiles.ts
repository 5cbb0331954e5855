/** Tiles along one side of an image. */
export interface TilesAlong {
  /** First cells, ascending; the last tile ends with the image, or with itself where the image is smaller. */
  readonly starts: readonly number[];
  /** By tile: what each of its cells counts. Of all tiles over a cell of the image the sum is 1. */
  readonly weights: readonly Float64Array[];
}

/**
 * Lays tiles along a side and weighs them so that one fades smoothly into the next: a squared sine over the overlap, divided by the sum of
 * all tiles over a cell. Weights of rectangles are products of those along their sides.
 *
 * @param length cells of the image
 * @param side cells of a tile
 * @param overlap cells that neighbours share at least, less than `side`
 */
export function tilesAlong(length: number, side: number, overlap: number): TilesAlong {
  const last = Math.max(0, length - side);
  const step = side - overlap;
  const count = 1 + Math.ceil(last / step);
  const starts = Array.from({ length: count }, (_, at) => Math.min(at * step, last));
  const fade = Float64Array.from({ length: side }, (_, cell) => {
    const inside = (Math.min(cell, side - 1 - cell) + 0.5) / Math.max(1, overlap);
    return Math.sin((Math.PI / 2) * Math.min(1, inside)) ** 2;
  });
  const sums = new Float64Array(Math.max(length, side));
  for (const start of starts)
    for (let cell = 0; cell < side; cell++)
      sums[start + cell] = (sums[start + cell] as number) + (fade[cell] as number);
  return {
    starts,
    weights: starts.map((start) => fade.map((own, cell) => own / (sums[start + cell] as number))),
  };
}
