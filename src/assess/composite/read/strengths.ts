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

/** Which indicators are named. */
export interface StrengthOptions {
  /** How many of each are named at most; 5 if absent. */
  readonly top?: number;
  readonly bottom?: number;
  /** False: an indicator in which nobody stands worse is no weakness, as in COINr unless told otherwise; true if absent. */
  readonly worst?: boolean;
  /** Different values ÷ values, 0–1, that a strength needs, against indicators such as yes and no; 0 if absent. */
  readonly distinct?: number;
}

/**
 * Where a row stands best and worst among given rows: indicators by rank, equal ranks in the order of the columns. An
 * indicator is never both: with few indicators strengths come from the better half. A missing value is neither.
 *
 * @param among numbers of the rows that are compared, the row itself included
 */
export function strengthsAndWeaknesses(
  table: StandingColumns,
  row: number,
  among: readonly number[],
  given: StrengthOptions = {},
): StrengthsAndWeaknesses {
  const standings = table.codes
    .map((code, at) => standingOf(code, table.columns[at] as Values, table.directions[at] ?? 1, row, among))
    .filter(({ rank }) => !Number.isNaN(rank))
    .sort((a, b) => a.rank - b.rank);
  const half = Math.ceil(standings.length / 2);
  const plain = ({ code, value, rank, of }: FullStanding): Standing => ({ code, value, rank, of });
  const strong = standings.slice(0, half).filter(({ distinct }) => distinct >= (given.distinct ?? 0));
  const weak = standings.slice(half).filter(({ below }) => below > 0 || given.worst !== false);
  const bottom = Math.max(0, weak.length - (given.bottom ?? 5));
  return { strengths: strong.slice(0, given.top ?? 5).map(plain), weaknesses: weak.slice(bottom).map(plain) };
}

interface FullStanding extends Standing {
  /** Units that stand worse. */
  readonly below: number;
  readonly distinct: number;
}

function standingOf(
  code: string,
  column: Values,
  direction: 1 | -1,
  row: number,
  among: readonly number[],
): FullStanding {
  const own = direction * (column[row] as number);
  const distinct = new Set<number>();
  let [of, above, below] = [0, 0, 0];
  for (const one of among) {
    const value = direction * (column[one] as number);
    if (Number.isNaN(value)) continue;
    distinct.add(value);
    of += 1;
    if (value > own) above += 1;
    if (value < own) below += 1;
  }
  const rank = Number.isNaN(own) ? Number.NaN : above + 1;
  return { code, value: column[row] as number, rank, of, below, distinct: distinct.size / of };
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
  given: StrengthOptions & {
    readonly unit: string;
    readonly time?: number | null;
    readonly peers?: string;
    readonly values?: StandingValues;
    readonly directed?: boolean;
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
