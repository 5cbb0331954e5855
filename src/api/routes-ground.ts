import type { z } from 'zod';
import { demandNamed, type GroundDocuments, type GroundWords } from '../app/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, files } from './documented.js';
import { groundAnswer, groundRequest } from './schemas-ground.js';
import { sendFile } from './send-file.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['locate'];
/** Layers of one request: some hundred thousand corners. */
const bodyLimit = bodyLimits.shapes;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The five kinds together and double-high zones, from layers and points of a request; nothing of it is kept. */
export function addGroundRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/ground',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The five kinds of problem on the ground over cells or parcels; double-high zones',
        body: groundRequest,
        response: answers(groundAnswer, 'a row for each cell, zones, and the map'),
      },
    },
    (request) => {
      demandNamed(ws, callerOf(request), 'finding.read', request.body.ledger);
      return useCases.groundOf(ws, ...asked(request.body));
    },
  );
  server.post(
    '/api/ground/export',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The same as a workbook',
        body: groundRequest,
        response: files([workbook], 'cells, what lies in them, zones and projects'),
      },
    },
    async (request, reply) => {
      demandNamed(ws, callerOf(request), 'finding.read', request.body.ledger);
      return sendFile(reply, await useCases.groundFile(ws, ...asked(request.body)));
    },
  );
}

function asked(body: z.output<typeof groundRequest>): readonly [GroundDocuments, GroundWords] {
  const { subsidence, disorder, vacantLand, vacancy, inefficientLand, ...rest } = body;
  const { area, covered, parcels, found, complaints, projects, ...words } = rest;
  const kinds = {
    subsidence,
    disorder,
    vacant_land: vacantLand,
    vacancy,
    inefficient_land: inefficientLand,
  };
  return [
    {
      kinds: layers(kinds),
      covered: layers(covered ?? {}),
      ...layers({ area, parcels }),
      ...(found !== undefined && { found: points('found', found) }),
      ...(complaints !== undefined && { complaints: points('complaints', complaints) }),
      ...(projects !== undefined && { projects: points('projects', projects) }),
    },
    given(words),
  ];
}

/** The layers that were sent, under their names. */
function layers<Name extends string>(sent: Readonly<Partial<Record<Name, string | object | undefined>>>) {
  const there = Object.entries(sent).filter(([, document]) => document !== undefined);
  return Object.fromEntries(there.map(([name, document]) => [name, { name, document }])) as Partial<
    Record<Name, { readonly name: string; readonly document: string | object }>
  >;
}

/** GeoJSON, or a table as the readers of tables take it. */
function points(name: string, sent: string | object) {
  const isGeoJson = typeof sent !== 'string' || /^\uFEFF?\s*\{/.test(sent);
  return isGeoJson ? { name, document: sent } : sentTable(name, sent);
}
