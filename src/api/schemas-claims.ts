import { z } from 'zod';
import { claimVerdicts } from '../assess/index.js';
import { componentNames, text } from './schemas.js';

const number = z.union([z.number(), z.string()]).describe('in the unit of the figure; a text is a class');

const figure = z.looseObject({
  id: z.string(),
  label: text,
  unit: z.string(),
  published: number,
  is: z.enum(['eq', 'ge', 'gt', 'le', 'lt']),
  tolerance: z.number(),
  recomputed: number.nullable(),
  agrees: z.boolean().nullable(),
  operation: z.string(),
  method: z.string(),
});

const reading = z.looseObject({
  id: z.string(),
  if: text.nullable(),
  outcome: z.enum(['agrees', 'differs', 'open']),
  figures: z.array(figure),
});

const claim = z.looseObject({
  id: z.string(),
  theme: z.string(),
  claim: text,
  source: z.looseObject({ reference: z.string(), title: text, where: z.string(), mark: z.string() }),
  published: z.record(z.string(), number),
  recomputed: z.record(z.string(), number.nullable()),
  verdict: z.enum(claimVerdicts),
  condition: text.nullable(),
  reason: text,
  readings: z.array(reading),
  see: z.array(z.string()),
  file: z.string(),
});
componentNames.add(claim, { id: 'Claim' });

export const claimList = z.array(claim);

const parts = {
  inputs: z.array(
    z.looseObject({
      address: z.string().nullable(),
      label: text,
      value: z.number().nullable(),
      unit: z.string(),
      counted: z.boolean().nullable(),
    }),
  ),
  members: z.array(z.looseObject({ id: z.string(), name: text })),
  gaps: z.array(z.looseObject({ reason: text, needs: text })),
};

export const claimDetails = z.looseObject({
  id: z.string(),
  claim: text,
  verdict: z.enum(claimVerdicts),
  reason: text,
  readings: z.array(
    z.looseObject({ id: z.string(), figures: z.array(z.looseObject({ id: z.string(), ...parts })) }),
  ),
  beside: z.array(z.looseObject({ id: z.string(), label: text, ...parts })),
});
componentNames.add(claimDetails, { id: 'ClaimInFull' });
