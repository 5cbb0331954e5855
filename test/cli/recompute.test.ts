import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';
import { callHere } from './here.js';

const folder = temporaryFolder();

async function sheetsOf(words: readonly string[]): Promise<ExcelJS.Worksheet[]> {
  const file = join(folder, 'report.xlsx');
  const all = ['report', ...words, '--format', 'xlsx', '--out', file];
  expect((await callHere([...all, '--workspace', join(folder, 'workspace')])).err).toBe('');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(readFileSync(file).buffer as ArrayBuffer);
  return book.worksheets.slice(-3);
}

/** Plain numbers of a row, also where they are results of formulas; others are null. */
function numbers(row: ExcelJS.Row, from: number, to: number): (number | null)[] {
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const cell = row.getCell(from + at);
    const value = cell.formula ? cell.result : cell.value;
    return typeof value === 'number' ? value : null;
  });
}

describe('the index in a workbook', () => {
  it('follows by hand from its sheets of values and parameters', async () => {
    const [scores, parameters, values] = await sheetsOf(['Tongling', '--period', '2015']);
    expect(scores?.name).toBe('Economy 2004–2012 an recomputed');
    const nodes = (parameters?.actualRowCount ?? 0) - 1;
    const leaves = Array.from({ length: nodes }, (_, node) => node).filter(
      (node) => typeof parameters?.getCell(node + 2, 10).value === 'number',
    );
    expect([nodes, leaves.length]).toEqual([14, 9]);
    const rows = scores?.findRows(4, scores.rowCount) ?? [];
    const code = '340700';
    const row = rows.find((one) => one.getCell(1).value === code) as ExcelJS.Row;
    const own = values
      ?.findRows(3, values.rowCount)
      ?.find((one) => one.getCell(1).value === code && one.getCell(3).value === '2015');
    const ours = numbers(row, 4, 3 + nodes);
    for (const [leaf, node] of leaves.entries()) {
      const [worst, best] = numbers(parameters?.getRow(node + 2) as ExcelJS.Row, 8, 9) as [number, number];
      const value = own?.getCell(4 + leaf).value;
      const score =
        typeof value === 'number'
          ? Math.min(100, Math.max(0, ((value - worst) / (best - worst)) * 100))
          : null;
      if (score === null) expect(ours[node]).toBeNull();
      else expect(ours[node]).toBeCloseTo(score, 9);
    }
    // The index itself has the four dimensions below it, with equal weights here.
    const dimensions = ours.slice(1, 5).filter((score) => score !== null);
    expect(ours[0]).toBeCloseTo(dimensions.reduce((sum, score) => sum + score, 0) / dimensions.length, 9);
  });

  it('stands as formulas that name their cells', async () => {
    const [scores, parameters] = await sheetsOf(['Tongling', '--period', '2015']);
    expect(parameters?.getCell('H7').formula).toMatch(
      /^_xlfn\.PERCENTILE\.INC\('Economy 2004–2012 and 20 values'!\$D\$3:\$D\$\d+,F7\)$/,
    );
    expect(scores?.getCell('I4').formula).toContain("IF(ISNUMBER('Economy 2004–2012 and 20 values'!D");
    expect(scores?.getCell('D4').formula).toContain('SUMPRODUCT(E$3:H$3,--ISNUMBER(E4:H4))=0');
    expect(scores?.getCell('S4').formula).toMatch(/_xlfn\.RANK\.EQ\(R4,\$R\$4:\$R\$265\)/);
  });
});
