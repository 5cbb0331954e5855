import { z } from 'zod';
import { heightStatistics } from '../app/index.js';
import { landExemptions, landKinds, landUses, vacancyRemarks } from '../locate/index.js';
import { componentNames, issue } from './schemas.js';

/** Plots and estates: what is asked and answered; words are those of `afterlode inefficient-land` and `afterlode vacancy`. */

const layer = z.union([z.string(), z.looseObject({})]).describe('GeoJSON, as text or as it is');
const table = z.string().min(1).describe('CSV');
const crs = z.string().min(1).describe('such as EPSG:4326, where the file does not say it').optional();
const number = z.number().nullable();
const opened = z
  .object({ opened: z.array(z.string()), known: z.array(z.string()) })
  .nullable()
  .describe('ids of findings opened, and of those that were there; null where no city was named');
/** Of findings. */
const ledger = {
  findings: z.string().min(1).describe('city in whose ledger findings are opened').optional(),
  period: z.string().min(1).describe('year of the findings').optional(),
};

export const landRequest = z.strictObject({
  plots: layer,
  buildings: layer,
  plotsName: z.string().min(1).describe('name of the file, for messages and evidence').default('plots'),
  attributes: table.optional(),
  crs,
  metres: z.string().min(1).describe('plane in which areas are measured, EPSG:n').optional(),
  plotId: z.string().min(1).describe('property that names the plots').optional(),
  rules: z.string().min(1).describe('one text of catalog/land_rules').optional(),
  industryCodes: z.string().min(1).describe('classification that codes of industries are of').optional(),
  heights: z
    .string()
    .min(1)
    .describe('id that POST /api/rasters answered: heights of buildings, metres')
    .optional(),
  heightStatistic: z.enum(heightStatistics).optional(),
  ...ledger,
});
componentNames.add(landRequest, { id: 'LandRequest' });

const landRow = z.looseObject({
  plot: z.string(),
  floorAreaRatio: number,
  floorAreaRatioLeast: number.describe('as if buildings without storeys had one'),
  coverage: number,
  openShare: number,
  areaM2: z.number(),
  use: z.enum(landUses).nullable(),
  industry: z.string().nullable(),
  industryName: z.object({ zh: z.string(), en: z.string() }).nullable(),
  score: number,
  items: z.array(z.looseObject({ item: z.string(), value: z.number(), reference: z.number() })),
  fails: z.array(z.string()),
  exempt: z.object({ reason: z.enum(landExemptions), items: z.array(z.string()) }).nullable(),
  inefficient: z.boolean().nullable().describe('null: cannot be told, or not industrial'),
  kind: z.enum(landKinds).nullable(),
});

export const landAnswer = z.looseObject({
  rows: z.array(landRow),
  summary: z.looseObject({
    plots: z.int(),
    judged: z.int(),
    inefficient: z.int(),
    plane: z.string().nullable(),
  }),
  findings: opened,
  issues: z.array(issue),
});
componentNames.add(landAnswer, { id: 'LandAnswer' });

export const vacancyRequest = z.strictObject({
  estates: table.describe('CSV estate,units[,cell]'),
  occupied: table.describe('CSV estate,source,occupied,error').optional(),
  checked: table.describe('CSV estate,checked,occupied').optional(),
  method: z.enum(['bayes', 'median']).optional(),
  confidence: z.number().min(0.5).max(1).optional(),
  estatesName: z.string().min(1).describe('name of the file, for messages and evidence').default('estates'),
  places: layer.describe('GeoJSON of the estates, for the places of findings').optional(),
  crs,
  findingRate: z.number().describe('from which an estate is a finding').optional(),
  ...ledger,
});
componentNames.add(vacancyRequest, { id: 'VacancyRequest' });

const range = z.object({ low: z.number(), mid: z.number(), high: z.number() }).nullable();
const sum = { rate: range, units: z.number(), unitsAll: z.number(), coverage: number };

export const vacancyAnswer = z.looseObject({
  rows: z.array(
    z.looseObject({
      estate: z.string(),
      units: z.int(),
      rate: range.describe('null: not known or not told'),
      sources: z.array(z.looseObject({ source: z.string(), weight: z.number() })),
      remarks: z.array(z.enum(vacancyRemarks)),
      suppressed: z.boolean().describe('too small to be told'),
    }),
  ),
  city: z.looseObject(sum),
  cells: z.array(z.looseObject({ cell: z.string(), suppressed: z.boolean(), ...sum })),
  findings: opened,
  issues: z.array(issue),
});
componentNames.add(vacancyAnswer, { id: 'VacancyAnswer' });
