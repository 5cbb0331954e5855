import { join } from 'node:path';
import { seededRandom } from '../../../base/index.js';
import { writeAtomically, writeGeoTiff } from '../../../files/index.js';
import { type Grid, transformer } from '../../../locate/index.js';
import type { SubsidenceCall } from '../call.js';
import { exampleGround } from './ground.js';
import { exampleVillage } from './village.js';

/**
 * A stack whose truth is known, for the worked example: a village over two mined-out panels, one that sinks and one that has come to
 * rest. Nothing of it is measured. It lies in the open sea where equator and prime meridian meet, so that nobody takes it for
 * a place.
 */
export const exampleGrid: Grid = {
  width: 96,
  height: 72,
  originX: 166_021,
  originY: 0,
  cellWidth: 20,
  cellHeight: -20,
  crs: 'EPSG:32631',
};

/** Metres; C band. */
const wavelength = 0.0556;
const dates = 16;
const daysBetween = 24;
/** Each date with the next three. */
const longest = 3;

/** How the example is measured. */
export function exampleCall(stack: string): Omit<SubsidenceCall, 'out'> {
  return {
    reference: '8,84,2',
    incidence: 38,
    buildings: join(stack, 'buildings.geojson'),
    population: join(stack, 'population.tif'),
    lines: join(stack, 'lines.geojson'),
  };
}

/**
 * Writes pairs, footprints, road and people of the made village. Equal calls write equal files.
 *
 * @throws AfterlodeError FILE_NOT_WRITABLE
 */
export async function writeExampleStack(folder: string): Promise<void> {
  const random = seededRandom(20_240_117);
  const ground = exampleGround(exampleGrid, dates, daysBetween, random);
  const days = Array.from({ length: dates }, (_, date) => dayOf(date * daysBetween));
  const rows = ['file,first,second'];
  for (let first = 0; first < dates; first++)
    for (let second = first + 1; second <= Math.min(dates - 1, first + longest); second++) {
      const name = `${days[first]}_${days[second]}_unw.tif`.replaceAll('-', '');
      rows.push(`${name},${days[first]},${days[second]}`);
      const phase = ground.changeMm(first, second).map((mm) => (-mm * 4 * Math.PI) / wavelength / 1000);
      await writeRaster(join(folder, name), phase);
    }
  await writeAtomically(join(folder, 'pairs.csv'), `${rows.join('\n')}\n`);
  await writeAtomically(join(folder, 'info.json'), JSON.stringify({ wavelength_m: wavelength }));
  const toDegrees = await transformer(exampleGrid.crs, 'EPSG:4326', 'example');
  const village = exampleVillage(exampleGrid, toDegrees, random);
  await writeAtomically(join(folder, 'buildings.geojson'), JSON.stringify(village.buildings));
  await writeAtomically(join(folder, 'lines.geojson'), JSON.stringify(village.lines));
  await writeRaster(join(folder, 'population.tif'), village.persons);
}

async function writeRaster(path: string, values: Float64Array): Promise<void> {
  const { width } = exampleGrid;
  const options = { grid: exampleGrid, bands: 1, type: 'float32', block: 96 } as const;
  await writeGeoTiff(path, options, ({ row, height }) => [values.slice(row * width, (row + height) * width)]);
}

function dayOf(after: number): string {
  return new Date(Date.UTC(2024, 0, 17 + after)).toISOString().slice(0, 10);
}
