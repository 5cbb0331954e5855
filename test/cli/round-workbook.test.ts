import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReturnAnswer } from '../../src/api/index.js';
import type { UploadAnswer } from '../../src/app/index.js';
import { temporaryFolder } from './call.js';
import { callHere, jsonHere } from './here.js';

/** The workbook of a return by command: written, filled in as an office does, read back. */

const folder = temporaryFolder();
const workspace = ['--workspace', join(folder, 'workspace')];
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  writeFileSync(
    path('round.json'),
    JSON.stringify({
      id: 'r1',
      label: { en: 'Round', zh: '填报' },
      period: '2025',
      forms: ['city_core'],
      units: ['鹤岗', '双鸭山'],
      deadlines: { report: '2026-03-31', province: '2026-04-30', nation: '2026-05-31' },
    }),
  );
  await jsonHere(['round', 'define', path('round.json'), ...workspace]);
  await jsonHere(['round', 'open', 'r1', ...workspace]);
  for (const [city, name] of [
    ['鹤岗', 'hegang.xlsx'],
    ['双鸭山', 'shuangyashan.xlsx'],
  ] as const)
    await jsonHere(['round', 'workbook', 'r1', city, '--out', path(name), ...workspace]);
});

/** A copy of the workbook of Hegang with values by indicator. */
async function filled(name: string, values: Readonly<Record<string, string | number>>): Promise<string> {
  const book = new ExcelJS.Workbook();
  const raw = readFileSync(path('hegang.xlsx'));
  await book.xlsx.load(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length) as ArrayBuffer);
  for (const sheet of book.worksheets)
    sheet.eachRow((row) => {
      const value = values[row.getCell(1).text];
      if (value !== undefined) row.getCell(5).value = value;
    });
  writeFileSync(path(name), new Uint8Array(await book.xlsx.writeBuffer()));
  return path(name);
}

const upload = (...words: string[]) => callHere(['round', 'upload', 'r1', ...words, ...workspace]);

async function savedValues(): Promise<readonly unknown[]> {
  const { forms } = await jsonHere<ReturnAnswer>(['round', 'form', 'r1', '鹤岗', ...workspace]);
  const lines = forms.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
  return lines.flatMap(({ value }) => (value === null ? [] : [value.value]));
}

describe('round upload', () => {
  it('names the cell at fault, ends with 2 and saves nothing', async () => {
    const book = await filled('faulty.xlsx', { population_resident: '约八十', deposits: 700 });
    const { status, out } = await upload(book);
    expect(status).toBe(2);
    expect(out).toMatch(/!E\d+ WORKBOOK_CELL_NUMBER: /);
    expect(out).toContain('not saved');
    expect(await savedValues()).toEqual([]);
  });

  it('tells first and saves then, each only once', async () => {
    const book = await filled('good.xlsx', { deposits: 700 });
    const words = ['round', 'upload', 'r1', book, ...workspace];
    const [dry] = await jsonHere<UploadAnswer[]>([...words, '--dry-run']);
    expect([dry?.saved, dry?.changes.length]).toEqual([false, 1]);
    expect(await savedValues()).toEqual([]);
    const [done] = await jsonHere<UploadAnswer[]>(words);
    expect([done?.saved, done?.unit]).toEqual([true, 'cn-230400']);
    const { out } = await upload(book, '--lang', 'zh');
    expect(out).toMatch(/已保存 0 项改动/);
    expect(await savedValues()).toHaveLength(1);
  });

  it('refuses the workbook of another city, and what is none', async () => {
    const other = await upload(path('shuangyashan.xlsx'), '--city', '鹤岗');
    expect([other.status, other.err]).toEqual([2, expect.stringMatching(/^WORKBOOK_OTHER_CITY: /)]);
    const none = await upload(path('none.xlsx'));
    expect([none.status, none.err]).toEqual([2, expect.stringMatching(/^FILE_NOT_READABLE: /)]);
    const unknown = await callHere(['round', 'workbook', 'r1', '大庆', ...workspace]);
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringMatching(/^ROUND_UNIT: /)]);
  });
});
