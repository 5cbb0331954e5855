import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexTables } from '../../src/app/index.js';

/** A workbook in the form of the COIN Tool: places are as the R package COINr documents them; the figures are made. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-coin-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function workbook(change: (database: ExcelJS.Worksheet) => void = () => {}): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Start');
  const framework = book.addWorksheet('Framework');
  framework.getCell('C4').value = 'Code';
  const groups = [
    ['Index', 1, 'Whole'],
    ['si.01', 1, 'Sub-index'],
    ['p.01', 3, 'People'],
    ['p.02', 1, 'Land'],
    ['sp.01', 1, '--'],
  ] as const;
  groups.forEach(([code, weight, name], at) => {
    framework.getCell(5 + at, 3).value = code;
    framework.getCell(5 + at, 5).value = weight;
    framework.getCell(5 + at, 8).value = name;
  });
  const database = book.addWorksheet('Database');
  const rows: readonly (readonly [row: number, ...cells: (string | number)[]])[] = [
    [7, 1, 1, 2],
    [8, 1, -1, 1],
    [9, 0, 0, 0],
    [10, 20, 10, 10],
    // The index, a sub-index and a sub-pillar that were not used, pillars between them.
    [11, 'Index', 'Index', 'Index'],
    [12, 'si.01', 'si.01', 'si.01'],
    [13, 'p.01', 'p.01', 'p.02'],
    [14, 'sp.01', 'sp.01', 'sp.01'],
    [15, 'Jobs', 'Debt', 'Green'],
    [16, 'Ind.01', 'Ind.02', 'Ind.03', 'Ind.04'],
    [17, 0, 0, 10],
    [18, 10, 5, 'n/a'],
    [19, 5, 10, 0],
  ];
  for (const [row, ...cells] of rows)
    cells.forEach((cell, at) => (database.getCell(row, 5 + at).value = cell));
  [
    ['Alpha', 'A'],
    ['Beta', 'B'],
    ['Gamma', 'C'],
  ].forEach(([name, code], at) => {
    database.getCell(17 + at, 2).value = name as string;
    database.getCell(17 + at, 3).value = code as string;
  });
  change(database);
  const file = join(folder, 'coin-tool.xlsm');
  await book.xlsx.writeFile(file);
  return file;
}

const call = async (data: string, normalise = 'minmax') =>
  indexTables({ data, words: { normalise }, variation: {}, version: '0' });

describe('a COIN-Tool workbook', () => {
  it('becomes an index: unused levels and columns are left out, n/a is missing, directions and weights hold', async () => {
    const { answer } = await call(await workbook());
    expect(answer.weights.map(({ code, parent, weight }) => [code, parent, weight])).toEqual([
      ['Ind.01', 'p.01', 1],
      ['Ind.02', 'p.01', 1],
      ['Ind.03', 'p.02', 2],
      ['p.01', 'Index', 3],
      ['p.02', 'Index', 1],
      ['Index', null, 1],
    ]);
    // People: A (0 + 100) / 2, B (100 + 50) / 2, C (50 + 0) / 2; Land: A 100, C 0, of B nothing is known.
    expect(answer.results.map(({ unit, scores, rank }) => [unit, scores.Index, rank])).toEqual([
      ['A', 62.5, 2],
      ['B', 75, 1],
      ['C', 18.75, 3],
    ]);
  });

  it('has goalposts in natural units', async () => {
    const { answer } = await call(await workbook(), 'goalposts');
    expect(answer.results.map(({ scores }) => scores['Ind.01'])).toEqual([0, 50, 25]);
    expect(answer.results.map(({ scores }) => scores['Ind.02'])).toEqual([100, 50, 0]);
  });

  it('without units, or with an indicator of no group, is refused with its place', async () => {
    const empty = await workbook((sheet) =>
      [17, 18, 19].forEach((row) => (sheet.getCell(row, 3).value = null)),
    );
    await expect(call(empty)).rejects.toThrow(/INDEX_TABLE: sheet Database: found .* 0 units/);
    const homeless = await workbook((sheet) => (sheet.getCell('F13').value = null));
    await expect(call(homeless)).rejects.toThrow(
      /INDEX_TABLE: sheet Database, row 13, column 6: found nothing/,
    );
  });
});
