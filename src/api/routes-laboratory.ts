import { z } from 'zod';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { laboratory } from './schemas-more.js';
import type { Server, Service } from './server-types.js';

/** What the Laboratory computes from: everything to run an index where it is shown. */
export function addLaboratoryRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/laboratory/:index',
    {
      config: needs('published.read'),
      schema: {
        tags: ['assessment'],
        summary: 'An index as the engine runs it: table, tree, steps, names',
        params: z.strictObject({ index: z.string().min(1).describe('id of an index of the catalog') }),
        response: answers(laboratory, 'input of the engine and names of its units and nodes'),
      },
    },
    (request) => useCases.laboratory(ws, { index: request.params.index }),
  );
}
