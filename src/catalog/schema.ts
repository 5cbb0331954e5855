import { z } from 'zod';
import { formSchema } from './forms.js';
import type { Kind } from './kinds.js';
import { landRuleSchema } from './land-rules.js';
import { matchingSchema } from './matching.js';
import { measureSchema } from './measures.js';
import { checkupSchema, surveySchema } from './schema-checkup.js';
import { claimSchema } from './schema-claims.js';
import { disorderSchema } from './schema-disorder.js';
import { aspectSchema, evaluationSchema } from './schema-evaluation.js';
import { axisSchema, thresholdSetSchema, transferFormulaSchema } from './schema-identify.js';
import { aggregationSchema, stepsSchema } from './schema-steps.js';
import { conditionSchema, indexNodeSchema } from './schema-trees.js';
import { baseSchemas } from './schema-words.js';
import { successorsSchema } from './successors.js';
import { transitionCaseSchema } from './transition-cases.js';

const { text, id, unit, mark, date, range, references, headings, strict } = baseSchemas;

const units = strict({
  label: text,
  base: unit.optional().describe('Unit it is a multiple of; left out for a base unit.'),
  factor: z.number().positive().optional().describe('1 of this unit is so many of the base unit.'),
  per: z.tuple([unit, unit]).optional().describe('Base units it is a quotient of: numerator, denominator.'),
  display: unit.optional().describe('Unit in which readers expect values of this one.'),
  digits: z.int().min(0).max(9).describe('Digits after the point when shown.'),
  aliases: z.array(z.string().min(1)).default([]).describe('Other spellings in tables.'),
});

const references_ = strict({
  kind: z.enum(['law', 'plan', 'standard', 'article', 'book', 'data', 'press', 'project']),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a year, month or day in quotes, "2013-11-12"'),
  number: z.string().optional().describe('Number of the document.'),
  title: text,
  mark,
  url: z.url().optional(),
});

const sourceOrder = strict({
  usual: z.array(z.string()).describe('Tables and layouts from most to least trusted.'),
  except: z.record(id, z.array(z.string()).min(1)).default({}),
});

const better = z.enum(['more', 'less', 'target', 'neither']);

const observed = strict({
  label: text,
  unit,
  additive: z.boolean().describe('Whether the sum over several areas is the value of their union.'),
  better: better.default('neither'),
  valid: range,
  parts: z.array(id).default([]).describe('Indicators that must sum to this one.'),
  moves_with: id.optional().describe('Indicator to which its ratio moves slowly; tells wrong digits.'),
  note: text.optional(),
  references,
  mark,
});

const two = z.tuple([id, id]);
const formula = z.discriminatedUnion('op', [
  strict({ op: z.enum(['ratio', 'difference']), of: two }),
  strict({ op: z.literal('growth'), of: z.tuple([id]), years: z.int().min(1) }),
  strict({ op: z.enum(['sum', 'mean', 'first']), of: z.array(id).min(1) }),
  strict({ op: z.literal('use'), method: z.string(), of: z.array(id).min(1) }),
]);

const indicators = strict({
  label: text,
  unit,
  better,
  valid: range,
  formula,
  across_breaks: z
    .boolean()
    .optional()
    .describe(
      'A growth that may be judged although the area changed: its counts stand on one boundary, or it says so.',
    ),
  note: text.optional(),
  references,
  mark,
});

const parameters = strict({
  label: text,
  unit,
  mark,
  confirmed: date.describe('Last day somebody checked that the newest value still holds.'),
  values: z
    .array(strict({ from: date, value: z.number().nullable(), reference: id }))
    .min(1)
    .describe('Each in force from its day until the next; null ends the rule.'),
});

const classes = strict({
  label: text,
  classes: z
    .array(
      strict({ id: z.string().min(1), label: text, from: z.number().optional(), to: z.number().optional() }),
    )
    .min(1)
    .describe('Bounds are half-open [from, to); a bound that is left out is open.'),
  references,
  mark,
});

const indices = strict({
  version: z.int().min(1),
  order: z.int().default(100).describe('The lowest is the first index of a period: its rank is the rank.'),
  label: text,
  note: text.optional(),
  aggregate: aggregationSchema,
  minimum_coverage: z.number().min(0).max(1).optional(),
  steps: stepsSchema,
  periods: z.array(z.string().regex(/^\d{4}(-Q[1-4]|-\d{2})?$/, 'a period in quotes, "2020"')).min(1),
  of: z.array(indexNodeSchema).min(1),
  references,
  mark,
});

const lights = strict({
  target: strict({ green: z.number(), red: z.number(), reference: id, mark }).optional(),
  peers: z.boolean(),
  trend_years: z.int().min(1).optional(),
});

const problems = strict({
  label: text,
  kind: z.enum(['problem', 'caveat']),
  disguise: z.boolean().default(false).describe('Of a caveat: the numbers it marks flatter a decline.'),
  severity: z.enum(['watch', 'act', 'urgent']),
  when: conditionSchema,
  magnitude: id,
  marks: z.array(id).default([]).describe('Indicators beside which a caveat stands.'),
  advice: text.optional(),
  references,
  mark,
});

const status = z.enum(['measured', 'reported', 'estimated', 'imputed']);

const layouts = strict({
  label: text,
  format: z.enum(['long', 'wide']),
  sheet: z.string().optional(),
  header_rows: z.int().min(1).max(5).default(1),
  encoding: z.enum(['auto', 'utf-8', 'gb18030']).default('auto'),
  city: headings.min(1),
  period: headings.min(1),
  indicator: headings.default([]),
  value: headings.default([]),
  unit: headings.default([]),
  source: headings.default([]),
  status: headings.default([]),
  note: headings.default([]),
  columns: z.record(z.string(), strict({ indicator: id, unit: unit.optional() })).default({}),
  status_words: z.record(z.string(), status).default({}),
  missing: z.array(z.string()).default([]),
  years: z.tuple([z.int(), z.int()]),
  licence: z.string().default(''),
  reference: id.optional(),
});

const figures = z.record(id, z.number().nullable());

const cases = z
  .array(
    strict({
      name: z.string().min(1),
      period: z.string(),
      input: figures.describe('Values of the period in base units; null is missing.'),
      earlier: z.record(z.string(), figures).default({}).describe('Values of earlier periods.'),
      country: figures.default({}).describe('Values of the country in the period.'),
      output: figures,
    }),
  )
  .min(1);

const overlay = strict({ by: z.string().min(1), on: date, why: text });

/** Shape of one definition of each kind; of one entry in files with many. */
export const definitionSchemas = {
  catalog: strict({ version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 0.1.0') }),
  units,
  references: references_,
  source_order: sourceOrder,
  observed,
  indicators,
  parameters,
  classes,
  indices,
  lights,
  problems,
  claims: claimSchema,
  layouts,
  threshold_sets: thresholdSetSchema,
  axes: axisSchema,
  transfer_formulas: transferFormulaSchema,
  land_rules: landRuleSchema,
  checkup: checkupSchema,
  forms: formSchema,
  survey: surveySchema,
  aspects: aspectSchema,
  evaluations: evaluationSchema,
  disorder: disorderSchema,
  transition_cases: transitionCaseSchema,
  measures: measureSchema,
  matching: matchingSchema,
  successors: successorsSchema,
  cases,
  overlay,
} as const satisfies Record<Kind, z.ZodType>;

/** A definition as it stands in its file, defaults filled in. */
export type Raw<K extends Kind> = z.infer<(typeof definitionSchemas)[K]>;
