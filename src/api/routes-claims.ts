import { z } from 'zod';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { claimDetails, claimList } from './schemas-claims.js';
import type { Server, Service } from './server-types.js';

const tags = ['claims'];

/** Published statements, recomputed; one of them with the inputs of every number. */
export function addClaimRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/claims',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Published figures beside ours, with a verdict and the reason',
        response: answers(claimList, 'one entry for each claim of the catalog'),
      },
    },
    () => useCases.claims(ws),
  );
  server.get(
    '/api/claims/:id',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'One claim in full: readings, inputs with addresses that /api/explain opens, gaps',
        params: z.strictObject({ id: z.string().min(1).describe('id of a claim') }),
        response: answers(claimDetails, 'the claim with everything that went into it'),
      },
    },
    (request) => useCases.claim(ws, request.params.id),
  );
}
