import { z } from 'zod';
import type { FormFile } from '../app/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, files, parameters } from './documented.js';
import { pageOf, pageParameters } from './paging.js';
import { addTargetUpload } from './routes-targets.js';
import { annualCheckup, ledgerImport, ledgerRow, surveyImport, surveyItem } from './schemas-checkup.js';
import { ledgerFilter, seen, signed } from './schemas-findings.js';
import { sendStream } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { takeUpload, uploadHeaders } from './take-upload.js';
import { given } from './use-cases.js';

const period = z.string().min(1).describe('year of the data; default the latest of which anything is known');
const list = z.string().min(1).describe('one list of the catalog; default all');
const cityParams = z.strictObject({ city: parameters.city });

/** The annual check-up by indicator lists, and the residents' survey; the ledger has its own routes below. */
export async function addCheckupRoutes(server: Server, service: Service): Promise<void> {
  addAnnualRoutes(server, service);
  addSurveyRoute(server, service);
  addLedgerReads(server, service);
  addLedgerSteps(server, service);
  // Only these routes take any body as it comes, as a stream that is never held in memory.
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    addUploads(scope as Server, service);
    addTargetUpload(scope as Server, service);
  });
}

function addAnnualRoutes(server: Server, { ws, useCases }: Service): void {
  const querystring = z.strictObject({ period: period.optional(), list: list.optional() });
  server.get(
    '/api/cities/:city/annual',
    {
      config: needs('published.read'),
      schema: {
        tags: ['cities'],
        summary: 'The annual check-up of one city by indicator lists',
        params: cityParams,
        querystring,
        response: answers(
          annualCheckup,
          'every entry of every list: judged, measured, or missing with its form',
        ),
      },
    },
    (request) => useCases.annual(ws, request.params.city, given(request.query)),
  );
  server.get(
    '/api/cities/:city/form',
    {
      config: needs('published.read'),
      schema: {
        tags: ['cities'],
        summary: 'A form for what is missing, to be filled and imported',
        params: cityParams,
        querystring,
        response: files(['text/csv'], 'one row for each indicator without a value'),
      },
    },
    async (request, reply) => {
      const file = await useCases.annualForm(ws, request.params.city, given(request.query));
      return sendStream(reply, bytesOf(file), file);
    },
  );
}

function addSurveyRoute(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/survey',
    {
      config: needs('published.read'),
      schema: {
        tags: ['ledger'],
        summary: "Residents' answers in force, with margin of error and light",
        querystring: z.strictObject({ city: parameters.city.optional(), period: period.optional() }),
        response: answers(z.array(surveyItem), 'one for each city, period and question'),
      },
    },
    (request) => useCases.surveys(ws, given(request.query)),
  );
}

function addLedgerReads(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/ledger',
    {
      config: needs('finding.read', 'use case'),
      schema: {
        tags: ['ledger'],
        summary: 'Findings in the ledger; of one city also what its check-up found and nobody has opened',
        querystring: z.strictObject({
          city: parameters.city.optional(),
          ...ledgerFilter,
          ...pageParameters,
        }),
        response: answers(z.array(ledgerRow), 'findings with measure, status, re-check and history'),
      },
    },
    async (request, reply) => {
      const { limit, cursor, overdue, ...filter } = request.query;
      const asked = { ...given(filter), ...(overdue === 'true' && { overdue: true }) };
      const rows = await useCases.ledger(ws, asked, callerOf(request));
      return pageOf(request, reply, rows, ({ id }) => id, { limit, cursor });
    },
  );
  server.get(
    '/api/ledger/finding',
    {
      config: needs('finding.read', 'use case'),
      schema: {
        tags: ['ledger'],
        summary: 'One finding with its history',
        querystring: z.strictObject({ id: z.string().min(1).describe('finding/CITY/PERIOD/…') }),
        response: answers(ledgerRow, 'the finding'),
      },
    },
    (request) => useCases.finding(ws, request.query.id, callerOf(request)),
  );
  server.get(
    '/api/ledger/export',
    {
      config: needs('finding.read', 'use case'),
      schema: {
        tags: ['ledger'],
        summary: 'The whole ledger as a file that can be read back without loss',
        querystring: z.strictObject({ format: z.enum(['csv', 'json']).default('csv') }),
        response: files(['text/csv', 'application/json'], 'every event of every finding'),
      },
    },
    async (request, reply) => {
      const file = await useCases.exportLedger(ws, request.query.format, callerOf(request));
      return sendStream(reply, bytesOf(file), file);
    },
  );
}

