import { fenOf, supportStage, type TransferUnit } from '../../assess/index.js';
import { AfterlodeError, type Issue, issue, phrases, type Text } from '../../base/index.js';
import type { TransferFormula } from '../../catalog/index.js';
import { rowPlace } from '../tables/places.js';

/** A unit as written: column and cell. */
export type TransferUnitRow = Readonly<Record<string, string>>;
type Row = TransferUnitRow;

/** What a row is read by. */
export interface UnitRule {
  readonly formula: TransferFormula;
  readonly year: number;
  /** Amounts of grades, fen. */
  readonly fixed: ReadonlyMap<string, number | null>;
}

/** Columns besides the coefficients of the formula. */
const columns = [
  'city',
  'grade',
  'fixed',
  'population',
  'phase',
  'base',
  'start',
  'successful',
  'performance',
  'performance_amount',
] as const;

/** Units with the doubts that came up reading them. */
export interface GivenUnits {
  readonly units: readonly TransferUnit[];
  /** Grades from which an amount was taken. */
  readonly grades: ReadonlySet<string>;
  readonly issues: readonly Issue[];
}

/**
 * Units of rows: `city`, `grade` (or `fixed` in yuan), `population`, a column for each coefficient (empty: the formula's
 * default), `phase` (year of the phase-out, from 1) with `base` (last amount, yuan) or `start` and `successful` (years, from
 * which the stage follows), `performance` (a score) or `performance_amount` (yuan, summing to zero).
 * The first row after the head of a table is row 2.
 *
 * @param source file or field that the rows come from, for messages
 * @throws AfterlodeError TRANSFER_UNIT naming row and column
 */
export function transferUnits(
  records: readonly TransferUnitRow[],
  source: string,
  { formula, year, fixed }: UnitRule,
): GivenUnits {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const units = records.flatMap((row, at) => {
    const where = rowPlace(source, at + 2);
    checkRow(row, formula, where, seen);
    const phaseOut = phaseOutOf(row, formula, year, where, issues);
    if (phaseOut === 'none') return [];
    return [
      {
        city: (row.city ?? '').trim(),
        fixed: phaseOut === null ? fixedOf(row, fixed, where) : 0,
        population: phaseOut === null ? numberIn(row, 'population', where) : 0,
        coefficients: coefficientsOf(row, formula, where),
        phaseOut,
        performance: numberIn(row, 'performance', where),
        performanceAmount: fenIn(row, 'performance_amount', where),
      } satisfies TransferUnit,
    ];
  });
  const grades = new Set(records.filter((row) => !row.fixed?.trim()).map((row) => (row.grade ?? '').trim()));
  return { units, grades, issues };
}

function checkRow(row: Row, formula: TransferFormula, where: Text, seen: Set<string>): void {
  const allowed = [...columns, ...formula.coefficients.map(({ id }) => id)] as readonly string[];
  const unknown = Object.keys(row).filter((name) => !allowed.includes(name.trim()));
  if (unknown.length > 0)
    throw fault(
      where,
      { en: `column ${unknown.join(', ')}`, zh: `列 ${unknown.join(', ')}` },
      allowed.join(', '),
    );
  const city = (row.city ?? '').trim();
  if (city === '') throw fault(where, { en: 'no city', zh: '空的城市名' }, { en: 'a city', zh: '城市名' });
  if (seen.has(city)) throw fault(where, phrases.twice(city), { en: 'each city once', zh: '不重复的城市' });
  seen.add(city);
}

/**
 * Rows whose cells are replaced by those of a change of the same city.
 *
 * @param keyOf what tells cities apart, from the words of a row
 * @throws AfterlodeError TRANSFER_UNIT for a change of a city that has no row, or two of one city
 */
