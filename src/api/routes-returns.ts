import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { evidenceLimits, workbookLimits } from '../app/index.js';
import { officeTypes } from '../base/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, files, parameters } from './documented.js';
import { languageOf } from './language.js';
import { changeHeaders, changeOf, why } from './round-call.js';
import { evidence, returnAnswer, saveAnswer, stepAnswer, uploadAnswer } from './schemas-rounds.js';
import { sendFile } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { takeUpload, uploadHeaders } from './take-upload.js';
import { given } from './use-cases.js';

const tags = ['rounds'];
const ofCity = { parameter: 'city' };
const params = z.strictObject({
  round: z.string().min(1).describe('id of the round'),
  city: parameters.city,
});
const place = '/api/rounds/:round/returns/:city';
const headers = changeHeaders.extend(uploadHeaders.shape);

/** Returns of cities: figures, steps, workbooks and files that prove them. */
export async function addReturnRoutes(server: Server, service: Service): Promise<void> {
  addFigures(server, service);
  addSteps(server, service);
  addDownloads(server, service);
  // Only these routes take any body as it comes, as a stream that goes to a file of its own.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addUploads(scope as Server, service);
  });
}

function addFigures(server: Server, { ws, useCases }: Service): void {
  server.get(
    place,
    {
      config: needs('figures.read', ofCity),
      schema: {
        tags,
        summary: 'The return of a city: forms with figures, checks, files and every change',
        params,
        response: answers(returnAnswer, 'the return'),
      },
    },
    (request) => useCases.returnOf(ws, request.params.round, request.params.city, callerOf(request)),
  );
  server.put(
    `${place}/values`,
    {
      config: needs('figures.change', ofCity),
      schema: {
        tags,
        summary: 'Save values of a return, all that are given or none; what is not named stays as it is',
        params,
        headers: changeHeaders,
        body: z.strictObject({
          values: z
            .array(
              z.strictObject({
                indicator: z.string().min(1),
                value: z.union([z.number(), z.string().max(200), z.null()]).optional(),
                unit: z.string().max(60).describe('words for another unit than that of the form').optional(),
                missing: z.string().describe('why there is no value').optional(),
                source: z.string().optional(),
                explanation: z.string().optional(),
              }),
            )
            .max(5000),
          why,
        }),
        response: answers(saveAnswer, 'how many changed, and what the checks say'),
      },
    },
    (request) => {
      const { seen = null, ...call } = changeOf(request, request.body.why);
      const values = request.body.values.map((one) => ({ ...given(one), indicator: one.indicator }));
      const { round, city } = request.params;
      return useCases.saveValues(ws, round, city, { values, seen }, call);
    },
  );
}

const kinds = [
  'submit',
  'accept_province',
  'return_province',
  'accept_nation',
  'return_nation',
  'appeal',
  'grant',
  'dismiss',
] as const;

function addSteps(server: Server, { ws, useCases }: Service): void {
  server.post(
    `${place}/steps`,
    {
      // Each kind asks for another action; the use case demands it for the city.
      config: needs('round.read', 'use case'),
      schema: {
        tags,
        summary: 'Submit a return, review it, appeal, or answer an appeal',
        params,
        headers: changeHeaders,
        body: z.strictObject({ kind: z.enum(kinds), why }),
        response: answers(stepAnswer, 'where the return stands now'),
      },
    },
    (request) => {
      const { kind, why: words } = request.body;
      const { round, city } = request.params;
      const call = changeOf(request, words);
      if (kind === 'submit') return useCases.submitReturn(ws, round, city, call);
      if (kind === 'appeal') return useCases.fileAppeal(ws, round, city, call);
      if (kind === 'grant' || kind === 'dismiss')
        return useCases.answerAppeal(ws, round, city, { grant: kind === 'grant' }, call);
      const [verdict, level] = kind.split('_') as ['accept' | 'return', 'province' | 'nation'];
      return useCases.reviewReturn(ws, round, city, { level, verdict }, call);
    },
  );
}

function addDownloads(server: Server, { ws, useCases }: Service): void {
  server.get(
    `${place}/workbook`,
    {
      config: needs('figures.read', ofCity),
      schema: {
        tags,
        summary: 'The workbook of a return, to be filled and uploaded',
        params,
        querystring: z.strictObject({ lang: parameters.lang.optional() }),
        response: files([officeTypes.xlsx], 'with last year’s values and what was handed in so far'),
      },
    },
    async (request, reply) => {
      const { round, city } = request.params;
      const lang = request.query.lang ?? languageOf(request.headers['accept-language']);
      return sendFile(reply, await useCases.returnWorkbook(ws, round, city, lang, callerOf(request)));
    },
  );
  server.get(
    `${place}/evidence/:sha256`,
    {
      config: needs('figures.read', ofCity),
      schema: {
        tags,
        summary: 'An attached file, to be saved and never opened in the page',
        params: params.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits') }),
        response: files(['application/octet-stream'], 'the bytes; their media type is that of the list'),
      },
    },
    async (request, reply) => {
      const { round, city, sha256 } = request.params;
      const { file, bytes } = await useCases.evidenceFile(ws, round, city, sha256, callerOf(request));
      return sendFile(reply.header('x-content-type-options', 'nosniff'), {
        fileName: file.name,
        mediaType: file.mediaType,
        bytes,
      });
    },
  );
}

function addUploads(server: Server, { ws, useCases }: Service): void {
  server.post(
    `${place}/workbook`,
    {
      config: needs('figures.change', ofCity),
      schema: {
        tags,
        summary: 'Upload a filled workbook; the body is the file, the header x-file-name its name',
        params,
        headers,
        querystring: z.strictObject({
          dryRun: z.enum(['true', 'false']).describe('only say what would change').optional(),
          partial: z
            .enum(['true', 'false'])
            .describe('save good cells although others have faults')
            .optional(),
        }),
        response: answers(uploadAnswer, 'what was changed, and a message at each cell that has a fault'),
      },
    },
    (request) => {
      const { round, city } = request.params;
      const { dryRun, partial } = request.query;
      const { seen, ...call } = changeOf(request);
      const where = `POST ${place}/workbook`;
      return takeUpload(
        request,
        workbookLimits.file,
        (path, name) => {
          const asked = { dryRun: dryRun === 'true', partial: partial === 'true', ...given({ seen }) };
          return useCases.uploadReturn(ws, round, city, { name, path, ...asked }, call);
        },
        where,
      );
    },
  );
  server.post(
    `${place}/evidence`,
    {
      config: needs('figures.change', ofCity),
      schema: {
        tags,
        summary: `Attach a PDF, JPEG, PNG, XLSX, DOCX, CSV or text file of at most ${evidenceLimits.file} bytes`,
        params,
        headers,
        querystring: z.strictObject({
          indicator: z.string().describe('that it proves; default the return as a whole').optional(),
        }),
        response: answers(evidence, 'the file with its checksum'),
      },
    },
    (request) => {
      const { round, city } = request.params;
      const { seen: _, ...call } = changeOf(request);
      const indicator = request.query.indicator ?? '';
      const where = `POST ${place}/evidence`;
      return takeUpload(
        request,
        evidenceLimits.file,
        async (path, name) => {
          const bytes = new Uint8Array(await readFile(path));
          return useCases.addEvidence(ws, round, city, { indicator, name, bytes }, call);
        },
        where,
      );
    },
  );
}
