import { z } from 'zod';
import { baseSchemas } from './schema-words.js';

const { text, id, mark, date, references, strict } = baseSchemas;

const element = strict({
  dimension: id.describe('Key of `dimensions`.'),
  label: text,
  use: z.boolean().default(true).describe('An overlay takes an element out with false.'),
  shares: z
    .array(z.string().min(1))
    .default([])
    .describe('Classes of a segmentation whose summed share may tell of it, once it is calibrated.'),
  note: text.optional(),
  mark,
});

/** A list of elements of street disorder; keys are ids, so that an overlay can add some. */
export const disorderSchema = strict({
  label: text,
  from: date.describe('In force from this day; the newest list in force counts.'),
  join: z.enum(['max', 'mean']).describe('A dimension is as bad as its worst element, or as their mean.'),
  note: text.optional(),
  dimensions: z.record(id, strict({ label: text })),
  elements: z.record(id, element),
  references,
  mark,
});
