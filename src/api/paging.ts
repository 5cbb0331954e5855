import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AfterlodeError } from '../base/index.js';

/** Most rows of a page. */
export const mostRows = 10_000;

const cursor = z.string().min(1).describe('as the link of the page before has it');

/** Parameters of a list that is given whole unless a page is asked for. */
export const pageParameters = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostRows)
    .describe('rows of a page; default the whole list. The header Link names the next page')
    .optional(),
  cursor: cursor.optional(),
};

/** Parameters of a list that comes in pages only. */
export const pagesParameters = {
  limit: z.coerce.number().int().min(1).max(mostRows).default(1000).describe('rows of a page'),
  cursor: cursor.optional(),
};

/** What a page is asked by. */
interface PageQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** The name of the row that a cursor stands for. */
export function rowOfCursor(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}

/**
 * A page of a list as its answer, with the header `Link` where more follow. A page begins after a row and not after a count, so that
 * no row comes twice or is left out when others are added meanwhile.
 *
 * @throws AfterlodeError API_CURSOR where the row of the cursor is not in the list
 */
export function pageOf<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  rows: readonly T[],
  nameOf: (row: T) => string,
  { limit, cursor }: PageQuery,
): readonly T[] {
  if (limit === undefined && cursor === undefined) return rows;
  const after = cursor === undefined ? null : rowOfCursor(cursor);
  const before = after === null ? -1 : rows.findIndex((row) => nameOf(row) === after);
  if (after !== null && before < 0) throw new AfterlodeError('API_CURSOR', 'cursor', { found: after });
  const shown = rows.slice(before + 1, limit === undefined ? undefined : before + 1 + limit);
  const last = shown.at(-1);
  if (last !== undefined && before + 1 + shown.length < rows.length)
    reply.header('link', `<${nextPage(request, nameOf(last))}>; rel="next"`);
  return shown;
}

/** Path and query of the page after a row, all other parameters as they are. */
export function nextPage(request: FastifyRequest, last: string): string {
  const [path = '', query = ''] = request.url.split('?');
  const words = new URLSearchParams(query);
  words.set('cursor', Buffer.from(last, 'utf8').toString('base64url'));
  return `${path}?${words.toString()}`;
}
