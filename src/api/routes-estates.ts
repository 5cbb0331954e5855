import type { z } from 'zod';
import {
  demandNamed,
  type LandDocuments,
  type LandWords,
  type VacancyTables,
  type VacancyWords,
} from '../app/index.js';
import { callerOf } from './access/caller.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, files } from './documented.js';
import type { KeptRasters } from './kept-rasters.js';
import { landAnswer, landRequest, vacancyAnswer, vacancyRequest } from './schemas-estates.js';
import { sendFile } from './send-file.js';
import { sentTable } from './sent-table.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['locate'];
/** Layers of one request: some hundred thousand corners. */
const bodyLimit = bodyLimits.shapes;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Plots and estates of a request; nothing of it is kept but findings, where it names a city. Readings of meters do not come this way:
 * they stay on the machine on which the command runs.
 */
export function addEstateRoutes(server: Server, service: Service): void {
  addLandRoutes(server, service);
  addVacancyRoutes(server, service);
}

function addLandRoutes(server: Server, { ws, useCases, rasters }: Service): void {
  server.post(
    '/api/inefficient-land',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'Floor-area ratio, coverage and use of plots; with `findings` also findings in the ledger',
        body: landRequest,
        response: answers(landAnswer, 'a row for each plot'),
      },
    },
    (request) => {
      demandNamed(ws, callerOf(request), 'finding.record', request.body.findings);
      const [documents, words] = landAsked(request.body, rasters);
      return useCases.inefficientLandOf(ws, documents, { ...words, access: callerOf(request) });
    },
  );
  server.post(
    '/api/inefficient-land/export',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The same plots as a workbook',
        body: landRequest,
        response: files([workbook], 'plots, and their items one by one'),
      },
    },
    async ({ body }, reply) =>
      sendFile(reply, await useCases.inefficientLandWorkbook(ws, ...landAsked(body, rasters))),
  );
}

function addVacancyRoutes(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/vacancy',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary:
          'Vacant homes by estate from several sources, with intervals; with `findings` also findings in the ledger',
        body: vacancyRequest,
        response: answers(vacancyAnswer, 'a row for each estate, and the city'),
      },
    },
    (request) => {
      demandNamed(ws, callerOf(request), 'finding.record', request.body.findings);
      const [tables, words] = vacancyAsked(request.body);
      return useCases.vacancyOf(ws, tables, { ...words, access: callerOf(request) });
    },
  );
  server.post(
    '/api/vacancy/export',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The same estates as a workbook',
        body: vacancyRequest,
        response: files([workbook], 'estates, cells and the city, sources'),
      },
    },
    async ({ body }, reply) => sendFile(reply, await useCases.vacancyWorkbook(ws, ...vacancyAsked(body))),
  );
}

function landAsked(
  { plots, plotsName, buildings, attributes, heights, ...words }: z.output<typeof landRequest>,
  rasters: KeptRasters,
): readonly [LandDocuments, LandWords] {
  const documents = {
    plots: { name: plotsName, document: plots },
    buildings: { name: 'buildings', document: buildings },
    ...(attributes !== undefined && { attributes: sentTable('attributes', attributes) }),
    ...(heights !== undefined && { heights: rasters.find(heights) }),
  };
  return [documents, given(words)];
}

function vacancyAsked({
  estates,
  estatesName,
  occupied,
  checked,
  places,
  crs,
  ...words
}: z.output<typeof vacancyRequest>): readonly [VacancyTables, VacancyWords] {
  const tables = {
    estates: sentTable(estatesName, estates),
    ...(occupied !== undefined && { occupied: sentTable('occupied', occupied) }),
    ...(checked !== undefined && { checked: sentTable('checked', checked) }),
    ...(places !== undefined && {
      places: { layer: { name: 'places', document: places }, ...(crs !== undefined && { crs }) },
    }),
  };
  return [tables, given(words)];
}
