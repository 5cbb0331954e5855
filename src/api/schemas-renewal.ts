import { z } from 'zod';
import { componentNames, issue } from './schemas.js';

/** Urban renewal: what is asked and answered; words are those of `afterlode renewal`. */

const table = z.string().min(1);
/** A number, or as a form writes it. */
const written = z.union([z.number(), z.string().min(1)]);

export const renewalRequest = z.strictObject({
  projects: table.describe('CSV project,kind,cost,value,livelihood[,…]'),
  budget: table.describe('CSV year,budget[,rent]'),
  precedence: table.describe('CSV before,after').optional(),
  capacity: table.describe('CSV resource,year,capacity').optional(),
  parcels: table.describe('CSV parcel,unit,…').optional(),
  livelihoodShare: written.describe('least share of spending for livelihood').optional(),
  discount: written.describe('factor of value from a year to the next').optional(),
  timeLimit: written.describe('seconds').optional(),
  gap: written.describe('share of the objective within which the search may end').optional(),
  draws: written.describe('plans at other costs').optional(),
  seed: written.optional(),
});
componentNames.add(renewalRequest, { id: 'RenewalRequest' });

const number = z.number().nullable();
const word = z.string().nullable();
const state = z.object({ value: number, kept: z.boolean().nullable(), change: number });
const other = z.object({ objective: number, kept: number });

export const renewalAnswer = z.looseObject({
  status: z.enum(['optimal', 'feasible']),
  objective: z.number(),
  bound: z.number().describe('no plan has more'),
  gap: z.number(),
  schedule: z.array(z.object({ project: z.string(), year: z.int() })),
  spending: z.array(z.object({ year: z.int(), spent: z.number(), budget: z.number(), marginal: number })),
  valueUnit: z.enum(['yuan', 'score']).nullable(),
  livelihood: z.object({ required: z.number(), share: number }),
  projects: z.array(
    z.looseObject({
      project: z.string(),
      cost: z.number(),
      value: z.number(),
      year: z.int().nullable(),
      stays: number,
    }),
  ),
  outside: z.array(
    z.object({ project: z.string(), year: number, more: number, shortfall: number, barred: word }),
  ),
  robustness: z
    .object({ spread: z.number(), draws: z.int(), seed: z.int(), lower: other, higher: other })
    .nullable(),
  redLines: z.array(
    z.object({ unit: z.string(), line: z.string(), bound: z.number(), plan: state, all: state }),
  ),
  exemptions: z.array(
    z.object({ project: z.string(), unit: z.string(), area: z.number(), reason: z.string() }),
  ),
  rents: z.array(z.object({ year: z.int(), rise: z.number(), limit: z.number(), kept: z.boolean() })),
  balance: z.array(
    z.looseObject({ project: z.string(), payBack: number, netValue: number, onlyByLand: z.boolean() }),
  ),
  parcels: z.array(
    z.looseObject({
      parcel: z.string(),
      potential: number,
      difficulty: number,
      quadrant: word,
      functions: z.array(z.string()).nullable(),
    }),
  ),
  issues: z.array(issue),
});
componentNames.add(renewalAnswer, { id: 'RenewalAnswer' });
