import type { Cell, Workbook, Worksheet } from 'exceljs';
import type { Recompute, RecomputePeriod } from '../../report/index.js';
import { sheetName } from '../sheet.js';
import {
  fixedColumn,
  letters,
  lineFormula,
  meanFormula,
  quantileFormula,
  quoted,
  rankFormula,
} from './formulas.js';
import { words } from './words.js';

const tint = 'FFF3F6F7';
const changed = 'FFFBE3C0';
const ownRow = 'FFD6E8F5';
/** Characters of the name of a sheet. */
const longestName = 31;
/** Rows above the first unit: what the sheet holds, headings; on the sheet of scores the weights too. */
const valueHead = 2;
const scoreHead = 2;
const weightRow = 3;
/** Columns before the first value or score: code, name, period. */
const leading = 3;
/** Columns of the settings. */
const column = { weight: 4, shares: [6, 7], worst: 8, best: 9, low: 10, high: 11, least: 12 } as const;
const settingsHead = 1;

/** Three sheets on which an index is computed anew by formulas: its values, its settings, and scores with ranks. */
export function recomputeSheets(book: Workbook, given: Recompute): void {
  const name = (key: 'values' | 'parameters' | 'scores') => {
    const word = words[key][given.lang];
    // A long label is cut, so that the word behind it still tells the sheets apart.
    return sheetName(book, `${given.label.slice(0, longestName - 1 - word.length).trimEnd()} ${word}`);
  };
  const sheets = {
    scores: book.addWorksheet(name('scores')),
    settings: book.addWorksheet(name('parameters')),
    values: book.addWorksheet(name('values')),
  };
  writeValues(sheets.values, given);
  writeSettings(sheets, given);
  writeScores(sheets, given);
}

interface Sheets {
  readonly scores: Worksheet;
  readonly settings: Worksheet;
  readonly values: Worksheet;
}

function writeValues(sheet: Worksheet, { lang, nodes, values }: Recompute): void {
  sheet.getCell(1, 1).value = words.aboutValues[lang];
  const leaves = nodes.flatMap(({ how, label, unit }) => ('leaf' in how ? [{ how, label, unit }] : []));
  const titles: string[] = [words.code[lang], words.name[lang], words.period[lang]];
  for (const { how, label, unit } of leaves) titles[leading + how.leaf] = `${label} (${unit})`;
  heads(sheet, valueHead, titles);
  values.forEach((row, at) => {
    const line = sheet.getRow(valueHead + 1 + at);
    line.values = [row.code, row.name, row.period, ...row.values];
    for (const { leaf, value } of row.observed) {
      const cell = line.getCell(leading + 1 + leaf);
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: changed } };
      cell.note = `${words.observed[lang]}: ${value ?? words.missing[lang]}`;
    }
  });
  sheet.views = [{ state: 'frozen', xSplit: leading, ySplit: valueHead }];
}

/** One row for each node, in their order; the ends of a line are formulas where they are quantiles of the values. */
function writeSettings({ settings, values }: Sheets, { lang, nodes, reference }: Recompute): void {
  const t = (word: Exclude<keyof typeof words, 'aboutScores'>) => words[word][lang];
  heads(settings, settingsHead, [
    t('part'),
    t('id'),
    t('parent'),
    t('weight'),
    t('unit'),
    t('quantileWorst'),
    t('quantileBest'),
    t('worst'),
    t('best'),
    t('low'),
    t('high'),
    t('least'),
    t('how'),
  ]);
  nodes.forEach(({ label, id, parent, depth, weight, unit, how }, at) => {
    const row = settingsRow(at);
    const line = settings.getRow(row);
    line.values = [label, id, nodes[parent]?.id ?? '', parent < 0 ? null : weight, unit];
    line.getCell(1).alignment = { indent: depth };
    if (how.kind === 'mean') line.getCell(column.least).value = how.least;
    if (how.kind === 'line') {
      const range = `${quoted(values.name)}!${fixedColumn(leading + 1 + how.leaf, valueHead + 1, valueHead + reference)}`;
      const ends = [how.worst, how.best];
      [column.worst, column.best].forEach((place, end) => {
        const share = column.shares[end] as number;
        line.getCell(share).value = how.quantiles?.[end] ?? null;
        const formula = quantileFormula(range, `${letters(share)}${row}`);
        line.getCell(place).value = how.quantiles ? { formula, result: ends[end] as number } : ends[end];
      });
      line.getCell(column.low).value = how.low;
      line.getCell(column.high).value = how.high;
    }
    const line_ = how.kind === 'line' && how.bounded ? 'line' : 'openLine';
    const rule = how.kind === 'mean' ? 'mean' : how.kind === 'line' ? line_ : 'asGiven';
    line.getCell(column.least + 1).value = t(rule);
  });
  settings.views = [{ state: 'frozen', xSplit: 1, ySplit: settingsHead }];
}

