import { z } from 'zod';
import { componentNames, issue, text } from './schemas.js';

/** The plan of a city: what is asked and answered; words are those of `afterlode plan`. */

export const cityPlanRequest = z.strictObject({
  period: z.string().min(1).describe('year of the data; default the latest with an index').optional(),
  scenarios: z
    .array(z.strictObject({ name: z.string().min(1).describe('of its file'), text: z.string().min(1) }))
    .max(12)
    .describe('plan files, text in YAML; schemas/plan.json')
    .optional(),
  budget: z.string().min(1).describe('CSV year,budget in yuan').optional(),
});
componentNames.add(cityPlanRequest, { id: 'CityPlanRequest' });

const maybe = z.number().nullable();
const mark = z.enum(['V', 'S', 'M', 'D']);
const stated = z.looseObject({ because: text, mark }).nullable();
const ids = z.array(z.string());
const pair = z.tuple([z.string(), z.string()]);

const condition = z.looseObject({
  text,
  state: z.enum(['met', 'unmet', 'unknown']),
  by: z.enum(['figures', 'statement', 'nobody']),
  evidence: ids,
  stated,
});

const scenario = z.looseObject({
  scenario: z.string(),
  label: text,
  assumptions: text,
  mark,
  measures: z.array(
    z.looseObject({
      measure: z.string(),
      answers: ids,
      score: z.number(),
      choice: z.looseObject({ state: z.enum(['chosen', 'unmet', 'conflict', 'left_out']) }),
      funding: z.enum(['scheduled', 'begun', 'unfunded', 'unpriced']).nullable(),
      conditions: z.array(condition),
      cost: z
        .looseObject({ low: z.number(), high: z.number(), counted: z.number(), years: z.int() })
        .nullable()
        .describe('yuan, all years together; null: unknown, which is not 0'),
      years: z.array(z.int()),
    }),
  ),
  solved: z
    .looseObject({ status: z.string(), objective: z.number(), bound: z.number(), gap: z.number() })
    .nullable(),
  spending: z.array(z.looseObject({ year: z.int(), budget: z.number(), spent: z.number() })),
  coverage: z.array(
    z.looseObject({
      finding: z.string(),
      state: z.enum(['scheduled', 'begun', 'unfunded', 'unpriced', 'not_chosen', 'nothing']),
      measures: ids,
    }),
  ),
  conflicts: z.array(pair),
  synergies: z.array(pair),
  changes: z.array(
    z.looseObject({
      indicator: z.string(),
      now: z.looseObject({ value: z.number(), period: z.string(), id: z.string() }).nullable(),
      effects: z
        .array(
          z.looseObject({
            measure: z.string(),
            direction: z.enum(['more', 'less']),
            low: maybe,
            high: maybe,
          }),
        )
        .describe('side by side, never added; a null end is unknown'),
      opposed: z.boolean(),
      recheck: z.int().nullable(),
    }),
  ),
  recheck: z.array(z.looseObject({ finding: z.string(), indicators: ids, year: z.int().nullable() })),
  issues: z.array(issue),
});

export const cityPlanAnswer = z.looseObject({
  city: z.string(),
  name: text,
  period: z.string(),
  findings: z.array(
    z.looseObject({
      finding: z.string(),
      kind: z.enum(['problem', 'light', 'ground']),
      label: text,
      severity: z.enum(['watch', 'act', 'urgent']).nullable(),
      weight: z.number(),
      value: maybe,
      evidence: ids.describe('addresses that explain opens'),
      stated,
    }),
  ),
  caveats: z.array(z.looseObject({ label: text, advice: text.nullable(), evidence: ids })),
  measures: z.array(
    z.looseObject({
      measure: z.string(),
      label: text,
      answers: ids.min(1),
      conditions: z.array(condition),
      mark,
    }),
  ),
  scenarios: z.array(scenario),
  issues: z.array(issue),
});
componentNames.add(cityPlanAnswer, { id: 'CityPlanAnswer' });
