import { z } from 'zod';
import { conditionSchema, type RawCondition } from './schema-trees.js';
import { baseSchemas } from './schema-words.js';

const { strict, id, text, unit, mark } = baseSchemas;

const period = z.string().regex(/^\d{4}(-Q[1-4]|-\d{2})?$/, 'a period in quotes, "2020"');
const names = z.array(z.string().min(1));

const units = strict({
  listed: z.boolean().optional().describe('Only units on the list, or only others.'),
  levels: names.optional(),
  types: names.optional().describe('Official types.'),
  batches: z.array(z.int()).optional().describe('Batches of exhausted cities.'),
  kinds: names.optional().describe('Kinds of resource of the announcement.'),
  resources: names.optional(),
  cities: names.optional().describe('Ids of units.'),
  outermost: z.boolean().optional().describe('Leave out units inside another chosen one.'),
});

/** Which units, as it stands in the file. */
export type RawUnitChoice = z.infer<typeof units>;

interface RawOver {
  period: string;
  units: RawUnitChoice;
  coverage?: number | undefined;
}

/** A recomputation as it stands in the file. */
export type RawRecomputation =
  | string
  | { op: 'sum' | 'product'; of: RawRecomputation[] }
  | { op: 'ratio' | 'difference' | 'change'; of: [RawRecomputation, RawRecomputation] }
  | { op: 'growth_per_year'; of: [RawRecomputation, RawRecomputation]; years: number }
  | {
      op: 'count';
      units: RawUnitChoice;
      period?: string | undefined;
      coverage?: number | undefined;
      when?: RawCondition | undefined;
    }
  | (RawOver & { op: 'total' | 'pooled'; indicator: string })
  | (RawOver & { op: 'mean'; indicator: string; weight?: string | undefined })
  | { op: 'value'; city: string; indicator: string; period: string }
  | { op: 'register'; city: string; field: 'type' | 'level' | 'batch_year' }
  | { op: 'same_base'; of: [string, string] }
  | { op: 'cannot'; reason: { en: string; zh: string }; needs: { en: string; zh: string } };

const coverage = z
  .number()
  .min(0)
  .max(1)
  .optional()
  .describe('Least share of units with a value; all if left out.');
const over = { period, units, coverage };

/** A name of a constant or published figure, or an operation over others. */
export const recomputationSchema: z.ZodType<RawRecomputation> = z.lazy(() => {
  const two = z.tuple([recomputationSchema, recomputationSchema]);
  return z.union([
    id,
    strict({ op: z.enum(['sum', 'product']), of: z.array(recomputationSchema).min(1) }),
    strict({ op: z.enum(['ratio', 'difference', 'change']), of: two }),
    strict({ op: z.literal('growth_per_year'), of: two, years: z.number().positive() }),
    strict({
      op: z.literal('count'),
      units,
      period: period.optional(),
      coverage,
      when: conditionSchema.optional(),
    }),
    strict({ op: z.enum(['total', 'pooled']), indicator: id, ...over }),
    strict({ op: z.literal('mean'), indicator: id, weight: id.optional(), ...over }),
    strict({ op: z.literal('value'), city: z.string().min(1), indicator: id, period }),
    strict({
      op: z.literal('register'),
      city: z.string().min(1),
      field: z.enum(['type', 'level', 'batch_year']),
    }),
    strict({ op: z.literal('same_base'), of: z.tuple([unit, unit]) }),
    strict({
      op: z.literal('cannot'),
      reason: text,
      needs: text.describe('The import that would allow it.'),
    }),
  ]);
});

/** One published statement; a file of `claims/` holds many, each under its id. */
export const claimSchema = strict({
  claim: text,
  source: strict({ reference: id, where: z.string().min(1), mark }),
  constants: z
    .record(
      id,
      strict({ label: text, value: z.number(), unit, reference: id.optional(), mark: mark.optional() }),
    )
    .default({})
    .describe('Numbers from outside the pack; reference and mark of the claim where left out.'),
  published: z
    .record(
      id,
      strict({
        label: text,
        value: z.union([z.number(), z.string().min(1)]),
        unit,
        is: z.enum(['eq', 'ge', 'gt', 'le', 'lt']).default('eq'),
        tolerance: z
          .number()
          .min(0)
          .default(0)
          .describe('Largest difference that still agrees, in the unit.'),
      }),
    )
    .describe('Figures as published.'),
  readings: z
    .array(
      strict({
        id,
        if: text.optional().describe('Under what condition it is read so; left out for the first.'),
        figures: z.record(id, recomputationSchema),
      }),
    )
    .min(1),
  beside: z.record(id, strict({ label: text, unit, by: recomputationSchema })).default({}),
  reason: text.describe('{reading.figure}, {beside}, {beside.names} are filled in.'),
  about: z
    .array(z.string().min(1))
    .default([])
    .describe('Ids of the cities it speaks of, as the register has them: it stands on their pages.'),
  see: z.array(id).default([]),
});
