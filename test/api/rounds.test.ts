import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { buildServer, type ReturnAnswer, type UploadAnswer } from '../../src/api/index.js';
import * as forms from '../../src/api/schemas-rounds.js';
import { evidenceLimits, openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';

/** The yearly reporting over HTTP on the pack of this checkout: workbooks there and back, files, conflicts, repeated calls. */

let folder: string;
let ws: Workspace;
let server: FastifyInstance;
const city = '/api/rounds/r1/returns/cn-230400';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-rounds-'));
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  server = await buildServer({ ws, webFolder: join(folder, 'web') });
  await post('/api/rounds', {
    id: 'r1',
    label: { en: 'Round', zh: '填报' },
    period: '2025',
    forms: ['city_core'],
    units: ['鹤岗', '双鸭山', '淮北'],
    deadlines: { report: '2026-03-31', province: '2026-04-30', nation: '2026-05-31' },
  });
  await post('/api/rounds/r1/open', {});
});
afterAll(async () => {
  await server.close();
  await ws.close();
  await rm(folder, { recursive: true, force: true });
});

async function post(url: string, payload: object, headers = {}) {
  return server.inject({ method: 'POST', url, payload, headers });
}

async function ofForm<T>(url: string, schema: z.ZodType): Promise<T> {
  const response = await server.inject(url);
  const body: unknown = response.json();
  const faults = schema.safeParse(body).error?.issues.slice(0, 5) ?? [];
  expect({ url, status: response.statusCode, faults }).toEqual({ url, status: 200, faults: [] });
  return body as T;
}

async function send(url: string, bytes: Uint8Array, headers = {}) {
  const own = { 'x-file-name': encodeURIComponent('鹤岗.xlsx'), 'content-type': 'application/octet-stream' };
  return server.inject({ method: 'POST', url, payload: Buffer.from(bytes), headers: { ...own, ...headers } });
}

/** The workbook of Hegang with values by indicator. */
async function workbook(values: Readonly<Record<string, string | number>>, url = city): Promise<Uint8Array> {
  const response = await server.inject(`${url}/workbook?lang=zh`);
  expect(response.headers['content-disposition']).toContain('attachment');
  const book = new ExcelJS.Workbook();
  const { rawPayload: raw } = response;
  await book.xlsx.load(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length) as ArrayBuffer);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      const value = values[row.getCell(1).text];
      if (value !== undefined) row.getCell(5).value = value;
    });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const valueOf = (answer: ReturnAnswer, indicator: string) =>
  answer.forms
    .flatMap(({ sections }) => sections.flatMap(({ lines }) => lines))
    .find((line) => line.indicator === indicator)?.value?.value;

describe('rounds', () => {
  it('have the forms that the description promises', async () => {
    expect(await ofForm('/api/rounds', forms.roundRow.array())).toHaveLength(1);
    await ofForm('/api/rounds/r1', forms.roundAnswer);
    await ofForm(city, forms.returnAnswer);
    await ofForm('/api/snapshots', forms.snapshotRow.array());
  });

  it('give their units in pages and by province, state and lateness', async () => {
    const list = (query: string) =>
      ofForm<object[]>(`/api/rounds/r1/returns?${query}`, forms.roundUnit.array());
    expect(await list('province=黑龙江省&state=not_begun')).toHaveLength(2);
    expect(await list('state=locked')).toEqual([]);
    const first = await server.inject('/api/rounds/r1/returns?limit=2');
    expect(first.json()).toHaveLength(2);
    expect(first.headers.link).toContain('rel="next"');
  });
});

