import { AfterlodeError, type Issue } from '../../base/index.js';
import {
  type Grid,
  type GroundKind,
  gridPlaces,
  groundKinds,
  type Measuring,
  measuringOf,
  type Places,
  parcelPlaces,
  polygonMeetings,
} from '../../locate/index.js';
import { rounded } from '../disorder/streets.js';
import { layerPlaces, middleOf } from '../land/layers.js';
import { type LayerDocument } from '../land/read-layer.js';
import type { GroundOptions } from './call.js';
import { isFoundOnly, layerDoubts } from './doubts.js';
import { boxOf, cellName, gridOver } from './grid.js';
import { type AreaKind, type KindLayer, kindLayers } from './kinds.js';
import { inPlane, readPolygons, readSegments, type Things } from './things.js';

/** Layers of a call. */
export interface GroundLayers {
  /** As the commands of the kinds write them. */
  readonly kinds: Readonly<Partial<Record<GroundKind, LayerDocument>>>;
  /** Where zones of subsidence and vacant land were looked for. */
  readonly area?: LayerDocument;
  /** Where one kind was, in place of `area`. */
  readonly covered?: Readonly<Partial<Record<AreaKind, LayerDocument>>>;
  /** In place of cells. */
  readonly parcels?: LayerDocument;
}

/** What is laid under the layers: cells of a grid, or parcels. */
interface Ground {
  readonly places: Places;
  /** null: parcels. */
  readonly grid: Grid | null;
  readonly name: (place: number) => string;
  /** Degrees. */
  readonly middle: (place: number) => readonly [lon: number, lat: number];
  readonly geometry: (place: number) => object;
}

/** Cells or parcels with the layers on them. */
export interface GroundBase extends Ground {
  readonly measuring: Measuring;
  readonly layers: ReadonlyMap<GroundKind, KindLayer>;
  readonly issues: readonly Issue[];
}

interface ReadLayers {
  readonly kinds: ReadonlyMap<GroundKind, Things>;
  readonly area: Things | null;
  readonly covered: ReadonlyMap<GroundKind, Things>;
  readonly parcels: Things | null;
}

/**
 * Reads all layers, brings them into one plane and lays them over cells or parcels.
 *
 * @returns null where there is no layer of any kind
 * @throws AfterlodeError GROUND_…, ZONES_…, FILE_FORMAT, LAND_CRS_UNKNOWN, LAND_PLANE, RASTER_CRS_UNKNOWN
 */
export async function groundBase(given: GroundLayers, options: GroundOptions): Promise<GroundBase | null> {
  const read = readLayers(given, options);
  if (read.kinds.size === 0) return null;
  const first = allOf(read).find(({ things }) => things.length > 0);
  if (first === undefined) throw new AfterlodeError('GROUND_EMPTY', allOf(read)[0]?.name ?? '');
  const { crs, name: where, things } = first;
  const measuring = await measuringOf(options.metres, { crs, where, middle: middleOf(things) });
  const placed = await placedLayers(read, measuring);
  const ground =
    given.parcels === undefined || placed.parcels === null
      ? await cellsUnder(placed, options, measuring)
      : await parcelsUnder(given.parcels, placed.parcels, options);
  const { kinds, issues } = layersOn(ground.places, placed, options);
  return { ...ground, measuring, layers: kinds, issues };
}

function readLayers(given: GroundLayers, options: GroundOptions): ReadLayers {
  const polygons = (layer: LayerDocument | undefined, idProperty?: string) =>
    layer === undefined ? null : readPolygons(layer, options.crs, idProperty);
  const byKind = (layers: GroundLayers['kinds']) =>
    new Map(
      groundKinds.flatMap((kind) => {
        const layer = layers[kind];
        if (layer === undefined) return [];
        const read =
          kind === 'disorder' ? readSegments(layer, options.crs) : readPolygons(layer, options.crs);
        return [[kind, read] as const];
      }),
    );
  return {
    kinds: byKind(given.kinds),
    area: polygons(given.area),
    covered: byKind(given.covered ?? {}),
    parcels: polygons(given.parcels, options.parcelId),
  };
}

/** Those by which the plane is chosen stand first. */
function allOf({ kinds, area, covered, parcels }: ReadLayers): readonly Things[] {
  return [parcels, area, ...kinds.values(), ...covered.values()].filter((one) => one !== null);
}

async function placedLayers(read: ReadLayers, measuring: Measuring): Promise<ReadLayers> {
  const one = async (things: Things | null) => things && (await inPlane(things, measuring));
  const each = async (map: ReadLayers['kinds']) => {
    const entries = [...map].map(async ([kind, things]) => [kind, await inPlane(things, measuring)] as const);
    return new Map(await Promise.all(entries));
  };
  return {
    kinds: await each(read.kinds),
    area: await one(read.area),
    covered: await each(read.covered),
    parcels: await one(read.parcels),
  };
}

async function cellsUnder(placed: ReadLayers, options: GroundOptions, measuring: Measuring): Promise<Ground> {
  const shapes = allOf(placed).flatMap(({ things }) => things.flatMap(({ rings }) => rings));
  const grid = gridOver(boxOf(shapes), options.cellM, '--cell');
  const degrees = await measuring.degrees();
  const { width, originX, originY, cellWidth: side } = grid;
  const at = (place: number, right: number, down: number) => {
    const [column, row] = [place % width, Math.floor(place / width)];
    return degrees(originX + (column + right) * side, originY - (row + down) * side).map(rounded) as [
      number,
      number,
    ];
  };
  return {
    grid,
    places: gridPlaces(grid),
    name: (place) => cellName(grid, place),
    middle: (place) => at(place, 0.5, 0.5),
    geometry: (place) => ({
      type: 'Polygon',
      coordinates: [[at(place, 0, 1), at(place, 1, 1), at(place, 1, 0), at(place, 0, 0), at(place, 0, 1)]],
    }),
  };
}

async function parcelsUnder(
  layer: LayerDocument,
  { things, name }: Things,
  options: GroundOptions,
): Promise<Ground> {
  if (things.length === 0) throw new AfterlodeError('GROUND_EMPTY', name);
  const shown = await layerPlaces(layer, options.crs, options.parcelId);
  const placeOf = (place: number) => {
    const found = shown.get(things[place]?.id ?? '');
    return { lon: found?.lon ?? Number.NaN, lat: found?.lat ?? Number.NaN, geometry: found?.geometry ?? {} };
  };
  const [x, y] = middleOf(things);
  return {
    grid: null,
    places: parcelPlaces(
      things.map(({ rings }) => rings),
      { x, y },
      options.streetReachM,
    ),
    name: (place) => things[place]?.id ?? '',
    middle: (place) => [placeOf(place).lon, placeOf(place).lat],
    geometry: (place) => placeOf(place).geometry,
  };
}

function layersOn(places: Places, { kinds, area, covered, parcels }: ReadLayers, options: GroundOptions) {
  const meetingsOf = ({ things }: Things) =>
    polygonMeetings(
      things.map(({ rings }) => rings),
      places,
    );
  const everywhere = area && meetingsOf(area);
  const issues: Issue[] = [];
  const layers = [...kinds].map(([kind, read]) => {
    const own = covered.get(kind);
    const where = own !== undefined ? meetingsOf(own) : isFoundOnly(kind) ? everywhere : null;
    const layer = kindLayers[kind](read, { places, options, area: where });
    const laid = { kind, read, layer, hasArea: where !== null, isOnParcels: parcels !== null };
    issues.push(...layerDoubts(laid, options));
    return [kind, layer] as const;
  });
  return { kinds: new Map(layers), issues };
}
