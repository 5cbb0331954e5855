import { join } from 'node:path';
import { type CellType, writeAtomically, writeGeoTiff } from '../../files/index.js';
import { type Fit, toVertical, type Window } from '../../locate/index.js';
import type { SubsidenceOptions } from './call.js';
import type { Measured } from './measure.js';
import { pointTable } from './points.js';

/** A file that was written. */
export interface SubsidenceFile {
  readonly path: string;
  readonly bytes: number;
}

/** A file of text, by its name in the folder. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What is written. */
export interface SubsidenceResult {
  readonly measured: Measured;
  readonly fit: Fit;
  /** Tables and zones beside the rasters. */
  readonly texts: readonly NamedText[];
  readonly options: SubsidenceOptions;
}

/** A file of the results: one band for each name. */
interface Layer {
  readonly name: string;
  readonly unit: string;
  readonly type: CellType;
  readonly bands: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
}

/**
 * Writes series, rates, their errors, ties and zones, of points a table, each file whole or not at all.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function saveSubsidence(folder: string, result: SubsidenceResult): Promise<SubsidenceFile[]> {
  const { points, series } = result.measured;
  const { grid } = series;
  const written: SubsidenceFile[] = [];
  const put = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeAtomically(path, text);
    written.push({ path, bytes: Buffer.byteLength(text) });
  };
  if (points !== null) {
    await put('points.csv', pointTable(points, series, result.fit, result.options.incidenceDegrees));
    return written;
  }
  for (const { name, unit, type, bands } of layersOf(result)) {
    const path = join(folder, `${name}.tif`);
    const options = {
      grid,
      bands: bands.length,
      type,
      bandNames: bands.map((band) => band.name),
      units: bands.map(() => unit),
      tags: { ...(signs[name] && { SIGN: signs[name] }), YEAR_DAYS: '365.25' },
    };
    const cells = (window: Window) => bands.map(({ values }) => cut(values, grid.width, window));
    written.push({ path, bytes: await writeGeoTiff(path, options, cells) });
  }
  for (const { name, text } of result.texts) await put(name, text);
  return written;
}

const sight = 'line of sight, negative away from the satellite';

/** What a reader of the file alone must know of its numbers; errors and amplitudes have no direction. */
const signs: Readonly<Record<string, string>> = {
  cumulative_mm: sight,
  rate_mm_yr: sight,
  acceleration_mm_yr2: sight,
  rate_vertical_mm_yr: 'vertical, negative down',
};

function layersOf({ measured, fit, options }: SubsidenceResult): Layer[] {
  const { epochs, cumulativeMm, tied } = measured.series;
  const one = (name: string, unit: string, values: ArrayLike<number> | null, type: CellType = 'float32') =>
    values === null ? [] : [{ name, unit, type, bands: [{ name, values }] }];
  const series = cumulativeMm.map((values, epoch) => ({ name: epochs[epoch] as string, values }));
  const incidence = options.incidenceDegrees;
  return [
    { name: 'cumulative_mm', unit: 'mm', type: 'float32', bands: series },
    ...one('rate_mm_yr', 'mm/yr', fit.mmPerYear),
    ...one('rate_se_mm_yr', 'mm/yr', fit.standardErrorMmPerYear),
    ...one('residual_mm', 'mm', measured.quality?.residualMm ?? null),
    ...one('temporal_coherence', '', measured.quality?.temporalCoherence ?? null),
    ...one('acceleration_mm_yr2', 'mm/yr2', fit.accelerationMmPerYear2),
    ...one('season_mm', 'mm', fit.seasonMm),
    ...one('rate_vertical_mm_yr', 'mm/yr', incidence === null ? null : toVertical(fit.mmPerYear, incidence)),
    ...one('tied', '', tied, 'uint8'),
    ...one('broken_triangles', '', measured.closure?.brokenByCell ?? null, 'uint16'),
  ];
}

function cut(values: ArrayLike<number>, width: number, window: Window): Float64Array {
  const cells = new Float64Array(window.width * window.height);
  for (let row = 0; row < window.height; row++)
    for (let column = 0; column < window.width; column++) {
      const from = (window.row + row) * width + window.column + column;
      cells[row * window.width + column] = values[from] as number;
    }
  return cells;
}
