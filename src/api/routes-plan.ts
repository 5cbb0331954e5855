import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers } from './documented.js';
import { complexityAnswer, complexityRequest, linkagesAnswer, linkagesRequest } from './schemas-plan.js';
import { csvOf } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['plan'];
/** Tables of one request: some hundred thousand rows. */
const bodyLimit = bodyLimits.tables;

/** Planning on tables of a request; nothing of it is kept. */
export function addPlanRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/complexity',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Economic complexity of places and activities',
        body: complexityRequest,
        response: answers(complexityAnswer, 'places, activities and cells'),
      },
    },
    ({ body: { table, census, ...words } }) =>
      useCases.complexityOf(
        ws,
        { ...csvOf('table', table), ...(census !== undefined && { census }) },
        given(words),
      ),
  );
  server.post(
    '/api/linkages',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'How far sectors pull one another, and what is lost where one stops',
        body: linkagesRequest,
        response: answers(linkagesAnswer, 'sectors, and what is lost'),
      },
    },
    ({ body: { flows, output, jobs, packTable, ...words } }) =>
      useCases.linkagesOf(
        ws,
        {
          ...csvOf('flows', flows),
          ...csvOf('output', output),
          ...csvOf('jobs', jobs),
          ...(packTable !== undefined && { packTable }),
        },
        given(words),
      ),
  );
}
