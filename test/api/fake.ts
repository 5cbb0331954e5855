import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildServer, type ServerOptions, type UseCases } from '../../src/api/index.js';
import type { Workspace } from '../../src/app/index.js';

/** What a use case was called with. */
export type Calls = (readonly [name: string, ...given: unknown[]])[];

export interface FakeService {
  readonly server: FastifyInstance;
  readonly calls: Calls;
  /** Makes the state of the store count one further. */
  readonly change: () => void;
}

/** Who calls is the same in every call of these tests, and stands in none of their expectations. */
function isCaller(given: unknown): boolean {
  return typeof given === 'object' && given !== null && 'actor' in given;
}

/** A folder that looks like the built pages. */
export async function fakePages(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-pages-'));
  await mkdir(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!DOCTYPE html><title>page</title>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'export const one = 1;');
  return folder;
}

/** A server whose use cases record their calls and answer with their name; `over` replaces some, `more` is put into the workspace. */
export async function fakeServer(
  over: Partial<UseCases> = {},
  options: Partial<ServerOptions> = {},
  more: Partial<Workspace> = {},
): Promise<FakeService> {
  const calls: Calls = [];
  let revision = 0;
  const answer =
    (name: string) =>
    (_ws: Workspace, ...given: unknown[]) => {
      calls.push([name, ...given.filter((one) => !isCaller(one))]);
      return Promise.resolve({ name, missing: Number.NaN, extra: true });
    };
  const names =
    'meta listCities city overview checkup cityPage cityStory match explainNumber compare comparePlaces placeHints claims claim laboratory catalogAnswer tables importFile imports issues findings saveFindings decisions saveDecision annual surveys importSurvey planTargets importTargets ledger finding openFinding attachFile recordStep recheckFindings importLedger classify recovery analyse evaluationRows transfer subsidenceRuns subsidenceRun subsidenceGrid subsidencePoints subsidenceSeries subsidenceBuildings subsidenceUpload'.split(
      ' ',
    );
  const useCases = {
    ...Object.fromEntries(names.map((name) => [name, answer(name)])),
    async writeReport(_ws: Workspace, asked: { readonly format: string }) {
      calls.push(['writeReport', asked]);
      return {
        fileName: `鹤岗 "1".${asked.format}`,
        mediaType: 'text/html; charset=utf-8',
        bytes: Buffer.from('报告'),
      };
    },
    async writeNationReport(_ws: Workspace, asked: { readonly format: string }) {
      calls.push(['writeNationReport', asked]);
      return { fileName: `all.${asked.format}`, mediaType: 'application/pdf', bytes: Buffer.from('%PDF') };
    },
    async *readRejects(_ws: Workspace, sha: string) {
      calls.push(['readRejects', sha]);
      yield Buffer.from('row,column\n');
      yield Buffer.from('2,值\n');
    },
    async answerIndex(request: unknown, call: unknown) {
      calls.push(['answerIndex', request, call]);
      return { results: [] };
    },
    async answerMcda(request: unknown, call: unknown) {
      calls.push(['answerMcda', request, call]);
      return { results: [] };
    },
    async answerIndexWorkbook(request: unknown, call: unknown) {
      calls.push(['answerIndexWorkbook', request, call]);
      return { fileName: 'index-steps.xlsx', mediaType: 'application/x-test', bytes: Buffer.from('PK') };
    },
    async rasterFacts(file: { readonly name: string }) {
      calls.push(['rasterFacts', file.name]);
      return { bands: 1, bandNames: [], crs: 'EPSG:4326', width: 2, height: 2, missing: null };
    },
    async zonalOf(files: unknown, asked: unknown) {
      calls.push(['zonalOf', files, asked]);
      return { rows: [], issues: [] };
    },
    async *backup() {
      yield Buffer.from('one ');
      yield Buffer.from('two');
    },
    ...over,
  } as unknown as UseCases;
  const ws = {
    catalog: { hash: '0123456789abcdef'.repeat(4) },
    options: { on: '2026-01-15', version: '9.8.7' },
    revision: () => revision,
    refresh: async () => {},
    ...more,
  } as unknown as Workspace;
  const server = await buildServer({
    ws,
    useCases,
    webFolder: options.webFolder ?? join(tmpdir(), 'afterlode-no-pages'),
    ...options,
  });
  return { server, calls, change: () => (revision += 1) };
}
