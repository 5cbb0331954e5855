import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Language } from '../base/index.js';
import { files, parameters } from './documented.js';
import { languageOf } from './language.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['files'];
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reports as files, and the backup of what people added. */
export function addFileRoutes(server: Server, service: Service): void {
  const params = z.strictObject({ city: parameters.city });
  const querystring = z.strictObject({
    format: z.enum(['html', 'xlsx']).default('html'),
    period: parameters.period.optional(),
    lang: parameters.lang.optional(),
  });
  const schema = {
    tags,
    summary: 'The check-up report of one city as a file',
    params,
    querystring,
    response: files(['text/html', workbook], 'the report'),
  };
  server.get('/api/reports/:city', { schema }, async (request, reply) =>
    sendReport(service, request, reply, { ...request.query, ...request.params }),
  );
  server.get('/api/cities/:city/report', { schema }, async (request, reply) =>
    sendReport(service, request, reply, { ...request.query, ...request.params }),
  );
  server.get(
    '/api/backup',
    {
      schema: {
        tags,
        summary: 'Everything people added, for `afterlode restore`',
        response: files(['application/gzip'], 'the backup'),
      },
    },
    async (_request, reply) => sendBackup(service, reply),
  );
}

interface AskedReport {
  readonly city: string;
  readonly format: 'html' | 'xlsx';
  readonly period?: string | undefined;
  readonly lang?: Language | undefined;
}

async function sendReport(
  { ws, useCases }: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  { city, format, period, lang }: AskedReport,
): Promise<FastifyReply> {
  const file = await useCases.writeReport(ws, {
    city,
    kind: 'checkup',
    format,
    lang: lang ?? languageOf(request.headers['accept-language']),
    ...given({ period }),
  });
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

async function sendBackup({ ws, useCases }: Service, reply: FastifyReply): Promise<FastifyReply> {
  const bytes = useCases.backup(ws)[Symbol.asyncIterator]();
  // The first bytes are awaited before the answer begins, so that a fault is answered as a problem and not as a torn file.
  const first = await bytes.next();
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let step = first; step.done !== true; step = await bytes.next()) yield step.value;
  }
  return reply
    .headers({
      'content-type': 'application/gzip',
      'content-disposition': disposition('attachment', `afterlode-${ws.options.on}.backup.gz`),
      'cache-control': 'no-store',
    })
    .send(Readable.from(whole(), { objectMode: false }));
}

/** Content-Disposition by RFC 6266: the name in UTF-8, and in ASCII for those who do not read that. */
function disposition(manner: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${manner}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
