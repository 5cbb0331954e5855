import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import {
  type BuildingShape,
  isWebMap,
  type Measuring,
  measuringOf,
  overlappingShare,
  type PointTransform,
  type Shape,
  shapeOf,
  storeysOf,
  transformer,
  webMapFactor,
  type Zone,
} from '../../locate/index.js';
import type { LandOptions } from './call.js';
import { type HeightRaster, heightsOf } from './heights.js';
import { type LayerDocument, type Loose, type ReadLayer, readLayer } from './read-layer.js';

/** Plots and buildings in metres of one plane. */
export interface LandLayers {
  readonly plots: readonly (LayerPlace & { readonly id: string; readonly shape: Shape })[];
  readonly buildings: readonly BuildingShape[];
  /** `EPSG:5514`; null: an equal-area plane. */
  readonly plane: string | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads plots and buildings, brings both into one plane and says what is doubtful about them.
 *
 * @param storeyHeightM from heights to storeys, where a building has none
 * @param heights of buildings that have neither; null: there is no such raster
 * @throws AfterlodeError ZONES_…, LAND_CRS_UNKNOWN, LAND_PLANE, RASTER_…, ZONAL_RASTER_CRS
 */
export async function landLayers(
  plotLayer: LayerDocument,
  buildingLayer: LayerDocument,
  options: LandOptions,
  storeyHeightM: number,
  heights: HeightRaster | null,
): Promise<LandLayers> {
  const plots = readLayer(plotLayer, options.crs, options.plotId);
  const buildings = readLayer(buildingLayer, options.crs, undefined);
  const { name: where } = plots;
  const measuring = await measuringOf(options.metres, {
    crs: plots.crs,
    where,
    middle: middleOf(plots.zones),
  });
  const [plotWay, buildingWay] = [
    await measuring.way(plots.crs, where),
    await measuring.way(buildings.crs, buildings.name),
  ];
  const [x, y] = plotWay(...middleOf(plots.zones));
  const corner = { x, y };
  const plotShapes = plots.zones.map((zone) => shapeOf(movedRings(zone, plotWay, where), corner));
  const said = buildings.features.map((feature) => featureStoreys(feature, storeyHeightM));
  const storeys = heights === null ? said : await withHeights(buildings, said, heights, storeyHeightM);
  const buildingShapes = buildings.zones.map((zone, at) => ({
    shape: shapeOf(movedRings(zone, buildingWay, buildings.name), corner),
    storeys: storeys[at] ?? Number.NaN,
  }));
  const places = placesOf(plots.zones, plots.features, await degreesOf(plots.crs, where));
  return {
    plots: places.map(([id, place], at) => ({ id, shape: plotShapes[at] as Shape, ...place })),
    buildings: buildingShapes,
    plane: measuring.crs,
    issues: [
      ...plots.issues,
      ...[plots, buildings].flatMap((layer) => webMapIssue(layer, measuring)),
      ...crossingIssues(plots, plotShapes),
      ...crossingIssues(
        buildings,
        buildingShapes.map(({ shape }) => shape),
      ),
      ...overlapIssue(where, plotShapes),
      ...overlapIssue(
        buildings.name,
        buildingShapes.map(({ shape }) => shape),
      ),
      ...(heights === null ? [] : heightsIssue(heights, buildings.name, said, storeys)),
      ...storeysIssue(buildings.name, storeys),
    ],
  };
}

/** Storeys as they are said, else from the raster; `NaN` where neither tells them. */
async function withHeights(
  { zones, crs }: ReadLayer,
  said: readonly number[],
  heights: HeightRaster,
  storeyHeightM: number,
): Promise<readonly number[]> {
  const open = said.flatMap((storeys, at) => (Number.isNaN(storeys) ? [at] : []));
  const footprints = open.map((at) => zones[at] as Zone);
  const found = await heightsOf(heights, footprints, isWebMap(crs) ? 'EPSG:3857' : crs);
  const storeys = [...said];
  for (const [order, at] of open.entries())
    storeys[at] = storeysOf(found[order] ?? Number.NaN, storeyHeightM);
  return storeys;
}

/** Where a polygon lies, in degrees. */
export interface LayerPlace {
  /** Middle of its box. */
  readonly lon: number;
  readonly lat: number;
  readonly geometry: object;
}

/**
 * Polygons of a layer by their names, in longitude and latitude.
 *
 * @param asked reference system where the layer does not say its own
 * @throws AfterlodeError ZONES_…, LAND_CRS_UNKNOWN, RASTER_CRS_UNKNOWN
 */
export async function layerPlaces(
  layer: LayerDocument,
  asked: string | null,
  idProperty?: string,
): Promise<ReadonlyMap<string, LayerPlace>> {
  const { zones, crs, features, name } = readLayer(layer, asked, idProperty);
  return new Map(placesOf(zones, features, await degreesOf(crs, name)));
}

/** The way from a reference system to longitude and latitude. */
export function degreesOf(crs: string, where: string): Promise<PointTransform> {
  return transformer(isWebMap(crs) ? 'EPSG:3857' : crs, 'EPSG:4326', where);
}

/** Polygons by their names with their shape in degrees. */
export function placesOf(zones: readonly Zone[], features: readonly Loose[], degrees: PointTransform) {
  return zones.map((zone, at): readonly [string, LayerPlace] => {
    const [lon, lat] = degrees(...middleOf([zone]));
    return [zone.id, { lon, lat, geometry: movedGeometry(features[at]?.geometry as Loose, degrees) }];
  });
}

/** Middle of the box of all. */
export function middleOf(zones: readonly Pick<Zone, 'rings'>[]): readonly [number, number] {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of zones)
    for (const ring of rings)
      for (let at = 0; at + 1 < ring.length; at += 2) {
        left = Math.min(left, ring[at] as number);
        right = Math.max(right, ring[at] as number);
        low = Math.min(low, ring[at + 1] as number);
        high = Math.max(high, ring[at + 1] as number);
      }
  return [(left + right) / 2, (low + high) / 2];
}