export function changedRows(
  rows: readonly TransferUnitRow[],
  changes: readonly TransferUnitRow[],
  keyOf: (words: string) => string,
): readonly TransferUnitRow[] {
  const byCity = new Map<string, TransferUnitRow>();
  const known = new Set(rows.map(({ city = '' }) => keyOf(city)));
  for (const [at, change] of changes.entries()) {
    const where = rowPlace('changes', at + 2);
    const key = keyOf(change.city ?? '');
    if (!known.has(key))
      throw fault(where, change.city ?? '', { en: 'a city of the units', zh: '补助单位中的城市' });
    if (byCity.has(key))
      throw fault(where, phrases.twice(change.city ?? ''), { en: 'each city once', zh: '不重复的城市' });
    byCity.set(key, change);
  }
  return rows.map((row) => ({ ...row, ...byCity.get(keyOf(row.city ?? '')), city: row.city ?? '' }));
}

/** The phase-out of a row, told outright or following from start and success; `none` where nothing is paid. */
function phaseOutOf(
  row: Row,
  formula: TransferFormula,
  year: number,
  where: Text,
  issues: Issue[],
): TransferUnit['phaseOut'] | 'none' {
  const phase = numberIn(row, 'phase', where);
  if (phase > 0) return { year: phase, base: baseIn(row, where) };
  const start = numberIn(row, 'start', where);
  if (Number.isNaN(start) || formula.terms === null) return null;
  const successful = numberIn(row, 'successful', where);
  const history = { start, successful: Number.isNaN(successful) ? null : successful };
  const found = supportStage(history, year, formula.terms);
  const city = (row.city ?? '').trim();
  switch (found.stage) {
    case 'phase-out':
      return { year: found.year, base: baseIn(row, where) };
    case 'before':
    case 'ended': {
      const [en, zh] = found.stage === 'ended' ? ['has ended', '已结束'] : ['begins later', '尚未开始'];
      issues.push(issue('TRANSFER_ENDED', 'note', city, { found: year, en, zh }));
      return 'none';
    }
    case 'terms-over':
      issues.push(issue('TRANSFER_TERMS_OVER', 'warning', city));
      return null;
    default:
      return null;
  }
}

function baseIn(row: Row, where: Text): number {
  const base = fenIn(row, 'base', where);
  if (Number.isNaN(base))
    throw fault(
      where,
      { en: 'no base', zh: '空的 base' },
      { en: 'the last amount before the phase-out, yuan', zh: '退坡前最后一次的补助额（元）' },
    );
  return base;
}

/** Fixed amount, fen: of the row, else of its grade; a grade whose amount nobody knows gives none (told for all at once). */
function fixedOf(row: Row, fixed: ReadonlyMap<string, number | null>, where: Text): number {
  const own = fenIn(row, 'fixed', where);
  if (!Number.isNaN(own)) return own;
  const grade = (row.grade ?? '').trim();
  if (grade === '') return 0;
  const amount = fixed.get(grade);
  if (amount !== undefined) return amount ?? 0;
  throw fault(where, { en: `grade ${grade}`, zh: `档次 ${grade}` }, [...fixed.keys()].join(', '));
}

function coefficientsOf(row: Row, formula: TransferFormula, where: Text): Readonly<Record<string, number>> {
  return Object.fromEntries(
    formula.coefficients.map(({ id, default: usual }) => {
      const own = numberIn(row, id, where);
      return [id, Number.isNaN(own) ? usual : own];
    }),
  );
}

function fenIn(row: Row, column: string, where: Text): number {
  const yuan = numberIn(row, column, where);
  return Number.isNaN(yuan) ? yuan : fenOf(yuan, phrases.within(where, column));
}

/** A number of a cell; an empty one is missing. */
function numberIn(row: Row, column: string, where: Text): number {
  const written = (row[column] ?? '').trim();
  if (written === '') return Number.NaN;
  const value = Number(written);
  if (Number.isFinite(value)) return value;
  throw fault(where, `${column} ${written}`, phrases.number);
}

function fault(where: Text, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('TRANSFER_UNIT', where, { found, expected });
}
