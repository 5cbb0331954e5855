import { z } from 'zod';
import { treatments } from '../plan/index.js';
import { componentNames, issue } from './schemas.js';

/** Treatment, legacy land and carbon of forests: what is asked and answered; words are those of `afterlode restoration`. */

const table = z.string().min(1);
const number = z.number().nullable();
const text = z.object({ en: z.string(), zh: z.string() });
const treatment = z.enum(treatments);
const bounded = z.object({ low: z.number(), mid: z.number(), high: z.number() });

export const treatmentRequest = z.strictObject({
  parcels: table
    .describe(
      'CSV id[,area_mu][,depth_m][,settlement_mm][,rate_mm_yr][,rate_error][,stable_from][,high_water][,contaminated]',
    )
    .optional(),
  prices: table.describe('CSV treatment,low[,high][,scope], yuan a mu').optional(),
  run: z.string().min(1).describe('id of a kept run of subsidence, instead of parcels or besides').optional(),
});
componentNames.add(treatmentRequest, { id: 'TreatmentRequest' });

export const treatmentAnswer = z.looseObject({
  parcels: z.array(
    z.looseObject({
      id: z.string(),
      areaMu: number,
      depthM: number,
      settlementMm: number,
      stable: z.boolean().nullable(),
      treatment: treatment.nullable().describe('null: undecided'),
      possible: z.array(treatment),
      missing: z.array(z.enum(['depth', 'stability', 'water_table'])),
      later: treatment.nullable().describe('of ground that still sinks: once it is at rest'),
      conditions: z.array(z.string()),
      reason: text,
    }),
  ),
  areas: z.array(
    z.looseObject({
      treatment: treatment.nullable(),
      parcels: z.int(),
      areaMu: z.number(),
      unmeasured: z.int(),
      low: number.describe('yuan'),
      high: number,
    }),
  ),
  totalMu: z.number(),
  rule: z.object({
    shallowM: z.number(),
    deepM: z.number(),
    settlementMm: z.number(),
    months: z.number(),
  }),
  issues: z.array(issue),
});
componentNames.add(treatmentAnswer, { id: 'TreatmentAnswer' });

export const legacyRequest = z.strictObject({
  legacy: table.describe('CSV year,registered_mu,treated_total_mu[,new_mu][,treated_mu][,published_percent]'),
  paces: table
    .describe('CSV scenario,new_mu,treated_mu[,new_low][,new_high][,treated_low][,treated_high], a year')
    .optional(),
  horizon: z.int().describe('last year of the paths').optional(),
});
componentNames.add(legacyRequest, { id: 'LegacyRequest' });

const goneYear = z.object({ low: number, mid: number, high: number }).describe('null: never at this pace');

export const legacyAnswer = z.looseObject({
  years: z.array(
    z.looseObject({
      year: z.int(),
      registeredMu: number,
      treatedMu: number,
      openMu: number,
      rate: number.describe('new subsidence below the line'),
      rateOfStart: number,
      published: number,
      agrees: z.enum(['both', 'with_new', 'without_new', 'neither']).nullable(),
    }),
  ),
  paces: z.array(
    z.looseObject({
      scenario: z.string(),
      newMu: bounded,
      treatedMu: bounded,
      goneYear,
      neededMu: bounded,
      path: z.array(z.looseObject({ year: z.int(), openMu: z.number(), rate: number })),
    }),
  ),
  horizon: z.int(),
  issues: z.array(issue),
});
componentNames.add(legacyAnswer, { id: 'LegacyAnswer' });

export const forestRequest = z.strictObject({
  stands: table.describe('CSV forest,year,species,volume_m3[,area_ha][,age]'),
  factors: table.describe('CSV species[,density][,expansion][,roots][,carbon][,a][,b][,source]').optional(),
  credit: table
    .describe('CSV forest[,methodology][,additional][,baseline][,leakage][,buffer][,price]')
    .optional(),
});
componentNames.add(forestRequest, { id: 'ForestRequest' });

export const forestAnswer = z.looseObject({
  forests: z.array(
    z.looseObject({
      forest: z.string(),
      stock: z.array(z.looseObject({ year: z.int(), stock: number.describe('t CO2') })),
      sink: z.array(z.looseObject({ from: z.int(), to: z.int(), sink: number.describe('t CO2 a year') })),
      credit: z.looseObject({
        credit: number.describe('t CO2 a year'),
        value: number.describe('yuan a year'),
        missing: z.array(z.string()),
      }),
      stands: z.array(z.looseObject({ year: z.int(), species: z.string(), stock: number })),
    }),
  ),
  carbonFraction: z.number(),
  issues: z.array(issue),
});
componentNames.add(forestAnswer, { id: 'ForestAnswer' });
