import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  buildServer,
  type CatalogAnswer,
  type CityPage,
  type ImportAnswer,
  type LaboratoryAnswer,
  type MatchAnswer,
  type Meta,
  type OverviewAnswer,
} from '../../src/api/index.js';
import * as one from '../../src/api/schemas.js';
import * as claimForms from '../../src/api/schemas-claims.js';
import { matchAnswer } from '../../src/api/schemas-match.js';
import * as more from '../../src/api/schemas-more.js';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { readInput, runChain } from '../../src/assess/index.js';
import { id, toEdge } from '../../src/base/index.js';

/** The API on the pack of this checkout: every answer has the form that `/openapi.json` promises. */

const hegang = encodeURIComponent('鹤岗');
let folder: string;
let ws: Workspace;
let server: FastifyInstance;
let meta: Meta;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-api-'));
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  server = await buildServer({ ws, webFolder: join(folder, 'web') });
  meta = await get<Meta>('/api/meta', one.meta);
}, 60_000);
afterAll(async () => {
  await server.close();
  await ws.close();
  await rm(folder, { recursive: true, force: true });
});

async function get<T>(url: string, schema: z.ZodType): Promise<T> {
  const response = await server.inject(url);
  const body: unknown = response.json();
  const faults = schema.safeParse(body).error?.issues.slice(0, 5) ?? [];
  expect({ url, status: response.statusCode, faults }).toEqual({ url, status: 200, faults: [] });
  return body as T;
}

describe('answers on the shipped pack', () => {
  it('claims, all and one', async () => {
    const all = await get<readonly { id: string }[]>('/api/claims', claimForms.claimList);
    expect(all.length).toBeGreaterThan(60);
    await get('/api/claims/shrinking_prefectures', claimForms.claimDetails);
    expect((await server.inject('/api/claims/none')).statusCode).toBe(404);
  });

  it('register', async () => {
    const cities = await get<readonly { id: string }[]>('/api/cities', z.array(one.city));
    expect(cities).toHaveLength(meta.totals.listed);
    expect(meta.totals.listed).toBe(262);
    const declining = await get<readonly object[]>('/api/cities?type=declining', z.array(one.city));
    expect(declining).toHaveLength(67);
    expect(await get(`/api/cities/${hegang}`, one.city)).toMatchObject({
      adcode: '230400',
      type: 'declining',
    });
  });

  it('overview and check-ups of every period', async () => {
    for (const { period, indices } of meta.periods)
      for (const index of indices) {
        const overview = await get<OverviewAnswer>(
          `/api/overview?period=${period}&index=${index}`,
          one.overview,
        );
        expect(overview.rows).toHaveLength(262);
      }
    const all = await get<readonly object[]>(`/api/checkup?period=${meta.latest}`, z.array(one.checkup));
    expect(all).toHaveLength(262);
    const named = await get<readonly { city: string }[]>(
      `/api/checkup?city=${hegang}&city=Daqing`,
      z.array(one.checkup),
    );
    expect(named.map(({ city }) => city)).toEqual(['cn-230400', 'cn-230600']);
  });

  it('page of a city, and the tree behind each of its numbers', async () => {
    const page = await get<CityPage>(`/api/cities/${hegang}/page`, one.cityPage);
    expect(page.period).toBe(meta.latest);
    expect(page.figures.length).toBeGreaterThan(20);
    for (const figure of page.figures.slice(0, 12)) {
      const url = `/api/explain?id=${encodeURIComponent(figure.id)}`;
      const tree = await get<{ value: number | null }>(url, more.explanation);
      expect([figure.id, tree.value]).toEqual([figure.id, figure.value]);
    }
  });

  it('scores and ranks of the overview open too', async () => {
    const overview = await get<OverviewAnswer>('/api/overview', one.overview);
    const row = overview.rows.find((each) => each.score !== null);
    const tree = await get<{ value: number }>(`/api/explain?id=${row?.scoreId}`, more.explanation);
    expect(tree.value).toBeCloseTo(row?.score ?? Number.NaN, 9);
  });

  it('mode, similar cities, cases and measures of a city', async () => {
    const found = await get<MatchAnswer>(`/api/cities/${hegang}/match`, matchAnswer);
    expect(found).toMatchObject({ city: 'cn-230400', period: meta.latest, own: { case: 'hegang' } });
    const gap = found.similar[0]?.gaps[0];
    const url = `/api/explain?id=${encodeURIComponent(gap?.otherId ?? '')}`;
    expect((await get<{ value: number }>(url, more.explanation)).value).toBe(gap?.other);
    expect((await server.inject(`/api/cities/${hegang}/match?period=1990`)).statusCode).toBe(400);
  });

  it('definitions and tables', async () => {
    const catalog = await get<CatalogAnswer>('/api/catalog', more.catalog);
    expect(catalog.hash).toBe(meta.catalog.hash);
    expect(catalog.indicators.length).toBeGreaterThan(40);
    expect((await get<readonly object[]>('/api/tables', more.tables)).length).toBeGreaterThan(4);
    const issues = await get<readonly { code: string }[]>('/api/issues', more.issueList);
    expect(issues.map((found) => found.code)).toEqual(['PANEL_NOT_ADDITIVE']);
  });

  it('the Laboratory computes the scores of the overview from what it is given', async () => {
    const given = await get<LaboratoryAnswer>('/api/laboratory/people_work', more.laboratory);
    const { table, hierarchy, chain } = readInput(given.input);
    const run = runChain(table, hierarchy, chain);
    for (const period of given.periods) {
      const { rows } = await get<OverviewAnswer>(
        `/api/overview?index=people_work&period=${period}`,
        one.overview,
      );
      const made = new Map(
        run.kept.units.flatMap((unit, at) =>
          String(run.kept.times?.[at]) === period
            ? [[unit, toEdge(run.scores.at(-1)?.[at] ?? Number.NaN)]]
            : [],
        ),
      );
      expect(rows.length).toBeGreaterThan(250);
      for (const { id, score } of rows) expect([id, made.get(id)]).toEqual([id, score]);
    }
    const refused = await server.inject('/api/laboratory/nothing');
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, 'CALL_OPTION']);
  });

  it('comparison', async () => {
    const comparison = await get<{ groups: readonly object[] }>(
      '/api/compare?indicator=population&period=2020&level=prefecture&by=listed',
      more.comparison,
    );
    expect(comparison.groups.length).toBe(2);
  });

  it('health', async () => {
    expect(await get('/api/health', one.health)).toMatchObject({
      version: '0.0.1',
      catalog: meta.catalog.hash,
    });
  });
});

