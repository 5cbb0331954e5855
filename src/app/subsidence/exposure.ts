import { AfterlodeError } from '../../base/index.js';
import { openGeoTiff, readTextFile } from '../../files/index.js';
import {
  type Bowl,
  type BowlSettings,
  coverOf,
  exposedBuildings,
  exposedLines,
  type Grid,
  type PointTransform,
  readZones,
  reprojectRings,
  type Sinking,
  tallyZones,
  transformer,
} from '../../locate/index.js';
import { readLines } from '../tables/read-lines.js';
import type { SubsidenceCall } from './call.js';
import type { Exposure } from './zones.js';

/**
 * What stands and lives on zones, of the files that a call names. GeoJSON without a member `crs` is longitude and latitude, as
 * its standard says.
 *
 * @throws AfterlodeError RASTER_CRS_MISSING where the stack or the population names no reference system, CALL_OPTION for
 *   positions that are no degrees, and the faults of files
 */
export async function exposureOf(
  call: Pick<SubsidenceCall, 'buildings' | 'population' | 'lines'>,
  bowls: readonly Bowl[],
  sinking: Sinking,
  tied: Uint8Array,
  settings: BowlSettings,
): Promise<Exposure> {
  const { grid } = sinking;
  const houses = call.buildings === undefined ? null : await footprintsOf(call.buildings, grid);
  return {
    buildings: houses && exposedBuildings(houses.footprints, bowls, sinking, tied, settings),
    outlines: houses && houses.outlines,
    persons: call.population === undefined ? null : await personsOf(call.population, bowls, grid),
    lines: call.lines === undefined ? null : exposedLines(await linesOf(call.lines, grid), bowls, sinking),
  };
}

/** The reference system of a grid on which something is to be placed. */
export function knownCrs(grid: Grid, where: string): string {
  if (grid.crs !== null) return grid.crs;
  throw new AfterlodeError('RASTER_CRS_MISSING', where);
}

async function footprintsOf(file: string, grid: Grid) {
  const document = await readTextFile(file);
  const { zones, crs } = readZones(document, file);
  const toGrid = await wayTo(grid, crs, file, zones[0]?.rings[0]);
  const heights = heightsOf(document);
  const footprints = zones.map(({ id, rings }, at) => ({
    id,
    rings: rings.map((ring) => moved(ring, toGrid)),
    heightM: heights[at] ?? null,
  }));
  const shapes = shapesOf(document, await transformer(crs ?? 'EPSG:4326', 'EPSG:4326', file));
  return { footprints, outlines: new Map(zones.map(({ id }, at) => [id, shapes[at] ?? null])) };
}

/** Geometries of the features in degrees, with their holes; the text is GeoJSON, as the zones were read from it. */
function shapesOf(document: string, toDegrees: PointTransform): readonly object[] {
  const { features, geometry, ...bare } = JSON.parse(document.replace(/^\uFEFF/, '')) as {
    readonly features?: readonly { readonly geometry: Shape }[];
    readonly geometry?: Shape;
  };
  const shapes = features?.map((one) => one.geometry) ?? [geometry ?? (bare as Shape)];
  return shapes.map(({ type, coordinates }) => ({ type, coordinates: placed(coordinates, toDegrees) }));
}

interface Shape {
  readonly type: string;
  readonly coordinates: unknown;
}

function placed(part: unknown, way: PointTransform): unknown {
  if (!Array.isArray(part)) return part;
  return typeof part[0] === 'number' ? way(part[0], part[1] as number) : part.map((one) => placed(one, way));
}

async function linesOf(file: string, grid: Grid) {
  const { lines, crs } = readLines(await readTextFile(file), file);
  const toGrid = await wayTo(grid, crs, file, lines[0]?.parts[0]);
  return lines.map(({ id, parts }) => ({ id, parts: parts.map((part) => moved(part, toGrid)) }));
}

async function wayTo(grid: Grid, crs: string | null, file: string, first: Float64Array | undefined) {
  if (crs === null && first && (Math.abs(first[0] as number) > 180 || Math.abs(first[1] as number) > 90))
    throw new AfterlodeError('ZONES_CRS_UNKNOWN', file, { expected: knownCrs(grid, file) });
  return transformer(crs ?? 'EPSG:4326', knownCrs(grid, file), file);
}

function moved(ring: Float64Array, way: (x: number, y: number) => readonly [number, number]): Float64Array {
  const placed = new Float64Array(ring.length);
  for (let at = 0; at + 1 < ring.length; at += 2)
    placed.set(way(ring[at] as number, ring[at + 1] as number), at);
  return placed;
}

/** Heights of the features, m, by the usual names; the text is GeoJSON, as the zones were read from it. */
function heightsOf(document: string): readonly (number | null)[] {
  const { features } = JSON.parse(document.replace(/^\uFEFF/, '')) as {
    features?: readonly { readonly properties?: Readonly<Record<string, unknown>> | null }[];
  };
  return (features ?? []).map(({ properties }) => {
    const found = Object.entries(properties ?? {}).find(([name]) => /^(building:)?height(_m)?$/i.test(name));
    const written = found?.[1];
    const height = typeof written === 'string' ? Number.parseFloat(written) : Number(written ?? Number.NaN);
    return Number.isFinite(height) && height > 0 ? height : null;
  });
}

/** Persons by zone, with the exact share of each cell of the population grid. */
async function personsOf(file: string, bowls: readonly Bowl[], grid: Grid): Promise<readonly number[]> {
  const raster = await openGeoTiff(file);
  try {
    const way = await transformer(knownCrs(grid, file), knownCrs(raster.grid, file), file);
    const zones = bowls.map(({ outlines }, at) => {
      const rings = outlines.flat().map((ring) => Float64Array.from(ring.flat()));
      const cover = coverOf(reprojectRings(rings, way, raster.grid, String(at + 1)), raster.grid);
      return { id: String(at + 1), cover };
    });
    const rows = await tallyZones({ raster, weights: null, bands: [0], zones, asked: ['sum'] });
    return rows.map(({ answer }) => answer.sum ?? 0);
  } finally {
    await raster.close();
  }
}
