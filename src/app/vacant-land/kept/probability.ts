import { join } from 'node:path';
import { AfterlodeError, phrases } from '../../../base/index.js';
import { exists, openGeoTiff } from '../../../files/index.js';
import type { Grid } from '../../../locate/index.js';
import { base64Of } from '../../subsidence/kept/base64.js';
import { blockMeans } from '../../subsidence/kept/block-means.js';
import { stepFor } from '../../subsidence/kept/grid.js';
import type { Workspace } from '../../workspace.js';
import { openProject, resultName } from './project.js';

/** File of the probabilities in a result: a band for each class. */
const probabilityName = 'probability.tif';
/** Values that travel at most. */
const mostValues = 500_000;
/** Stands for missing among percent. */
const missing = 255;

/** `GET /api/vacant-land/projects/:id/probability` */
export interface VacantProbability {
  readonly class: string;
  /** Grid of the probabilities, with the corner and reference system of the image. */
  readonly place: Grid;
  /** Places of that grid along the side of a value, which is the mean of those that have one. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** Base64 of a byte for each value, row by row: percent, 255 missing. */
  readonly values: string;
}

/**
 * Probabilities of a class over the image of a project, made coarser until they are few enough.
 *
 * @throws AfterlodeError VACANT_PROJECT_UNKNOWN, VACANT_NOT_TRAINED, CALL_OPTION for a class that the model does not know
 */
export async function vacantProbability(
  ws: Pick<Workspace, 'options'>,
  id: string,
  className: string,
): Promise<VacantProbability> {
  const { folder } = await openProject(ws, id);
  const path = join(folder, resultName, probabilityName);
  if (!(await exists(path))) throw new AfterlodeError('VACANT_NOT_TRAINED', id);
  const source = await openGeoTiff(path, probabilityName);
  try {
    const band = source.bandNames.indexOf(className);
    if (band < 0) {
      const expected = phrases.oneOf(source.bandNames.join(', '));
      throw new AfterlodeError('CALL_OPTION', 'class', { found: className, expected });
    }
    const { width, height } = source.grid;
    const window = { column: 0, row: 0, width, height };
    const step = stepFor(window, mostValues);
    const means = await blockMeans(source, window, band, step);
    return {
      class: className,
      place: source.grid,
      step,
      width: Math.ceil(width / step),
      height: Math.ceil(height / step),
      values: base64Of(means.map((share) => (Number.isNaN(share) ? missing : Math.round(100 * share)))),
    };
  } finally {
    await source.close();
  }
}