describe('errors on the shipped pack', () => {
  it.each([
    ['/api/cities/Hegan', 404, 'CITY_UNKNOWN'],
    ['/api/cities/Hegan/page', 404, 'CITY_UNKNOWN'],
    ['/api/cities?type=dying', 400, 'CALL_OPTION'],
    ['/api/overview?period=1066', 400, 'PERIOD_UNKNOWN'],
    ['/api/explain?id=nonsense', 404, 'NUMBER_UNKNOWN'],
    ['/api/reports/Hegan', 404, 'CITY_UNKNOWN'],
  ])('%s', async (url, status, code) => {
    const response = await server.inject(url);
    expect(response.json()).toMatchObject({ status, code });
    expect(one.problem.safeParse(response.json()).success).toBe(true);
  });
});

describe('reports on the shipped pack', () => {
  it.each(['zh', 'en'])('HTML in %s names the city, its sources and the catalog', async (lang) => {
    const response = await server.inject(`/api/reports/${hegang}?lang=${lang}`);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain(lang === 'zh' ? '鹤岗' : 'Hegang');
    expect(response.body).toContain(meta.catalog.hash);
    expect(response.body).toContain('MIT');
    expect(response.body).not.toMatch(/NaN|undefined|\[object/);
    const again = await server.inject(`/api/reports/${hegang}?lang=${lang}`);
    expect(again.body).toBe(response.body);
  });

  it('XLSX has the numbers of the page', async () => {
    const page = await get<CityPage>(`/api/cities/${hegang}/page`, one.cityPage);
    const response = await server.inject(`/api/reports/${hegang}?format=xlsx&lang=en`);
    const book = new ExcelJS.Workbook();
    const bytes = new Uint8Array(response.rawPayload);
    await book.xlsx.load(bytes.buffer);
    const values = new Map<unknown, unknown>();
    book.getWorksheet('All values of the key figures')?.eachRow((row) => {
      values.set(row.getCell(6).value, row.getCell(4).value);
    });
    const points = page.figures.flatMap((figure) => figure.series.map((point) => ({ figure, point })));
    expect(points.length).toBeGreaterThan(50);
    const wrong = points.filter(({ figure, point }) => {
      const shown = (point.value ?? Number.NaN) / figure.display.factor;
      return !(Math.abs(Number(values.get(point.id)) - shown) <= 1e-9 * Math.abs(shown));
    });
    expect(wrong).toEqual([]);
  });
});

describe('rejected rows on the shipped pack', () => {
  const upload = (text: string, query = '') =>
    server.inject({
      method: 'POST',
      url: `/api/imports?layout=long${query}`,
      payload: text,
      headers: { 'x-file-name': 'figures.csv', 'content-type': 'text/csv' },
    });
  const rejected = '鹤岗,2013,gross_regional_product,many,100_million_cny';
  const text = `city,period,indicator,value,unit\n${rejected}\n`;

  it('are named by the import and can be had', async () => {
    const trial = (await upload(text, '&dryRun=true')).json<ImportAnswer>();
    expect(trial).toMatchObject({ rejected: 1, rejects: null, rejectsId: null });
    const made = (await upload(text)).json<ImportAnswer>();
    expect(more.importAnswer.safeParse(made).error?.issues ?? []).toEqual([]);
    expect(made.rejectsId).toBe(createHash('sha256').update(text).digest('hex').slice(0, 12));
    expect(made.rejects).toBe(join(folder, 'workspace', 'rejects', `${made.rejectsId}.csv`));
    const file = await server.inject(`/api/imports/${made.rejectsId}/rejects`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.body).toContain(rejected);
    expect(file.body).toBe(await readFile(made.rejects ?? '', 'utf8'));
  }, 60_000);

  it('are a problem where there are none, without the path of the server', async () => {
    const response = await server.inject('/api/imports/0123456789ab/rejects');
    expect(response.json()).toMatchObject({ status: 404, code: 'CALL_FILE_MISSING' });
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.body).not.toContain(folder);
  });
});

