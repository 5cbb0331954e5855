import { z } from 'zod';
import { groundKinds, hazardGrades } from '../locate/index.js';
import { componentNames, issue } from './schemas.js';

/** The sum of the five kinds and double-high zones; words are those of `afterlode ground`. */

const layer = z.union([z.string(), z.looseObject({})]).describe('GeoJSON, as text or as it is');
const points = z
  .union([z.string().min(1), z.looseObject({})])
  .describe('CSV with the columns lon and lat, or GeoJSON with points');
const written = z.union([z.number(), z.string()]);
const number = z.number().nullable();
const kind = z.enum(groundKinds);

export const groundRequest = z.strictObject({
  subsidence: layer.optional(),
  disorder: layer.optional(),
  vacantLand: layer.optional(),
  vacancy: layer.optional(),
  inefficientLand: layer.optional(),
  area: layer.describe('where subsidence and vacant land were looked for').optional(),
  covered: z
    .strictObject({
      subsidence: layer.optional(),
      vacant_land: layer.optional(),
      inefficient_land: layer.optional(),
    })
    .describe('the same for one kind')
    .optional(),
  parcels: layer.describe('in place of cells').optional(),
  found: points.describe('findings of a check-up: CSV lon,lat or GeoJSON').optional(),
  complaints: points.describe('CSV lon,lat[,kind][,date] or GeoJSON').optional(),
  projects: points.describe('CSV lon,lat[,project], or GeoJSON with points or polygons').optional(),
  crs: z.string().min(1).describe('such as EPSG:4326, where a file does not say it').optional(),
  metres: z.string().min(1).describe('plane in which all is measured, EPSG:n').optional(),
  cell: written.describe('side of the cells, m').optional(),
  parcelId: z.string().min(1).describe('property that names the parcels').optional(),
  streetReach: written.describe('with parcels: streets that pass one within it count there, m').optional(),
  byConfidence: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .describe('vacant land counts by its confidence')
    .optional(),
  landBy: z.enum(['area', 'score']).optional(),
  ledger: z.string().min(1).describe('city whose findings of the period count').optional(),
  period: z.string().min(1).describe('year of findings and complaints').optional(),
  zoneCell: written.describe('side of the cells in which points are counted, m').optional(),
  quantile: written.describe('from 0 to below 1').optional(),
  buffer: written.describe('m').optional(),
});
componentNames.add(groundRequest, { id: 'GroundRequest' });

const byKind = z.object(
  Object.fromEntries(groundKinds.map((one) => [one, number])) as Record<
    (typeof groundKinds)[number],
    typeof number
  >,
);
const counted = z.object({ points: z.int(), cells: z.int(), threshold: number });
const pairs = z.array(z.array(z.number())).describe('longitude and latitude');
const features = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({})),
});

const zone = z.looseObject({
  zone: z.string(),
  cells: z.int(),
  areaM2: z.number(),
  lon: z.number(),
  lat: z.number(),
  findings: z.int(),
  complaints: z.int(),
  kinds: z.array(z.object({ kind: z.string(), complaints: z.int() })),
  projects: z.int().nullable(),
  worst: z.object({ cell: z.string(), final: z.number() }).nullable(),
});

export const groundAnswer = z.looseObject({
  rows: z.array(
    z.looseObject({
      cell: z.string(),
      lon: z.number(),
      lat: z.number(),
      areaM2: z.number(),
      values: byKind.describe('0 to 1; null: not measured there'),
      measured: byKind.describe('share of the area, of streets m, of homes units'),
      present: z.int().describe('kinds with a value'),
      sum: number.describe('their mean'),
      final: z.number().describe('never below the hazard'),
      grade: z.enum(hazardGrades).nullable().describe('null: below all grades'),
      driver: kind.nullable(),
      byHazard: z.boolean(),
      parts: z.array(z.object({ kind, item: z.string(), amount: z.number(), value: number })),
    }),
  ),
  summary: z.looseObject({
    cells: z.int(),
    cellM: number.describe('null: parcels'),
    plane: z.string().nullable().describe('null: an equal-area plane'),
    kinds: z.array(z.object({ kind, cells: z.int(), above0: z.int(), mean: number })),
  }),
  doubleHigh: z
    .looseObject({
      cellM: z.number(),
      quantile: z.number(),
      bufferM: z.number(),
      findings: counted,
      complaints: counted,
      cells: z.int(),
      zones: z.array(zone),
      projects: z.object({ all: z.int(), inside: z.int(), share: number }).nullable(),
    })
    .nullable()
    .describe('null without findings and complaints'),
  projects: z.array(z.object({ project: z.string(), zone: z.string().nullable(), share: z.number() })),
  map: z.object({ cells: features, zones: features, findings: pairs, complaints: pairs, projects: pairs }),
  issues: z.array(issue),
});
componentNames.add(groundAnswer, { id: 'GroundAnswer' });
