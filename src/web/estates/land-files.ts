import type { LandRow } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';
import { degreesGeoJson, type ReadLayer } from './geo-json.js';

type Cell = string | number | null;

const flag = (value: boolean | null) => (value === null ? null : Number(value));

/** Chinese label of a class, which tables of the command have too. */
export type LabelOf = (scheme: string, id: string) => string;

/** Columns under the names that the command writes. */
const columns: readonly (readonly [key: string, of: (row: LandRow, label: LabelOf) => Cell])[] = [
  ['plot', (row) => row.plot],
  ['inefficient', (row) => flag(row.inefficient)],
  ['score', (row) => row.score],
  ['fails', (row) => row.fails.join(' ')],
  ['exempt', ({ exempt }) => exempt && exempt.reason],
  ['exempt_name', ({ exempt }, label) => exempt && label('land_exemption', exempt.reason)],
  ['exempt_items', ({ exempt }) => exempt && exempt.items.join(' ')],
  ['kind', (row) => row.kind],
  ['floor_area_ratio', (row) => row.floorAreaRatio],
  ['floor_area_ratio_least', (row) => row.floorAreaRatioLeast],
  ['coverage', (row) => row.coverage],
  ['open_share', (row) => row.openShare],
  ['area_m2', (row) => row.areaM2],
  ['built_m2', (row) => row.builtM2],
  ['floor_m2', (row) => row.floorM2],
  ['buildings', (row) => row.buildings],
  ['use', (row) => row.use],
  ['industry', (row) => row.industry],
  ['industry_name', ({ industryName }) => industryName && industryName.zh],
  ['output_cny_ha', (row) => row.outputPerHa],
  ['tax_cny_ha', (row) => row.taxPerHa],
  ['jobs_ha', (row) => row.jobsPerHa],
  ['energy_tce_ha', (row) => row.energyPerHa],
];

/** Plots as CSV; missing is empty, numbers are unrounded. */
export function landCsv(rows: readonly LandRow[], label: LabelOf): string {
  const lines = rows.map((row) => sheetLine(columns.map(([, of]) => of(row, label))));
  return `${[columns.map(([key]) => key).join(','), ...lines].join('\r\n')}\r\n`;
}

/** Every item of every plot as CSV with what it is held against; output, tax and jobs by m². */
export function landItemsCsv(rows: readonly LandRow[], label: LabelOf): string {
  const lines = rows.flatMap(({ plot, items }) =>
    items.map((one) =>
      sheetLine([
        plot,
        one.item,
        label('land_item', one.item),
        one.value,
        one.reference,
        one.shortfall,
        flag(one.fails),
        flag(one.excused),
      ]),
    ),
  );
  return `${['plot,item,name,value,reference,shortfall,fails,excused', ...lines].join('\r\n')}\r\n`;
}

/**
 * Plots as GeoJSON in longitude and latitude, with the columns of the table as properties.
 *
 * @throws AfterlodeError RASTER_CRS_UNKNOWN
 */
export function landGeoJson(rows: readonly LandRow[], layer: ReadLayer, label: LabelOf): Promise<string> {
  const properties = new Map(
    rows.map((row) => [
      row.plot,
      Object.fromEntries(columns.map(([key, of]) => [key === 'plot' ? 'id' : key, of(row, label)])),
    ]),
  );
  return degreesGeoJson(layer, properties);
}
