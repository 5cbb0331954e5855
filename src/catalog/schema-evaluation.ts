import { z } from 'zod';
import { baseSchemas } from './schema-words.js';

const { text, id, mark, references, strict } = baseSchemas;

const item = strict({
  id: id.describe('Of the entry; also of its indicator unless `indicator` names another.'),
  label: text.optional().describe('Left out: the label of the indicator.'),
  indicator: id.optional(),
  fit: z.enum(['same', 'stand_in']).default('same'),
  note: text.optional(),
  source: id.describe('Key of `sources`: who keeps the figure.'),
  form: id.default('long').describe('Layout through which the figure is filled.'),
  mark,
});

/** An aspect of the performance evaluation with its indicators. */
export const aspectSchema = strict({
  order: z.int(),
  label: text,
  note: text.optional(),
  sources: z.record(id, text),
  items: z.array(item).min(1),
  references,
  mark,
});

const weight = z.number().min(0);

/** How cities are evaluated between two periods of an index. */
export const evaluationSchema = strict({
  order: z.int(),
  label: text,
  note: text.optional(),
  index: id,
  structure: z.string().describe('Node of the index that stands for the city’s own structure.'),
  region: z.enum(['province', 'class']),
  weights: strict({ level: weight, change: weight, gap: weight }).describe('Relative to one another.'),
  references,
  mark,
});
