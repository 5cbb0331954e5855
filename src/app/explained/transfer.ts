import type { ResultInput } from '../../assess/index.js';
import type { TransferAnswerRow } from '../transfer/transfer.js';
import type { NumberRule, Words } from './rule.js';
import {
  amountInputs,
  cells,
  coefficientInputs,
  personInputs,
  phaseOutTerms,
  poolInput,
  setting,
  type TransferAsked,
} from './transfer-inputs.js';

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
      'phaseOut/{year}',
      ['Share in a year of the phase-out', '退坡各年比例'],
      'share',
      ['set in the formula', '在公式中设定'],
      ({ year }) => phaseOutTerms(asked).slice(Number(year), Number(year) + 1),
      'transfer/phase-out',
    ),
    rule(
      'pool',
      ['Share that the performance adjustment moves', '绩效调整比例'],
      'share',
      ['a setting; missing: switched off', '设定值；缺失即未启用'],
      () => [poolInput(asked)],
      'transfer/performance-adjustment',
    ),
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
    ...unitRules(asked, city),
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

/** What the formula took of a unit. */
function unitRules(asked: TransferAsked, city: string): readonly NumberRule[] {
  const taken: Words = ['as given, or a stand-in', '按给定值，未给定则用替代值'];
  return [
    rule('unit/population', ['People', '人口'], 'person', taken, () => personInputs(asked, city)),
    rule('unit/coefficients/{name}', ['Coefficient', '系数'], 'ratio', taken, ({ name = '' }) =>
      coefficientInputs(asked, city, name),
    ),
    rule(
      'unit/performance',
      ['Score of the evaluation', '考核得分'],
      '',
      ['as given; missing: not judged', '按给定值；缺失即未考核'],
      () => cells(asked, city, ['performance']),
      'transfer/performance-adjustment',
    ),
    ...['unit/phaseOut', 'unit/phaseOut/{part}'].map((path) =>
      rule(
        path,
        ['Phase-out', '退坡'],
        '',
        ['as given; missing: none', '按给定值；缺失即不在退坡期'],
        () => cells(asked, city, ['base', 'phase', 'start', 'successful']),
        'transfer/phase-out',
      ),
    ),
  ];
}
