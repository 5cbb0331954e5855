import { AfterlodeError, csvLine } from '../../base/index.js';
import { cellAt, type Fit, type Series, transformer, yearsOf } from '../../locate/index.js';
import { knownCrs } from './exposure.js';
import type { NamedText } from './files.js';
import type { Exposure } from './zones.js';

/** Tables of buildings and lines as CSV, the worst buildings first; missing is an empty cell. Sinking is positive down. */
export function exposureTables({ buildings, lines }: Exposure): readonly NamedText[] {
  const tables: NamedText[] = [];
  if (buildings !== null) {
    const rows = buildings.map((one) => [
      one.id,
      String(one.bowl + 1),
      number(one.heightM),
      number(one.lengthM),
      number(one.widthM),
      number(one.depthMm),
      number(one.mmPerYear),
      number(one.bend.tilt),
      number(one.bend.curvature),
      number(one.bend.strain),
      number(one.settlementMm),
      number(one.deflection),
      one.damage ?? '',
      one.grade,
      one.tied ? '1' : '0',
    ]);
    tables.push({ name: 'buildings.csv', text: csv(buildingColumns, rows) });
  }
  if (lines !== null) {
    const rows = lines.map((one) => [one.id, String(one.bowl + 1), one.grade, number(one.lengthM)]);
    tables.push({ name: 'lines.csv', text: csv(['line', 'zone', 'hazard', 'length_m'], rows) });
  }
  return tables;
}

const buildingColumns = [
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
];

/**
 * Series of the cell at a position as CSV: date, displacement along the line of sight, and the line through it, both mm and told
 * from the first date.
 *
 * @param word `LON,LAT` in degrees
 * @throws AfterlodeError CALL_OPTION for other words and positions outside the grid, ZONAL_RASTER_CRS
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
  return `${[columns, ...rows].map(csvLine).join('\n')}\n`;
}
