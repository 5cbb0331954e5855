import { AfterlodeError } from '../../base/index.js';
import type { Grid, RasterSource, Window } from '../../locate/index.js';
import { checkWindow } from './check-window.js';
import type { Hdf5File, Range } from './hdf5.js';
import { gridOfDataset } from './hdf5-grid.js';

/** What the caller knows better than the file. */
export interface Hdf5RasterOptions {
  /** Where the file does not say it in one of the forms that `hdf5Raster` reads. */
  readonly grid?: Grid;
  /** What stands for missing besides `NaN`, where the dataset has no `_FillValue`. */
  readonly missing?: number;
}

/**
 * A dataset of two dimensions (rows, columns) or three (bands, rows, columns) as a raster. Cells that hold `_FillValue` or
 * `missing_value` are `NaN`; `scale_factor` and `add_offset` are applied, as the CF conventions ask. Closing the raster leaves
 * the file open.
 *
 * @throws AfterlodeError `RASTER_DATASET`, `RASTER_SHAPE`; `read` as `Hdf5File.read`
 */
export function hdf5Raster(file: Hdf5File, path: string, options: Hdf5RasterOptions = {}): RasterSource {
  const plain = path.replace(/^\/+/, '');
  const name = `${file.name}: ${plain}`;
  const dataset = file.datasets.find((one) => one.path === plain);
  if (dataset === undefined) {
    const found = file.datasets.map((one) => one.path).join(', ');
    throw new AfterlodeError('RASTER_DATASET', file.name, { expected: plain, found });
  }
  const { shape } = dataset;
  const grid = options.grid ?? gridOfDataset(file, plain, shape);
  const fits = shape.at(-1) === grid.width && shape.at(-2) === grid.height;
  if (shape.length < 2 || shape.length > 3 || shape.includes(0) || !fits) {
    const expected = {
      en: `2 or 3 dimensions, the last two ${grid.height} × ${grid.width}`,
      zh: `2 或 3 维，最后两维为 ${grid.height} × ${grid.width}`,
    };
    throw new AfterlodeError('RASTER_SHAPE', name, { found: shape.join(' × ') || '1', expected });
  }
  const bands = shape.length === 3 ? (shape[0] as number) : 1;
  const attributes = file.attributes(plain);
  const number = (key: string) => (typeof attributes[key] === 'number' ? attributes[key] : undefined);
  const missing = number('_FillValue') ?? number('missing_value') ?? options.missing ?? null;
  const scale = number('scale_factor') ?? 1;
  const offset = number('add_offset') ?? 0;
  return {
    name,
    grid,
    bands,
    bandNames: Array.from({ length: bands }, () => ''),
    missing,
    block: {
      width: dataset.chunks?.at(-1) ?? grid.width,
      height: dataset.chunks?.at(-2) ?? Math.min(grid.height, 64),
    },
    read: async (window, band) => {
      if (!Number.isInteger(band) || band < 0 || band >= bands) {
        throw new AfterlodeError('RASTER_BAND', name, { found: band + 1, expected: bands });
      }
      checkWindow(name, grid, window);
      const values = file.read(plain, rangesOf(window, shape.length === 3 ? band : null));
      values.forEach((value, at) => {
        values[at] = value === missing ? Number.NaN : value * scale + offset;
      });
      return values;
    },
    close: () => Promise.resolve(),
  };
}

function rangesOf({ column, row, width, height }: Window, band: number | null): readonly Range[] {
  const cells: readonly Range[] = [
    [row, row + height],
    [column, column + width],
  ];
  return band === null ? cells : [[band, band + 1], ...cells];
}
