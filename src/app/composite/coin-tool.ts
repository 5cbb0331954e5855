import { AfterlodeError, phrases } from '../../base/index.js';

/** Rows of a sheet with their numbers, as `readTableRows` gives them. */
export type SheetRows = readonly { readonly row: number; readonly cells: readonly string[] }[];

/**
 * Rows of the sheet `Database`, from 1: what describes the indicators stands above the table of units. The form is that
 * of the COIN Tool since 2019, as the R package COINr documents and reads it.
 */
const lines = {
  weight: 7,
  direction: 8,
  lower: 9,
  upper: 10,
  /** Groups of an indicator from the index down. */
  groups: [11, 12, 13, 14],
  name: 15,
  code: 16,
} as const;
/** Units begin in row 17, with name and code in columns B and C; indicators begin in column E. */
const place = { firstUnit: 17, unitName: 1, unitCode: 2, firstIndicator: 4 } as const;

/**
 * The two tables of an index from a COIN-Tool workbook: levels that hold a single group for all indicators were not used
 * and are left out, the index excepted. Goalposts give scores from 0 to 100.
 *
 * @param database rows of the sheet `Database`
 * @param framework rows of the sheet `Framework`: group codes in column C, weights in E, names in H
 * @throws AfterlodeError INDEX_TABLE where the sheet has no indicators or units, or an indicator has no code or group
 */
export function coinToolTables(
  database: SheetRows,
  framework: SheetRows,
): { readonly data: string[][]; readonly meta: string[][] } {
  const byRow = new Map(database.map(({ row, cells }) => [row, cells]));
  const cell = (row: number, column: number) => filled(byRow.get(row)?.[column]);
  const units = database.filter(
    ({ row, cells }) => row >= place.firstUnit && filled(cells[place.unitCode]) !== '',
  );
  const columns = (byRow.get(lines.code) ?? []).flatMap((_, column) => {
    const known =
      column >= place.firstIndicator && units.some(({ cells }) => filled(cells[column] ?? '') !== '');
    return known ? [column] : [];
  });
  if (units.length === 0 || columns.length === 0) {
    const found = {
      en: `${columns.length} indicators and ${units.length} units`,
      zh: `${columns.length} 个指标和 ${units.length} 个单元`,
    };
    throw new AfterlodeError(
      'INDEX_TABLE',
      { en: 'sheet Database', zh: '工作表 Database' },
      {
        found,
        expected: { en: 'one or more of each', zh: '两者至少各一个' },
      },
    );
  }
  const codes = columns.map((column) => needed(cell(lines.code, column), lines.code, column));
  const used = lines.groups.filter(
    (row, at) => at === 0 || new Set(columns.map((column) => cell(row, column))).size > 1,
  );
  const indicators = columns.map((column, at) => [
    codes[at] as string,
    cell(lines.name, column) || (codes[at] as string),
    '1',
    needed(cell(used.at(-1) ?? lines.groups[0], column), used.at(-1) ?? lines.groups[0], column),
    cell(lines.direction, column),
    cell(lines.weight, column),
    'Indicator',
    cell(lines.lower, column),
    cell(lines.upper, column),
    '100',
  ]);
  return {
    data: [
      ['uCode', 'uName', ...codes],
      ...units.map(({ cells }) => [
        filled(cells[place.unitCode]),
        filled(cells[place.unitName]),
        ...columns.map((column) => filled(cells[column])),
      ]),
    ],
    meta: [
      [
        'iCode',
        'iName',
        'Level',
        'Parent',
        'Direction',
        'Weight',
        'Type',
        'goalpost_lower',
        'goalpost_upper',
        'goalpost_scale',
      ],
      ...indicators,
      ...groupsOf(used, columns, cell, framework),
    ],
  };
}

/** Rows of the groups, from the lowest level up to the index. */
function groupsOf(
  used: readonly number[],
  columns: readonly number[],
  cell: (row: number, column: number) => string,
  framework: SheetRows,
): string[][] {
  const known = new Map(framework.map(({ cells }) => [filled(cells[2]), cells]));
  return used.toReversed().flatMap((row, at) => {
    const above = used[used.indexOf(row) - 1];
    const parents = new Map(
      columns.map((column) => [
        needed(cell(row, column), row, column),
        above === undefined ? '' : needed(cell(above, column), above, column),
      ]),
    );
    return Array.from(parents, ([code, parent]) => {
      const described = known.get(code);
      return [
        code,
        filled(described?.[7]) || code,
        String(at + 2),
        parent,
        '1',
        filled(described?.[4]),
        'Aggregate',
        '',
        '',
        '',
      ];
    });
  });
}

/** The text of a cell; `n/a` and `--` are the tool's words for nothing. */
function filled(cell: string | undefined): string {
  const text = cell?.trim() ?? '';
  return ['n/a', '--'].includes(text.toLowerCase()) ? '' : text;
}

function needed(text: string, row: number, column: number): string {
  if (text !== '') return text;
  throw new AfterlodeError(
    'INDEX_TABLE',
    {
      en: `sheet Database, row ${row}, column ${column + 1}`,
      zh: `工作表 Database 第 ${row} 行第 ${column + 1} 列`,
    },
    {
      found: phrases.nothing,
      expected:
        row === lines.code
          ? { en: 'the code of an indicator', zh: '指标代码' }
          : { en: 'the code of a group', zh: '分组代码' },
    },
  );
}