describe('the ledger on the shipped pack', () => {
  it('keeps findings and decisions, gives a backup and new tags', async () => {
    const before = (await server.inject('/api/meta')).headers.etag;
    expect(await get<readonly object[]>('/api/imports', more.importList)).toEqual([]);
    expect(await get<readonly object[]>('/api/decisions', z.array(more.decision))).toEqual([]);
    const payload = { about: 'cn-230400', kind: 'note', reason: '现场核对', document: '第1号', by: '甲' };
    const decided = await server.inject({ method: 'POST', url: '/api/decisions', payload });
    expect(decided.json()).toMatchObject({ ...payload, on: '2026-01-15' });
    expect(more.decision.safeParse(decided.json()).success).toBe(true);
    const saved = await server.inject({
      method: 'POST',
      url: '/api/findings',
      payload: { period: meta.latest },
    });
    expect(more.savedFindings.safeParse(saved.json()).error?.issues ?? []).toEqual([]);
    const about = await get<readonly object[]>('/api/decisions?about=cn-230400', z.array(more.decision));
    expect(about).toHaveLength(1);
    const kept = await get<readonly object[]>('/api/findings', more.findingList);
    expect(kept.length).toBeGreaterThan(0);
    const own = await get<readonly object[]>('/api/findings?city=230400', more.findingList);
    expect(own.length).toBeLessThan(kept.length);
    expect((await server.inject('/api/meta')).headers.etag).not.toBe(before);
    const backup = await server.inject('/api/backup');
    expect([...backup.rawPayload.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  }, 60_000);

  it('tries and makes an import', async () => {
    const csv =
      'city,period,indicator,value,unit\n230400,2021,population_registered,1000000,person\nNowhere,2021,population_registered,1,person\n';
    const headers = { 'x-file-name': 'figures.csv', 'content-type': 'text/csv' };
    const layouts = (await get<CatalogAnswer>('/api/catalog', more.catalog)).layouts.map(
      (layout) => layout.id,
    );
    expect(layouts.length).toBeGreaterThan(0);
    for (const dryRun of ['true', 'false']) {
      const url = `/api/imports?dryRun=${dryRun}`;
      const response = await server.inject({ method: 'POST', url, payload: csv, headers });
      expect(response.statusCode).toBe(200);
      expect(more.importAnswer.safeParse(response.json()).error?.issues ?? []).toEqual([]);
      expect(response.json()).toMatchObject({
        file: 'figures.csv',
        read: 2,
        rejected: 1,
        dryRun: dryRun === 'true',
      });
    }
    expect(await get<readonly object[]>('/api/imports', more.importList)).toHaveLength(1);
  }, 60_000);
});