function addLedgerSteps(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/ledger',
    {
      config: needs('finding.record', 'use case'),
      schema: {
        tags: ['ledger'],
        summary: 'Open a finding; the judgement is added by the program',
        body: z.strictObject({
          city: parameters.city,
          period: period.optional(),
          about: z.string().min(1).describe('an indicator of the lists or a problem that was found'),
          level: z.string().describe('dwelling, residential_area, block or urban_area').optional(),
          place: z.string().optional(),
          lon: z.number().nullable().optional(),
          lat: z.number().nullable().optional(),
          problemType: z.string().optional(),
          evidence: z.array(z.string()).optional(),
          note: z.string().optional(),
          ...signed,
        }),
        response: answers(ledgerRow, 'the finding as it is now'),
      },
    },
    (request) => {
      const { city, about, ...rest } = request.body;
      return useCases.openFinding(ws, { city, about, ...given(rest) }, callerOf(request));
    },
  );
  server.post(
    '/api/ledger/steps',
    {
      config: needs('finding.record', 'use case'),
      schema: {
        tags: ['ledger'],
        summary: 'Record a measure, a change of status or a note',
        body: z.strictObject({
          finding: z.string().min(1),
          kind: z.string().min(1).describe('measure, status or note'),
          content: z.record(z.string(), z.unknown()).describe('the fields of the kind'),
          ...seen,
          ...signed,
        }),
        response: answers(ledgerRow, 'the finding as it is now'),
      },
    },
    (request) => {
      const { finding, kind, content, ...rest } = request.body;
      return useCases.recordStep(ws, { finding, kind, content, ...given(rest) }, callerOf(request));
    },
  );
  server.post(
    '/api/ledger/recheck',
    {
      config: needs('finding.record', 'use case'),
      schema: {
        tags: ['ledger'],
        summary: 'Compare a later check-up with findings and record the answers',
        body: z.strictObject({
          period: z.string().min(1).describe('the later period'),
          finding: z.string().min(1).optional(),
          city: parameters.city.optional(),
          ...signed,
        }),
        response: answers(z.array(ledgerRow), 'the findings that were re-checked'),
      },
    },
    (request) => {
      const { period: later, ...rest } = request.body;
      return useCases.recheckFindings(ws, { period: later, ...given(rest) }, callerOf(request));
    },
  );
}

function addUploads(server: Server, { ws, useCases, importLimit }: Service): void {
  server.post(
    '/api/survey',
    {
      config: needs('data.change'),
      schema: {
        tags: ['ledger'],
        summary: "Import a residents' survey; the body is the file, the header x-file-name its name",
        querystring: z.strictObject({
          dryRun: z.enum(['true', 'false']).describe('check only, change nothing').optional(),
        }),
        headers: uploadHeaders,
        response: answers(surveyImport, 'what was read, new, revised and refused'),
      },
    },
    (request) =>
      takeUpload(request, importLimit, (path, fileName) =>
        useCases.importSurvey(
          ws,
          { path, fileName, dryRun: request.query.dryRun === 'true' },
          callerOf(request),
        ),
      ),
  );
  server.post(
    '/api/ledger/import',
    {
      config: needs('data.change'),
      schema: {
        tags: ['ledger'],
        summary: 'Read an exported ledger back; the body is the file, the header x-file-name its name',
        headers: uploadHeaders,
        response: answers(ledgerImport, 'how many events were new and how many known'),
      },
    },
    (request) =>
      takeUpload(request, importLimit, (path, fileName) =>
        useCases.importLedger(ws, { path, fileName }, callerOf(request)),
      ),
  );
}

async function* bytesOf(file: FormFile): AsyncIterable<Uint8Array> {
  yield file.bytes;
}
