import { z } from 'zod';

/** An object whose unknown keys are faults; the fault's message lists the keys there are. */
function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const allowed = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (fault) => (fault.code === 'unrecognized_keys' ? allowed : undefined),
  });
}

const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'an id in lower case with _ or -');

/** The words from which the schemas of all kinds are made. */
export const baseSchemas = {
  strict,
  id,
  /** Units keep the capitals of their symbols. */
  unit: z.string().regex(/^[A-Za-z0-9_]+$/, 'the id of a unit'),
  text: strict({ en: z.string().min(1), zh: z.string().min(1) }),
  mark: z
    .enum(['V', 'S', 'M', 'D'])
    .describe('V read in the source, S seed document, M from memory, D own rule of the project.'),
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-01-15'),
  /** Bounds of values in the base unit, both included; null is open. */
  range: z.tuple([z.number().nullable(), z.number().nullable()]),
  references: z.array(id).min(1).describe('Entries of references.yaml.'),
  headings: z.array(z.string().min(1)),
} as const;
