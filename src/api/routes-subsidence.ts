import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { demandNamed, seriesCsv } from '../app/index.js';
import { AfterlodeError, phrases } from '../base/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, files } from './documented.js';
import { languageOf } from './language.js';
import {
  buildingsAnswer,
  buildingsQuery,
  gridAnswer,
  gridQuery,
  keptRun,
  pointsAnswer,
  runAnswer,
  runParams,
  seriesAnswer,
  seriesQuery,
  subsidenceAnswer,
  uploadQuery,
} from './schemas-subsidence.js';
import { sendStream } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { takeUpload, uploadHeaders } from './take-upload.js';
import { given } from './use-cases.js';

const tags = ['locate'];
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Rasters of radar hardly pack: an archive that unpacks to more than this many times the upload's limit is none of them. */
const unpacked = 4;

/** Kept runs of sinking ground, and a new one of a stack that is sent. */
export async function addSubsidenceRoutes(server: Server, service: Service): Promise<void> {
  addRunRoutes(server, service);
  addPlaceRoutes(server, service);
  // Only this route takes any body as it comes, as a stream that is never held in memory.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addStackRoute(scope as Server, service);
  });
}

function addRunRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/subsidence',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Kept runs of sinking ground',
        response: answers(z.array(keptRun), 'newest first; the worked example is not among them'),
      },
    },
    () => useCases.subsidenceRuns(ws),
  );
  server.get(
    '/api/subsidence/:id',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'A run: its answer, where its cells lie, its zones as GeoJSON, their findings in the ledger',
        params: runParams,
        response: answers(runAnswer, 'the run'),
      },
    },
    (request) => useCases.subsidenceRun(ws, request.params.id),
  );
  server.get(
    '/api/subsidence/:id/grid',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Rates or motion up to a date, made coarser until it is small enough',
        params: runParams,
        querystring: gridQuery,
        response: answers(gridAnswer, 'the cells, packed, and how coarse they are'),
      },
    },
    ({ params: { id }, query: { layer, ...more } }) =>
      useCases.subsidenceGrid(ws, id, { layer, ...given(more) }),
  );
}

function addPlaceRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/subsidence/:id/points',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Points of a run of points with their rates; of very many every so many',
        params: runParams,
        response: answers(pointsAnswer, 'the points, packed'),
      },
    },
    (request) => useCases.subsidencePoints(ws, request.params.id),
  );
  server.get(
    '/api/subsidence/:id/series',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'The series of the cell at a position, or of a point, with rate and standard error',
        params: runParams,
        querystring: seriesQuery,
        response: answers(seriesAnswer, 'JSON, or the dates as CSV'),
      },
    },
    async ({ params: { id }, query }, reply) => {
      const answer = await useCases.subsidenceSeries(ws, id, pointOf(query));
      if (query.format === 'json') return answer;
      const fileName = `series-${id}-${answer.column}-${answer.row}.csv`;
      const bytes = oneByOne(new TextEncoder().encode(seriesCsv(answer)));
      return sendStream(reply, bytes, { mediaType: 'text/csv; charset=utf-8', fileName });
    },
  );
  server.get(
    '/api/subsidence/:id/buildings',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Buildings on the zones, the worst first, also as a file',
        params: runParams,
        querystring: buildingsQuery,
        response: {
          ...answers(buildingsAnswer, 'rows with footprints, or the file'),
          ...files(['application/json', 'text/csv', 'application/geo+json', workbook], 'rows or the file'),
        },
      },
    },
    (request, reply) => sendBuildings({ ws, useCases }, request, request.params.id, request.query, reply),
  );
}

async function sendBuildings(
  { ws, useCases }: Pick<Service, 'ws' | 'useCases'>,
  request: FastifyRequest,
  id: string,
  { format, most, lang }: z.output<typeof buildingsQuery>,
  reply: FastifyReply,
) {
  if (format === 'json') return useCases.subsidenceBuildings(ws, id, most);
  const language = lang ?? languageOf(request.headers['accept-language']);
  const { bytes, ...file } = await useCases.buildingsFile(ws, id, format, language);
  reply.header('vary', 'accept-language');
  return sendStream(reply, bytes, file);
}

function addStackRoute(server: Server, { ws, useCases, importLimit }: Service): void {
  server.post(
    '/api/subsidence',
    {
      config: { ...needs('data.change'), rate: 'costly' },
      schema: {
        tags,
        summary:
          'Measure a stack and keep the run; the body is a ZIP, the header x-file-name its name; buildings.geojson, population.tif and lines.geojson beside the stack are what stands on the ground',
        querystring: uploadQuery,
        headers: uploadHeaders,
        response: answers(subsidenceAnswer, 'the answer; kept.id is the id of the run'),
      },
    },
    (request) => {
      demandNamed(ws, callerOf(request), 'finding.record', request.query.findings);
      return takeUpload(
        request,
        importLimit,
        (path, fileName) =>
          useCases.subsidenceUpload(
            ws,
            { path, fileName, limit: unpacked * importLimit, ...given(request.query) },
            callerOf(request),
          ),
        'POST /api/subsidence',
      );
    },
  );
}

function pointOf({ lon, lat, column, row, point }: z.output<typeof seriesQuery>) {
  if (point !== undefined) return { point };
  if (lon !== undefined && lat !== undefined) return { lon, lat };
  if (column !== undefined && row !== undefined) return { column, row };
  throw new AfterlodeError('CALL_OPTION', 'position', {
    found: phrases.nothing,
    expected: { en: 'lon and lat, column and row, or point', zh: 'lon 与 lat、column 与 row，或 point' },
  });
}

async function* oneByOne(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
