import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AfterlodeError, phrases } from '../base/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, files } from './documented.js';
import { pageOf, pageParameters } from './paging.js';
import { importAnswer, importList } from './schemas-more.js';
import { sendStream } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { withUpload } from './upload.js';
import { given } from './use-cases.js';

const tags = ['ledger'];

/** Imports: earlier ones, the rows they refused, and a new one whose body is the file itself. */
export async function addImportRoutes(server: Server, service: Service): Promise<void> {
  const { ws, useCases } = service;
  server.get(
    '/api/imports',
    {
      config: needs('record.read'),
      schema: {
        tags,
        summary: 'Earlier imports',
        querystring: z.strictObject(pageParameters),
        response: answers(importList, 'newest first'),
      },
    },
    async (request, reply) =>
      pageOf(request, reply, await useCases.imports(ws), ({ id }) => id, request.query),
  );
  server.get(
    '/api/imports/:sha/rejects',
    {
      config: needs('data.change'),
      schema: {
        tags,
        summary: 'The rows that an import refused, with the reasons, as a file',
        params: z.strictObject({
          sha: z
            .string()
            .regex(/^[0-9a-f]{12}$/, '12 hexadecimal digits')
            .describe('rejectsId of the import'),
        }),
        response: files(['text/csv'], 'one row each: place, code, reason, remedy and the cells'),
      },
    },
    async ({ params: { sha } }, reply) =>
      sendStream(reply, useCases.readRejects(ws, sha), {
        mediaType: 'text/csv; charset=utf-8',
        fileName: `rejects-${sha}.csv`,
      }),
  );
  // Only this route takes any body as it comes, as a stream that is never held in memory.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addUploadRoute(scope as Server, service);
  });
}

function addUploadRoute(server: Server, { ws, useCases, importLimit }: Service): void {
  server.post(
    '/api/imports',
    {
      config: needs('data.change'),
      schema: {
        tags,
        summary:
          'Import a CSV, CSV.gz, XLSX or Parquet file; the body is the file, the header x-file-name its name',
        querystring: z.strictObject({
          layout: z.string().min(1).describe('default the layout whose headings fit').optional(),
          dryRun: z.enum(['true', 'false']).describe('check only, change nothing').optional(),
        }),
        headers: z.looseObject({
          'x-file-name': z.string().describe('percent-encoded where it is not ASCII').optional(),
        }),
        response: answers(importAnswer, 'what was read, accepted, rejected and doubted'),
      },
    },
    (request) => {
      const fileName = fileNameOf(request.headers['x-file-name']);
      const { layout, dryRun } = request.query;
      const announced = Number(request.headers['content-length'] ?? 0);
      const body = request.body as Readable | undefined;
      if (body === undefined)
        throw new AfterlodeError('CALL_OPTION', 'body', {
          found: phrases.nothing,
          expected: { en: 'a file', zh: '文件' },
        });
      return withUpload(body, { fileName, announced, limit: importLimit }, (path) =>
        useCases.importFile(
          ws,
          { path, fileName, dryRun: dryRun === 'true', ...given({ layout }) },
          callerOf(request),
        ),
      );
    },
  );
}

/** The name a file had where it came from, without folders; percent-encoding is undone. */
export function fileNameOf(header: string | string[] | undefined): string {
  const given = typeof header === 'string' ? header : '';
  let name = given;
  try {
    name = decodeURIComponent(given);
  } catch {
    // A name with a plain percent sign is a name all the same.
  }
  const last =
    name
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200) ?? '';
  if (last === '')
    throw new AfterlodeError('CALL_OPTION', 'x-file-name', {
      found: given === '' ? phrases.nothing : given,
      expected: { en: 'the name of the file, such as figures.csv', zh: '文件名，如 figures.csv' },
    });
  return last;
}
