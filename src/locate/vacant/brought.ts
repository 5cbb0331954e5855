import { AfterlodeError } from '../../base/index.js';
import { blendedRows } from '../image-model/predict.js';
import { cellSide, gridOfSide, onGrid } from '../image-model/resample.js';
import type { ImageModel, RunModel } from '../image-model/types.js';
import type { RasterSource } from '../raster/types.js';
import type { LandClassifier } from './engine.js';

/** Cells that differ by less than this share are the same: files round them. */
const sameShare = 1e-3;

/**
 * A model that somebody brings as a classifier: it tells each cell of the image, or where its manifest asks for it each cell of the size
 * it was trained at. Windows are whole rows, as high as tiles are.
 *
 * @param where file of the model, for messages
 */
export function broughtClassifier(model: ImageModel, run: RunModel, where: string): LandClassifier {
  const { cellM, classes } = model;
  const bands = model.bands.map(({ name }) => name.toLowerCase());
  const resampled = cellM !== null && model.otherCells === 'resample';
  const gridOf = ({ grid, name }: RasterSource) =>
    resampled && Math.abs(cellSide(grid, name) / cellM - 1) > sameShare
      ? gridOfSide(grid, cellM, name)
      : grid;
  return {
    classes,
    bands,
    // Nothing is to be told of other cells where the image is brought to these.
    cellM: resampled || cellM === null ? Number.NaN : cellM,
    group: '',
    ground: null,
    gridOf,
    async *predict(image, { onProgress } = {}) {
      if (image.bands !== bands.length) {
        const facts = { found: image.bands, expected: bands.join(', ') };
        throw new AfterlodeError('VACANT_BANDS', image.name, facts);
      }
      const grid = gridOf(image);
      const source = grid === image.grid ? image : await onGrid(image, grid);
      yield* blendedRows(source, model, run, { where, onProgress });
    },
  };
}
