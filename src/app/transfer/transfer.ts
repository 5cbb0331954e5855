import {
  allocateTransfer,
  fenOf,
  parameterValue,
  type TransferRow,
  type TransferUnit,
  yuanOf,
} from '../../assess/index.js';
import { AfterlodeError, type CityId, type Issue, issue, type Text, toEdge } from '../../base/index.js';
import type { TransferFormula } from '../../catalog/index.js';
import { readCsvRecords } from '../../files/index.js';
import { findCity } from '../../register/index.js';
import { type MaybeAddressed, resultPrefix } from '../explained/prefix.js';
import type { Workspace } from '../workspace.js';
import { shapeRows } from './shape.js';
import { changedRows, type GivenUnits, type TransferUnitRow, transferUnits, type UnitRule } from './units.js';

/** What `transfer` is asked. */
export interface TransferCall {
  /** Yuan. */
  readonly budget: number;
  /** Year of the allocation. */
  readonly period: string;
  /** CSV of units; without it the exhausted cities of the register stand in. */
  readonly units?: string;
  /** The same units as rows in place of a file. */
  readonly rows?: readonly TransferUnitRow[];
  /** Cells that replace those of the unit of the same city, in the columns of units; stand-ins included. */
  readonly changes?: readonly TransferUnitRow[];
  /** Shares of the last amount by year of the phase-out, 0 to 1; in place of the formula's. */
  readonly phaseOut?: readonly number[];
  /** Id of a formula of the catalog; default the latest in force that is filled. */
  readonly formula?: string;
  /** Fixed amounts by grade, yuan; over those of the catalog. */
  readonly fixed?: Readonly<Record<string, number>>;
  /** False: no performance adjustment. */
  readonly performance?: boolean;
  /** Share of the total that the adjustment moves; default of the catalog. */
  readonly pool?: number;
}

/** One unit of an allocation, yuan with whole fen; `amountFen` is exact. */
export interface TransferAnswerRow extends MaybeAddressed {
  /** Id of the register, or the words of the table where the register does not have it. */
  readonly city: string;
  readonly name: Text | null;
  readonly fixed: number;
  readonly factor: number;
  /** Null where the adjustment is switched off. */
  readonly performance: number | null;
  readonly phaseOut: number;
  readonly amount: number;
  readonly amountFen: number;
  /** What the formula took of the unit; amounts in yuan. */
  readonly unit: {
    readonly population: number;
    readonly coefficients: Readonly<Record<string, number>>;
    readonly phaseOut: { readonly year: number; readonly base: number } | null;
    /** Score of the evaluation; null: not judged. */
    readonly performance: number | null;
  };
}

export interface TransferAnswer extends MaybeAddressed {
  readonly period: string;
  readonly formula: string;
  /** Shares of the last amount, by year of the phase-out. */
  readonly phaseOut: readonly number[];
  /** Share of the total that the performance adjustment moves; null: switched off. */
  readonly pool: number | null;
  /** Yuan; the rows sum to it, to the fen. */
  readonly total: number;
  readonly totalFen: number;
  /** Yuan a weighted person. */
  readonly perHead: number | null;
  /** Whether the units are stand-ins: the shape of the formula, not an allocation. */
  readonly shapeOnly: boolean;
  readonly rows: readonly TransferAnswerRow[];
  readonly issues: readonly Issue[];
}

/**
 * Divides a budget among units by a formula of the catalog.
 *
 * @throws AfterlodeError TRANSFER_FORMULA_UNKNOWN, CALL_OPTION (budget, period, fixed, pool), CALL_FILE_MISSING, those of
 *   `transferUnits`, `changedRows` and `allocateTransfer`
 */
export async function transfer(ws: Workspace, call: TransferCall): Promise<TransferAnswer> {
  const year = yearIn(call.period);
  if (!(call.budget >= 0))
    throw optionFault('--budget', String(call.budget), {
      en: 'yuan, 0 or more',
      zh: '不小于 0 的金额（元）',
    });
  const { formula, issues } = formulaFor(ws, year, call.formula);
  const fixed = fixedAmounts(formula, call.fixed ?? {});
  const phaseOut = call.phaseOut ?? formula.terms?.phaseOut ?? [];
  const pool = call.performance === false ? null : poolOf(ws, call.pool);
  const given = await givenUnits(ws, call, { formula, year, fixed });
  const made = allocateTransfer({
    budget: fenOf(call.budget, '--budget'),
    units: given.units,
    phaseOut,
    performance: pool === null ? null : { pool },
  });
  return {
    period: call.period,
    formula: formula.id,
    phaseOut,
    pool,
    total: yuanOf(made.total),
    totalFen: made.total,
    perHead: made.perHead,
    shapeOnly: call.units === undefined && call.rows === undefined,
    explain: prefixOf(call, 'all'),
    rows: made.rows.map((row, at) => answerRow(ws, call, row, given.units[at] as TransferUnit)),
    issues: [...issues, ...unknownFixed(formula, fixed, given.grades), ...given.issues, ...made.issues],
  };
}

