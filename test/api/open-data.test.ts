import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildServer } from '../../src/api/index.js';
import * as forms from '../../src/api/schemas-open.js';
import { importFile, openWorkspace, recordStep, type Workspace } from '../../src/app/index.js';
import { addStep } from '../../src/app/ledger/steps.js';
import { findingId, type Opened } from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import { asOperator } from '../app/caller.js';

/** Exports, pages and features on the pack of three made places, with a finding whose note a spreadsheet would compute. */

const evil = '=HYPERLINK("http://x/","y")';
let folder: string;
let ws: Workspace;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-open-'));
  ws = await openWorkspace({
    pack: 'examples/three-places',
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  server = await buildServer({ ws, webFolder: join(folder, 'web') });
  const signed = { by: '甲', document: '第1号' };
  const content: Opened = {
    city: id<'city'>('xy-X01'),
    period: id<'period'>('2020'),
    subject: 'ground',
    about: 'subsidence',
    level: 'block',
    place: '东区',
    lon: 10.25,
    lat: 52.5,
    problemType: '',
    light: 'none',
    mismatch: null,
    value: -0.125,
    evidence: [],
    note: evil,
  };
  const finding = findingId(content);
  await addStep(ws, finding, { kind: 'opened', content }, signed, asOperator);
  const measure = { measure: '@SUM(A1)', body: '乙', budget: null, deadline: '2027-06-30', workItem: '' };
  await recordStep(ws, { finding, kind: 'measure', content: measure, ...signed }, asOperator);
}, 60_000);
afterAll(async () => {
  await server.close();
  await ws.close();
  await rm(folder, { recursive: true, force: true });
});

const few =
  'period=2020&indicator=population&indicator=mining_share_employment&unit=北坑&unit=Oldwell&unit=X03';

function ask(url: string, headers: Readonly<Record<string, string>> = {}) {
  // Names are written as they are; links come encoded.
  return server.inject({ url: url.replace(/\P{ASCII}+/gu, encodeURIComponent), headers });
}

/** The page and all after it, by the links of the headers. */
async function walk(first: string): Promise<object[]> {
  const rows: object[] = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const response = await ask(url);
    expect(response.statusCode).toBe(200);
    rows.push(...response.json<object[]>());
    url = /^<(.*)>; rel="next"$/.exec(String(response.headers.link ?? ''))?.[1];
  }
  return rows;
}

describe('/api/values', () => {
  it('gives all values in pages, none twice', async () => {
    const whole = await walk(`/api/values?${few}`);
    expect(z.parse(forms.valueList, whole)).toHaveLength(6);
    expect(await walk(`/api/values?${few}&limit=1`)).toEqual(whole);
    expect(await walk(`/api/values?${few}&limit=4`)).toEqual(whole);
    expect(whole[0]).toMatchObject({ city: 'xy-X01', indicator: 'population', unit: 'person' });
  });

  it('gives the numbers that explain opens', async () => {
    for (const row of await walk(`/api/values?${few}`)) {
      const { id: address, value } = row as { id: string; value: number };
      expect((await ask(`/api/explain?id=${address}`)).json<{ value: number }>().value).toBe(value);
    }
  });

  it('says what is wrong with a page or a choice', async () => {
    const codes = await Promise.all(
      [
        `/api/values?${few}&cursor=bm9uZQ`,
        '/api/values?limit=0',
        '/api/values?limit=10001',
        '/api/values?indicator=none',
        '/api/values?period=1990',
        '/api/values?unit=Atlantis',
        '/api/export?kind=scores&unit=X00',
        '/api/cities?limit=2&cursor=bm9uZQ',
        '/api/values?nothing=1',
      ].map(async (url) => (await ask(url)).json<{ code: string }>().code),
    );
    expect(codes).toEqual([
      'API_CURSOR',
      ...Array.from({ length: 4 }, () => 'CALL_OPTION'),
      'CITY_UNKNOWN',
      'CITY_NOT_LISTED',
      'API_CURSOR',
      'CALL_OPTION',
    ]);
  });
});

