import { sheetLine } from '../../base/index.js';
import type { RankedRow } from './ranking.js';

/** What the file says of its own making, the same in every row. */
export interface CsvFacts {
  readonly index: string;
  readonly period: string;
  readonly catalog: string;
  readonly runs: number;
  readonly seed: number;
  readonly top: number;
  readonly link: string;
}

const columns: readonly (readonly [string, (row: RankedRow) => string | number | null])[] = [
  ['id', ({ place }) => place.id],
  ['name_zh', ({ place }) => place.name.zh],
  ['name_en', ({ place }) => place.name.en],
  ['score', ({ score }) => score],
  ['rank', ({ rank }) => rank],
  ['rank_as_defined', ({ ownRank }) => ownRank],
  ['rank_low_5', ({ interval }) => interval?.[0] ?? null],
  ['rank_high_95', ({ interval }) => interval?.[1] ?? null],
  ['share_of_runs_in_top', ({ inTop }) => inTop],
  ['flags', ({ flags }) => flags.map(({ id }) => id).join(';')],
];

/** The ranking as CSV; missing is empty, numbers are unrounded, the link gives the whole state back. */
export function rankingCsv(rows: readonly RankedRow[], facts: CsvFacts): string {
  const keys = Object.keys(facts) as (keyof CsvFacts)[];
  const head = [...columns.map(([name]) => name), ...keys];
  const lines = rows.map((row) =>
    sheetLine([...columns.map(([, of]) => of(row)), ...keys.map((key) => facts[key])]),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
