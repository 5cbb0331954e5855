import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { roadmapAnswer, roadmapRequest } from './schemas-roadmap.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';

/** Roadmaps of carbon and jobs from tables of the request; nothing of it is kept. */
export function addRoadmapRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/roadmap',
    {
      config: needs('computation.run'),
      schema: {
        tags: ['plan'],
        summary: 'Emissions and jobs of places under scenarios: paths, peak and neutrality, replacement',
        body: roadmapRequest,
        response: answers(roadmapAnswer, 'a row for each place and scenario, and the regressions'),
      },
    },
    ({ body: { table, scenarios, ...jobs } }) => {
      const name = 'scenarios';
      return useCases.roadmapOf(ws, {
        table: sentTable('table', table),
        scenarios: typeof scenarios === 'string' ? { name, text: scenarios } : { name, value: scenarios },
        ...Object.fromEntries(
          Object.entries(jobs).flatMap(([part, text]) =>
            text === undefined ? [] : [[part, sentTable(part, text)]],
          ),
        ),
      });
    },
  );
}