describe('a workbook that is uploaded', () => {
  it('changes nothing while a cell has a fault, and says so at the cell', async () => {
    const bytes = await workbook({ population_resident: '约八十', gross_regional_product: 400 });
    const answer = (await send(`${city}/workbook`, bytes)).json<UploadAnswer>();
    expect(forms.uploadAnswer.safeParse(answer).success).toBe(true);
    expect(answer).toMatchObject({ saved: false, revision: 0 });
    expect(answer.messages.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      '人口与就业!E5 WORKBOOK_CELL_NUMBER',
    ]);
    expect(answer.changes.map(({ cell }) => cell)).toEqual(['产出与消费!E5']);
    expect(valueOf(await ofForm(city, forms.returnAnswer), 'gross_regional_product')).toBeUndefined();
  });

  it('is looked at without a change by a dry run, and saved in part where that is asked for', async () => {
    const bytes = await workbook({ good_air_days_share: 140, hospital_beds: 12.5, retail_sales: 120 });
    const dry = (await send(`${city}/workbook?dryRun=true&partial=true`, bytes)).json<UploadAnswer>();
    expect([dry.saved, dry.revision]).toEqual([false, 0]);
    expect(dry.messages.map(({ code }) => code).toSorted()).toEqual(['ROUND_RANGE', 'ROUND_WHOLE']);
    const done = (await send(`${city}/workbook?partial=true`, bytes)).json<UploadAnswer>();
    expect([done.saved, done.revision]).toEqual([true, 1]);
    const now = await ofForm<ReturnAnswer>(city, forms.returnAnswer);
    expect([valueOf(now, 'retail_sales'), valueOf(now, 'hospital_beds')]).toEqual([120, undefined]);
  });

  it('is applied once under one key, and refused where somebody was faster', async () => {
    const bytes = await workbook({ deposits: 700 });
    const key = { 'idempotency-key': 'a-1', 'if-match': '"1"' };
    const first = (await send(`${city}/workbook`, bytes, key)).json<UploadAnswer>();
    const again = (await send(`${city}/workbook`, bytes, key)).json<UploadAnswer>();
    expect([first.saved, first.revision, again.saved, again.revision]).toEqual([true, 2, true, 2]);
    const late = await send(`${city}/workbook`, await workbook({ deposits: 701 }), { 'if-match': '"1"' });
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'ROUND_CONFLICT']);
  });

  it('leaves alone what it did not touch, though somebody has changed it since', async () => {
    const bytes = await workbook({ loans: 300 });
    const values = [{ indicator: 'deposits', value: '７５０' }];
    const put = { method: 'PUT', url: `${city}/values`, payload: { values }, headers: { 'if-match': '"2"' } };
    expect((await server.inject(put as object)).json()).toMatchObject({ saved: true, changed: 1 });
    const answer = (await send(`${city}/workbook`, bytes)).json<UploadAnswer>();
    expect(answer.saved).toBe(true);
    expect(answer.messages.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'WORKBOOK_CELL_KEPT note',
    ]);
    const now = await ofForm<ReturnAnswer>(city, forms.returnAnswer);
    expect([valueOf(now, 'deposits'), valueOf(now, 'loans')]).toEqual([750, 300]);
    expect(now.changes.at(-1)).toMatchObject({
      indicator: 'loans',
      why: expect.stringContaining('鹤岗.xlsx'),
    });
  });

  it('is refused where it is no such workbook, another city’s, or too large', async () => {
    const other = await workbook({}, '/api/rounds/r1/returns/cn-230500');
    const codeOf = async (bytes: Uint8Array) =>
      (await send(`${city}/workbook`, bytes)).json<{ code: string }>().code;
    expect(await codeOf(other)).toBe('WORKBOOK_OTHER_CITY');
    expect(await codeOf(Buffer.from('a,b\n1,2'))).toBe('FILE_FORMAT');
    expect(await codeOf(Buffer.alloc(5 * 1024 * 1024))).toBe('API_TOO_LARGE');
    const plain = new ExcelJS.Workbook();
    plain.addWorksheet('x').getCell('A1').value = 1;
    expect(await codeOf(new Uint8Array(await plain.xlsx.writeBuffer()))).toBe('WORKBOOK_NO_FORM');
  });
});

describe('files that prove figures', () => {
  it('are kept by content with their checksum, and come back to be saved and not to be opened', async () => {
    const page = Buffer.from('<script>alert(1)</script>');
    const headers = { 'x-file-name': encodeURIComponent('../../公报.html'), 'content-type': 'text/html' };
    const sent = await send(`${city}/evidence?indicator=fiscal_revenue`, page, headers);
    const file = sent.json<{ name: string; sha256: string; mediaType: string }>();
    expect(forms.evidence.safeParse(file).success).toBe(true);
    expect([file.name, file.mediaType]).toEqual(['公报.html', 'text/plain']);
    const got = await server.inject(`${city}/evidence/${file.sha256}`);
    expect(got.rawPayload.equals(page)).toBe(true);
    expect(got.headers).toMatchObject({ 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' });
    expect(got.headers['content-disposition']).toMatch(/^attachment; /);
    const elsewhere = await server.inject(`/api/rounds/r1/returns/cn-230500/evidence/${file.sha256}`);
    expect(elsewhere.statusCode).toBe(404);
  });

  it('are refused by what they are, whatever they are called', async () => {
    const program = await send(`${city}/evidence`, Buffer.from('MZ\u0000\u0001'), { 'x-file-name': 'a.pdf' });
    expect([program.statusCode, program.json<{ code: string }>().code]).toEqual([415, 'ROUND_FILE_KIND']);
    const large = await send(`${city}/evidence`, Buffer.alloc(evidenceLimits.file + 1, 'a'));
    expect([large.statusCode, large.json<{ code: string }>().code]).toEqual([413, 'API_TOO_LARGE']);
    const empty = await send(`${city}/evidence`, Buffer.alloc(0));
    expect([empty.statusCode < 500, empty.statusCode >= 400]).toEqual([true, true]);
  });
});

describe('steps', () => {
  it('are refused with what is in the way, in both languages', async () => {
    const early = await post(`${city}/steps`, { kind: 'submit' });
    expect([early.statusCode, early.json<{ code: string }>().code]).toEqual([409, 'ROUND_NOT_READY']);
    expect((await post(`${city}/steps`, { kind: 'burn' })).statusCode).toBe(400);
    expect((await post(`${city}/steps`, { kind: 'submit' }, { 'if-match': 'x' })).statusCode).toBe(400);
    expect((await post('/api/rounds/r2/open', {})).statusCode).toBe(404);
    expect((await server.inject('/api/snapshots/12345678')).statusCode).toBe(404);
  });
});
