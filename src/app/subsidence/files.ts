import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type CellType,
  npyBytes,
  writeAtomically,
  writeGeoTiff,
  writeStreamAtomically,
  writeTogether,
} from '../../files/index.js';
import { toVertical, type Window } from '../../locate/index.js';
import type { ChangeCells } from './changes.js';
import { earlierRun } from './earlier.js';
import type { Angle } from './looks.js';
import type { Measured } from './measure.js';
import { pointSeriesName, pointTable, pointTableName } from './points.js';
import type { Rates } from './rates.js';
import type { TwoTracks } from './tracks.js';

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
  readonly rates: Rates;
  readonly changes: ChangeCells | null;
  readonly tracks: TwoTracks | null;
  /** null: nothing is told as vertical. */
  readonly incidence: Angle | null;
  /** Tables and zones beside the rasters. */
  readonly texts: readonly NamedText[];
  /** Larger files, by their names in the folder. */
  readonly streams: readonly { readonly name: string; readonly content: () => AsyncIterable<Uint8Array> }[];
  /** Tells which files were written, so that a later run knows them. */
  readonly listing: (files: readonly SubsidenceFile[]) => NamedText;
}

/** A file of the results: one band for each name. */
interface Layer {
  readonly name: string;
  readonly unit: string;
  readonly type: CellType;
  /** What stands for missing where cells are whole numbers. */
  readonly missing?: number;
  readonly bands: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
}

/**
 * Writes series, rates, their errors, ties and zones, of points a table: all or nothing. What an earlier run with other options
 * wrote besides goes, as it belongs to other numbers; what is nobody's result stays.
 *
 * @returns the files without the one that lists them
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function saveSubsidence(folder: string, result: SubsidenceResult): Promise<SubsidenceFile[]> {
  const write = async (into: string) => {
    const written = await writeResult(into, result);
    const files = written.map(({ name, bytes }) => ({ path: join(folder, name), bytes }));
    const { name, text } = result.listing(files);
    await writeAtomically(join(into, name), text);
    return files;
  };
  return writeTogether(folder, write, await earlierRun(folder));
}

async function writeResult(into: string, result: SubsidenceResult) {
  const written: { readonly name: string; readonly bytes: number }[] = [];
  const put = async (name: string, text: string) => {
    await writeAtomically(join(into, name), text);
    written.push({ name, bytes: Buffer.byteLength(text) });
  };
  const { points, series } = result.measured;
  if (points !== null) {
    const columns = rateLayers(result).flatMap(({ name, bands }) => [
      { name, values: bands[0]?.values ?? [] },
    ]);
    await put(pointTableName, pointTable(points, series, columns));
    const { cumulativeMm } = series;
    const mm = npyBytes(
      points.ids.length,
      cumulativeMm.length,
      (at, date) => cumulativeMm[date]?.[at] as number,
    );
    const bytes = await writeStreamAtomically(
      join(into, pointSeriesName),
      Readable.from(mm, { objectMode: true }),
    );
    written.push({ name: pointSeriesName, bytes });
    return written;
  }
  for (const layer of [...rasterLayers(result), ...rateLayers(result)]) {
    const name = `${layer.name}.tif`;
    written.push({ name, bytes: await writeLayer(join(into, name), series.grid, layer) });
  }
  for (const { name, text } of result.texts) await put(name, text);
  for (const { name, content } of result.streams)
    written.push({ name, bytes: await writeStreamAtomically(join(into, name), content()) });
  return written;
}

function writeLayer(path: string, grid: Measured['series']['grid'], layer: Layer): Promise<number> {
  const { name, unit, type, missing, bands } = layer;
  const options = {
    grid,
    bands: bands.length,
    type,
    ...(missing !== undefined && { missing }),
    bandNames: bands.map((band) => band.name),
    units: bands.map(() => unit),
    tags: { ...(signs[name] && { SIGN: signs[name] }), YEAR_DAYS: '365.25' },
  };
  return writeGeoTiff(path, options, (window: Window) =>
    bands.map(({ values }) => cut(values, grid.width, window)),
  );
}

const sight = 'line of sight, negative away from the satellite';
const upright = 'vertical, negative down';

/** What a reader of the file alone must know of its numbers; errors and amplitudes have no direction. */
const signs: Readonly<Record<string, string>> = {
  cumulative_mm: sight,
  rate_mm_yr: sight,
  rate_low_mm_yr: sight,
  rate_high_mm_yr: sight,
  rate_before_mm_yr: sight,
  rate_after_mm_yr: sight,
  acceleration_mm_yr2: sight,
  rate_vertical_mm_yr: upright,
  rate_up_mm_yr: upright,
  rate_east_mm_yr: 'horizontal, negative to the west',
  elevation_error_m:
    'height to be added to the elevation model, where baselines are those of the later date less the earlier',
};

type Values = ArrayLike<number> | null;

function one(
  name: string,
  unit: string,
  values: Values,
  type: CellType = 'float32',
  missing?: number,
): Layer[] {
  const none = missing === undefined ? {} : { missing };
  return values === null ? [] : [{ name, unit, type, ...none, bands: [{ name, values }] }];
}

/** What only a raster has. */
function rasterLayers({ measured, tracks }: SubsidenceResult): Layer[] {
  const { epochs, cumulativeMm, tied } = measured.series;
  const series = cumulativeMm.map((values, epoch) => ({ name: epochs[epoch] as string, values }));
  return [
    { name: 'cumulative_mm', unit: 'mm', type: 'float32', bands: series },
    ...one('tied', '', tied, 'uint8'),
    ...one('residual_mm', 'mm', measured.quality?.residualMm ?? null),
    ...one('temporal_coherence', '', measured.quality?.temporalCoherence ?? null),
    ...one('broken_triangles', '', measured.closure?.brokenByCell ?? null, 'uint16'),
    ...one('rate_up_mm_yr', 'mm/yr', tracks && tracks.up),
    ...one('rate_up_se_mm_yr', 'mm/yr', tracks && tracks.upError),
    ...one('rate_east_mm_yr', 'mm/yr', tracks && tracks.east),
    ...one('rate_east_se_mm_yr', 'mm/yr', tracks && tracks.eastError),
  ];
}

/** What is told of each rate, of cells and of points. */
function rateLayers({ rates, changes, incidence }: SubsidenceResult): Layer[] {
  const { fit, interval } = rates;
  const vertical = incidence === null ? null : toVertical(fit.mmPerYear, incidence);
  return [
    ...one('rate_mm_yr', 'mm/yr', fit.mmPerYear),
    ...one('rate_se_mm_yr', 'mm/yr', fit.standardErrorMmPerYear),
    ...one('rate_vertical_mm_yr', 'mm/yr', vertical),
    ...one('rate_low_mm_yr', 'mm/yr', interval && interval.low),
    ...one('rate_high_mm_yr', 'mm/yr', interval && interval.high),
    ...one('acceleration_mm_yr2', 'mm/yr2', fit.accelerationMmPerYear2),
    ...one('season_mm', 'mm', fit.seasonMm),
    ...one('elevation_error_m', 'm', fit.elevationErrorM),
    ...one('change_date', 'yyyymmdd', changes && changes.date, 'int32', 0),
    ...one('change_p', '', changes && changes.p),
    ...one('rate_before_mm_yr', 'mm/yr', changes && changes.before),
    ...one('rate_after_mm_yr', 'mm/yr', changes && changes.after),
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
