import { z } from 'zod';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { placeHint, placesComparison } from './schemas-places.js';
import type { Server, Service } from './server-types.js';

const tags = ['cities'];
const word = z.string().min(1).max(4000);
const words = z.union([word, z.array(word)]);

/** Any places and groups side by side, and the search by which places are found. */
export function addPlaceRoutes(server: Server, { ws, useCases }: Pick<Service, 'ws' | 'useCases'>): void {
  server.get(
    '/api/compare/places',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Any places and groups over the periods, in indicators and indices',
        querystring: z.strictObject({
          indicator: words.describe('repeatable: indicators and indices of the catalog'),
          place: words.describe('repeatable: code, id or name of a unit, listed or not').optional(),
          group: words
            .describe(
              'repeatable: listed, others, type:CLASS, resource:CLASS, level:LEVEL, batch:N, province:NAME, course:CLASS, list:NAME=PLACE+PLACE, all with @LEVEL or without, and like:PLACE',
            )
            .optional(),
        }),
        response: answers(placesComparison, 'values with ranks by place, medians and quartiles by group'),
      },
    },
    ({ query: { indicator, place, group } }) =>
      useCases.comparePlaces(ws, {
        measures: [indicator].flat(),
        places: [place ?? []].flat(),
        groups: [group ?? []].flat(),
      }),
  );
  server.get(
    '/api/places',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Units on the list and off it, for a search while it is typed',
        querystring: z.strictObject({
          q: z
            .string()
            .max(100)
            .describe('code, part of a Chinese name, beginning of pinyin or English name'),
        }),
        response: answers(z.array(placeHint), 'at most a dozen, listed units first'),
      },
    },
    ({ query }) => useCases.placeHints(ws, query.q),
  );
}
