import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers } from './documented.js';
import { successorsAnswer, successorsRequest } from './schemas-successors.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

/** Tables of one request: some hundred thousand rows. */
const bodyLimit = bodyLimits.tables;

/** Successor industries of a place; nothing of the tables is kept. */
export function addSuccessorRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/successors',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags: ['plan'],
        summary:
          'Activities that could follow the resource of a place, and what would have to be true for each',
        body: successorsRequest,
        response: answers(successorsAnswer, 'candidates in their order, with their conditions'),
      },
    },
    ({ body: { place, table, needs, has, figures, ...words } }) => {
      const tables = Object.entries({ table, needs, has, figures }).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, sentTable(name, text)]],
      );
      return useCases.successorsOf(ws, place, Object.fromEntries(tables), given(words));
    },
  );
}
