import { z } from 'zod';
import { analysisKinds, type GivenTable, type TableSource, tableCells } from '../app/index.js';
import { type RecoveryRow, tapioIntervals } from '../assess/index.js';
import { needs } from './access/needs.js';
import { bodyLimits } from './body-limits.js';
import { answers, parameters } from './documented.js';
import {
  analysis,
  classification,
  evaluation,
  recoveryRow,
  tableAnalysis,
  tableAnalysisRequest,
  transferAnswer,
} from './schemas-assessment.js';
import type { Server, Service } from './server-types.js';
import { given } from './use-cases.js';

const tags = ['assessment'];
const period = z.string().min(1).describe('year of the data; default the latest in which tests have values');
const city = z.union([parameters.city, z.array(parameters.city)]).describe('repeatable; default all');
const years = {
  from: z.string().min(1).describe('first year'),
  to: z.string().min(1).describe('last year'),
};

/** Tables of one request: thousands of places and years. */
const bodyLimit = bodyLimits.manyTables;

/** Identification, analyses, evaluation and transfers. None takes the path of a file: servers read no files for strangers. */
export function addAssessmentRoutes(server: Server, service: Service): void {
  addIdentification(server, service);
  addAnalyses(server, service);
  addTransfer(server, service);
}

function addIdentification(server: Server, { ws, useCases }: Service): void {
  const kept = keeper<readonly RecoveryRow[]>(() => ws.revision());
  server.get(
    '/api/recovery',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'How well each threshold set finds the official list again',
        querystring: z.strictObject({ period: period.describe('default all years with values').optional() }),
        response: answers(z.array(recoveryRow), 'one row for each year, level, set, test and measure'),
      },
    },
    ({ query }) => kept(query.period ?? '', () => useCases.recovery(ws, given(query))),
  );
  server.get(
    '/api/classify',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Threshold tests, computed type and signals beside the official labels',
        querystring: z.strictObject({
          city: city.optional(),
          period: period.optional(),
          set: z.string().min(1).describe('threshold set for entry signals; default T4').optional(),
        }),
        response: answers(z.array(classification), 'one for each city'),
      },
    },
    ({ query: { city: named, ...rest } }) =>
      useCases.classify(ws, { ...given(rest), ...(named !== undefined && { cities: [named].flat() }) }),
  );
}

function addAnalyses(server: Server, { ws, useCases }: Service): void {
  server.get(
    '/api/analyse/:kind',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'People, emissions, jobs or structure of places between two years',
        params: z.strictObject({ kind: z.enum(analysisKinds) }),
        querystring: z.strictObject({
          city: city.optional(),
          ...years,
          chained: z
            .enum(['true', 'false'])
            .describe('carbon: drivers as the sum of yearly steps')
            .optional(),
          interval: z
            .enum(tapioIntervals)
            .describe("carbon: side of the lower bound of Tapio's coupling")
            .optional(),
        }),
        response: answers(z.array(analysis), 'one row for each place; of emissions one for each inventory'),
      },
    },
    ({ params, query: { city: named, from, to, chained, interval } }) =>
      useCases.analyse(ws, params.kind, {
        cities: named === undefined ? [] : [named].flat(),
        from,
        to,
        ...given({ interval }),
        ...(chained === 'true' && { chained: true }),
      }),
  );
  server.post(
    '/api/analyse/:kind',
    {
      config: needs('computation.run'),
      bodyLimit,
      schema: {
        tags,
        summary: 'The same of places in a table that comes with the request; nothing is kept',
        params: z.strictObject({ kind: z.enum(analysisKinds) }),
        body: tableAnalysisRequest,
        response: answers(z.array(tableAnalysis), 'one row for each place of the table'),
      },
    },
    async ({ params, body: { table, sectors, skills, services, ...rest } }) =>
      useCases.analyse(ws, params.kind, {
        cities: [],
        table: await sourceOf('table', table),
        ...(sectors !== undefined && { sectors: await sourceOf('sectors', sectors) }),
        ...(skills !== undefined && { skills: await sourceOf('skills', skills) }),
        ...(services !== undefined && { services: await sourceOf('services', services) }),
        ...given(rest),
      }),
  );
  server.get(
    '/api/evaluate',
    {
      config: needs('published.read'),
      schema: {
        tags,
        summary: 'Level, change and gap to the region of cities between two years',
        querystring: z.strictObject({
          city: city.optional(),
          ...years,
          index: z.string().min(1).describe('default the first index with both years').optional(),
        }),
        response: answers(
          z.array(evaluation),
          'one row for each city; targets, path, aspects and issues only where cities are named',
        ),
      },
    },
    ({ query: { city: named, from, to, index } }) =>
      useCases.evaluationRows(ws, {
        from,
        to,
        ...given({ index }),
        ...(named !== undefined && { cities: [named].flat() }),
      }),
  );
}

/** The table of a field, under the name of the field. */
async function sourceOf(name: string, table: GivenTable): Promise<TableSource> {
  return { name, cells: await tableCells(name, table) };
}

const cell = z.union([z.string(), z.number(), z.null()]);

function addTransfer(server: Server, { ws, useCases }: Service): void {
  server.post(
    '/api/transfer',
    {
      config: needs('computation.run'),
      schema: {
        tags,
        summary: 'Divide a transfer budget by a formula of the catalog, to the fen; nothing is kept',
        body: z.strictObject({
          budget: z.number().nonnegative().describe('yuan'),
          period: z.string().min(1).describe('year of the allocation'),
          units: z
            .array(z.record(z.string(), cell))
            .min(1)
            .describe('columns as of transfer --units; without them the exhausted cities show the shape only')
            .optional(),
          changes: z
            .array(z.record(z.string(), cell))
            .describe('cells that replace those of the unit of the same city, stand-ins included')
            .optional(),
          phaseOut: z
            .array(z.number().min(0).max(1))
            .describe('shares of the last amount by year of the phase-out, in place of the formula’s')
            .optional(),
          formula: z.string().min(1).describe('default the latest in force that is filled').optional(),
          fixed: z
            .record(z.string(), z.number().nonnegative())
            .describe('fixed amounts by grade, yuan')
            .optional(),
          performance: z.boolean().describe('false: no performance adjustment').optional(),
          pool: z.number().min(0).max(1).describe('share that the adjustment moves').optional(),
        }),
        response: answers(transferAnswer, 'amounts in yuan with whole fen, and doubts'),
      },
    },
    ({ body: { budget, period: year, units, changes, ...rest } }) =>
      useCases.transfer(ws, {
        budget,
        period: year,
        ...given(rest),
        ...(units !== undefined && { rows: units.map(asWritten) }),
        ...(changes !== undefined && { changes: changes.map(asWritten) }),
      }),
  );
}

/** A row as a table would hold it: an absent cell is empty. */
function asWritten(row: Readonly<Record<string, string | number | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]));
}

/** Keeps answers that take seconds while the state of the store stays; failures are asked again. */
function keeper<T>(state: () => unknown): (key: string, make: () => Promise<T>) => Promise<T> {
  let at: unknown = null;
  const kept = new Map<string, Promise<T>>();
  return (key, make) => {
    const now = state();
    if (now !== at) kept.clear();
    at = now;
    const earlier = kept.get(key);
    if (earlier !== undefined) return earlier;
    const made = make().catch((error: unknown) => {
      if (kept.get(key) === made) kept.delete(key);
      throw error;
    });
    kept.set(key, made);
    return made;
  };
}
