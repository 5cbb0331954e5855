import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ChangeCall } from '../app/index.js';
import { AfterlodeError } from '../base/index.js';
import { callerOf } from './access/caller.js';

/** Headers of a change of a round: a key for repeating it safely, and the revision that was seen. */
export const changeHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .describe('a change repeated by the same person under the same key is applied once and answered alike')
    .optional(),
  'if-match': z
    .string()
    .describe('revision that the caller has seen, such as "3"; refused where it is another by now')
    .optional(),
});

export const why = z.string().max(2000).describe('reason, for the history').optional();
export const reason = z.strictObject({ why });

/**
 * Who changes something, with the key and the revision that the headers name.
 *
 * @throws AfterlodeError CALL_OPTION where `If-Match` names no revision
 */
export function changeOf(request: FastifyRequest, words?: string): ChangeCall & { readonly seen?: number } {
  const key = request.headers['idempotency-key'];
  const seen = seenOf(request.headers['if-match']);
  return {
    ...callerOf(request, words),
    ...(typeof key === 'string' && { key }),
    ...(seen !== null && { seen }),
  };
}

function seenOf(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null;
  const number = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (number !== undefined) return Number(number);
  throw new AfterlodeError('CALL_OPTION', 'if-match', {
    found: header.slice(0, 60),
    expected: { en: 'a revision such as "3"', zh: '修订号，如 "3"' },
  });
}
