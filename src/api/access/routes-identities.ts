import { z } from 'zod';
import { answers } from '../documented.js';
import type { Server, Service } from '../server-types.js';
import { callerOf } from './caller.js';
import { needs } from './needs.js';
import { identities, params, queries, requests } from './schemas.js';

const tags = ['access'];
const path = '/api/accounts/:name/identities';
const response = answers(identities, 'identities of the account, the oldest first');

/** Whom an identity provider signs in to an account, for administrators. Each change is answered by the list as it is then. */
export function addIdentityRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    path,
    {
      config: needs('account.read'),
      schema: { tags, summary: 'Identities bound to an account', params: params.name, response },
    },
    (request) => useCases.listIdentities(ws, request.params.name, callerOf(request)),
  );
  server.post(
    path,
    {
      config: needs('account.change'),
      schema: {
        tags,
        summary: 'Bind a person of an identity provider to an account',
        params: params.name,
        body: requests.identity,
        response,
      },
    },
    async (request, _reply) => {
      const { why, ...given } = request.body;
      const { name } = request.params;
      await useCases.addIdentity(ws, name, given, callerOf(request, why));
      return useCases.listIdentities(ws, name, callerOf(request));
    },
  );
  server.delete(
    `${path}/:id`,
    {
      config: needs('account.change'),
      schema: {
        tags,
        summary: 'Take an identity from an account, whose sessions end',
        params: z.strictObject({ ...params.name.shape, ...params.id.shape }),
        querystring: queries.reason,
        response,
      },
    },
    async (request) => {
      const { name, id } = request.params;
      await useCases.removeIdentity(ws, name, id, callerOf(request, request.query.why));
      return useCases.listIdentities(ws, name, callerOf(request));
    },
  );
}
