import { type Measuring, overlapArea, shapeOf } from '../../locate/index.js';
import { layerPlaces } from '../land/layers.js';
import { type LayerDocument } from '../land/read-layer.js';
import type { ProjectRow } from './answer.js';
import type { GroundOptions } from './call.js';
import { isLayer, type PointSource, readPoints } from './points.js';
import { inPlane, readPolygons, type Things } from './things.js';
import { type FoundZones, pointsIn } from './zones.js';

/** A project below this share of its area in zones lies in none: borders touch. */
const sliver = 1e-6;

/** Renewal projects, as points or as polygons. */
export interface Projects {
  readonly names: readonly string[];
  /** Degrees, longitude and latitude in turn; of a polygon the middle of its box. */
  readonly places: Float64Array;
  /** null: points. */
  readonly polygons: Things | null;
}

/**
 * Projects of a table or GeoJSON with points, or of GeoJSON with polygons.
 *
 * @throws AfterlodeError GROUND_POINTS, ZONES_…, FILE_… of reading
 */
export async function readProjects(source: PointSource, { crs }: GroundOptions): Promise<Projects> {
  if (!isLayer(source) || !hasPolygons(source)) {
    const { names, places } = await readPoints(source, crs);
    return { names, places, polygons: null };
  }
  const shown = [...(await layerPlaces(source, crs))];
  return {
    names: shown.map(([name]) => name),
    places: Float64Array.from(shown.flatMap(([, { lon, lat }]) => [lon, lat])),
    polygons: readPolygons(source, crs),
  };
}

function hasPolygons({ document }: LayerDocument): boolean {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return /"type"\s*:\s*"(Multi)?Polygon"/.test(text);
}

/** Each project with the zone in which most of it lies. */
export async function projectRows(
  { names, places, polygons }: Projects,
  { zones, corner }: FoundZones,
  measuring: Measuring,
): Promise<readonly ProjectRow[]> {
  if (polygons === null) {
    const placed = await placedPoints(places, measuring);
    const zoneOf = new Map<number, string>();
    for (const { zone, shape } of zones)
      for (const at of pointsIn(placed, shape, corner)) zoneOf.set(at, zone);
    return names.map((project, at) => {
      const zone = zoneOf.get(at) ?? null;
      return { project, zone, share: zone === null ? 0 : 1 };
    });
  }
  const { things } = await inPlane(polygons, measuring);
  return things.map(({ id, rings }) => {
    const shape = shapeOf(rings, corner);
    const inside = zones
      .map((zone) => ({ zone: zone.zone, share: overlapArea(shape, zone.shape) / shape.area }))
      .filter(({ share }) => share > sliver)
      .toSorted((a, b) => b.share - a.share);
    const share = inside.reduce((sum, one) => sum + one.share, 0);
    return { project: id, zone: inside[0]?.zone ?? null, share: Math.min(1, share) };
  });
}

/** Points in the plane, x and y in turn. */
export async function placedPoints(degrees: Float64Array, measuring: Measuring): Promise<Float64Array> {
  const way = await measuring.way('EPSG:4326', 'points');
  const placed = new Float64Array(degrees.length);
  for (let at = 0; at + 1 < degrees.length; at += 2)
    placed.set(way(degrees[at] as number, degrees[at + 1] as number), at);
  return placed;
}
