import { z } from 'zod';
import { ledgerFileLimit } from '../app/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, files, parameters } from './documented.js';
import { languageOf } from './language.js';
import { ledgerRow } from './schemas-checkup.js';
import { seen, signed } from './schemas-findings.js';
import { disposition, sendFile } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { takeUpload, uploadHeaders } from './take-upload.js';
import { given } from './use-cases.js';

const tags = ['ledger'];
const finding = z.string().min(1).describe('finding/CITY/PERIOD/…');
const calendar = '/api/ledger.ics';

/** What many do about a finding: who has to see to it until when, what they say, photos and documents, deadlines as a calendar. */
export async function addFindingRoutes(server: Server, service: Service): Promise<void> {
  addWords(server, service);
  addCalendar(server, service);
  addDownload(server, service);
  // Only this route takes any body as it comes, as a stream that is never held in memory.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addUpload(scope as Server, service);
  });
}

/**
 * Lets a calendar show its token in its address, the only place that calendars have for it, on this one path. To be called before whatever
 * asks for tokens.
 */
export function takeCalendarTokens(server: Server): void {
  server.addHook('onRequest', async (request) => {
    const [path, query] = request.url.split('?');
    if (path !== calendar || request.headers.authorization !== undefined) return;
    const token = new URLSearchParams(query).get('token');
    if (token !== null) request.headers.authorization = `Bearer ${token}`;
  });
}

function addWords(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/ledger/assignment',
    {
      config: needs('finding.assign', 'use case'),
      schema: {
        tags,
        summary: 'Say who has to see to a finding until when; without person and office nobody has to',
        body: z.strictObject({
          finding,
          person: z.string().default('').describe('account, or a name'),
          office: z.string().default(''),
          deadline: z.string().default('').describe('day such as 2027-06-30'),
          note: z.string().default(''),
          ...seen,
          ...signed,
        }),
        response: answers(ledgerRow, 'the finding as it is now'),
      },
    },
    (request) => {
      const { finding: name, person, office, deadline, note, ...rest } = request.body;
      const step = { finding: name, kind: 'assigned', content: { person, office, deadline, note } };
      return useCases.recordStep(ws, { ...step, ...given(rest) }, callerOf(request));
    },
  );
  server.post(
    '/api/ledger/comments',
    {
      config: needs('finding.record', 'use case'),
      schema: {
        tags,
        summary: 'Say something about a finding, or say it in other words',
        body: z.strictObject({
          finding,
          text: z.string().min(1),
          answers: z.string().default('').describe('id of the comment it answers'),
          edits: z.string().default('').describe('id of the own comment whose words these replace'),
          ...signed,
        }),
        response: answers(ledgerRow, 'the finding as it is now'),
      },
    },
    (request) => {
      const { finding: name, text, answers: above, edits, ...rest } = request.body;
      const step = { finding: name, kind: 'comment', content: { text, answers: above, edits } };
      return useCases.recordStep(ws, { ...step, ...given(rest) }, callerOf(request));
    },
  );
}

function addCalendar(server: Server, { ws, useCases }: Service): void {
  server.get(
    calendar,
    {
      config: needs('finding.read', 'use case'),
      schema: {
        tags,
        summary: 'Deadlines of findings as a calendar (RFC 5545), to be saved or subscribed to',
        querystring: z.strictObject({
          finding: finding.optional(),
          city: parameters.city.optional(),
          area: z.string().min(1).describe('city or province by name or code').optional(),
          person: z.string().min(1).describe('as they were assigned; me: who asks').optional(),
          lang: parameters.lang.optional(),
          remind: z.coerce.number().int().min(0).max(365).default(0).describe('days before the day'),
          token: z.string().describe('of an account, with the scope finding.read').optional(),
        }),
        response: files(['text/calendar'], 'an event for each finding with a deadline'),
      },
    },
    async (request, reply) => {
      const { lang, token: _token, remind, ...rest } = request.query;
      const asked = { ...given(rest), remind, lang: lang ?? languageOf(request.headers['accept-language']) };
      return sendFile(reply, await useCases.ledgerCalendar(ws, asked, callerOf(request)));
    },
  );
}

function addDownload(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/ledger/files',
    {
      config: needs('finding.read', 'use case'),
      schema: {
        tags,
        summary: 'A photo or document of a finding',
        querystring: z.strictObject({ finding, file: z.string().min(1).describe('id of the file') }),
        response: files(['image/jpeg', 'image/png', 'application/pdf'], 'its bytes'),
      },
    },
    async (request, reply) => {
      const found = await useCases.attachedFile(ws, request.query, callerOf(request));
      // A picture may be shown on the page; whatever else it held, nothing of it runs.
      const manner = found.mediaType === 'application/pdf' ? 'attachment' : 'inline';
      return reply
        .headers({
          'content-type': found.mediaType,
          'content-disposition': disposition(manner, found.fileName),
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
        })
        .send(Buffer.from(found.bytes));
    },
  );
}

function addUpload(server: Server, { ws, useCases, importLimit }: Service): void {
  server.post(
    '/api/ledger/files',
    {
      config: needs('finding.record', 'use case'),
      schema: {
        tags,
        summary:
          'Add a photo or document (JPEG, PNG, PDF up to 8 MiB); the body is the file, the header x-file-name its name',
        querystring: z.strictObject({
          finding,
          caption: z.string().optional(),
          ...signed,
        }),
        headers: uploadHeaders,
        response: answers(ledgerRow, 'the finding as it is now'),
      },
    },
    (request) => {
      const { finding: name, ...rest } = request.query;
      return takeUpload(
        request,
        Math.min(importLimit, ledgerFileLimit),
        (path, fileName) =>
          useCases.attachFile(ws, { finding: name, path, fileName, ...given(rest) }, callerOf(request)),
        'POST /api/ledger/files',
      );
    },
  );
}