/** Units of the call as a file or as rows; without either the cities of the register stand in. */
async function givenUnits(ws: Workspace, call: TransferCall, rule: UnitRule): Promise<GivenUnits> {
  const keyOf = (words: string) => knownCity(ws, words)?.id ?? words.trim();
  const read = (rows: readonly TransferUnitRow[], source: string) =>
    transferUnits(changedRows(rows, call.changes ?? [], keyOf), source, rule);
  if (call.units !== undefined) return read(await readCsvRecords(call.units), call.units);
  if (call.rows !== undefined) return read(call.rows, 'units');
  const { rows, issues } = await shapeRows(ws, rule.formula, rule.year);
  const given = read(rows, 'units');
  return { ...given, issues: [...issues, ...given.issues] };
}

function knownCity(ws: Workspace, words: string) {
  return ws.register.byId.get(words as CityId) ?? findCity(ws.register, words);
}

/** Null for rows and changes given with the call: they are kept nowhere, so that nothing could be opened again. */
function prefixOf(call: TransferCall, place: string): string | null {
  if (call.rows !== undefined || call.changes !== undefined || call.phaseOut !== undefined) return null;
  const { budget, units, formula, fixed = {}, performance, pool } = call;
  const amounts = Object.entries(fixed).map(([grade, yuan]) => [`fixed.${grade}`, yuan] as const);
  return resultPrefix('transfer', place, call.period, {
    ...Object.fromEntries(amounts),
    budget,
    units,
    formula,
    pool,
    ...(performance === false && { performance: 'false' }),
  });
}

function answerRow(
  ws: Workspace,
  call: TransferCall,
  row: TransferRow,
  unit: TransferUnit,
): TransferAnswerRow {
  const found = knownCity(ws, row.city);
  const { population, coefficients, phaseOut, performance } = unit;
  return {
    explain: prefixOf(call, found?.id ?? row.city),
    city: found?.id ?? row.city,
    name: found?.name ?? null,
    fixed: yuanOf(row.fixed),
    factor: yuanOf(row.factor),
    performance: row.performance === null ? null : yuanOf(row.performance),
    phaseOut: yuanOf(row.phaseOut),
    amount: yuanOf(row.amount),
    amountFen: row.amount,
    unit: {
      population,
      coefficients,
      phaseOut: phaseOut && { year: phaseOut.year, base: yuanOf(phaseOut.base) },
      performance: toEdge(performance),
    },
  };
}

/** The formula named, or the latest in force that somebody filled; an empty one in force is told. */
function formulaFor(
  ws: Workspace,
  year: number,
  asked: string | undefined,
): { readonly formula: TransferFormula; readonly issues: readonly Issue[] } {
  const all = [...ws.catalog.transferFormulas.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  const filled = all.filter(({ coefficients }) => coefficients.length > 0);
  const last = `${year}-12-31`;
  const inForce = all.filter(({ from, to }) => from <= last && (to === null || to > last)).at(-1);
  const formula = asked
    ? filled.find(({ id }) => id === asked)
    : (filled.filter(({ from }) => from <= last).at(-1) ?? filled[0]);
  if (!formula) {
    const facts = { found: asked ?? '', expected: filled.map(({ id }) => id).join(', ') };
    throw new AfterlodeError('TRANSFER_FORMULA_UNKNOWN', '--formula', facts);
  }
  if (asked !== undefined || !inForce || inForce.coefficients.length > 0) return { formula, issues: [] };
  const facts = { found: inForce.id, expected: formula.id };
  return { formula, issues: [issue('TRANSFER_FORMULA_UNREAD', 'warning', String(year), facts)] };
}

/** Fixed amounts by grade, fen; null where neither catalog nor call knows one. */
function fixedAmounts(
  formula: TransferFormula,
  given: Readonly<Record<string, number>>,
): ReadonlyMap<string, number | null> {
  const names = formula.grades.map(({ id }) => id);
  for (const [grade, yuan] of Object.entries(given)) {
    if (!names.includes(grade) || !(yuan >= 0)) {
      throw optionFault('--fixed', `${grade}=${yuan}`, {
        en: `${names.join(', ')} with yuan of 0 or more`,
        zh: `${names.join(', ')} 及不小于 0 的金额（元）`,
      });
    }
  }
  return new Map(
    formula.grades.map(({ id, amount }) => {
      const yuan = given[id] ?? amount;
      return [id, yuan === null ? null : fenOf(yuan, id)] as const;
    }),
  );
}

function unknownFixed(
  formula: TransferFormula,
  fixed: ReadonlyMap<string, number | null>,
  used: ReadonlySet<string>,
): readonly Issue[] {
  const unknown = formula.grades.filter(({ id }) => used.has(id) && fixed.get(id) === null);
  if (unknown.length === 0) return [];
  const found = unknown.map(({ id }) => id).join(', ');
  return [issue('TRANSFER_FIXED_UNKNOWN', 'warning', formula.id, { found })];
}

function poolOf(ws: Workspace, asked: number | undefined): number {
  const pool = asked ?? parameterValue(ws.catalog, 'transfer_performance_pool');
  if (pool >= 0 && pool <= 1) return pool;
  throw optionFault('--pool', String(pool), { en: 'a share from 0 to 1', zh: '0 到 1 之间的份额' });
}

function yearIn(period: string): number {
  if (/^\d{4}$/.test(period)) return Number(period);
  throw optionFault('--period', period, { en: 'a year such as 2020', zh: '年份，如 2020' });
}

function optionFault(option: string, found: string, expected: string | Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
