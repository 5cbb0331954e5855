import { z } from 'zod';
import { baseSchemas } from './schema-words.js';

const { text, id, unit, mark, references, strict } = baseSchemas;

const item = strict({
  id: id.describe('Of the entry; also of its indicator unless `indicator` names another.'),
  label: text.optional().describe('Left out: the label of the indicator.'),
  indicator: id.optional(),
  fit: z.enum(['same', 'stand_in']).default('same'),
  note: text.optional(),
  unit: unit
    .optional()
    .describe('In which the figure is filled and shown; left out: the usual one of the indicator.'),
  source: id.describe('Key of `sources`: who keeps the figure and how it is gathered.'),
  form: id.default('long').describe('Layout through which the figure is filled.'),
  mark,
});

/** An indicator list of the city check-up. */
export const checkupSchema = strict({
  label: text,
  class: z.enum(['basic', 'feature', 'supplementary']),
  year: z.int().min(2018).optional().describe('Programme year.'),
  official_count: z.int().min(1).optional().describe('How many indicators the official list has.'),
  note: text.optional(),
  sources: z.record(id, text),
  dimensions: z.array(strict({ id, label: text, items: z.array(item).min(1) })).min(1),
  references,
  mark,
});

/** A question of the residents' survey. */
export const surveySchema = strict({
  label: text,
  aliases: z.array(z.string().min(1)).default([]).describe('Other words for it in tables.'),
  indicators: z.array(id).min(1),
  references,
  mark,
});
