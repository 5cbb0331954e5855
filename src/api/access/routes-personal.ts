import { z } from 'zod';
import { answers } from '../documented.js';
import type { Server, Service } from '../server-types.js';
import { callerOf } from './caller.js';
import { needs } from './needs.js';
import { account, auditLines, params, requests, sessionRows, tokens } from './schemas.js';

const tags = ['access'];

const personalData = z.looseObject({
  account,
  password: z.boolean().describe('whether one is kept; itself it never leaves'),
  identities: z.array(z.looseObject({ id: z.string(), issuer: z.string(), subject: z.string() })),
  sessions: sessionRows,
  tokens,
  log: auditLines,
});

/** What is kept of a person: to be taken along, and to be erased. */
export function addPersonalRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/accounts/:name/personal',
    {
      // Everybody for the own account, administrators for any: the use case knows whose it is.
      config: needs('own_account.change', 'use case'),
      schema: {
        tags,
        summary: 'All that is kept of the person behind an account',
        params: params.name,
        response: answers(personalData, 'account, identities, sessions, tokens, lines of the log'),
      },
    },
    (request) => useCases.personalData(ws, request.params.name, callerOf(request)),
  );
  server.post(
    '/api/accounts/:name/erase',
    {
      config: needs('account.change'),
      schema: {
        tags,
        summary: 'Erase what is kept of the person; the name stays for the log and is never given again',
        params: params.name,
        body: requests.erase,
        response: answers(account, 'the account as it is now'),
      },
    },
    (request) => useCases.eraseAccount(ws, request.params.name, callerOf(request, request.body.why)),
  );
}