describe('lists in pages', () => {
  it.each(['/api/cities?level=town', '/api/values?period=2010'])('%s', async (url) => {
    const whole = (await ask(url)).json<object[]>();
    expect(whole.length).toBeGreaterThan(2);
    expect(await walk(`${url}&limit=${Math.ceil(whole.length / 3)}`)).toEqual(whole);
  });

  it('miss nothing and repeat nothing when a row comes between', async () => {
    const decide = (reason: string) =>
      server.inject({
        method: 'POST',
        url: '/api/decisions',
        payload: { about: 'xy-X01', kind: 'note', reason, document: '1', by: '甲' },
      });
    for (const reason of ['a', 'b', 'c', 'd']) await decide(reason);
    const first = await ask('/api/decisions?limit=2');
    await decide('between');
    const rest = await walk(/^<(.*)>/.exec(String(first.headers.link))?.[1] ?? '');
    const reasons = [...first.json<object[]>(), ...rest].map((row) => (row as { reason: string }).reason);
    expect(reasons).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('/api/export', () => {
  it('gives the same values as CSV, GeoJSON, JSON-stat and SDMX-CSV', async () => {
    const rows = (await walk(`/api/values?${few}`)) as { value: number; city: string; indicator: string }[];
    const csv = await ask(`/api/export?${few}`);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toContain('filename="xy-values.csv"');
    expect(csv.body.startsWith('\ufeffunit_id,')).toBe(true);
    const lines = csv.body.trim().split('\n').slice(1);
    expect(lines.map((line) => Number(line.split(',').at(-3)))).toEqual(rows.map(({ value }) => value));
    expect((await ask(`/api/export?${few}&bom=false`)).body).toBe(csv.body.slice(1));
    const geo = (await ask(`/api/export?${few}&format=geojson`)).json<{
      features: { id: string; properties: object }[];
    }>();
    const sdmx = (await ask(`/api/export?${few}&format=sdmx-csv`)).body.split('\n');
    const stat = (await ask(`/api/export?${few}&format=jsonstat&lang=zh`)).json<{
      value: Record<string, number>;
      dimension: { measure: { category: { label: object } } };
    }>();
    expect(Object.values(stat.value)).toEqual(rows.map(({ value }) => value));
    expect(stat.dimension.measure.category.label).toMatchObject({ population: '人口' });
    for (const [at, { city, indicator, value }] of rows.entries()) {
      const found = geo.features.find((one) => one.id === city);
      expect(found?.properties).toMatchObject({ [`${indicator}_2020`]: value });
      expect(sdmx[at + 1]?.split(',').slice(3, 7)).toEqual([city, indicator, '2020', String(value)]);
    }
  });

  it('gives scores with ranks', async () => {
    const { body } = await ask('/api/export?kind=scores&period=2020&indicator=wellbeing&unit=北坑');
    const cells = body.trim().split('\n')[1]?.split(',') ?? [];
    const overview = (await ask('/api/overview?period=2020&index=wellbeing')).json<{
      rows: { id: string; score: number; rank: number }[];
    }>();
    const row = overview.rows.find((one) => one.id === 'xy-X01');
    expect([Number(cells[7]), Number(cells[8])]).toEqual([row?.score, row?.rank]);
  });

  it('guards what people wrote against being computed, and leaves numbers alone', async () => {
    const csv = (await ask('/api/export?kind=findings&unit=北坑')).body;
    expect(csv).toContain(`"'${evil.replaceAll('"', '""')}"`);
    expect(csv).toContain(",'@SUM(A1),");
    expect(csv).toContain(',10.25,52.5');
    const book = new ExcelJS.Workbook();
    const xlsx = await ask('/api/export?kind=findings&unit=北坑&format=xlsx');
    await book.xlsx.load(xlsx.rawPayload as unknown as ExcelJS.Buffer);
    const cells: ExcelJS.Cell[] = [];
    book.getWorksheet('findings')?.eachRow((row) => {
      row.eachCell((cell) => void cells.push(cell));
    });
    expect(cells.find(({ value }) => value === evil)?.type).toBe(ExcelJS.ValueType.String);
    expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
    expect(cells.find(({ value }) => value === 10.25)?.type).toBe(ExcelJS.ValueType.Number);
    const ledger = await ask('/api/ledger/export?format=csv');
    expect(ledger.body).not.toMatch(/(^|,)"?[=@]/m);
  });

  it('gives the register as Parquet', async () => {
    const response = await ask('/api/export?kind=units&format=parquet');
    expect(response.headers['content-type']).toBe('application/vnd.apache.parquet');
    expect(response.rawPayload.subarray(0, 4).toString()).toBe('PAR1');
    expect(response.rawPayload.subarray(-4).toString()).toBe('PAR1');
  });

  it('refuses what does not fit together', async () => {
    for (const query of [
      'kind=units&format=jsonstat',
      'kind=findings&format=sdmx-csv',
      'kind=units&period=2020',
      'kind=findings&indicator=population',
      'kind=none',
      'format=pdf',
    ])
      expect((await ask(`/api/export?${query}`)).json()).toMatchObject({ code: 'CALL_OPTION', status: 400 });
  });

  it('is not made again for who holds it, but of another state', async () => {
    const url = `/api/export?${few}`;
    const etag = String((await ask(url)).headers.etag);
    expect(etag).toMatch(/^"/);
    const again = await ask(url, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(String((await ask(`${url}&format=xlsx`)).headers.etag)).toMatch(/^W\//);
    ws.changed();
    expect((await ask(url, { 'if-none-match': etag })).statusCode).toBe(200);
  });
});

describe('SDMX-CSV', () => {
  it('is read back as it was written', async () => {
    const csv =
      'city,period,indicator,value,unit,status\nX01,2023,population,47000,person,estimated\nX03,2023,population,26000.5,person,\n';
    const path = join(folder, 'figures.csv');
    await writeFile(path, csv);
    await importFile(ws, { path, dryRun: false }, asOperator);
    const query = 'period=2023&indicator=population';
    const sdmx = (await ask(`/api/export?${query}&format=sdmx-csv`)).body;
    expect(sdmx.trim().split('\n')).toHaveLength(5);
    expect(sdmx).toContain('xy-X02,population,2023,,person,O');
    expect(sdmx).toContain('xy-X01,population,2023,47000,person,E');
    const written = join(folder, 'figures.sdmx.csv');
    await writeFile(written, sdmx.replaceAll('2023', '2024'));
    const done = await importFile(ws, { path: written, dryRun: false }, asOperator);
    expect(done).toMatchObject({ layout: 'sdmx_csv', accepted: 4, rejected: 0 });
    const again = (await ask(`/api/export?${query.replace('2023', '2024')}&format=sdmx-csv`)).body;
    expect(again).toBe(sdmx.replaceAll('2023', '2024'));
  });
});

describe('/dcat.jsonld', () => {
  it('describes every shipped table, and its file is the one described', async () => {
    const response = await ask('/dcat.jsonld', { host: 'data.example' });
    expect(response.headers['content-type']).toContain('application/ld+json');
    const catalog = response.json<{ '@type': string; 'dcat:dataset': readonly Record<string, unknown>[] }>();
    expect(catalog['@type']).toBe('dcat:Catalog');
    const tables = (await ask('/api/tables')).json<{ id: string; sha256: string; title: { zh: string } }[]>();
    expect(catalog['dcat:dataset'].map((one) => one['dct:identifier'])).toEqual(tables.map((one) => one.id));
    for (const [at, dataset] of catalog['dcat:dataset'].entries()) {
      expect(dataset).toMatchObject({
        'dct:title': [{ '@language': 'zh', '@value': tables[at]?.title.zh }, { '@language': 'en' }],
        'dct:license': { 'rdfs:label': 'CC0' },
        'dct:spatial': { 'dcat:bbox': { '@type': 'geo:wktLiteral' } },
      });
      const distribution = dataset['dcat:distribution'] as Record<string, Record<string, string>>;
      const url = distribution['dcat:downloadURL']?.['@id'] ?? '';
      expect(url).toMatch(/^http:\/\/data\.example\/api\/tables\//);
      const file = await server.inject(url.replace('http://data.example', ''));
      const sum = createHash('sha256').update(file.rawPayload).digest('hex');
      expect([sum, sum]).toEqual([tables[at]?.sha256, distribution['spdx:checksum']?.['spdx:checksumValue']]);
    }
    const census = catalog['dcat:dataset'].find((one) => one['dct:identifier'] === 'census_2010');
    expect(census?.['dct:temporal']).toMatchObject({ 'dcat:startDate': { '@value': '2010' } });
  });

  it('gives no file that is no table', async () => {
    for (const name of ['none', '..%2Fpack', '..%2F..%2Fpackage.json']) {
      const response = await server.inject(`/api/tables/${name}/file`);
      expect(response.json()).toMatchObject({ code: 'CALL_OPTION' });
    }
  });
});
