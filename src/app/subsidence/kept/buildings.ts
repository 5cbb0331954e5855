import { join } from 'node:path';
import { type Language, officeTypes } from '../../../base/index.js';
import { exists, openBytes } from '../../../files/index.js';
import type { Workspace } from '../../workspace.js';
import { type BuildingRow, buildingColumns } from '../tables.js';
import { buildingWorkbook } from '../workbook.js';
import type { PolygonShape, ShapeCollection } from './inside.js';
import { answerOfRun, jsonOf, type OpenRun, openRun } from './runs.js';

/** `GET /api/subsidence/:id/buildings`: the worst first, by damage class and in a class by deflection ratio. */
export interface SubsidenceBuildingsAnswer {
  /** On zones; null where the run was given no footprints. */
  readonly total: number | null;
  readonly rows: readonly (BuildingRow & {
    /** GeoJSON in longitude and latitude; null where the file had none. */
    readonly geometry: PolygonShape | null;
  })[];
}

/** Buildings of an answer where a call does not say, and at most. */
export const mostBuildings = 5000;

/**
 * Buildings on the zones of a run.
 *
 * @param most rows of the answer
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_RUN_DAMAGED
 */
export async function subsidenceBuildings(
  ws: Workspace,
  id: string,
  most = mostBuildings,
): Promise<SubsidenceBuildingsAnswer> {
  const features = await featuresOf(await openRun(ws, id));
  if (features === null) return { total: null, rows: [] };
  const rows = features.slice(0, most).map(({ properties, geometry }) => ({ ...properties, geometry }));
  return { total: features.length, rows };
}

/** A file of the buildings of a run. */
export interface BuildingFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * The buildings of a run as CSV, GeoJSON, or an XLSX workbook in a language; a run without footprints has a heading alone.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_RUN_DAMAGED
 */
export async function buildingsFile(
  ws: Workspace,
  id: string,
  format: 'csv' | 'geojson' | 'xlsx',
  lang: Language,
): Promise<BuildingFile> {
  const open = await openRun(ws, id);
  const fileName = `buildings-${id}.${format}`;
  if (format === 'xlsx') {
    const rows = (await featuresOf(open))?.map(({ properties }) => properties) ?? [];
    const book = { rows, answer: await answerOfRun(open), title: open.run.label };
    const mediaType = officeTypes.xlsx;
    return { fileName, mediaType, bytes: buildingWorkbook(ws, book, lang) };
  }
  const mediaType = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/geo+json';
  const path = join(open.folder, `buildings.${format}`);
  return { fileName, mediaType, bytes: (await exists(path)) ? openBytes(path) : nothing(format) };
}

async function* nothing(format: 'csv' | 'geojson'): AsyncIterable<Uint8Array> {
  const text =
    format === 'csv' ? `${buildingColumns.join(',')}\n` : '{"type":"FeatureCollection","features":[]}\n';
  yield new TextEncoder().encode(text);
}

async function featuresOf({ folder, run }: OpenRun) {
  if (!(await exists(join(folder, 'buildings.geojson')))) return null;
  return (await jsonOf<ShapeCollection<BuildingRow>>(folder, 'buildings.geojson', run.id)).features;
}
