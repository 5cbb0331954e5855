import { join } from 'node:path';
import { writeAtomically } from '../files/index.js';
import { type Fit, type Grid, type SunkenZone, toVertical } from '../locate/index.js';
import type { SubsidenceOptions } from './subsidence-call.js';
import type { MeasuredStack } from './subsidence-measure.js';
import { writeBands } from './subsidence-tiff.js';

/** A file that was written. */
export interface SubsidenceFile {
  readonly path: string;
  readonly bytes: number;
}

/** What is written. */
export interface SubsidenceResult {
  readonly measured: MeasuredStack;
  readonly fit: Fit;
  readonly zones: readonly SunkenZone[];
  readonly options: SubsidenceOptions;
}

/**
 * Writes series, rates, their errors, ties and zones, each file whole or not at all.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function saveSubsidence(folder: string, result: SubsidenceResult): Promise<SubsidenceFile[]> {
  const { measured, fit, zones, options } = result;
  const { grid, epochs, cumulativeMm, tied } = measured.series;
  const written: SubsidenceFile[] = [];
  const numbers = async (name: string, values: Float64Array | null) => {
    if (values === null) return;
    const path = join(folder, `${name}.tif`);
    written.push({ path, bytes: await writeBands(path, grid, [{ name, values }], 'float32') });
  };
  const path = join(folder, 'cumulative_mm.tif');
  const bands = cumulativeMm.map((values, epoch) => ({ name: epochs[epoch] as string, values }));
  written.push({ path, bytes: await writeBands(path, grid, bands, 'float32') });
  await numbers('rate_mm_yr', fit.mmPerYear);
  await numbers('rate_se_mm_yr', fit.standardErrorMmPerYear);
  await numbers('acceleration_mm_yr2', fit.accelerationMmPerYear2);
  await numbers('season_mm', fit.seasonMm);
  const incidence = options.incidenceDegrees;
  if (incidence !== null) await numbers('rate_vertical_mm_yr', toVertical(fit.mmPerYear, incidence));
  const ties = join(folder, 'tied.tif');
  written.push({ path: ties, bytes: await writeBands(ties, grid, [{ name: 'tied', values: tied }], 'byte') });
  if (measured.closure) {
    const broken = join(folder, 'broken_triangles.tif');
    const values = measured.closure.brokenByCell;
    written.push({
      path: broken,
      bytes: await writeBands(broken, grid, [{ name: 'broken', values }], 'uint16'),
    });
  }
  const text = `${JSON.stringify(zoneCollection(zones, grid))}\n`;
  const file = join(folder, 'zones.geojson');
  await writeAtomically(file, text);
  written.push({ path: file, bytes: Buffer.byteLength(text) });
  return written;
}

/** Zones as GeoJSON; `crs` names the reference system where it is not longitude and latitude. */
function zoneCollection(zones: readonly SunkenZone[], { crs }: Grid) {
  return {
    type: 'FeatureCollection',
    ...(crs !== null && crs !== 'EPSG:4326' && { crs: { type: 'name', properties: { name: crs } } }),
    features: zones.map(({ cells, tied, outline, lowestMm, fastestMmPerYear }, place) => ({
      type: 'Feature',
      id: String(place + 1),
      properties: {
        id: String(place + 1),
        cells: cells.length,
        tied,
        lowest_mm: lowestMm,
        fastest_mm_yr: fastestMmPerYear,
      },
      geometry: { type: 'Polygon', coordinates: outline },
    })),
  };
}
