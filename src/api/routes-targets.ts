import { z } from 'zod';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, parameters } from './documented.js';
import { planTarget, targetImport } from './schemas-checkup.js';
import type { Server, Service } from './server-types.js';
import { takeUpload, uploadHeaders } from './take-upload.js';
import { given } from './use-cases.js';

const tags = ['assessment'];
const yes = z.enum(['true', 'false']);

/** Targets of plans: to read those that are kept. */
export function addTargetRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/targets',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Targets of plans that bind cities, with the documents they stand in',
        querystring: z.strictObject({
          city: parameters.city.optional(),
          year: z.string().min(1).describe('year in which the target is to be reached').optional(),
          history: yes.describe('superseded and corrected versions too').optional(),
        }),
        response: answers(z.array(planTarget), 'one for each target; with history one for each version'),
      },
    },
    ({ query: { history, ...rest } }) =>
      useCases.planTargets(ws, { ...given(rest), history: history === 'true' }),
  );
}

/** To import targets; the scope takes any body as a stream. */
export function addTargetUpload(server: Server, { ws, useCases, importLimit }: Service): void {
  server.post(
    '/api/targets',
    {
      config: needs('data.change'),
      schema: {
        tags,
        summary: 'Import plan targets; the body is the file, the header x-file-name its name',
        querystring: z.strictObject({ dryRun: yes.describe('check only, change nothing').optional() }),
        headers: uploadHeaders,
        response: answers(targetImport, 'what was read, new and corrected'),
      },
    },
    (request) =>
      takeUpload(request, importLimit, (path, fileName) =>
        useCases.importTargets(
          ws,
          { path, fileName, dryRun: request.query.dryRun === 'true' },
          callerOf(request),
        ),
      ),
  );
}
