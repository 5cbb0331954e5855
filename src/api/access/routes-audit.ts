import { answers } from '../documented.js';
import type { Server, Service } from '../server-types.js';
import { given } from '../use-cases.js';
import { callerOf } from './caller.js';
import { needs } from './needs.js';
import { auditCheck, auditHeadAnswer, auditLines, queries, requests } from './schemas.js';

const tags = ['access'];

/** What was done by whom, and whether nothing of it was changed. */
export function addAuditRoutes(server: Server, { ws, useCases }: Service): void {
  const config = needs('audit.read');
  server.get(
    '/api/audit',
    {
      config,
      schema: {
        tags,
        summary: 'Lines of the audit log; those before the last of an answer by its number',
        querystring: queries.audit,
        response: answers(auditLines, 'the newest first'),
      },
    },
    (request) => {
      const { limit, ...wanted } = request.query;
      return useCases.auditLines(ws, { most: limit, ...given(wanted) }, callerOf(request));
    },
  );
  server.get(
    '/api/audit/head',
    {
      config,
      schema: {
        tags,
        summary: 'The newest line of the audit log by number and hash, to be kept outside',
        response: answers(auditHeadAnswer, 'number and hash'),
      },
    },
    async (request, _reply) => ({ head: await useCases.auditHead(ws, callerOf(request)) }),
  );
  server.post(
    '/api/audit/verify',
    {
      config: { ...config, rate: 'costly' },
      schema: {
        tags,
        summary: 'Hold the audit log against itself, and against a line that was published',
        body: requests.verify,
        response: answers(auditCheck, 'it is whole; else a problem names the first line at fault'),
      },
    },
    (request) => useCases.verifyAudit(ws, request.body.head ?? null, callerOf(request)),
  );
}
