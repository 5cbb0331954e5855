import { z } from 'zod';
import { componentNames, issue } from './schemas.js';

/** Roadmaps of carbon and jobs: what is asked and answered; words are those of `afterlode roadmap`. */

const table = z.string().min(1);

export const roadmapRequest = z.strictObject({
  table: table.describe('CSV place,year,co2,gdp,population,…'),
  scenarios: z
    .union([z.string().min(1), z.looseObject({})])
    .describe('the scenario file, as text in YAML or as it is'),
  jobs: table.describe('CSV place,year,sector,jobs[,occupation][,retiring]').optional(),
  successors: table
    .describe(
      'CSV place,sector,jobs,elasticity or jobs_before,output_before,output[,match][,cost_per_job][,wage_ratio]',
    )
    .optional(),
  matches: table.describe('CSV occupation,sector,match').optional(),
  labour: table.describe('CSV place,labour_force,employed').optional(),
});
componentNames.add(roadmapRequest, { id: 'RoadmapRequest' });

const number = z.number().nullable();
const range = z.object({ low: number, mid: z.number(), high: number });
const text = z.object({ en: z.string(), zh: z.string() }).nullable();

const jobs = z.looseObject({
  years: z.array(
    z.looseObject({
      year: z.int(),
      displaced: number,
      gained: number,
      taken: number,
      waiting: number,
      labourForce: number,
      employed: number,
      unemployed: number,
    }),
  ),
  successors: z.array(z.looseObject({ sector: z.string(), first: number, last: number, cost: number })),
  groups: z.array(z.looseObject({ sector: z.string(), occupation: z.string(), waiting: number })),
  replacement: z.object({ ratio: number, gained: number, lost: number, reached: z.boolean().nullable() }),
  wageRatio: number,
  replacedFrom: number,
  costPerJob: number,
  takenShare: number,
});

const row = z.object({
  place: z.string(),
  scenario: z.string(),
  label: text,
  assumptions: text,
  mark: z.enum(['V', 'S', 'M', 'D']).nullable(),
  peakYear: range.nullable().describe('null: no peak before the horizon; an end is null beyond it'),
  peakShare: number.describe('share of the draws with a peak before the horizon'),
  neutralYear: range.nullable(),
  path: z.array(
    z.object({
      year: z.int(),
      low: number,
      mid: z.number(),
      high: number,
      sinks: number,
      population: z.number(),
      gdp: z.number(),
    }),
  ),
  jobs: jobs.nullable(),
  warnings: z.array(issue),
});

const model = z.looseObject({
  place: z.string(),
  terms: z.array(
    z.object({
      term: z.string(),
      coefficient: z.number(),
      low: number,
      high: number,
      standardised: number,
      inflation: number,
      inflationRidge: z.number(),
    }),
  ),
  ridge: z.number(),
  r2: number,
  outOfSample: z.object({ years: z.array(z.int()), error: z.number(), unchanged: z.number() }).nullable(),
  turningPoint: z.object({ low: number, mid: z.number(), high: number, withinData: z.boolean() }).nullable(),
});

export const roadmapAnswer = z.looseObject({
  rows: z.array(row),
  models: z.array(model),
  horizon: z.int(),
  confidence: z.number(),
  issues: z.array(issue),
});
componentNames.add(roadmapAnswer, { id: 'RoadmapAnswer' });
