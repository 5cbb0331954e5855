import { toEdge } from '../../base/index.js';
import {
  addCover,
  areasByKind,
  coveredByKind,
  coverOf,
  type Grid,
  isWebMap,
  reprojectRings,
  rowAreas,
  transformer,
  type Zone,
} from '../../locate/index.js';
import { degreesOf, placesOf } from '../land/layers.js';
import { type LayerDocument, type ReadLayer, readLayer } from '../land/read-layer.js';
import type { VacantLandOptions } from './call.js';
import type { FoundPolygon } from './polygons.js';
import type { LandCollection, LandShape, ParcelRow, VacantRate } from './types.js';

/** What a patch is: nothing is known of it, other ground, vacant, or vacant but screened out. */
const [unknown, other, vacant, screened, kinds] = [0, 1, 2, 3, 4] as const;

/** Patches by what was found. */
export interface KindsOfGround {
  readonly grid: Grid;
  readonly of: Uint8Array;
  /** Of a patch by row, m². */
  readonly areas: Float64Array;
}

/**
 * @param probability of one of the classes, by patch
 * @param where image, for messages
 */
export function kindsOfGround(
  grid: Grid,
  probability: Float32Array,
  polygons: readonly FoundPolygon[],
  where: string,
): KindsOfGround {
  const of = Uint8Array.from(probability, (value) => (Number.isNaN(value) ? unknown : other));
  for (const { row, patches } of polygons)
    for (const patch of patches) of[patch] = row.screened.length > 0 ? screened : vacant;
  return { grid, of, areas: rowAreas(grid, where) };
}

/**
 * Vacant area and number of polygons on the ground that was judged, or on the part of it that is built up.
 *
 * @throws AfterlodeError ZONES_…, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN of the layer
 */
export async function rateOf(
  { grid, of, areas }: KindsOfGround,
  polygons: readonly FoundPolygon[],
  builtUp: LayerDocument | null,
  crs: string | null,
): Promise<VacantRate> {
  const shares = builtUp && (await coveredShares(builtUp, grid, crs));
  const sums = areasByKind(of, kinds, grid.width, areas, shares);
  const area = (kind: number) => sums[kind] as number;
  const inside = polygons.filter(
    ({ patches }) => shares === null || patches.some((at) => (shares[at] ?? 0) > 0),
  );
  const count = inside.filter(({ row }) => row.screened.length === 0).length;
  const judgedM2 = area(other) + area(vacant) + area(screened);
  return {
    of: shares === null ? 'image' : 'built-up',
    judgedM2,
    vacantM2: area(vacant),
    rate: toEdge(area(vacant) / judgedM2),
    polygons: count,
    polygonsPerKm2: toEdge((count / judgedM2) * 1e6),
    screenedM2: area(screened),
    screened: inside.length - count,
  };
}

async function coveredShares(given: LayerDocument, grid: Grid, crs: string | null): Promise<Float64Array> {
  const layer = readLayer(given, crs);
  const shares = new Float64Array(grid.width * grid.height);
  for (const cover of await coversOf(layer, grid)) addCover(shares, cover, grid.width);
  return shares;
}

async function coversOf({ zones, crs, name }: ReadLayer, grid: Grid) {
  const way = await transformer(isWebMap(crs) ? 'EPSG:3857' : crs, grid.crs, name);
  return zones.map(({ id, rings }: Zone) => coverOf(reprojectRings(rings, way, grid, id), grid));
}

/** Plots with their vacant share, and as GeoJSON. */
export interface ParcelShares {
  readonly rows: readonly ParcelRow[];
  readonly map: LandCollection;
}

/**
 * Vacant share of each plot, by the exact part of each patch that it covers.
 *
 * @throws AfterlodeError ZONES_…, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN of the layer
 */
export async function parcelShares(
  { grid, of, areas }: KindsOfGround,
  given: LayerDocument,
  { crs, parcelId }: VacantLandOptions,
): Promise<ParcelShares> {
  const layer = readLayer(given, crs, parcelId ?? undefined);
  const covers = await coversOf(layer, grid);
  const ones = new Float64Array(grid.height).fill(1);
  const rows = covers.map((cover, at): ParcelRow => {
    const [, ground = 0, empty = 0, out = 0] = coveredByKind(cover, of, kinds, grid.width, areas);
    const [, ...judged] = coveredByKind(cover, of, kinds, grid.width, ones);
    const judgedM2 = ground + empty + out;
    return {
      parcel: layer.zones[at]?.id as string,
      judgedM2,
      vacantM2: empty,
      vacantShare: toEdge(empty / judgedM2),
      judgedShare: toEdge(judged.reduce((sum, cells) => sum + cells, 0) / cover.area),
    };
  });
  const places = placesOf(layer.zones, layer.features, await degreesOf(layer.crs, layer.name));
  const features = rows.map(({ parcel, judgedM2, vacantM2, vacantShare, judgedShare }, at) => ({
    type: 'Feature' as const,
    id: parcel,
    properties: {
      id: parcel,
      judged_m2: judgedM2,
      vacant_m2: vacantM2,
      vacant_share: vacantShare,
      judged_share: judgedShare,
    },
    geometry: places[at]?.[1].geometry as LandShape,
  }));
  return { rows, map: collectionOf(features) };
}

/** Features in longitude and latitude. */
export function collectionOf(features: LandCollection['features']): LandCollection {
  return {
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'EPSG:4326' } },
    features,
  };
}
