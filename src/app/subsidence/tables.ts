import { AfterlodeError, sheetLine, toEdge } from '../../base/index.js';
import {
  cellAt,
  type DamageClass,
  type ExposedBuilding,
  type Fit,
  type HazardGrade,
  type Series,
  transformer,
  yearsOf,
} from '../../locate/index.js';
import { knownCrs } from './exposure.js';
import type { NamedText } from './files.js';
import type { Exposure } from './zones.js';

/**
 * Tables of buildings and lines as CSV, the worst buildings first, and the buildings with their outlines as GeoJSON; missing is an
 * empty cell or null. Sinking is positive down.
 */
export function exposureTables({ buildings, outlines, lines }: Exposure): readonly NamedText[] {
  const tables: NamedText[] = [];
  if (buildings !== null) {
    const rows = buildings.map(buildingRow);
    const text = csv(
      buildingColumns,
      rows.map((row) => buildingColumns.map((name) => String(row[name] ?? ''))),
    );
    tables.push({ name: 'buildings.csv', text });
    const features = rows.map((row) => ({
      type: 'Feature',
      id: row.building,
      properties: row,
      geometry: outlines?.get(row.building) ?? null,
    }));
    tables.push({
      name: 'buildings.geojson',
      text: `${JSON.stringify({ type: 'FeatureCollection', features })}\n`,
    });
  }
  if (lines !== null) {
    const rows = lines.map((one) => [one.id, String(one.bowl + 1), one.grade, number(one.lengthM)]);
    tables.push({ name: 'lines.csv', text: csv(['line', 'zone', 'hazard', 'length_m'], rows) });
  }
  return tables;
}

/** A building of `buildings.csv` and `buildings.geojson`. */
export interface BuildingRow {
  readonly building: string;
  readonly zone: string;
  readonly height_m: number | null;
  readonly length_m: number | null;
  readonly width_m: number | null;
  readonly depth_mm: number | null;
  readonly rate_mm_yr: number | null;
  readonly tilt_mm_m: number | null;
  readonly curvature_mm_m2: number | null;
  readonly strain_mm_m: number | null;
  readonly settlement_mm: number | null;
  readonly deflection_mm_m: number | null;
  readonly damage_class: DamageClass | null;
  readonly hazard: HazardGrade;
  readonly tied: 0 | 1;
}

/** Columns of the table in their order. */
export const buildingColumns = [
  'building',
  'zone',
  'height_m',
  'length_m',
  'width_m',
  'depth_mm',
  'rate_mm_yr',
  'tilt_mm_m',
  'curvature_mm_m2',
  'strain_mm_m',
  'settlement_mm',
  'deflection_mm_m',
  'damage_class',
  'hazard',
  'tied',
] as const satisfies readonly (keyof BuildingRow)[];

/** A row of the table of buildings. */
export function buildingRow(one: ExposedBuilding): BuildingRow {
  return {
    building: one.id,
    zone: String(one.bowl + 1),
    height_m: toEdge(one.heightM ?? Number.NaN),
    length_m: toEdge(one.lengthM),
    width_m: toEdge(one.widthM),
    depth_mm: toEdge(one.depthMm),
    rate_mm_yr: toEdge(one.mmPerYear),
    tilt_mm_m: toEdge(one.bend.tilt),
    curvature_mm_m2: toEdge(one.bend.curvature),
    strain_mm_m: toEdge(one.bend.strain),
    settlement_mm: toEdge(one.settlementMm),
    deflection_mm_m: toEdge(one.deflection),
    damage_class: one.damage,
    hazard: one.grade,
    tied: one.tied ? 1 : 0,
  };
}

/**
 * Series of the cell at a position as CSV: date, displacement along the line of sight, and the line through it, both mm and told
 * from the first date.
 *
 * @param word `LON,LAT` in degrees
 * @throws AfterlodeError CALL_OPTION for other words and positions outside the grid, RASTER_CRS_MISSING
 */
export async function pointSeries(
  word: string,
  series: Series,
  fit: Pick<Fit, 'mmPerYear'>,
  stack: string,
): Promise<NamedText> {
  const numbers = word.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [lon, lat] = numbers as [number, number];
  if (numbers.length !== 2 || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    throw wrongPoint(word, { en: 'LON,LAT in degrees', zh: '经度,纬度（度）' });
  const { grid, epochs, cumulativeMm, tied } = series;
  const way = await transformer('EPSG:4326', knownCrs(grid, stack), stack);
  const place = cellAt(grid, ...way(lon, lat));
  if (place === null) throw wrongPoint(word, { en: 'a position in the stack', zh: '影像范围内的位置' });
  const cell = place.row * grid.width + place.column;
  const years = yearsOf(epochs);
  const values = cumulativeMm.map((epoch) => epoch[cell] as number);
  const rate = fit.mmPerYear[cell] as number;
  const level =
    values.reduce((sum, value, at) => sum + value - rate * (years[at] as number), 0) / values.length;
  const rows = values.map((value, at) => [
    epochs[at] as string,
    number(value),
    number(level + rate * (years[at] as number)),
    String(tied[cell]),
  ]);
  return { name: 'point.csv', text: csv(['date', 'displacement_mm', 'line_mm', 'tied'], rows) };
}

function wrongPoint(found: string, expected: { readonly en: string; readonly zh: string }): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', '--point', { found, expected });
}

function number(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : String(value);
}

function csv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[columns, ...rows].map(sheetLine).join('\n')}\n`;
}
