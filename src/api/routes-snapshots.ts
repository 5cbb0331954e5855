import { z } from 'zod';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { answers, files } from './documented.js';
import { pageOf, pageParameters } from './paging.js';
import { snapshotCheck, snapshotRow } from './schemas-rounds.js';
import { sendFile } from './send-file.js';
import type { Server, Service } from './server-types.js';

const tags = ['rounds'];
const params = z.strictObject({
  hash: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/, '8 to 64 hexadecimal digits')
    .describe('its first digits do'),
});

/** Published rounds: each one document that never changes, by its SHA-256. */
export function addSnapshotRoutes(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/snapshots',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Published rounds',
        querystring: z.strictObject(pageParameters),
        response: answers(z.array(snapshotRow), 'the newest last'),
      },
    },
    async (request, reply) =>
      pageOf(
        request,
        reply,
        await useCases.snapshots(ws, callerOf(request)),
        (row) => row.hash,
        request.query,
      ),
  );
  server.get(
    '/api/snapshots/:hash',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'What was published: ranks, findings, who computed, what it rests on',
        params,
        response: answers(snapshotRow, 'the snapshot without its values and catalog'),
      },
    },
    (request) => useCases.snapshotSummary(ws, request.params.hash, callerOf(request)),
  );
  server.get(
    '/api/snapshots/:hash/document',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'The whole snapshot as canonical JSON; its SHA-256 is its address',
        params,
        response: files(['application/json'], 'the document'),
      },
    },
    async (request, reply) => {
      const { row, text } = await useCases.snapshot(ws, request.params.hash, callerOf(request));
      return sendFile(reply, {
        fileName: `snapshot-${row.round}-${row.hash.slice(0, 12)}.json`,
        mediaType: 'application/json; charset=utf-8',
        bytes: new TextEncoder().encode(text),
      });
    },
  );
  server.post(
    '/api/snapshots/:hash/verify',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Compute a snapshot again from the values and the catalog inside it',
        params,
        response: answers(snapshotCheck, 'equal, or what differs'),
      },
    },
    (request) => useCases.verifySnapshot(ws, request.params.hash, callerOf(request)),
  );
}
