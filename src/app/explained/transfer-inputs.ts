import type { ResultInput } from '../../assess/index.js';
import type { TransferFormula } from '../../catalog/index.js';
import type { TransferAnswer, TransferCall } from '../transfer/transfer.js';
import { cellInput, type GivenRow, type GivenTable } from './given-table.js';
import type { Words } from './rule.js';

/** What the rules of an allocation need besides its row. */
export interface TransferAsked {
  readonly answer: TransferAnswer;
  readonly call: TransferCall;
  readonly formula: TransferFormula;
  readonly table: GivenTable | null;
  /** The row of the table that speaks of a unit of the answer. */
  readonly rowOf: (city: string) => GivenRow | undefined;
  /** Address of the population that stands for a unit of the register. */
  readonly population: (city: string) => string | null;
  /** Grade of a unit of the register. */
  readonly gradeOf: (city: string) => string;
}

export function setting(
  label: Words,
  value: number,
  unit: string,
  references: readonly string[],
  file: string,
): ResultInput {
  const byCall = file.startsWith('--');
  return {
    input: 'setting',
    label: { en: label[0], zh: label[1] },
    value,
    unit,
    how: byCall
      ? { en: `given with the call, ${file}`, zh: `由命令给出，${file}` }
      : { en: 'set in the formula', zh: '在公式中设定' },
    references: byCall ? [] : references,
    file,
  };
}

/** Cells of a unit's row that are filled. */
export function cells(
  { table, rowOf }: TransferAsked,
  city: string,
  columns: readonly string[],
): readonly ResultInput[] {
  const row = rowOf(city);
  if (!table || !row) return [];
  return columns
    .filter((column) => (row.cells[column] ?? '').trim() !== '')
    .map((column) => cellInput(table, [row], column, { label: [column, column], unit: '' }));
}

export function amountInputs(
  asked: TransferAsked,
  city: string,
  name: 'fixed' | 'phaseOut',
): readonly ResultInput[] {
  const { formula, call, table } = asked;
  if (name === 'phaseOut') {
    const given = cells(asked, city, ['base', 'phase', 'start', 'successful']);
    return [...given, ...phaseOutTerms(asked)];
  }
  const given = cells(asked, city, ['fixed']);
  if (given.length > 0) return given;
  const grade = table ? (asked.rowOf(city)?.cells.grade ?? '').trim() : asked.gradeOf(city);
  const found = formula.grades.find(({ id }) => id === grade);
  const own = call.fixed?.[grade];
  const label: Words = [
    `Fixed amount: ${found?.label.en ?? 'no grade'}`,
    `定额：${found?.label.zh ?? '无档次'}`,
  ];
  return [
    setting(
      label,
      own ?? found?.amount ?? Number.NaN,
      'CNY',
      formula.references,
      own === undefined ? formula.file : '--fixed',
    ),
  ];
}

/** Shares of the last amount, by year of the phase-out. */
export function phaseOutTerms({ formula }: TransferAsked): readonly ResultInput[] {
  return (formula.terms?.phaseOut ?? []).map((share, at) =>
    setting(
      [`Share in year ${at + 1} of the phase-out`, `退坡第 ${at + 1} 年比例`],
      share,
      'share',
      formula.references,
      formula.file,
    ),
  );
}

export function personInputs(asked: TransferAsked, city: string): readonly ResultInput[] {
  if (asked.table) return cells(asked, city, ['population']);
  const address = asked.population(city);
  return address === null ? [] : [address];
}

/** Coefficients of a unit, or the defaults of the formula; all, or the one of a name. */
export function coefficientInputs(
  asked: TransferAsked,
  city?: string,
  name?: string,
): readonly ResultInput[] {
  const { formula } = asked;
  const wanted = formula.coefficients.filter(({ id }) => name === undefined || id === name);
  return wanted.flatMap(({ id, label, default: usual }) => {
    const own = city === undefined ? [] : cells(asked, city, [id]);
    if (own.length > 0) return own;
    return [
      setting(
        [`Coefficient: ${label.en}`, `系数：${label.zh}`],
        usual,
        'ratio',
        formula.references,
        formula.file,
      ),
    ];
  });
}

export function poolInput({ call, formula }: TransferAsked): ResultInput {
  if (call.pool === undefined) return 'parameter/transfer_performance_pool';
  return setting(
    ['Share that the adjustment moves', '绩效调整比例'],
    call.pool,
    'share',
    formula.references,
    '--pool',
  );
}
