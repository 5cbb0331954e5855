import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type GivenTable, type IndexRequest, type McdaRequest, tableCells } from '../app/index.js';
import { AfterlodeError } from '../base/index.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, files } from './documented.js';
import { indexAnswer, indexRequest, mcdaAnswer, mcdaRequest } from './schemas-engine.js';
import { sendFile } from './send-file.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['engine'];
/** Tables of one request: 100,000 rows of a dozen columns and more. */
const bodyLimit = bodyLimits.manyTables;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Composite indices and decisions from tables that come with the request. The work is done in threads of its own, and
 * ends when the client goes away.
 */
export function addEngineRoutes(server: Server, { useCases, version }: Service): void {
  server.post(
    '/api/index',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary:
          "A composite index from COINr's two tables, with rank intervals and sensitivity where asked for",
        body: indexRequest,
        response: answers(indexAnswer, 'scores, ranks, weights, steps, remarks, settings, uncertainty'),
      },
    },
    async (request, reply) =>
      useCases.answerIndex(await indexAsked(request.body, version), { signal: goneSignal(request, reply) }),
  );
  server.post(
    '/api/index/export',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The same index with every step as a workbook',
        body: indexRequest,
        response: files([workbook], 'a sheet for each step, in Chinese and English'),
      },
    },
    async (request, reply) => {
      const asked = await indexAsked(request.body, version);
      const signal = goneSignal(request, reply);
      return sendFile(reply, await useCases.answerIndexWorkbook(asked, { signal }));
    },
  );
  server.post(
    '/api/mcda',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Which alternative is best: decision analysis of a table',
        body: mcdaRequest,
        response: answers(mcdaAnswer, 'weights, scores, ranks and what else was asked for'),
      },
    },
    async (request, reply) =>
      useCases.answerMcda(await mcdaAsked(request.body), { signal: goneSignal(request, reply) }),
  );
}

async function indexAsked(body: z.output<typeof indexRequest>, version: string): Promise<IndexRequest> {
  const { data, meta, judgements, options = {}, ...variation } = body;
  return {
    tables: { data: await tableCells('data', data), meta: await tableCells('meta', meta) },
    ...(judgements !== undefined && { judgements: await tableCells('judgements', judgements) }),
    words: given(options),
    variation: given(variation),
    version,
  };
}

async function mcdaAsked(body: z.output<typeof mcdaRequest>): Promise<McdaRequest> {
  const { matrix, criteria, judgements, options } = body;
  const cells = async (name: string, table: GivenTable | undefined) =>
    table === undefined ? null : tableCells(name, table);
  return {
    tables: {
      matrix: await tableCells('matrix', matrix),
      criteria: await tableCells('criteria', criteria),
      judgements: await cells('judgements', judgements),
    },
    asked: asWritten(options),
  };
}

/** Numbers as the command line writes them. */
function asWritten(options: z.output<typeof mcdaRequest>['options']): McdaRequest['asked'] {
  const written = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value] as const],
  );
  const { method, weights, ties, missing } = options;
  const needed = { method, weights, ties, missing, tieDigits: String(options.tieDigits) };
  return { ...Object.fromEntries(written), ...needed };
}

/** Aborts when the client goes away before the answer is there. */
export function goneSignal(request: FastifyRequest, reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (reply.raw.writableFinished) return;
    const where = `${request.method} ${request.url}`;
    const facts = {
      found: { en: 'the client went away', zh: '请求方已断开' },
      expected: { en: 'a client that waits', zh: '等待应答的请求方' },
    };
    gone.abort(new AfterlodeError('API_REQUEST', where, facts));
  });
  return gone.signal;
}
