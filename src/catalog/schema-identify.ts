import { z } from 'zod';
import { baseSchemas } from './schema-words.js';

const { text, id, mark, date, references, strict } = baseSchemas;

const comparison = z.enum(['lt', 'le', 'gt', 'ge']);
const level = z.enum(['prefecture', 'county-city', 'county', 'district', 'area']);

/** A set of tests from one study, by which a unit is called resource-based. */
export const thresholdSetSchema = strict({
  code: z.string().regex(/^[A-Z][0-9]+$/, 'a code such as T1'),
  label: text,
  note: text.optional(),
  passes: strict({ when: z.enum(['any', 'all']), mark }).describe('Which of its tests a unit must pass.'),
  tests: z
    .array(
      strict({
        id,
        label: text,
        measures: z
          .array(id)
          .min(1)
          .describe('The indicator the study means, then stand-ins; the first with a value counts.'),
        is: comparison,
        than: z
          .union([strict({ parameter: id }), strict({ mean_and_deviations: id })])
          .describe(
            'A parameter, or the mean and so many standard deviations (a parameter) over units of the level.',
          ),
        levels: z.array(level).default([]).describe('Only units of these levels; empty: all.'),
        fill: text.describe('The import that would give the value where it is missing.'),
      }),
    )
    .min(1),
  references,
  mark,
});

/** One of the two axes of a typing: inputs that are put in order within a level. */
export const axisSchema = strict({
  label: text,
  note: text.optional(),
  inputs: z
    .array(
      strict({
        id,
        label: text,
        from: z.union([
          strict({
            indicators: z.array(id).min(1),
            relative_to: z.enum(['none', 'province']).default('none'),
          }),
          strict({
            reserves: z.enum(['remaining_share', 'years_left', 'output_growth', 'output_national_share']),
          }),
        ]),
        better: z.enum(['more', 'less']),
        weight: z.number().positive().default(1),
        fill: text,
      }),
    )
    .min(1),
  references,
  mark,
});

/** The formula of a transfer payment, in force from a day; empty lists are still to be filled. */
export const transferFormulaSchema = strict({
  label: text,
  note: text.optional(),
  from: date,
  to: date.optional().describe('First day on which it was no longer in force.'),
  grades: z
    .array(
      strict({
        id,
        label: text,
        amount: z.number().nonnegative().nullable().describe('CNY a unit and year; null: not known.'),
      }),
    )
    .default([]),
  population: strict({ label: text, indicator: id }).optional(),
  coefficients: z.array(strict({ id, label: text, default: z.number().positive() })).default([]),
  terms: strict({
    first: z.int().min(1),
    extension: z.int().min(1),
    phase_out: z.array(z.number().min(0).max(1)).min(1),
  }).optional(),
  references,
  mark,
});
