import type { FastifyRequest } from 'fastify';
import { answers } from '../documented.js';
import type { Server, Service } from '../server-types.js';
import { callerOf } from './caller.js';
import { needs } from './needs.js';
import { madeToken, params, queries, requests, tokens } from './schemas.js';

const tags = ['access'];

/** Tokens of an account: the own ones, and for administrators anybody's. */
export function addTokenRoutes(server: Server, { ws, useCases }: Service): void {
  const config = needs('own_account.change');
  const response = answers(tokens, 'the newest first, ended ones too');
  server.get(
    '/api/tokens',
    { config, schema: { tags, summary: 'Tokens of an account', querystring: queries.whose, response } },
    (request) => useCases.listTokens(ws, ownName(request, request.query.account), callerOf(request)),
  );
  server.post(
    '/api/tokens',
    {
      config,
      schema: {
        tags,
        summary: 'Make a token; its secret is shown this once',
        body: requests.newToken,
        response: answers(madeToken, 'the secret and the token'),
      },
    },
    (request) => {
      const { account, why, days = null, ...wish } = request.body;
      return useCases.addToken(ws, ownName(request, account), { ...wish, days }, callerOf(request, why));
    },
  );
  server.delete(
    '/api/tokens/:id',
    {
      config,
      schema: {
        tags,
        summary: 'End a token for ever',
        params: params.id,
        querystring: queries.ending,
        response,
      },
    },
    async (request) => {
      const { account, why } = request.query;
      const name = ownName(request, account);
      await useCases.revokeToken(ws, name, request.params.id, callerOf(request, why));
      return useCases.listTokens(ws, name, callerOf(request));
    },
  );
}

/** The account that is meant: the named one, else that which asks. */
export function ownName(request: FastifyRequest, account: string | undefined): string {
  return account ?? request.asker?.actor?.name ?? '';
}
