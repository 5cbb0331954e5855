import type { z } from 'zod';
import type { ForestTables, LegacyTables, ReportFile, TreatmentTables } from '../app/index.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, files } from './documented.js';
import { restorationAnswer, restorationRequest } from './schemas-plan.js';
import {
  forestAnswer,
  forestRequest,
  legacyAnswer,
  legacyRequest,
  treatmentAnswer,
  treatmentRequest,
} from './schemas-restoration.js';
import { sendFile } from './send-file.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['plan'];
/** Tables of one request: some hundred thousand rows. */
const bodyLimit = bodyLimits.tables;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Restoration from tables of the request; nothing of it is kept. */
export function addRestorationRoutes(server: Server, { ws, useCases }: Service): void {
  addPair(server, '/api/restoration', {
    request: restorationRequest,
    answer: restorationAnswer,
    summary: 'Costs and benefits of restoration, from the published ratio to a discounted one',
    told: 'all projects, and each',
    ask: ({ ledger, ...words }) => useCases.restorationOf(ws, sentTable('ledger', ledger), given(words)),
    save: ({ ledger, ...words }) =>
      useCases.restorationWorkbook(ws, sentTable('ledger', ledger), given(words)),
  });
  addPair(server, '/api/restoration/treatment', {
    request: treatmentRequest,
    answer: treatmentAnswer,
    summary: 'How sunken land is to be treated, by its depth and by whether it still sinks',
    told: 'parcels with reasons, areas and costs by treatment',
    ask: (body) => useCases.treatmentOf(ws, treatmentTables(body)),
    save: (body) => useCases.treatmentWorkbook(ws, treatmentTables(body)),
  });
  addPair(server, '/api/restoration/legacy', {
    request: legacyRequest,
    answer: legacyAnswer,
    summary: 'How treatment keeps up with new subsidence: rates, and when nothing is left',
    told: 'years and paces',
    ask: (body) => useCases.legacyLandOf(ws, legacyTables(body)),
    save: (body) => useCases.legacyLandWorkbook(ws, legacyTables(body)),
  });
  addPair(server, '/api/restoration/forest', {
    request: forestRequest,
    answer: forestAnswer,
    summary: 'Carbon of forests: stock, sink and credit, kept apart',
    told: 'forests',
    ask: (body) => useCases.forestCarbonOf(ws, forestTables(body)),
    save: (body) => useCases.forestCarbonWorkbook(ws, forestTables(body)),
  });
}

interface Pair<Request extends z.ZodType, Answer> {
  readonly request: Request;
  readonly answer: z.ZodType;
  readonly summary: string;
  readonly told: string;
  readonly ask: (body: z.output<Request>) => Promise<Answer>;
  readonly save: (body: z.output<Request>) => Promise<ReportFile>;
}

/** A question as JSON, and its tables as a workbook. */
function addPair<Request extends z.ZodType, Answer>(
  server: Server,
  path: string,
  { request, answer, summary, told, ask, save }: Pair<Request, Answer>,
): void {
  const body = request;
  server.post(
    path,
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: { tags, summary, body, response: answers(answer, told) },
    },
    (asked) => ask(asked.body as z.output<Request>),
  );
  server.post(
    `${path}/export`,
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: { tags, summary: `${summary}: as a workbook`, body, response: files([workbook], told) },
    },
    async (asked, reply) => sendFile(reply, await save(asked.body as z.output<Request>)),
  );
}

function treatmentTables({ parcels, prices, run }: z.output<typeof treatmentRequest>): TreatmentTables {
  return {
    ...(parcels !== undefined && { parcels: sentTable('parcels', parcels) }),
    ...(prices !== undefined && { prices: sentTable('prices', prices) }),
    ...(run !== undefined && { run }),
  };
}

function legacyTables({ legacy, paces, horizon }: z.output<typeof legacyRequest>): LegacyTables {
  return {
    legacy: sentTable('legacy', legacy),
    ...(paces !== undefined && { paces: sentTable('paces', paces) }),
    ...(horizon !== undefined && { horizon }),
  };
}

function forestTables({ stands, factors, credit }: z.output<typeof forestRequest>): ForestTables {
  return {
    stands: sentTable('stands', stands),
    ...(factors !== undefined && { factors: sentTable('factors', factors) }),
    ...(credit !== undefined && { credit: sentTable('credit', credit) }),
  };
}
