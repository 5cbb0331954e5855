import { z } from 'zod';
import { zonalStatistics } from '../locate/index.js';
import { componentNames, issue } from './schemas.js';

/** Statistics of rasters over zones: what is asked and answered; words are those of `afterlode zonal`. */

const raster = z.string().min(1).describe('id that POST /api/rasters answered');
const crs = z.string().min(1).describe('such as EPSG:4326, where the file does not say it').optional();

export const zonalRequest = z.strictObject({
  raster,
  weights: raster.optional(),
  zones: z.union([z.string(), z.looseObject({})]).describe('GeoJSON, as text or as it is'),
  zonesName: z.string().min(1).describe('name of the file, for messages').default('zones'),
  stats: z.array(z.enum(zonalStatistics)).min(1).default(['count', 'mean']),
  band: z.array(z.string()).describe('3, 1-12 or all; default the first').optional(),
  zonesCrs: crs,
  rasterCrs: crs,
  zoneId: z.string().min(1).describe('property that names the zones').optional(),
  reprojectZones: z.boolean().optional(),
});
componentNames.add(zonalRequest, { id: 'ZonalRequest' });

export const rasterAnswer = z.object({
  id: z.string(),
  name: z.string(),
  bands: z.int(),
  bandNames: z.array(z.string()).describe('empty where the file does not name its bands'),
  crs: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  missing: z.number().nullable().describe('the number for missing; null where there is none'),
});
componentNames.add(rasterAnswer, { id: 'RasterAnswer' });

const statistics = Object.fromEntries(
  zonalStatistics.map((name) => [name, z.number().nullable().optional()]),
);

export const zonalAnswer = z.object({
  rows: z.array(
    z.object({
      zone: z.string(),
      band: z.int().describe('from 1'),
      bandName: z.string().optional(),
      ...statistics,
    }),
  ),
  issues: z.array(issue),
});
componentNames.add(zonalAnswer, { id: 'ZonalAnswer' });
