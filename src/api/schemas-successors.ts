import { z } from 'zod';
import { successorCriteria } from '../plan/index.js';
import { componentNames, issue } from './schemas.js';
import { complexityRequest } from './schemas-plan.js';

/** Successor industries: what is asked and answered; words are those of `afterlode successors`. */

const table = z.string().min(1);
const criterion = z.enum(successorCriteria);

export const successorsRequest = complexityRequest.extend({
  place: z.string().min(1).describe('of the table; without a table code or name of a city'),
  census: z
    .string()
    .min(1)
    .describe('year of a census of the pack, instead of a table; default the latest')
    .optional(),
  needs: table.describe('CSV activity,gate,needs[,unit][,sense][,source]').optional(),
  has: table.describe('CSV place,gate,has[,source]').optional(),
  figures: table.describe('CSV activity[,jobs][,skills][,carbon][,water][,controlled]').optional(),
  weights: z
    .partialRecord(criterion, z.number().min(0))
    .describe('by criterion; what is not named keeps the weight of the catalog')
    .optional(),
  carbonMiddle: z.number().min(0).describe('carbon per unit above which an activity may strand').optional(),
});
componentNames.add(successorsRequest, { id: 'SuccessorsRequest' });

const number = z.number().nullable();
const text = z.object({ en: z.string(), zh: z.string() });
const figures = z.record(criterion, number);
const activity = z.object({ activity: z.string(), name: text.nullable(), rca: number });

const gate = z.object({
  gate: z.string(),
  label: text,
  quantity: text,
  sense: z.enum(['least', 'most']),
  needs: number.describe('null: nobody has set it'),
  has: number.describe('null: nobody knows'),
  lacking: number,
  state: z.enum(['open', 'shut', 'unknown']),
  usual: number.describe('for orientation, never for the judgement'),
  says: text.describe('what was found, and what would have to be true'),
  why: text.nullable(),
  needsSource: text,
  hasSource: text.nullable(),
  mark: z.enum(['V', 'S', 'M', 'D']).nullable(),
});

const row = z.object({
  rank: z.int(),
  activity: z.string(),
  name: text.nullable(),
  score: number,
  parts: figures,
  figures,
  known: number.describe('share of the weights whose figures are known'),
  rca: number,
  state: z.enum(['eligible', 'conditional', 'shut']),
  gates: z.array(gate),
  stranded: z.boolean().nullable().describe('null: nobody knows'),
  strandedSays: text,
  controlled: z.boolean(),
  without: z
    .object({
      rank: z.int().nullable().describe('null: the place has it then'),
      score: number,
      density: number,
      pci: number,
      gain: number,
    })
    .nullable()
    .describe('when extractive activities are left out'),
});

export const successorsAnswer = z.looseObject({
  place: z.string(),
  name: text.nullable(),
  period: z.string().nullable(),
  periods: z.array(z.string()),
  eci: number,
  diversity: z.int(),
  inTable: z.boolean(),
  weights: z.record(criterion, z.number()),
  usualShare: z.number(),
  carbonMiddle: number,
  rows: z.array(row),
  activitiesOut: z.array(z.string()),
  present: z.array(activity),
  leftOut: z.array(activity),
  unknown: z.array(activity),
  note: text.nullable(),
  issues: z.array(issue),
});
componentNames.add(successorsAnswer, { id: 'SuccessorsAnswer' });
