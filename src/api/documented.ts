import { z } from 'zod';
import { officeTypes } from '../base/index.js';
import { problem } from './schemas.js';

const broken = {
  description: 'what is wrong, where, and what to do',
  content: { 'application/problem+json': { schema: problem } },
};

/** Responses of an endpoint for the OpenAPI page: the answer as JSON, and problems for everything else. */
export function answers(schema: z.ZodType, description: string) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    '4xx': broken,
    '5xx': broken,
  };
}

/** As `answers`, for a file of one of several media types. */
export function files(mediaTypes: readonly string[], description: string) {
  const body = z.string().meta({ format: 'binary' });
  return {
    200: { description, content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: body }])) },
    '4xx': broken,
    '5xx': broken,
  };
}

/** A report in one of its forms. */
export const reportFiles = files(
  ['text/html', officeTypes.docx, officeTypes.xlsx, 'application/pdf'],
  'the report',
);

/** Parameters that many endpoints take. */
export const parameters = {
  period: z.string().min(1).describe('year of the data; default the latest with an index'),
  city: z.string().min(1).describe('code, id, Chinese or English name, or pinyin'),
  lang: z.enum(['zh', 'en']).describe('default by Accept-Language'),
};
