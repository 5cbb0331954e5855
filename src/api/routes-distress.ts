import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers } from './documented.js';
import { distressAnswer, distressRequest } from './schemas-distress.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

/** A table of all counties of a country: some thousand rows. */
const bodyLimit = bodyLimits.counties;

/** Economic status of counties of a table that is sent; nothing of it is kept. */
export function addDistressRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/distress',
    {
      bodyLimit,
      config: needs('computation.run'),
      schema: {
        tags: ['assessment'],
        summary: 'Economic status of counties by rank, with the interval of each rank',
        body: distressRequest,
        response: answers(distressAnswer, 'counties and classes'),
      },
    },
    ({ body: { table, ...words } }) => useCases.distressOf(ws, sentTable('table', table), given(words)),
  );
}
