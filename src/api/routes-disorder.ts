import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers } from './documented.js';
import { disorderAnswer, disorderRequest, planAnswer, planRequest } from './schemas-disorder.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['locate'];
/** Tables of one request: some hundred thousand sightings. */
const bodyLimit = bodyLimits.shapes;

/** Street disorder: scores from tables, and plans where pictures are to be taken. */
export function addDisorderRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/disorder',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Disorder of streets from sightings, shares of classes and ratings',
        body: disorderRequest,
        response: answers(disorderAnswer, 'segments, the city, agreement and calibration'),
      },
    },
    ({ body: { scores, shares, ratings, lengths, reference, streets, ...words } }) => {
      const named = Object.entries(given({ scores, shares, ratings, lengths, reference })).map(
        ([name, table]) => [name, { name, table }] as const,
      );
      const lines = streets === undefined ? {} : { streets: { name: 'streets', text: textOf(streets) } };
      return useCases.disorderOf(ws, { ...Object.fromEntries(named), ...lines }, given(words));
    },
  );
  server.post(
    '/api/disorder/plan',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Where pictures of streets are to be taken, and which there are',
        body: planRequest,
        response: answers(planAnswer, 'points with headings, lengths and coverage'),
      },
    },
    ({ body: { streets, taken, ...words } }) => {
      const table = taken === undefined ? {} : { taken: { name: 'taken', table: taken } };
      return useCases.streetPlanOf(
        ws,
        { streets: { name: 'streets', text: textOf(streets) }, ...table },
        given(words),
      );
    },
  );
}

function textOf(document: string | object): string {
  return typeof document === 'string' ? document : JSON.stringify(document);
}
