import { z } from 'zod';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, parameters } from './documented.js';
import { pageOf, pageParameters } from './paging.js';
import { decision, findingList, savedFindings } from './schemas-more.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['ledger'];

/** Findings and decisions that people keep. */
export function addLedgerRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/findings',
    {
      config: needs('finding.read', { parameter: 'city' }),
      schema: {
        tags,
        summary: 'Findings that were kept',
        querystring: z.strictObject({
          city: parameters.city.optional(),
          period: parameters.period.optional(),
          ...pageParameters,
        }),
        response: answers(findingList, 'the ledger, of all cities or of one'),
      },
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query;
      const rows = await useCases.findings(ws, given(filter));
      return pageOf(request, reply, rows, ({ finding }) => finding.id, { limit, cursor });
    },
  );
  server.post(
    '/api/findings',
    {
      config: needs('data.change'),
      schema: {
        tags,
        summary: 'Keep the findings of a period',
        body: z.strictObject({ period: parameters.period.optional() }),
        response: answers(savedFindings, 'how many were new, changed and the same'),
      },
    },
    (request) => useCases.saveFindings(ws, given(request.body), callerOf(request)),
  );
  server.get(
    '/api/decisions',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Decisions, newest first',
        querystring: z.strictObject({
          about: z.string().min(1).describe('address of a number or id of a city').optional(),
          ...pageParameters,
        }),
        response: answers(z.array(decision), 'all decisions or those about one thing'),
      },
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query;
      const rows = await useCases.decisions(ws, given(filter));
      return pageOf(request, reply, rows, ({ id }) => id, { limit, cursor });
    },
  );
  server.post(
    '/api/decisions',
    {
      config: needs('decision.make'),
      schema: {
        tags,
        summary: 'Record what a person decided about a number or a city',
        body: z.strictObject({
          about: z.string().min(1).describe('address of a number or id of a city'),
          kind: z.string().min(1).describe('note, exclude, accept or register'),
          reason: z.string().min(1),
          document: z.string().default('').describe('number of the document it rests on'),
          by: z.string().default('').describe('who decided'),
        }),
        response: answers(decision, 'the decision as recorded'),
      },
    },
    (request) => useCases.saveDecision(ws, request.body, callerOf(request)),
  );
}
