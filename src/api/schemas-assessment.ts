import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

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
      amount: z.number(),
      amountFen: z.number().int(),
    }),
  ),
  issues: z.array(issue),
});
componentNames.add(transferAnswer, { id: 'Transfer' });
