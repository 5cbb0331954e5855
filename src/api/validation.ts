import type { FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import {
  AfterlodeError,
  expectedShape,
  phrases,
  type ShapeFault,
  shownJson,
  type Text,
} from '../base/index.js';

/** Of a zod issue: names that are not in the schema, words that would fit, the type that would. */
interface Details extends ShapeFault {
  readonly keys?: readonly string[];
}

/** The error for a parameter that does not fit its schema: CALL_OPTION with name, value and what would fit; null for other errors. */
export function validationFault(error: unknown, request: FastifyRequest): AfterlodeError | null {
  if (!hasZodFastifySchemaValidationErrors(error)) return null;
  const [first] = error.validation;
  if (first === undefined) return null;
  const details = first.params as Details;
  const { keys } = details;
  if (keys?.[0] !== undefined) {
    const found = valueAt(partOf(request, contextOf(error)), [keys[0]]);
    return new AfterlodeError('CALL_OPTION', keys[0], {
      found,
      expected: { en: 'no such parameter', zh: '没有这个参数' },
    });
  }
  const path = first.instancePath.split('/').filter((key) => key !== '');
  const field = path.join('.') || contextOf(error);
  const found = valueAt(partOf(request, contextOf(error)), path);
  return new AfterlodeError('CALL_OPTION', field, {
    found,
    expected: expectedShape({ ...details, message: first.message }),
  });
}

function contextOf(error: { readonly validationContext?: string | undefined }): string {
  return error.validationContext ?? 'querystring';
}

function partOf(request: FastifyRequest, context: string): unknown {
  if (context === 'body') return request.body;
  return context === 'params' ? request.params : request.query;
}

function valueAt(whole: unknown, path: readonly string[]): string | Text {
  let at = whole;
  for (const key of path) at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  if (at === undefined) return phrases.nothing;
  const text = typeof at === 'string' ? at : shownJson(at, 101);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
