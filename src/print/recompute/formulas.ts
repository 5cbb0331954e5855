import type { BranchRule, LeafRule } from '../../report/index.js';

/** Formulas of the sheets on which an index is computed anew. Functions newer than the file format carry its prefix. */

/** Letters of a column, from 1. */
export function letters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return before === 0 ? letter : letters(before) + letter;
}

/** A sheet's name as formulas write it. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/** Cells of one column, fixed. */
export function fixedColumn(column: number, first: number, last: number): string {
  const letter = letters(column);
  return `$${letter}$${first}:$${letter}$${last}`;
}

/** Quantile by linear interpolation between ordered values, of which empty cells are none. */
export function quantileFormula(range: string, share: string): string {
  return `_xlfn.PERCENTILE.INC(${range},${share})`;
}

/** Where the settings of a leaf stand. */
export interface LineCells {
  readonly worst: string;
  readonly best: string;
  readonly low: string;
  readonly high: string;
}

/** Score of a value on a line; an empty cell has none. */
export function lineFormula(
  value: string,
  { worst, best, low, high }: LineCells,
  { bounded }: Extract<LeafRule, { kind: 'line' }>,
): string {
  const score = `${low}+(${value}-${worst})/(${best}-${worst})*(${high}-${low})`;
  return `IF(ISNUMBER(${value}),${bounded ? `MAX(${low},MIN(${high},${score}))` : score},"")`;
}

/** Weighted mean of the scores that are there, missing where there are fewer than the least number. */
export function meanFormula(
  row: number,
  weightRow: number,
  columnOf: (node: number) => number,
  { first, last }: Extract<BranchRule, { kind: 'mean' }>,
  least: string,
): string {
  const from = letters(columnOf(first));
  const to = letters(columnOf(last));
  const scores = `${from}${row}:${to}${row}`;
  const weights = `${from}$${weightRow}:${to}$${weightRow}`;
  const there = `SUMPRODUCT(${weights},--ISNUMBER(${scores}))`;
  return `IF(OR(COUNT(${scores})<${least},${there}=0),"",SUMPRODUCT(${weights},${scores})/${there})`;
}

/** Rank among cells of which some may be empty; equal ones share the smallest. */
export function rankFormula(cell: string, range: string): string {
  return `IF(ISNUMBER(${cell}),_xlfn.RANK.EQ(${cell},${range}),"")`;
}
