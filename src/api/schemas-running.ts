import { z } from 'zod';
import { text } from './schemas.js';

export const alive = z.looseObject({ status: z.literal('ok') });

export const readyAnswer = z.looseObject({
  ready: z.boolean(),
  parts: z.array(
    z.looseObject({
      part: z.enum(['catalog', 'database', 'migrations', 'queue', 'server']),
      ready: z.boolean(),
      why: text.nullable().describe('null where it is ready'),
    }),
  ),
});
