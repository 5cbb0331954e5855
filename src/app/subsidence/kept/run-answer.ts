import { join } from 'node:path';
import type { Text } from '../../../base/index.js';
import { exists, openGeoTiff } from '../../../files/index.js';
import { boundsOf, type Grid, transformer } from '../../../locate/index.js';
import { entriesOf } from '../../ledger/ledger.js';
import { publicRow } from '../../ledger/row.js';
import type { Workspace } from '../../workspace.js';
import type { SubsidenceAnswer } from '../answer.js';
import { insideOf, type ShapeCollection } from './inside.js';
import type { KeptRun } from './keep.js';
import { answerOfRun, exampleRun, jsonOf, openRun } from './runs.js';

/** Where the cells of a run lie. */
export interface RunGrid extends Grid {
  /** Longitude and latitude of the outer corners: north-west, north-east, south-east, south-west of the raster as stored;
   * null where the reference system is not known. */
  readonly corners: readonly (readonly [lon: number, lat: number])[] | null;
}

/** A finding of the ledger that lies in a zone of a run, by whatever measurement it was opened. */
export interface ZoneFinding {
  readonly zone: string;
  readonly finding: string;
  readonly city: string;
  readonly name: Text;
  readonly period: string;
  readonly status: string;
}

/** `GET /api/subsidence/:id` */
export interface SubsidenceRunAnswer {
  readonly run: KeptRun;
  /** Whether it is the worked example, whose ground is made. */
  readonly example: boolean;
  readonly answer: SubsidenceAnswer;
  /** null for points, which have no raster. */
  readonly grid: RunGrid | null;
  /** GeoJSON in longitude and latitude; in coordinates of the grid, without `crs`, where its system is not known. */
  readonly zones: ShapeCollection;
  readonly findings: readonly ZoneFinding[];
}

/**
 * A run with its answer, where its cells lie, its zones, and what the ledger knows of them now.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_RUN_DAMAGED and the faults of rasters
 */
export async function subsidenceRun(ws: Workspace, id: string): Promise<SubsidenceRunAnswer> {
  const open = await openRun(ws, id);
  const { folder, run } = open;
  const hasZones = await exists(join(folder, 'zones.geojson'));
  const zones = hasZones
    ? await jsonOf<ShapeCollection>(folder, 'zones.geojson', run.id)
    : { type: 'FeatureCollection' as const, features: [] };
  return {
    run,
    example: id === exampleRun,
    answer: await answerOfRun(open),
    grid: await gridOf(folder),
    zones,
    findings: 'crs' in zones ? await findingsIn(ws, zones) : [],
  };
}

async function gridOf(folder: string): Promise<RunGrid | null> {
  const path = join(folder, 'rate_mm_yr.tif');
  if (!(await exists(path))) return null;
  const source = await openGeoTiff(path, 'rate_mm_yr.tif');
  await source.close();
  return { ...source.grid, corners: await cornersOf(source.grid) };
}

/**
 * Outer corners of a grid in longitude and latitude, clockwise from the first cell's; null where its reference system is not
 * known.
 *
 * @throws AfterlodeError RASTER_CRS_UNKNOWN
 */
export async function cornersOf(grid: Grid): Promise<RunGrid['corners']> {
  if (grid.crs === null) return null;
  const way = await transformer(grid.crs, 'EPSG:4326', grid.crs);
  const { left, right, top, bottom } = boundsOf(grid);
  return [way(left, top), way(right, top), way(right, bottom), way(left, bottom)];
}

async function findingsIn(ws: Workspace, zones: ShapeCollection): Promise<readonly ZoneFinding[]> {
  const entries = [...(await entriesOf(ws)).values()].filter(
    ({ opened }) => opened.subject === 'ground' && opened.about === 'subsidence',
  );
  return entries.flatMap((entry) => {
    const { id, status, city, name, period, lon, lat } = publicRow(ws, entry);
    if (lon === null || lat === null) return [];
    const zone = zones.features.find(({ geometry }) => insideOf(geometry, lon, lat));
    return zone === undefined ? [] : [{ zone: zone.id, finding: id, city, name, period, status }];
  });
}