/** @throws AfterlodeError ZONES_NOT_PROJECTED */
export function movedRings({ id, rings }: Zone, way: PointTransform, where: string): Float64Array[] {
  return rings.map((ring) => {
    const moved = new Float64Array(ring.length);
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x, y] = [ring[at] as number, ring[at + 1] as number];
      const [toX, toY] = way(x, y);
      if (!Number.isFinite(toX) || !Number.isFinite(toY))
        throw new AfterlodeError('ZONES_NOT_PROJECTED', phrases.within(where, id), { x, y });
      moved.set([toX, toY], at);
    }
    return moved;
  });
}

function movedGeometry(geometry: Loose, way: PointTransform): object {
  const move = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const list = value as readonly unknown[];
    return typeof list[0] === 'number' ? [...way(list[0], list[1] as number)] : list.map(move);
  };
  return { type: geometry.type, coordinates: move(geometry.coordinates) };
}

const storeyNames = /^(storeys|stories|floors|levels|building:levels|层数|楼层数|地上层数)$/i;
const heightNames = /^((building:)?height(_m)?|高度|建筑高度)$/i;

/** Storeys as they stand there, else from the height; `NaN` where there is neither. */
function featureStoreys({ properties }: Loose, storeyHeightM: number): number {
  const entries = Object.entries((properties ?? {}) as Loose);
  const number = (names: RegExp) => {
    const written = entries.find(([name]) => names.test(name))?.[1];
    return typeof written === 'string' ? Number.parseFloat(written) : Number(written ?? Number.NaN);
  };
  const storeys = number(storeyNames);
  return storeys > 0 ? storeys : storeysOf(number(heightNames), storeyHeightM);
}

function webMapIssue({ name, crs }: ReadLayer, { latitude, crs: plane }: Measuring): readonly Issue[] {
  if (!isWebMap(crs) || plane !== null) return [];
  return [issue('LAND_WEB_MAP', 'note', name, { found: crs, factor: webMapFactor(latitude).toFixed(2) })];
}

function crossingIssues({ zones }: ReadLayer, shapes: readonly Shape[]): readonly Issue[] {
  return shapes.flatMap(({ crossing }, at) =>
    crossing === null
      ? []
      : [
          issue('ZONAL_CROSSING', 'warning', zones[at]?.id ?? '', {
            x: Number(crossing[0].toPrecision(9)),
            y: Number(crossing[1].toPrecision(9)),
          }),
        ],
  );
}

function overlapIssue(where: string, shapes: readonly Shape[]): readonly Issue[] {
  const share = overlappingShare(shapes);
  // Borders that were digitised twice overlap by some thousandths; less than a hundred-thousandth nobody can see.
  if (share < 1e-5) return [];
  return [issue('LAND_OVERLAP', 'warning', where, { percent: (share * 100).toPrecision(2) })];
}

function heightsIssue(
  { file, statistic }: HeightRaster,
  where: string,
  said: readonly number[],
  storeys: readonly number[],
): readonly Issue[] {
  const unknown = (list: readonly number[]) => list.filter(Number.isNaN).length;
  const found = unknown(said) - unknown(storeys);
  return [issue('LAND_HEIGHTS', 'note', where, { found, raster: file.name, statistic })];
}

function storeysIssue(where: string, storeys: readonly number[]): readonly Issue[] {
  const found = storeys.filter(Number.isNaN).length;
  return found === 0
    ? []
    : [issue('LAND_STOREYS_UNKNOWN', 'warning', where, { found, expected: storeys.length })];
}
