import { z } from 'zod';
import { tapioIntervals } from '../assess/index.js';
import { componentNames, issue, text } from './schemas.js';
import { table } from './schemas-engine.js';

/** Schemas of identification, analyses, evaluation and transfers; see `schemas.ts`. */

const maybe = z.number().nullable();
const explain = z
  .string()
  .describe('followed by / and the path of a number in the row: its address for /api/explain');
const count = z.number().int().nonnegative();
const mark = z.enum(['V', 'S', 'M', 'D']).describe('how far the threshold may be trusted');

export const recoveryRow = z.looseObject({
  explain,
  period: z.string(),
  scope: z.enum(['prefecture', 'county', 'county-outside']),
  set: z.string(),
  setLabel: text,
  test: z.string(),
  label: text,
  indicator: z.string(),
  standIn: z.boolean(),
  unit: z.string().nullable(),
  threshold: maybe,
  tested: count.describe('units with a value'),
  listed: count.describe('of them on the official list'),
  passing: count,
  hits: count,
  precision: maybe,
  recall: maybe,
  f1: maybe,
  area: maybe.describe('under the ROC curve'),
  areaLow: maybe,
  areaHigh: maybe,
  best: maybe.describe('threshold with the largest Youden index'),
  bestLow: maybe.describe('of the bootstrap, 95 %'),
  bestHigh: maybe,
  mark,
  fill: text.nullable(),
});
componentNames.add(recoveryRow, { id: 'RecoveryRow' });

export const classification = z.looseObject({
  explain,
  city: z.string(),
  adcode: z.string(),
  name: text,
  listed: z.boolean(),
  period: z.string(),
  official: z.looseObject({ type: z.string().nullable(), batch: maybe }),
  computed: z.looseObject({ type: z.string().nullable(), reason: z.string().nullable() }),
  tests: z.array(
    z.looseObject({
      set: z.string(),
      test: z.string(),
      label: text,
      indicator: z.string(),
      standIn: z.boolean(),
      value: maybe,
      threshold: maybe,
      pass: z.boolean().nullable(),
      margin: maybe,
      period: z.string().nullable(),
      mark,
      fill: text.nullable(),
    }),
  ),
  sets: z.looseObject({ passed: count, decided: count, of: count }),
});
componentNames.add(classification, { id: 'Classification' });

/** Each kind has fields of its own; see the method pages. */
export const analysis = z.looseObject({
  explain,
  place: z.string(),
  name: text,
  from: z.number().int(),
  to: z.number().int(),
  missing: z.array(z.string()).describe('indicators that an import would have to bring'),
  issues: z.array(issue),
});
componentNames.add(analysis, { id: 'Analysis' });

/** Rows of a table have no names or doubts of the register. */
export const tableAnalysis = z.looseObject({ place: z.string() });
componentNames.add(tableAnalysis, { id: 'TableAnalysis' });

export const tableAnalysisRequest = z.strictObject({
  table: table.describe('columns as of `afterlode analyse KIND --table`'),
  sectors: table.optional().describe('carbon: columns as of `--sectors`'),
  skills: table.optional().describe('jobs: columns as of `--skills`'),
  services: table.optional().describe('population: columns as of `--services`'),
  shock: z.string().min(1).describe('structure: years before, at the bottom and after').optional(),
  similarity: z.string().min(1).describe('jobs: similarity from which an occupation fits').optional(),
  from: z.string().min(1).describe('first year').optional(),
  to: z.string().min(1).describe('last year').optional(),
  years: z.string().min(1).describe('population: years between both counts, or years to come').optional(),
  reference: z.string().min(1).describe('jobs, structure: place that others are compared with').optional(),
  chained: z.boolean().describe('carbon: drivers as the sum of yearly steps').optional(),
  interval: z.enum(tapioIntervals).describe("carbon: side of the lower bound of Tapio's coupling").optional(),
});
componentNames.add(tableAnalysisRequest, { id: 'TableAnalysisRequest' });

export const evaluation = z.looseObject({
  explain,
  city: z.string(),
  name: text.nullable(),
  type: z.string().nullable().describe('official type'),
  index: z.string(),
  from: z.string(),
  to: z.string(),
  level: maybe,
  change: maybe,
  parts: z
    .array(z.looseObject({ node: z.string(), points: z.number() }))
    .describe('the change by branch of the index; the points sum to it'),
  gapChange: maybe,
  quadrant: z.string().nullable(),
  rank: maybe,
  rankInterval: z.tuple([z.number(), z.number()]).nullable(),
  ranked: count,
  rankClass: text.nullable(),
  quality: z.looseObject({ grade: z.string() }),
  flags: z.array(z.looseObject({ id: z.string(), label: text, disguise: z.boolean() })),
  issues: z.array(issue).optional(),
});
componentNames.add(evaluation, { id: 'Evaluation' });

export const transferAnswer = z.looseObject({
  explain: explain.nullable().describe('null for units given as rows: they are kept nowhere'),
  period: z.string(),
  formula: z.string(),
  phaseOut: z.array(z.number()).describe('shares of the last amount, by year of the phase-out'),
  pool: maybe.describe('share of the total that the performance adjustment moves; null: switched off'),
  total: z.number().describe('yuan; the rows sum to it, to the fen'),
  totalFen: z.number().int(),
  shapeOnly: z.boolean().describe('stand-ins: the shape of the formula, not an allocation'),
  rows: z.array(
    z.looseObject({
      explain: explain.nullable(),
      city: z.string(),
      name: text.nullable(),
      fixed: z.number(),
      factor: z.number(),
      performance: maybe,
      phaseOut: z.number(),
      unit: z.looseObject({
        population: z.number(),
        coefficients: z.record(z.string(), z.number()),
        phaseOut: z.looseObject({ year: z.number().int(), base: z.number() }).nullable(),
        performance: maybe,
      }),
      amount: z.number(),
      amountFen: z.number().int(),
    }),
  ),
  issues: z.array(issue),
});
componentNames.add(transferAnswer, { id: 'Transfer' });
