import { z } from 'zod';

/** Parameters of the ledger of findings. */

/** Which findings a list shows. */
export const ledgerFilter = {
  period: z.string().min(1).describe('year of the findings').optional(),
  area: z.string().min(1).describe('city or province by name or code').optional(),
  person: z
    .string()
    .min(1)
    .describe('who has to see to them, as they were assigned; me: who asks')
    .optional(),
  overdue: z.enum(['true', 'false']).describe('only those whose day has passed').optional(),
  status: z.string().min(1).describe('found, open, planned, under_way, done, closed or dropped').optional(),
  text: z.string().min(1).describe('words that stand somewhere in them').optional(),
};

export const signed = {
  by: z.string().describe('who records it; only the operator may name another than himself').optional(),
  document: z.string().describe('number of the paper it rests on').optional(),
};

export const seen = {
  after: z
    .string()
    .min(1)
    .describe(
      'id of the last event that the caller has seen; where somebody has decided since, it is refused',
    )
    .optional(),
};
