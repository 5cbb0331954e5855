import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { exportFormats, exportForms, exportKinds } from '../app/index.js';
import { needs } from './access/needs.js';
import { answers, files, parameters } from './documented.js';
import { languageOf } from './language.js';
import { nextPage, pagesParameters, rowOfCursor } from './paging.js';
import { valueList } from './schemas-open.js';
import { sendStream } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['open data'];

/** One word or several: the parameter may be repeated. */
function several(description: string) {
  const word = z.string().min(1);
  return z
    .union([word.transform((one) => [one]), z.array(word)])
    .describe(`${description}; repeatable`)
    .optional();
}

const choice = {
  period: several('year of the data; default all'),
  indicator: several('indicator, or of scores index or node; default all'),
  unit: several('code, id, Chinese or English name, or pinyin; default all assessed units'),
};

/** Values in pages, exports, the files of the shipped tables and their description. */
export function addOpenDataRoutes(server: Server, service: Service): void {
  addValuesRoute(server, service);
  addExportRoute(server, service);
  const { ws, useCases } = service;
  server.get(
    '/api/tables/:table/file',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'The file of a shipped table',
        params: z.strictObject({ table: z.string().min(1).describe('id of the table') }),
        response: files(['text/csv', 'application/gzip'], 'the table as it is shipped'),
      },
    },
    async (request, reply) => {
      const file = await useCases.tableFile(ws, request.params.table);
      return sendStream(reply, file.bytes, file);
    },
  );
  server.get(
    '/dcat.jsonld',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'What is published, as a DCAT 3 catalog',
        response: {
          200: {
            description: 'the shipped tables with title, source, licence, years, place, file',
            content: { 'application/ld+json': { schema: z.looseObject({ '@type': z.string() }) } },
          },
          ...problemsOnly,
        },
      },
    },
    async (request, reply) =>
      reply.type('application/ld+json').send(await useCases.dcatCatalog(ws, baseOf(request))),
  );
}

const { 200: _ok, ...problemsOnly } = answers(z.unknown(), '');

/** Address by which the request called the server. */
export function baseOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}

function addValuesRoute(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/values',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Values of indicators by unit, indicator and period, in pages',
        querystring: z.strictObject({ ...choice, ...pagesParameters }),
        response: answers(valueList, 'a page; the header Link names the next one'),
      },
    },
    async (request, reply) => {
      const { period, indicator, unit, limit, cursor } = request.query;
      const after = cursor === undefined ? undefined : rowOfCursor(cursor);
      const { rows, last } = await useCases.valuesPage(ws, {
        limit,
        ...given({ periods: period, indicators: indicator, units: unit, after }),
      });
      if (last !== null) reply.header('link', `<${nextPage(request, last)}>; rel="next"`);
      return rows;
    },
  );
}

function addExportRoute(server: Server, { ws, useCases }: Service): void {
  const mediaTypes = Object.values(exportForms).map(([mediaType]) => mediaType.replace(/; charset.*/, ''));
  server.get(
    '/api/export',
    {
      config: { ...needs('published.read'), rate: 'costly' },
      schema: {
        tags,
        summary: 'Values, scores, units or findings as a file',
        querystring: z.strictObject({
          kind: z.enum(exportKinds).default('values'),
          format: z
            .enum(exportFormats)
            .default('csv')
            .describe('jsonstat and sdmx-csv: values and scores only'),
          ...choice,
          bom: z
            .enum(['true', 'false'])
            .default('true')
            .describe('of CSV: whether it begins with the mark by which Excel knows UTF-8'),
          lang: parameters.lang.describe('of the labels of JSON-stat; default by Accept-Language').optional(),
        }),
        response: files(mediaTypes, 'the file, made while it is sent'),
      },
    },
    async (request, reply) => {
      const { kind, format, period, indicator, unit, bom, lang } = request.query;
      const file = await useCases.exportFile(ws, {
        kind,
        format,
        mark: bom === 'true',
        lang: lang ?? languageOf(request.headers['accept-language']),
        ...given({ periods: period, indicators: indicator, units: unit }),
      });
      return sendStream(reply, file.bytes, { ...file, keep: 'no-cache' });
    },
  );
}
