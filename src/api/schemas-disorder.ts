import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

/** Street disorder: what is asked and answered; words are those of `afterlode disorder`. */

const cell = z.union([z.string(), z.number(), z.null()]);
const table = z
  .union([z.string(), z.array(z.array(cell)), z.array(z.record(z.string(), cell))])
  .describe('CSV text, rows with the heading first, or an object for each row');
const streets = z.union([z.string(), z.looseObject({})]).describe('GeoJSON of lines, as text or as it is');

export const disorderRequest = z.strictObject({
  scores: table.optional(),
  shares: table.optional(),
  ratings: table.optional(),
  lengths: table.optional(),
  reference: table.optional(),
  streets: streets.optional(),
  join: z.enum(['max', 'mean']).optional(),
  minimumCoverage: z.number().optional(),
  calibration: z.enum(['logistic', 'linear']).optional(),
  list: z.string().min(1).optional(),
});
componentNames.add(disorderRequest, { id: 'DisorderRequest' });

const number = z.number().nullable();
const numbers = z.record(z.string(), number);

const lines = z
  .looseObject({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.looseObject({ id: z.string(), properties: z.looseObject({}), geometry: z.looseObject({}) }),
    ),
  })
  .describe('streets as GeoJSON in longitude and latitude');

export const disorderAnswer = z.object({
  list: z.string(),
  segments: z.array(
    z.object({
      segment: z.string(),
      score: number.describe('0 order to 1 disorder'),
      dimensions: numbers,
      elements: numbers.describe('share of pictures in which each was seen'),
      images: z.int(),
      coverage: z.number().describe('share of the dimensions that were judged'),
      lengthM: number,
      above: z.boolean().nullable().describe('above the threshold of the reference city'),
    }),
  ),
  city: z.object({
    score: number,
    dimensions: numbers,
    byLength: z.boolean(),
    segments: z.int(),
    scored: z.int(),
    lengthM: number,
    images: z.int(),
    years: z.tuple([z.number(), z.number()]).nullable(),
    reference: z
      .object({ quantile: z.number(), threshold: number, shareAbove: number, segments: z.int() })
      .nullable(),
  }),
  agreement: z
    .array(
      z.object({
        element: z.string(),
        images: z.int(),
        auditors: z.int(),
        kappa: number,
        kappaLinear: number,
        fleissKappa: number,
        alphaNominal: number,
        alphaOrdinal: number,
        alphaInterval: number,
      }),
    )
    .nullable(),
  calibration: z
    .array(
      z.object({
        element: z.string(),
        from: z.enum(['scores', 'shares']),
        form: z.enum(['logistic', 'linear']).nullable(),
        intercept: number,
        slope: number,
        used: z.boolean(),
        images: z.int(),
        groups: z.int(),
        presence: number,
        squaredError: number,
        ofMean: number,
        skill: number,
        bias: number,
        precision: number,
        recall: number,
        f1: number,
      }),
    )
    .nullable(),
  shares: z.object({ images: z.int(), classes: z.record(z.string(), z.number()) }).nullable(),
  findings: z.object({ opened: z.array(z.string()), known: z.array(z.string()) }).nullable(),
  words: z
    .object({
      label: text,
      dimensions: z.array(z.object({ id: z.string(), label: text })),
      elements: z.array(z.object({ id: z.string(), dimension: z.string(), label: text })),
    })
    .describe('labels of the list of elements'),
  map: lines.nullable(),
  files: z.array(z.object({ path: z.string(), bytes: z.int() })),
  issues: z.array(issue),
});
componentNames.add(disorderAnswer, { id: 'DisorderAnswer' });

export const planRequest = z.strictObject({
  streets,
  taken: table.optional(),
  spacing: z.number().optional(),
  within: z.number().optional(),
  months: z.string().describe('5-9 or 11-2').optional(),
  hours: z.string().describe('9-16').optional(),
});
componentNames.add(planRequest, { id: 'StreetPlanRequest' });

export const planAnswer = z.object({
  streets: z.int(),
  lengthM: z.number(),
  spacingM: z.number(),
  points: z.int(),
  pictures: z.int(),
  byStreet: z.array(
    z.object({ street: z.string(), lengthM: z.number(), points: z.int(), covered: z.int().nullable() }),
  ),
  coverage: z
    .object({
      pictures: z.int(),
      points: z.int(),
      complete: z.int(),
      lengthShare: z.number(),
      leftOut: z.int(),
      far: z.int(),
      months: z.array(z.int()),
    })
    .nullable(),
  places: z.array(
    z.object({
      street: z.string(),
      atM: z.number(),
      lon: z.number(),
      lat: z.number(),
      headings: z.array(z.number()),
      pictures: z.int().nullable(),
      missing: z.array(z.enum(['along', 'right', 'back', 'left'])).describe('sides without a picture'),
    }),
  ),
  map: lines,
  files: z.array(z.object({ path: z.string(), bytes: z.int() })),
  issues: z.array(issue),
});
componentNames.add(planAnswer, { id: 'StreetPlanAnswer' });
