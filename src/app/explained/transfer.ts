import type { ResultInput } from '../../assess/index.js';
import type { TransferFormula } from '../../catalog/index.js';
import type { TransferAnswer, TransferAnswerRow, TransferCall } from '../transfer.js';
import { cellInput, type GivenRow, type GivenTable } from './given-table.js';
import type { NumberRule, Words } from './rule.js';

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

const page = 'transfer/formula-2012';

function rule(
  path: string,
  label: Words,
  unit: string,
  how: Words,
  inputs: NumberRule['inputs'],
  method = page,
): NumberRule {
  return { path, label, unit, how, method, inputs };
}

/** What an answer says of all rows together. */
export function allocationRules(asked: TransferAsked): readonly NumberRule[] {
  const { answer, call } = asked;
  const budget = setting(
    ['Budget of the call', '命令给出的预算'],
    call.budget,
    'CNY',
    asked.formula.references,
    '--budget',
  );
  /** Nothing to add up: no step. */
  const sum = (name: 'fixed' | 'phaseOut', label: Words): readonly ResultInput[] => {
    const rows = answer.rows.filter((row) => row[name] !== 0);
    if (rows.length === 0) return [];
    const value = rows.reduce((all, row) => all + row[name], 0);
    const how = { en: `sum of ${rows.length} rows`, zh: `${rows.length} 行之和` };
    const inputs = rows.flatMap((row) => amountInputs(asked, row.city, name));
    return [
      { input: 'step', label: { en: label[0], zh: label[1] }, value, unit: 'CNY', how, method: page, inputs },
    ];
  };
  const own = asked.formula.coefficients.map(({ id }) => id);
  return [
    rule(
      'total',
      ['Total', '合计'],
      'CNY',
      ['the budget; the rows sum to it', '即预算；各行之和与之相等'],
      () => [budget],
      'transfer/whole-fen',
    ),
    rule(
      'totalFen',
      ['Total, fen', '合计（分）'],
      '',
      ['100 · total', '100 · 合计'],
      () => ['./total'],
      'transfer/whole-fen',
    ),
    rule(
      'perHead',
      ['Yuan a weighted person', '每加权人金额'],
      'CNY_per_person',
      [
        '(total − fixed amounts − phase-outs) ÷ Σ persons · coefficients',
        '（合计 − 定额 − 退坡）÷ Σ 人口 · 系数',
      ],
      () => [
        './total',
        ...sum('fixed', ['Fixed amounts', '定额合计']),
        ...sum('phaseOut', ['Phase-out amounts', '退坡合计']),
        ...answer.rows.flatMap((row) => [...personInputs(asked, row.city), ...cells(asked, row.city, own)]),
        ...coefficientInputs(asked),
      ],
    ),
  ];
}

/** The lines of one unit. */
export function transferRules(
  asked: TransferAsked,
  row: TransferAnswerRow,
  perHead: string,
): readonly NumberRule[] {
  const city = row.city;
  return [
    rule(
      'fixed',
      ['Fixed amount', '定额补助'],
      'CNY',
      ['amount of the grade, or of the row', '档次定额，或表中所列'],
      () => amountInputs(asked, city, 'fixed'),
    ),
    rule(
      'factor',
      ['Amount by factors', '因素补助'],
      'CNY',
      [
        'yuan a weighted person · persons · coefficients, in whole fen',
        '每加权人金额 · 人口 · 系数，取整到分',
      ],
      () => [perHead, ...personInputs(asked, city), ...coefficientInputs(asked, city)],
    ),
    rule(
      'performance',
      ['Performance adjustment', '绩效奖惩'],
      'CNY',
      [
        'share of the total moved from units scored below the mean to those above; sums to zero',
        '由低于均值者向高于均值者转移的份额，合计为零',
      ],
      () => [
        ...cells(asked, city, ['performance', 'performance_amount']),
        './factor',
        './fixed',
        poolInput(asked),
      ],
      'transfer/performance-adjustment',
    ),
    rule(
      'phaseOut',
      ['Phase-out amount', '退坡补助'],
      'CNY',
      ['last amount · share of the year of the phase-out', '退坡前补助 · 当年比例'],
      () => amountInputs(asked, city, 'phaseOut'),
      'transfer/phase-out',
    ),
    ...(['amount', 'amountFen'] as const).map((name) =>
      rule(
        name,
        name === 'amount' ? ['Amount', '补助合计'] : ['Amount, fen', '补助合计（分）'],
        name === 'amount' ? 'CNY' : '',
        ['fixed + by factors + performance + phase-out', '定额 + 因素 + 绩效 + 退坡'],
        () => ['./fixed', './factor', './performance', './phaseOut'],
        'transfer/whole-fen',
      ),
    ),
  ];
}

function setting(
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
function cells(
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

function amountInputs(
  asked: TransferAsked,
  city: string,
  name: 'fixed' | 'phaseOut',
): readonly ResultInput[] {
  const { formula, call, table } = asked;
  if (name === 'phaseOut') {
    const given = cells(asked, city, ['base', 'phase', 'start', 'successful']);
    const terms = formula.terms?.phaseOut ?? [];
    return [
      ...given,
      ...terms.map((share, at) =>
        setting(
          [`Share in year ${at + 1} of the phase-out`, `退坡第 ${at + 1} 年比例`],
          share,
          'share',
          formula.references,
          formula.file,
        ),
      ),
    ];
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

function personInputs(asked: TransferAsked, city: string): readonly ResultInput[] {
  if (asked.table) return cells(asked, city, ['population']);
  const address = asked.population(city);
  return address === null ? [] : [address];
}

/** Coefficients of a unit, or the defaults of the formula. */
function coefficientInputs(asked: TransferAsked, city?: string): readonly ResultInput[] {
  const { formula } = asked;
  return formula.coefficients.flatMap(({ id, label, default: usual }) => {
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

function poolInput({ call, formula }: TransferAsked): ResultInput {
  if (call.pool === undefined) return 'parameter/transfer_performance_pool';
  return setting(
    ['Share that the adjustment moves', '绩效调整比例'],
    call.pool,
    'share',
    formula.references,
    '--pool',
  );
}
