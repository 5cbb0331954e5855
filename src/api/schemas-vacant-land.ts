import { z } from 'zod';
import { componentNames, issue } from './schemas.js';

/** Vacant land in images: what is asked and answered; words are those of `afterlode vacant-land`. */

const raster = z.string().min(1).describe('id that POST /api/rasters answered');
const layer = z.union([z.string(), z.looseObject({})]).describe('GeoJSON, as text or as it is');
const word = z.string().min(1);
const number = z.number();
const whole = z.int();
const maybe = z.number().nullable();

/** An ONNX model of the user. */
export const sentModelForm = z.strictObject({
  manifest: word.describe('text of its manifest'),
  onnx: word.describe('the model, base64'),
});

export const vacantLandRequest = z.strictObject({
  image: raster,
  labels: layer.describe('polygons with a class: to learn from, or with a model to judge it by').optional(),
  model: z
    .union([word, sentModelForm])
    .describe('text of a model file, or an ONNX model of your own with its manifest, in place of learning')
    .optional(),
  withModel: z.boolean().describe('answer the model that was learnt, too').optional(),
  bands: word.describe('names in their order: red,green,blue,nir,swir; - leaves one out').optional(),
  classProperty: word.describe('property of the labels that holds the class; default class').optional(),
  labelClass: word.describe('class of labels without that property').optional(),
  labelsCrs: word.describe('such as EPSG:4326, where the labels do not say it').optional(),
  lookFor: word.describe('classes that become polygons, with commas; default vacant, 空地').optional(),
  rest: word.describe('class of all ground outside the labels').optional(),
  group: word.describe('group of cities that the model is for').optional(),
  patch: whole.describe('cells; this and what follows: default the parameter vacant_…').optional(),
  radii: word.describe('patches: 1,3,8,16').optional(),
  trees: whole.optional(),
  samples: whole.optional(),
  block: whole.describe('patches').optional(),
  folds: whole.optional(),
  gap: whole.describe('patches').optional(),
  seed: whole.optional(),
  leastCover: number.optional(),
  probability: number.optional(),
  minArea: number.describe('m²').optional(),
  parcels: layer.describe('plots, whose vacant share is told').optional(),
  parcelId: word.describe('property that names the plots').optional(),
  builtUp: layer.describe('built-up area, of which the vacant share is told').optional(),
  crs: word.describe('of plots and built-up area that do not say theirs').optional(),
  population: raster.describe('persons by cell, sent as a raster').optional(),
  maxPopulation: number.describe('persons per km²').optional(),
  nightLight: raster.describe('night light, sent as a raster').optional(),
  maxLight: number.describe('in the unit of that raster').optional(),
});
componentNames.add(vacantLandRequest, { id: 'VacantLandRequest' });

const range = z.object({ value: maybe, low: maybe, high: maybe });
const byClass = z.record(z.string(), range);
const counts = z.record(z.string(), z.int());

const accuracy = z.object({
  by: z.enum(['held-out', 'given-model']),
  classes: z.array(z.string()),
  confusion: z.array(z.array(z.int())).describe('patches by label (row) and by what was told (column)'),
  overall: range,
  precision: byClass,
  recall: byClass,
  f1: byClass,
  iou: byClass,
  areaBias: byClass.describe('told ÷ labelled area − 1'),
  expectedBias: byClass.describe('sum of probabilities ÷ labelled area − 1'),
  labelled: counts,
  told: counts,
  patches: z.int(),
  blocks: z.int(),
  blockM: z.number(),
  gapM: maybe,
  folds: z.array(
    z.object({
      fold: z.int(),
      blocks: z.int(),
      patches: z.int(),
      overall: maybe,
      f1: z.record(z.string(), maybe),
    }),
  ),
});

const polygon = z.object({
  id: z.string().describe('its place, such as 116.390000E39.910000N'),
  class: z.string(),
  areaM2: z.number(),
  confidence: z.number().describe('mean probability'),
  patches: z.int(),
  lon: z.number(),
  lat: z.number(),
  personsPerKm2: maybe,
  nightLight: maybe,
  screened: z.array(z.enum(['population', 'night_light'])).describe('empty: it counts'),
  geometry: z.looseObject({ type: z.string() }).describe('longitude and latitude'),
});

export const vacantLandAnswer = z.looseObject({
  model: z.object({
    trained: z.boolean(),
    classes: z.array(z.string()),
    bands: z.array(z.string()),
    lookedFor: z.array(z.string()),
    group: z.string().nullable(),
    cellM: maybe,
    patchM: z.number(),
    labelled: counts.nullable(),
  }),
  accuracy: accuracy.nullable().describe('null: without labels nothing is known of the error'),
  labelNext: z.array(
    z.object({
      column: z.int(),
      row: z.int(),
      uncertainty: z.number(),
      unlabelled: z.int(),
      box: z.array(z.number()).describe('west, south, east, north'),
    }),
  ),
  rate: z.object({
    of: z.enum(['built-up', 'image']),
    judgedM2: z.number(),
    vacantM2: z.number(),
    rate: maybe,
    polygons: z.int(),
    polygonsPerKm2: maybe,
    screenedM2: z.number(),
    screened: z.int(),
  }),
  polygons: z.array(polygon),
  parcels: z
    .array(
      z.object({
        parcel: z.string(),
        judgedM2: z.number(),
        vacantM2: z.number(),
        vacantShare: maybe,
        judgedShare: maybe,
      }),
    )
    .nullable(),
  modelFile: z.string().nullable().describe('text of the model, where it was asked for'),
  issues: z.array(issue),
});
componentNames.add(vacantLandAnswer, { id: 'VacantLandAnswer' });
