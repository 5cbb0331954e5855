import { z } from 'zod';
import { mostBuildings, mostCells } from '../app/index.js';
import { componentNames, issue, text } from './schemas.js';

/** Kept runs of sinking ground: what is asked and answered. Motion is negative away from the satellite. */

function named<T extends z.ZodType>(id: string, schema: T): T {
  componentNames.add(schema, { id });
  return schema;
}

const maybe = z.number().nullable();
const count = z.int().nonnegative();
const maybeCount = count.nullable();

export const runParams = z.strictObject({
  id: z.string().min(1).describe('id of a run, or example for the worked example, whose ground is made'),
});

export const gridQuery = z.strictObject({
  layer: z.enum(['rate', 'cumulative']).default('rate'),
  date: z.string().min(1).describe('of the cumulative motion; default the last').optional(),
  cells: z.coerce.number().int().min(1).max(mostCells).describe('that travel at most').default(mostCells),
  window: z.string().min(1).describe('COLUMN,ROW,WIDTH,HEIGHT from 0; default the whole raster').optional(),
});

const degrees = (most: number) => z.coerce.number().min(-most).max(most);
const position = z.coerce.number().int().min(0);
export const seriesQuery = z.strictObject({
  lon: degrees(180).optional(),
  lat: degrees(90).optional(),
  column: position.describe('from 0, instead of lon and lat').optional(),
  row: position.optional(),
  point: z.string().min(1).describe('id of a point, of runs of points').optional(),
  format: z.enum(['json', 'csv']).default('json'),
});

export const buildingsQuery = z.strictObject({
  format: z.enum(['json', 'csv', 'geojson', 'xlsx']).default('json'),
  most: z.coerce.number().int().min(1).max(mostBuildings).describe('rows of JSON').default(mostBuildings),
  lang: z.enum(['zh', 'en']).describe('of the workbook; default by Accept-Language').optional(),
});

const word = z.string().min(1);
const flag = z
  .enum(['true', 'false'])
  .transform((given) => given === 'true')
  .optional();
export const uploadQuery = z.strictObject({
  label: word.describe('of the run; default the name of the archive').optional(),
  wavelength: word.describe('of the radar, m; default wavelength_m of info.json').optional(),
  reference: word.describe('ROW,COL or ROW,COL,HALF from 0, a GeoJSON of the archive, or auto').optional(),
  minimumObservations: word.describe('pairs that a pixel must have; default 10').optional(),
  weights: word.describe('equal, coherence').optional(),
  closure: word.describe('none, check, mend').optional(),
  ramp: word.describe('none, plane').optional(),
  incidence: word.describe('degrees from the vertical, or a GeoTIFF of the archive').optional(),
  slantRange: word.describe('m from the satellite to the ground, for demError').optional(),
  positive: word.describe('what positive phase or displacement means: away, towards').optional(),
  unit: word.describe('of a finished series that does not say it: mm, cm, m').optional(),
  robust: flag,
  season: flag,
  acceleration: flag,
  demError: flag,
  changePoint: flag,
  connected: flag,
  keepUntied: flag,
  findings: word.describe('city in whose ledger each zone becomes a finding').optional(),
  period: word.describe('of these findings; default the year of the last date').optional(),
});

export const keptRun = named(
  'KeptRun',
  z.looseObject({
    id: z.string(),
    label: z.string(),
    at: z.string(),
    stack: z.string(),
    version: z.string(),
    from: z.string(),
    to: z.string(),
    zones: count,
    hazard: z.string().nullable(),
    depthMm: maybe,
    buildings: maybeCount,
  }),
);

const file = z.looseObject({ path: z.string(), bytes: count });
const zone = z.looseObject({
  zone: z.string(),
  cells: count,
  tied: count,
  direction: z.enum(['vertical', 'line_of_sight']),
  depthMm: z.number(),
  rateMmPerYear: z.number(),
  rateErrorMmPerYear: maybe,
  areaHa: maybe,
  tiltMmPerM: maybe,
  curvatureMmPerM2: maybe,
  damageClass: z.string().nullable(),
  hazard: z.string(),
  trend: z.string(),
  buildings: maybeCount,
  persons: maybe,
  linesM: maybe,
  lon: maybe,
  lat: maybe,
  remarks: z.array(z.looseObject({ id: z.string(), text })),
});

export const subsidenceAnswer = named(
  'SubsidenceAnswer',
  z.looseObject({
    pixels: count,
    tied: count.describe('whose dates are all tied to one another; only they have rates'),
    dates: z.array(z.string()),
    pairs: maybeCount,
    reference: z.looseObject({ row: maybeCount, col: maybeCount, half: maybeCount, stable: z.boolean() }),
    rate: z.looseObject({ min: maybe, median: maybe, max: maybe }).describe('mm a year'),
    zones: z.array(zone),
    findings: z.looseObject({}).nullable(),
    kept: keptRun.nullable(),
    files: z.array(file),
    issues: z.array(issue),
  }),
);

const corners = z
  .array(z.array(z.number()))
  .nullable()
  .describe('longitude and latitude of the outer corners, clockwise from the first cell');

export const runAnswer = named(
  'SubsidenceRun',
  z.looseObject({
    run: keptRun,
    example: z.boolean(),
    answer: subsidenceAnswer,
    grid: z
      .looseObject({ width: count, height: count, crs: z.string().nullable(), corners })
      .nullable()
      .describe('null for points'),
    zones: z.looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.looseObject({})) }),
    findings: z.array(
      z.looseObject({ zone: z.string(), finding: z.string(), city: z.string(), status: z.string() }),
    ),
  }),
);

export const gridAnswer = named(
  'SubsidenceGrid',
  z.object({
    layer: z.enum(['rate', 'cumulative']),
    date: z.string().nullable(),
    unit: z.enum(['mm/yr', 'mm']),
    window: z.object({ column: count, row: count, width: count, height: count }),
    corners,
    step: z.int().positive().describe('cells of the run along the side of one that travels, their mean'),
    width: count,
    height: count,
    values: z.string().describe('Base64 of little-endian 32-bit floats, row by row; NaN is missing'),
    ties: z.string().describe('Base64 of a byte each: 0 no value, 1 tied, 2 not tied'),
  }),
);

export const pointsAnswer = named(
  'SubsidencePoints',
  z.object({
    total: count,
    step: z.int().positive().describe('every so many points travel'),
    ids: z.array(z.string()),
    originX: z.number(),
    originY: z.number(),
    x: z.string().describe('from originX, Base64 of little-endian 32-bit floats, one for each id'),
    y: z.string().describe('from originY, in the same form'),
    rates: z.string().describe('mm a year, in the same form; NaN is missing'),
  }),
);

export const seriesAnswer = named(
  'SubsidenceSeries',
  z.object({
    column: count.describe('of a point its place in the table of points, in row 0'),
    row: count,
    point: z.string().nullable().describe('id of the point; null for a cell'),
    lon: maybe,
    lat: maybe,
    tied: z.boolean(),
    rateMmPerYear: maybe,
    rateErrorMmPerYear: maybe,
    points: z.array(z.object({ date: z.string(), mm: maybe, lineMm: maybe })),
  }),
);

export const buildingsAnswer = named(
  'SubsidenceBuildings',
  z.object({
    total: maybeCount.describe('null where the run was given no footprints'),
    rows: z.array(
      z.looseObject({
        building: z.string(),
        zone: z.string(),
        damage_class: z.string().nullable(),
        hazard: z.string(),
        geometry: z.looseObject({}).nullable(),
      }),
    ),
  }),
);
