import { z } from 'zod';
import { componentNames } from './schemas.js';

const figure = z.number().nullable();
const status = z.string().nullable().describe('class of `arc_status`');

export const distressRequest = z.strictObject({
  table: z
    .string()
    .min(1)
    .describe('CSV place,unemployment,income,poverty[,name][,unemployment_error,income_error,poverty_error]'),
  country: z.string().min(1).describe('row with the figures of the country; default country').optional(),
  thresholdsOf: z.iso.date().describe('also by the thresholds of a day before fiscal 2007').optional(),
  spread: z.number().min(0).max(1).describe('of the weights').optional(),
  runs: z.int().min(1).max(10_000).optional(),
  seed: z.int().min(0).optional(),
});
componentNames.add(distressRequest, { id: 'DistressRequest' });

export const distressAnswer = z.looseObject({
  places: z.array(
    z.looseObject({
      place: z.string(),
      name: z.string().nullable(),
      unemployment: figure,
      income: figure,
      poverty: figure,
      index: figure.describe('mean of three ratios to the country; above 1 is worse'),
      rank: z.int().nullable().describe('1 is the worst'),
      status,
      rankInterval: z.tuple([z.int(), z.int()]).nullable(),
      statusInterval: z.tuple([status, status]).nullable().describe('classes at the ends, the worse first'),
      shares: z.record(z.string(), z.number()).describe('of the runs in each class'),
      byThresholds: status,
    }),
  ),
  country: z.object({ unemployment: z.number(), income: z.number(), poverty: z.number() }),
  classes: z.array(
    z.object({
      id: z.string(),
      label: z.object({ en: z.string(), zh: z.string() }),
      counties: z.int(),
      settled: z.int().describe('in the class at both ends of their interval'),
    }),
  ),
  options: z.looseObject({ runs: z.int(), seed: z.number(), spread: z.number() }),
  measured: z.boolean().describe('whether standard errors were given'),
  thresholdsOf: z.string().nullable(),
});
componentNames.add(distressAnswer, { id: 'DistressAnswer' });
