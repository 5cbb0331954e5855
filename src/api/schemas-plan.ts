import { z } from 'zod';
import { ladderSteps } from '../plan/index.js';
import { componentNames, issue } from './schemas.js';

/** Planning: what is asked and answered; words are those of the commands of the same names. */

const table = z.string().min(1).describe('CSV');
const number = z.number().nullable();
const text = z.object({ en: z.string(), zh: z.string() });
const name = text.nullable();

export const complexityRequest = z.strictObject({
  table: table.describe('CSV place,activity,value').optional(),
  census: z
    .string()
    .min(1)
    .describe('year of a census of the pack, or latest, instead of a table')
    .optional(),
  without: z.array(z.string().min(1)).describe('activities left out in a second computation').optional(),
  threshold: z.number().positive().optional(),
  least: z.number().min(0).optional(),
  shrink: z.number().min(0).optional(),
  proximity: z.enum(['presence', 'correlation']).optional(),
  self: z.boolean().describe('an activity counts as near to itself; default true').optional(),
});
componentNames.add(complexityRequest, { id: 'ComplexityRequest' });

const complexityResult = {
  places: z.array(
    z.object({ place: z.string(), name, eci: number, diversity: z.int(), coi: number.describe('outlook') }),
  ),
  activities: z.array(z.object({ activity: z.string(), name, pci: number, ubiquity: z.int() })),
  cells: z.array(
    z.object({
      place: z.string(),
      activity: z.string(),
      rca: number,
      mcp: z.union([z.literal(0), z.literal(1)]).describe('1: present'),
      density: number,
      cog: number.describe('gain in outlook by adding it'),
    }),
  ),
  eigenvalues: z.tuple([number, number]).describe('second and third'),
};

export const complexityAnswer = z.looseObject({
  ...complexityResult,
  without: z.looseObject({ ...complexityResult, activitiesOut: z.array(z.string()) }).nullable(),
  period: z.string().nullable().describe('year of the census; null of a table'),
  periods: z.array(z.string()).describe('years whose census could be taken'),
  issues: z.array(issue),
});
componentNames.add(complexityAnswer, { id: 'ComplexityAnswer' });

export const linkagesRequest = z.strictObject({
  flows: table.describe('CSV from,to,value').optional(),
  output: table.describe('CSV sector,output').optional(),
  packTable: z.string().min(1).describe('table of the pack instead of both, such as io_2020_42').optional(),
  jobs: table.describe('CSV sector,city,country: the table is brought to the city').optional(),
  delta: z.number().min(0).max(1).optional(),
  extract: z.array(z.string().min(1)).describe('sectors that stop, each alone').optional(),
});
componentNames.add(linkagesRequest, { id: 'LinkagesRequest' });

const range = z.object({ low: z.number(), high: z.number() }).nullable();

export const linkagesAnswer = z.looseObject({
  sectors: z.array(
    z.looseObject({
      sector: z.string(),
      name,
      influence: number,
      sensitivity: number,
      backward: number,
      forward: number,
      key: z.boolean().nullable(),
      influenceRange: range,
    }),
  ),
  extraction: z.array(
    z.looseObject({
      sector: z.string(),
      total: z.number(),
      share: z.number(),
      range,
      lost: z.array(z.object({ sector: z.string(), lost: z.number() })),
    }),
  ),
  delta: number,
});
componentNames.add(linkagesAnswer, { id: 'LinkagesAnswer' });

export const restorationRequest = z.strictObject({
  ledger: table.describe('CSV project,year,item,kind,amount,payer,area_mu,unit_price,claim[,duty]'),
  rate: z.number().min(0).max(1).describe('of discount').optional(),
  runs: z.int().min(100).max(20_000).optional(),
  seed: z.int().min(0).optional(),
});
componentNames.add(restorationRequest, { id: 'RestorationRequest' });

const statement = z.looseObject({ costs: number, benefits: number, netValue: number, ratio: number });
const restorationResult = {
  ladder: z.array(
    z.looseObject({
      step: z.enum(ladderSteps),
      ratio: number,
      note: text,
      benefits: z.number(),
      costs: z.number(),
    }),
  ),
  npv: z.object({ private: z.number(), public: z.number(), social: z.number() }),
  statements: z.object({ private: statement, public: statement, social: statement }),
  irr: number,
  sensitivity: z.array(z.looseObject({ what: z.string(), netValue: z.number(), ratio: number })),
  spread: z.looseObject({ low: z.number(), mid: z.number(), high: z.number(), positive: z.number() }),
  split: z.array(
    z.looseObject({
      party: z.enum(['private', 'public', 'society']),
      costs: z.number(),
      costShare: number,
      benefits: z.number(),
      benefitShare: number,
    }),
  ),
  duties: z.array(
    z.looseObject({
      duty: z.enum(['owner', 'orphan', 'shared']).nullable().describe('null: the ledger does not say'),
      costs: z.number(),
      paidByAnother: number,
    }),
  ),
};

export const restorationAnswer = z.looseObject({
  ...restorationResult,
  projects: z.array(z.looseObject({ project: z.string(), ...restorationResult })),
  rate: z.number(),
  issues: z.array(issue),
});
componentNames.add(restorationAnswer, { id: 'RestorationAnswer' });
