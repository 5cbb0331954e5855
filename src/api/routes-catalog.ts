import { z } from 'zod';
import { needs } from './access/needs.js';
import { answers } from './documented.js';
import { health, meta } from './schemas.js';
import { catalog, explanation, issueList, tables } from './schemas-more.js';
import type { Server, Service } from './server-types.js';

const tags = ['definitions'];

/** What is defined, where figures come from, how a number came about, and whether the server lives. */
export function addCatalogRoutes(server: Server, { ws, useCases, version }: Service): void {
  server.get(
    '/api/health',
    {
      schema: {
        tags: ['server'],
        summary: 'Whether the server answers',
        response: answers(health, 'it does'),
      },
    },
    async () => ({ status: 'ok', version, catalog: ws.catalog.hash }),
  );
  server.get(
    '/api/meta',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Versions, periods, totals and names of classes',
        response: answers(meta, 'what a page must know first'),
      },
    },
    () => useCases.meta(ws, version),
  );
  server.get(
    '/api/explain',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Why this number? The tree below it, down to sources and licences',
        querystring: z.strictObject({
          id: z
            .string()
            .min(1)
            .describe('address such as value/cn-230400/2020/population, or `explain` of a row / path in it'),
        }),
        response: answers(explanation, 'computation, inputs, sources'),
      },
    },
    (request) => useCases.explainNumber(ws, request.query.id),
  );
  server.get(
    '/api/catalog',
    {
      config: needs('catalog.read'),
      schema: {
        tags,
        summary: 'Indicators, indices, parameters, problems, references, units',
        response: answers(catalog, 'the catalog in force'),
      },
    },
    () => useCases.catalogAnswer(ws),
  );
  server.get(
    '/api/tables',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'The tables of the data pack with source, licence and checks',
        response: answers(tables, 'one entry for each table'),
      },
    },
    () => useCases.tables(ws),
  );
  server.get(
    '/api/issues',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Doubts about the figures as a whole: sources that differ, areas that cannot be summed',
        response: answers(issueList, 'one entry for each doubt'),
      },
    },
    () => useCases.issues(ws),
  );
}
