import { rankDescending } from '../../../base/index.js';
import type { ChainRun, Stretch, Values } from '../types.js';
import { placeIn } from './rows.js';

/** Standing of a unit in one indicator. */
export interface Standing {
  readonly code: string;
  /** In the indicator's own units. */
  readonly value: number;
  /** 1 is best; ties share the smallest. */
  readonly rank: number;
  /** How many units have a rank. */
  readonly of: number;
}

/** Indicators in which a unit stands best and worst, each in the order of ranks. */
export interface StrengthsAndWeaknesses {
  readonly strengths: readonly Standing[];
  readonly weaknesses: readonly Standing[];
}

/** Columns that standings are read from. */
export interface StandingColumns {
  readonly codes: readonly string[];
  readonly columns: readonly Values[];
  /** -1 where less is better; with all 1 the largest value counts as best, whatever it means. */
  readonly directions: readonly (1 | -1)[];
}

/**
 * Where a row stands best and worst among given rows: indicators by rank, equal ranks in the order of the columns. An
 * indicator is never both: with few indicators strengths come from the better half. A missing value is neither.
 *
 * @param among numbers of the rows that are compared, the row itself included
 * @param given how many of each are named, 5 if absent
 */
export function strengthsAndWeaknesses(
  table: StandingColumns,
  row: number,
  among: readonly number[],
  given: { readonly top?: number; readonly bottom?: number } = {},
): StrengthsAndWeaknesses {
  const own = among.indexOf(row);
  const standings = table.codes.flatMap((code, at): Standing[] => {
    const column = table.columns[at] as Values;
    const direction = table.directions[at] ?? 1;
    const ranks = rankDescending(Float64Array.from(among, (one) => direction * (column[one] as number)));
    const rank = ranks[own] ?? Number.NaN;
    const of = ranks.reduce((count, one) => (Number.isNaN(one) ? count : count + 1), 0);
    return Number.isNaN(rank) ? [] : [{ code, value: column[row] as number, rank, of }];
  });
  const ordered = standings.toSorted((a, b) => a.rank - b.rank);
  const half = Math.ceil(ordered.length / 2);
  const top = Math.min(given.top ?? 5, half);
  const bottom = Math.min(given.bottom ?? 5, ordered.length - half);
  return { strengths: ordered.slice(0, top), weaknesses: ordered.slice(ordered.length - bottom) };
}

/** Which values of a run are ranked. */
export type StandingValues = 'raw' | 'denominated' | 'treated' | 'normalised';

/**
 * Strengths and weaknesses of a unit of a run, against all units of its time and, with a group column, against its peers.
 *
 * @param given `values` raw if absent; `directed` false ranks the largest raw value first even where less is better
 * @returns `peers` is null without a group column, or where the unit has no group
 * @throws AfterlodeError INDEX_NOT_FOUND for a unit, time or group column that is not there
 */
export function strengthsOf(
  run: ChainRun,
  given: {
    readonly unit: string;
    readonly time?: number | null;
    readonly peers?: string;
    readonly values?: StandingValues;
    readonly directed?: boolean;
    readonly top?: number;
    readonly bottom?: number;
  },
): { readonly all: StrengthsAndWeaknesses; readonly peers: StrengthsAndWeaknesses | null } {
  const { row, stretch, groups } = placeIn(run, given);
  const values = given.values ?? 'raw';
  const signed = given.directed !== false && values !== 'normalised';
  const table: StandingColumns = {
    codes: run.table.indicators.map(({ code }) => code),
    columns: columnsOf(run, values),
    directions: run.table.indicators.map(({ direction }) => (signed ? direction : 1)),
  };
  const all = rowsOf(stretch);
  const group = groups?.[row] ?? '';
  const peers = group === '' ? null : all.filter((one) => groups?.[one] === group);
  return {
    all: strengthsAndWeaknesses(table, row, all, given),
    peers: peers && strengthsAndWeaknesses(table, row, peers, given),
  };
}

function columnsOf(run: ChainRun, values: StandingValues): readonly Values[] {
  switch (values) {
    case 'raw':
      return run.table.columns.map((column) => Float64Array.from(run.rows, (row) => column[row] as number));
    case 'normalised':
      return run.scores.slice(0, run.hierarchy.leaves);
    default:
      return run[values];
  }
}

function rowsOf({ from, to }: Stretch): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