function settingsRow(node: number): number {
  return settingsHead + 1 + node;
}

function columnOf(node: number): number {
  return leading + 1 + node;
}

function writeScores(sheets: Sheets, given: Recompute): void {
  const { scores, settings, values } = sheets;
  const { lang, nodes } = given;
  scores.getCell(1, 1).value = words.aboutScores[lang]
    .replace('{values}', values.name)
    .replace('{parameters}', settings.name);
  heads(scores, scoreHead, [
    words.code[lang],
    words.name[lang],
    words.period[lang],
    ...nodes.map(({ label }) => label),
    words.rounded[lang],
    words.rank[lang],
    words.inReport[lang],
    words.difference[lang],
  ]);
  scores.getCell(weightRow, 1).value = words.weights[lang];
  nodes.forEach(({ parent, weight }, node) => {
    if (parent < 0) return;
    const formula = `${quoted(settings.name)}!$${letters(column.weight)}$${settingsRow(node)}`;
    scores.getCell(weightRow, columnOf(node)).value = { formula, result: weight };
  });
  let row = weightRow + 1;
  for (const period of given.periods) row = writePeriod(sheets, given, period, row);
  scores.views = [{ state: 'frozen', xSplit: leading, ySplit: weightRow }];
  scores.getColumn(2).width = 18;
}

/** Units of one period from a row on, the ranked ones first; returns the row below. */
function writePeriod(sheets: Sheets, given: Recompute, { rows }: RecomputePeriod, from: number): number {
  const { scores } = sheets;
  const { nodes, values, reference } = given;
  const rounded = columnOf(nodes.length);
  const ranked = rows.filter(({ at }) => at < reference).length;
  const range = fixedColumn(rounded, from, from + ranked - 1);
  rows.forEach(({ at, scores: ours, rank, own }, place) => {
    const row = from + place;
    const { code, name, period } = values[at] as Recompute['values'][number];
    const line = scores.getRow(row);
    line.values = [code, name, period];
    ours.forEach((score, node) => {
      const formula = scoreFormula(sheets, given, node, row, at);
      line.getCell(columnOf(node)).value =
        formula === null ? score : { formula, result: (score ?? '') as number };
    });
    const top = `${letters(columnOf(0))}${row}`;
    const kept = ours[0] ?? null;
    const put = (cell: Cell, formula: string, result: number | null) => {
      cell.value = { formula, result: (result ?? '') as number };
    };
    put(line.getCell(rounded), `IF(ISNUMBER(${top}),ROUND(${top},10),"")`, kept && Number(kept.toFixed(10)));
    if (at < reference) put(line.getCell(rounded + 1), rankFormula(`${letters(rounded)}${row}`, range), rank);
    line.getCell(rounded + 2).value = kept;
    put(
      line.getCell(rounded + 3),
      `IF(AND(ISNUMBER(${top}),ISNUMBER(${letters(rounded + 2)}${row})),${top}-${letters(rounded + 2)}${row},"")`,
      kept === null ? null : 0,
    );
    if (own) line.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ownRow } };
  });
  return from + rows.length;
}

/** Null where the score is given as a value. */
function scoreFormula(
  { settings, values }: Sheets,
  { nodes }: Recompute,
  node: number,
  row: number,
  at: number,
): string | null {
  const how = nodes[node]?.how;
  const setting = (place: number) => `${quoted(settings.name)}!$${letters(place)}$${settingsRow(node)}`;
  if (how?.kind === 'mean') return meanFormula(row, weightRow, columnOf, how, setting(column.least));
  if (how?.kind !== 'line') return null;
  const value = `${quoted(values.name)}!${letters(leading + 1 + how.leaf)}${valueHead + 1 + at}`;
  const { worst, best, low, high } = column;
  const cells = { worst: setting(worst), best: setting(best), low: setting(low), high: setting(high) };
  return lineFormula(value, cells, how);
}

function heads(sheet: Worksheet, row: number, titles: readonly string[]): void {
  titles.forEach((title, at) => {
    const cell = sheet.getCell(row, at + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: tint } };
    cell.alignment = { vertical: 'top', wrapText: true };
    sheet.getColumn(at + 1).width = 13;
  });
}
