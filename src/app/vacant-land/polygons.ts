import { toEdge } from '../../base/index.js';
import {
  type ClassPolygon,
  classPolygons,
  coverOf,
  type Grid,
  middleOf,
  type PointTransform,
  type RasterSource,
  reprojectRings,
  rowAreas,
  tallyZones,
  transformer,
} from '../../locate/index.js';
import type { VacantLandOptions } from './call.js';
import type { LandInputs, LandScreen, VacantPolygon } from './types.js';

/** A polygon and its patches. */
export interface FoundPolygon {
  readonly row: VacantPolygon;
  readonly patches: readonly number[];
}

/**
 * Pieces of the classes that are looked for, with what screens say of them.
 *
 * @param degrees from the reference system of the grid
 * @throws AfterlodeError RASTER_CRS_MISSING, RASTER_CRS_UNKNOWN of the screens, RASTER_… of reading
 */
export async function foundPolygons(
  found: {
    readonly grid: Grid;
    readonly classes: readonly string[];
    readonly lookFor: readonly string[];
    readonly probabilities: readonly Float32Array[];
    readonly degrees: PointTransform;
  },
  { image, population, nightLight }: Pick<LandInputs, 'image' | 'population' | 'nightLight'>,
  options: VacantLandOptions,
): Promise<readonly FoundPolygon[]> {
  const { grid, degrees } = found;
  const { probability, minimumM2 } = options;
  const settings = { classes: found.lookFor, probability, minimumM2 };
  const pieces = classPolygons(grid, found.classes, found.probabilities, settings, image.name);
  const persons =
    population && (await meansOf(pieces, grid, image.name, byArea(population), areasOf(population)));
  const light = nightLight && (await meansOf(pieces, grid, image.name, nightLight, areasOf(nightLight)));
  return pieces.map(({ className, areaM2, confidence, patches, outline }, at) => {
    const [lon, lat] = placeOf(patches, grid, degrees);
    const personsPerKm2 = toEdge((persons?.[at] ?? Number.NaN) * 1e6);
    const nightLightMean = toEdge(light?.[at] ?? Number.NaN);
    const coordinates = outline.map((ring) => ring.map(([x, y]) => degrees(x, y)));
    const row: VacantPolygon = {
      id: nameOf(lon, lat),
      class: className,
      areaM2,
      confidence,
      patches: patches.length,
      lon,
      lat,
      personsPerKm2,
      nightLight: nightLightMean,
      screened: [
        ...above('population', personsPerKm2, options.mostPersonsPerKm2),
        ...above('night_light', nightLightMean, options.mostLight),
      ],
      geometry: { type: 'Polygon', coordinates },
    };
    return { row, patches };
  });
}

function above(screen: LandScreen, value: number | null, most: number | null): readonly LandScreen[] {
  return value !== null && most !== null && value > most ? [screen] : [];
}

/** `116.390000E39.910000N`: to a tenth of a metre, without a comma or blank that tables would stumble over. */
function nameOf(lon: number, lat: number): string {
  const half = (value: number, words: string) => `${Math.abs(value).toFixed(6)}${words[Number(value < 0)]}`;
  return `${half(lon, 'EW')}${half(lat, 'NS')}`;
}

/** The middle of the patch that is nearest to the middle of all: it lies inside, however the piece is bent. */
function placeOf(
  patches: readonly number[],
  grid: Grid,
  degrees: PointTransform,
): readonly [lon: number, lat: number] {
  const places = patches.map((patch) => [patch % grid.width, Math.floor(patch / grid.width)] as const);
  const mean = (at: 0 | 1) => places.reduce((sum, place) => sum + place[at], 0) / places.length;
  const [x, y] = [mean(0), mean(1)];
  const far = ([column, row]: readonly [number, number]) => (column - x) ** 2 + (row - y) ** 2;
  const [column, row] = places.reduce((best, one) => (far(one) < far(best) ? one : best));
  const middle = middleOf(grid, column, row);
  return degrees(middle.x, middle.y);
}

/** Mean of a raster over each piece by the exact area of cells; `NaN` where it has no value. */
async function meansOf(
  pieces: readonly ClassPolygon[],
  grid: Grid,
  where: string,
  raster: RasterSource,
  weights: RasterSource,
): Promise<readonly number[]> {
  const way = await transformer(grid.crs, raster.grid.crs, where);
  const zones = pieces.map(({ outline }, at) => {
    const rings = outline.map((ring) => Float64Array.from(ring.flat()));
    return {
      id: String(at),
      cover: coverOf(reprojectRings(rings, way, raster.grid, String(at)), raster.grid),
    };
  });
  const rows = await tallyZones({ raster, weights, bands: [0], zones, asked: ['mean'] });
  return rows.map(({ answer }) => answer.mean ?? Number.NaN);
}

/** Areas of the cells of a raster, m², as a raster. */
function areasOf(raster: RasterSource): RasterSource {
  const areas = rowAreas(raster.grid, raster.name);
  return {
    ...raster,
    bands: 1,
    read: ({ row, width, height }) =>
      Promise.resolve(
        Float64Array.from(
          { length: width * height },
          (_, at) => areas[row + Math.floor(at / width)] as number,
        ),
      ),
  };
}

/** Numbers of a raster divided by the area of their cells, m². */
function byArea(raster: RasterSource): RasterSource {
  const areas = rowAreas(raster.grid, raster.name);
  return {
    ...raster,
    read: async (window, band) =>
      (await raster.read(window, band)).map(
        (value, at) => value / (areas[window.row + Math.floor(at / window.width)] as number),
      ),
  };
}
