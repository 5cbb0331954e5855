import type { RasterSource, Window } from '../raster/types.js';
import { inputOf, isMissing, probabilitiesIn } from './tensors.js';
import { tilesAlong } from './tiles.js';
import type { ImageModel, RunModel } from './types.js';

/** Rows of an image that are done: by class, cell by cell; `NaN` where the image is missing. */
export interface BlendedRows {
  readonly window: Window;
  readonly probabilities: readonly Float32Array[];
}

/** How an image is told. */
export interface BlendOptions {
  /** File of the model, for messages. */
  readonly where: string;
  /** Told the share of the tiles done. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/**
 * Probabilities of the classes over an image: tile by tile, blended where tiles overlap, given out in whole rows from above. Of the image
 * only rows as high as a tile are in memory. Tiles that are missing throughout are not given to the model.
 *
 * @param source with the bands of the model in its order and no others
 * @throws AfterlodeError MODEL_FILE, MODEL_FORM, MODEL_ANSWER, RASTER_…
 */
export async function* blendedRows(
  source: RasterSource,
  model: ImageModel,
  run: RunModel,
  { where, onProgress }: BlendOptions,
): AsyncGenerator<BlendedRows> {
  const { tile, overlap, classes } = model;
  const { width, height } = source.grid;
  const across = tilesAlong(width, tile.width, overlap);
  const down = tilesAlong(height, tile.height, overlap);
  const rows = classes.map(() => new Float32Array(width * Math.min(height, tile.height)));
  for (const [at, top] of down.starts.entries()) {
    for (const [place, left] of across.starts.entries()) {
      const cells = await tileOf(source, { column: left, row: top, ...tile });
      const gone = Uint8Array.from({ length: tile.width * tile.height }, (_, cell) =>
        Number(isMissing(cells, cell)),
      );
      const found = gone.includes(0)
        ? probabilitiesIn(model, await run(inputOf(model, cells)), where, gone)
        : null;
      const weights = [across.weights[place], down.weights[at]] as [Float64Array, Float64Array];
      addTile(rows, { width, left, gone, found, weights });
      onProgress?.((at * across.starts.length + place + 1) / (down.starts.length * across.starts.length));
    }
    const done = (down.starts[at + 1] ?? height) - top;
    const window = { column: 0, row: top, width, height: done };
    yield { window, probabilities: rows.map((own) => own.slice(0, done * width)) };
    for (const own of rows) {
      own.copyWithin(0, done * width);
      own.fill(0, own.length - done * width);
    }
  }
}

/** Cells of a tile by band; what lies outside the image is missing. */
async function tileOf(source: RasterSource, tile: Window): Promise<readonly Float64Array[]> {
  const width = Math.min(tile.width, source.grid.width - tile.column);
  const height = Math.min(tile.height, source.grid.height - tile.row);
  const found: Float64Array[] = [];
  for (let band = 0; band < source.bands; band++) {
    const cells = await source.read({ ...tile, width, height }, band);
    const whole = new Float64Array(tile.width * tile.height).fill(Number.NaN);
    for (let row = 0; row < height; row++)
      whole.set(cells.subarray(row * width, (row + 1) * width), row * tile.width);
    found.push(whole);
  }
  return found;
}

/** Adds what a tile counts to the rows; `gone` are its missing cells, `found` null where all are. */
function addTile(
  rows: readonly Float32Array[],
  tile: {
    readonly width: number;
    readonly left: number;
    readonly gone: Uint8Array;
    readonly found: readonly Float32Array[] | null;
    readonly weights: readonly [Float64Array, Float64Array];
  },
): void {
  const { width, left, gone, found } = tile;
  const [across, down] = tile.weights;
  for (const [one, own] of rows.entries()) {
    const values = found?.[one];
    for (let row = 0; row < Math.min(down.length, own.length / width); row++)
      for (let column = 0; column < Math.min(across.length, width - left); column++) {
        const cell = row * across.length + column;
        const to = row * width + left + column;
        // Every tile over a missing cell finds it missing, and what is missing once stays so.
        const part =
          gone[cell] === 1 || values === undefined
            ? Number.NaN
            : (values[cell] as number) * (across[column] as number) * (down[row] as number);
        own[to] = (own[to] as number) + part;
      }
  }
}
