import { z } from 'zod';
import { AfterlodeError, type Issue } from '../base/index.js';
import { baseSchemas } from './schema-words.js';
import { parseTree } from './tree.js';
import { fitted } from './validate.js';

const { strict, id, text, mark } = baseSchemas;

const year = z.string().regex(/^\d{4}$/, 'a year such as 2027');
const least0 = z.number().min(0);
/** Who says so: nothing of a plan file is a fact of the pack. */
const said = {
  because: text.describe('Why, and where it was read.'),
  mark,
  source: id.optional().describe('Entry of references.yaml.'),
};
const severity = z.enum(['watch', 'act', 'urgent']);
const rising = ({ low, high }: { low: number; high: number }) => low <= high;

const cost = strict({
  low: least0.describe('Yuan, all years together.'),
  high: least0,
  years: z.int().min(1).max(30).default(1).describe('Years over which it is spread evenly.'),
  ...said,
}).refine(rising, { message: 'at least low', path: ['high'] });

const quantity = strict({
  value: least0.describe('In the unit of the cost of the catalog.'),
  years: z.int().min(1).max(30).default(1),
  ...said,
});

const effect = strict({
  indicator: id,
  direction: z.enum(['more', 'less']),
  low: z.number().describe('Change in the base unit of the indicator.'),
  high: z.number(),
  ...said,
}).refine(rising, { message: 'at least low', path: ['high'] });

const schema = strict({
  scenario: id,
  label: text,
  assumptions: text.describe('What the scenario rests on.'),
  mark,
  findings: z
    .record(id, strict({ severity, ...said }))
    .default({})
    .describe('What the figures of the pack do not show: by problem, indicator or condition of the ground.'),
  priorities: z
    .record(id, least0)
    .default({})
    .describe('Weight of a finding in place of that of its severity.'),
  measures: z.array(id).optional().describe('The measures wanted; left out: all that answer and may be had.'),
  leave_out: z.array(id).default([]),
  conditions: z
    .record(id, strict({ holds: z.boolean(), ...said }))
    .default({})
    .describe('Whether the condition of a measure holds that no figure decides.'),
  costs: z.record(id, cost).default({}),
  quantities: z
    .record(id, quantity)
    .default({})
    .describe('How much of a measure that the catalog prices by the unit.'),
  effects: z.record(id, z.array(effect).min(1)).default({}),
  after: z.record(id, z.array(id).min(1)).default({}).describe('Measures that must be finished before.'),
  budgets: z.record(year, least0).default({}).describe('Yuan by year; nothing is carried over.'),
  basis: z
    .enum(['low', 'middle', 'high'])
    .default('high')
    .describe('Which end of costs must fit the budget.'),
  discount: z
    .number()
    .refine((value) => value > 0 && value <= 1, 'above 0 and at most 1')
    .default(1)
    .describe('What a score is worth a year later.'),
  targets: z
    .record(id, strict({ year: z.int().min(1000).max(9999), value: z.number(), ...said }))
    .default({})
    .describe('By indicator, in its base unit.'),
  recheck: z
    .record(id, z.int().min(1000).max(9999))
    .default({})
    .describe('Year of the re-check, by indicator.'),
});

/** What a plan file says: one scenario of the plan of a city. Amounts are yuan; years are keys of four digits. */
export type PlanFile = Readonly<z.output<typeof schema>>;

/** Words by which everything in a plan file says who says so. */
export type PlanSaid = Pick<PlanFile['costs'][string], 'because' | 'mark' | 'source'>;

/**
 * Reads a plan file, YAML or JSON.
 *
 * @param where its file, for messages
 * @throws AfterlodeError PLAN_FILE with all faults and their lines
 */
export function readPlanFile(written: string, where: string): PlanFile {
  const issues: Issue[] = [];
  const tree = parseTree({ path: where, text: written }, issues);
  const raw = tree && fitted(schema, tree, issues);
  if (raw !== null && issues.length === 0) return raw;
  const faults = {
    en: issues.map(({ message }) => message.en).join('; '),
    zh: issues.map(({ message }) => message.zh).join('；'),
  };
  throw new AfterlodeError('PLAN_FILE', where, { found: issues.length, faults });
}

/** JSON Schema (draft 7) of plan files, for editors. */
export function planFileSchema(): object {
  const written = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', reused: 'ref' });
  return { ...written, title: 'afterlode: scenario of the plan of a city' };
}
