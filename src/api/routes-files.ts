import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ReportKind, reportKinds } from '../app/index.js';
import type { Language } from '../base/index.js';
import { type ReportFormat, reportFormats } from '../report/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { files, parameters, reportFiles } from './documented.js';
import { languageOf } from './language.js';
import { disposition, sendStream } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { given, type ReportFile } from './use-cases.js';

const tags = ['files'];

/** Reports as files, and the backup of what people added. */
export function addFileRoutes(server: Server, service: Service): void {
  const params = z.strictObject({ city: parameters.city });
  const querystring = z.strictObject({
    kind: z.enum(reportKinds).default('checkup'),
    format: z.enum(reportFormats).default('html'),
    period: parameters.period.optional(),
    from: parameters.period.describe('of an evaluation: the first year').optional(),
    to: parameters.period.describe('of an evaluation: the last year').optional(),
    lang: parameters.lang.optional(),
  });
  const schema = {
    tags,
    summary: 'The check-up, the evaluation or the plan of one city as a file',
    params,
    querystring,
    response: reportFiles,
  };
  server.get(
    '/api/reports/:city',
    { config: { ...needs('published.read'), rate: 'costly' }, schema },
    async (request, reply) => sendReport(service, request, reply, { ...request.query, ...request.params }),
  );
  server.get(
    '/api/cities/:city/report',
    { config: { ...needs('published.read'), rate: 'costly' }, schema },
    async (request, reply) => sendReport(service, request, reply, { ...request.query, ...request.params }),
  );
  addNationReport(server, service);
  server.get(
    '/api/backup',
    {
      config: { ...needs('backup.make'), rate: 'costly' },
      schema: {
        tags,
        summary: 'Everything people added, for `afterlode restore`',
        response: files(['application/gzip'], 'the backup'),
      },
    },
    async (request, reply) =>
      sendStream(reply, service.useCases.backup(service.ws, callerOf(request)), {
        mediaType: 'application/gzip',
        fileName: `afterlode-${service.ws.options.on}.backup.gz`,
      }),
  );
}

function addNationReport(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/evaluate/report',
    {
      config: { ...needs('published.read'), rate: 'costly' },
      schema: {
        tags,
        summary: 'The evaluation of all cities together, or of those of one province, as a file',
        querystring: z.strictObject({
          format: z.enum(reportFormats).default('html'),
          from: parameters.period.describe('first year').optional(),
          to: parameters.period.describe('last year').optional(),
          province: z.string().min(1).describe('Chinese or English name').optional(),
          lang: parameters.lang.optional(),
        }),
        response: reportFiles,
      },
    },
    async (request, reply) => {
      const { format, lang, ...rest } = request.query;
      const spoken = lang ?? languageOf(request.headers['accept-language']);
      const file = await useCases.writeNationReport(ws, { format, lang: spoken, ...given(rest) });
      return sendDocument(reply, file, format);
    },
  );
}

interface AskedReport {
  readonly city: string;
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly lang?: Language | undefined;
}

async function sendReport(
  { ws, useCases }: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  { city, kind, format, period, from, to, lang }: AskedReport,
): Promise<FastifyReply> {
  const file = await useCases.writeReport(ws, {
    city,
    kind,
    format,
    lang: lang ?? languageOf(request.headers['accept-language']),
    ...given({ period, from, to }),
  });
  return sendDocument(reply, file, format);
}

function sendDocument(reply: FastifyReply, file: ReportFile, format: ReportFormat): FastifyReply {
  // A page is read in the browser and may be saved from there; a workbook is saved.
  const manner = format === 'html' ? 'inline' : 'attachment';
  return reply
    .headers({
      'content-type': file.mediaType,
      'content-disposition': disposition(manner, file.fileName),
      'cache-control': 'no-cache',
      vary: 'accept-language',
    })
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
}
