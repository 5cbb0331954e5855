import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { goneSignal } from './routes-engine.js';
import { renewalAnswer, renewalRequest } from './schemas-renewal.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

/** Plans of urban renewal from tables of the request; nothing of it is kept. */
export function addRenewalRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/renewal',
    {
      config: needs('computation.run'),
      schema: {
        tags: ['plan'],
        summary: 'Projects of urban renewal in the years of a budget: plan, proof, red lines, parcels',
        body: renewalRequest,
        response: answers(renewalAnswer, 'the plan and what stands round it'),
      },
    },
    (request, reply) => {
      const { projects, budget, precedence, capacity, parcels, ...words } = request.body;
      const more = Object.entries({ precedence, capacity, parcels }).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, sentTable(name, text)] as const],
      );
      const tables = {
        projects: sentTable('projects', projects),
        budget: sentTable('budget', budget),
        ...Object.fromEntries(more),
      };
      return useCases.renewalInThread(ws, tables, given(words), { signal: goneSignal(request, reply) });
    },
  );
}
