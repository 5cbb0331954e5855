import type { ChainRun, Values } from '../../assess/index.js';
import { type Text, toEdge } from '../../base/index.js';
import type { Sheet, SheetCell, SheetColumn, SheetMark } from '../../print/index.js';
import type { ChangedCell } from './sheets-steps.js';

/** A table as it was given; text that is a number is written as one. */
export function givenSheet(name: string, rows: readonly (readonly string[])[], about: Text): Sheet {
  const [heading = [], ...rest] = rows;
  return {
    name,
    about,
    columns: heading.map((key) => ({ key })),
    *rows() {
      for (const row of rest) yield heading.map((_, at) => cellOf(row[at] ?? ''));
    },
    length: rest.length,
  };
}

/** Codes such as 007 and numbers of more digits than a double holds stay text. */
function cellOf(text: string): SheetCell {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  return Number.isFinite(number) && !/^-?\d{16}/.test(trimmed) ? number : text;
}

/** Makes tables with a row for each unit (and time) of a run and a column for each code. */
export function wideSheets({ kept }: ChainRun, names: ReadonlyMap<string, string>) {
  return (
    name: string,
    codes: readonly string[],
    columns: readonly Values[],
    about: Text,
    digits?: number,
  ): Sheet => ({
    name,
    about,
    columns: [
      { key: 'uCode', zh: '单元' },
      ...(kept.times ? [{ key: 'Time', zh: '时间' }] : []),
      ...codes.map((key): SheetColumn => {
        const note = names.get(key);
        const shown = digits === undefined ? {} : { digits };
        return note === undefined || note === key ? { key, ...shown } : { key, note, ...shown };
      }),
    ],
    *rows() {
      for (let row = 0; row < kept.units.length; row++) {
        yield [
          kept.units[row] as string,
          ...(kept.times ? [kept.times[row] as number] : []),
          ...columns.map((column) => toEdge(column[row] as number)),
        ];
      }
    },
    length: kept.units.length,
  });
}

/** Places of changed cells in a wide table of indicators. */
export function markedCells(
  { kept, hierarchy }: ChainRun,
  cells: readonly ChangedCell[],
  mark: SheetMark,
): ReadonlyMap<number, SheetMark> {
  const before = kept.times ? 2 : 1;
  const width = before + hierarchy.leaves;
  return new Map(cells.map(({ row, column }) => [row * width + before + column, mark]));
}
