import { z } from 'zod';
import { needs } from './access/needs.js';
import { answers, parameters } from './documented.js';
import { pageOf, pageParameters } from './paging.js';
import { checkup, city, cityPage, cityStory, overview } from './schemas.js';
import { matchAnswer } from './schemas-match.js';
import { comparison } from './schemas-more.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['cities'];
const cityParams = z.strictObject({ city: parameters.city });
const period = parameters.period.optional();

/** The register, the overview, check-ups, city pages and comparisons. */
export function addCityRoutes(server: Server, { ws, useCases }: Service): void {
  addRegisterRoutes(server, { ws, useCases });
  server.get(
    '/api/overview',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Scores, ranks and lights of all listed cities in one period',
        querystring: z.strictObject({
          period,
          index: z.string().min(1).describe('default the first index of the period').optional(),
        }),
        response: answers(overview, 'one row for each listed city, in register order'),
      },
    },
    (request) => useCases.overview(ws, given(request.query)),
  );
  server.get(
    '/api/checkup',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Check-ups of all listed cities, or of those named',
        querystring: z.strictObject({
          period,
          city: z
            .union([parameters.city, z.array(parameters.city)])
            .describe('repeatable; default all listed cities')
            .optional(),
        }),
        response: answers(z.array(checkup), 'one check-up for each city'),
      },
    },
    ({ query }) => {
      const cities = query.city === undefined ? undefined : [query.city].flat();
      return useCases.checkup(ws, given({ cities, period: query.period }));
    },
  );
  server.get(
    '/api/cities/:city/page',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'All that the page of one city shows',
        params: cityParams,
        querystring: z.strictObject({ period }),
        response: answers(
          cityPage,
          'identity, check-up, key figures with series and class, boundary changes',
        ),
      },
    },
    (request) => useCases.cityPage(ws, request.params.city, given(request.query)),
  );
  server.get(
    '/api/cities/:city/story',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'One city in sentences, what is missing of its carbon, and claims about it',
        params: cityParams,
        querystring: z.strictObject({ period }),
        response: answers(cityStory, 'the sentences with which its report begins, in both languages'),
      },
    },
    (request) => useCases.cityStory(ws, request.params.city, given(request.query)),
  );
  server.get(
    '/api/cities/:city/match',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Mode of transition, similar cities, cases with their conditions, measures',
        params: cityParams,
        querystring: z.strictObject({ period }),
        response: answers(matchAnswer, 'always a failure among the cases where the library has one'),
      },
    },
    (request) => useCases.match(ws, request.params.city, given(request.query)),
  );
  addCompareRoute(server, { ws, useCases });
}

function addRegisterRoutes(server: Server, { ws, useCases }: Pick<Service, 'ws' | 'useCases'>): void {
  server.get(
    '/api/cities',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'The listed cities',
        querystring: z.strictObject({
          type: z.string().min(1).describe('official type').optional(),
          resource: z.string().min(1).describe('resource class').optional(),
          level: z.string().min(1).describe('administrative level').optional(),
          q: z.string().describe('code, beginning of a name or of pinyin').optional(),
          ...pageParameters,
        }),
        response: answers(z.array(city), 'cities in register order'),
      },
    },
    async (request, reply) => {
      const { limit, cursor, ...filter } = request.query;
      const rows = await useCases.listCities(ws, given(filter));
      return pageOf(request, reply, rows, ({ id }) => id, { limit, cursor });
    },
  );
  server.get(
    '/api/cities/:city',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'One city or comparison unit',
        params: cityParams,
        response: answers(city, 'official labels, place, areas, doubts'),
      },
    },
    (request) => useCases.city(ws, request.params.city),
  );
}

function addCompareRoute(server: Server, { ws, useCases }: Pick<Service, 'ws' | 'useCases'>): void {
  server.get(
    '/api/compare',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'One indicator over groups of units',
        querystring: z.strictObject({
          indicator: z.string().min(1).describe('an indicator of the catalog'),
          period: z.string().min(1).describe('default the latest with a value').optional(),
          level: z.string().min(1).describe('only units of this level, listed or not').optional(),
          by: z.string().min(1).describe('listed, type, resource or level').optional(),
        }),
        response: answers(comparison, 'pooled value, mean, median and quartiles of each group'),
      },
    },
    ({ query: { indicator, ...rest } }) => useCases.compare(ws, { indicator, ...given(rest) }),
  );
}
