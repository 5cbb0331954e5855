import type { FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { AfterlodeError } from '../base/index.js';

/** The error for a parameter that does not fit its schema: CALL_OPTION with name, value and what would fit; null for other errors. */
export function validationFault(error: unknown, request: FastifyRequest): AfterlodeError | null {
  if (!hasZodFastifySchemaValidationErrors(error)) return null;
  const [first] = error.validation;
  if (first === undefined) return null;
  const issue = first.params as unknown as Partial<z.core.$ZodIssue> & { readonly issue?: z.core.$ZodIssue };
  const cause = (issue.issue ?? issue) as z.core.$ZodIssue;
  if (cause.code === 'unrecognized_keys') {
    const field = cause.keys[0] ?? '';
    const found = valueAt(partOf(request, contextOf(error)), [field]);
    return new AfterlodeError('CALL_OPTION', field, { found, expected: 'no such parameter' });
  }
  const path = first.instancePath.split('/').filter((key) => key !== '');
  const field = path.join('.') || contextOf(error);
  const found = valueAt(partOf(request, contextOf(error)), path);
  return new AfterlodeError('CALL_OPTION', field, {
    found,
    expected: expectation(cause, first.message ?? ''),
  });
}

function contextOf(error: { readonly validationContext?: string | undefined }): string {
  return error.validationContext ?? 'querystring';
}

function partOf(request: FastifyRequest, context: string): unknown {
  if (context === 'body') return request.body;
  return context === 'params' ? request.params : request.query;
}

function valueAt(whole: unknown, path: readonly string[]): string {
  let at = whole;
  for (const key of path) at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  const text = typeof at === 'string' ? at : (JSON.stringify(at) ?? 'nothing');
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function expectation(cause: z.core.$ZodIssue, message: string): string {
  if (cause.code === 'invalid_value') return cause.values.map(String).join(', ');
  if (cause.code === 'invalid_type') return cause.expected;
  if (cause.code === 'too_small') return 'something that is not empty';
  return message;
}
