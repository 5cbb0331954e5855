import type { RecoveryRow, ResultInput } from '../../assess/index.js';
import type { ThresholdTest } from '../../catalog/index.js';
import type { NumberRule, Words } from './rule.js';

/** What the rules of a row need besides it. */
export interface RecoveryAsked {
  readonly row: RecoveryRow;
  readonly test: ThresholdTest | undefined;
  /** The values the row was made from. */
  readonly units: ResultInput;
  /** All values of the level, from which a mean and deviations are taken. */
  readonly level: ResultInput;
  readonly runs: ResultInput;
}

const recovery = 'identify/recovery';
const best = 'identify/best-threshold';

const counts: readonly (readonly [name: string, label: Words, how: Words])[] = [
  ['tested', ['Units with a value', '有数值的单位'], ['units with a value', '有数值的单位数']],
  [
    'listed',
    ['Listed units with a value', '有数值的名单内单位'],
    ['of them on the official list, as the register has it', '其中在名录所载官方名单内者'],
  ],
  ['passing', ['Units that pass', '通过检验的单位'], ['units beyond the threshold', '超过阈值的单位数']],
  [
    'hits',
    ['Listed units that pass', '通过检验的名单内单位'],
    ['of them on the official list, as the register has it', '其中在名录所载官方名单内者'],
  ],
];

const shares: readonly (readonly [name: string, label: Words, how: Words, of: readonly string[]])[] = [
  ['precision', ['Precision', '查准率'], ['hits ÷ passing', '命中 ÷ 通过'], ['hits', 'passing']],
  ['recall', ['Recall', '查全率'], ['hits ÷ listed', '命中 ÷ 名单内'], ['hits', 'listed']],
  [
    'f1',
    ['F1', 'F1'],
    ['2 · hits ÷ (passing + listed)', '2 · 命中 ÷（通过 + 名单内）'],
    ['hits', 'passing', 'listed'],
  ],
  [
    'specificity',
    ['Specificity', '特异度'],
    ['unlisted units that do not pass ÷ unlisted units', '名单外未通过 ÷ 名单外'],
    ['tested', 'listed', 'passing', 'hits'],
  ],
  [
    'youden',
    ['Youden index', '约登指数'],
    ['recall + specificity − 1', '查全率 + 特异度 − 1'],
    ['recall', 'specificity'],
  ],
];

const curve: readonly (readonly [name: string, label: Words, how: Words, method: string, drawn: boolean])[] =
  [
    [
      'area',
      ['Area under the ROC curve', 'ROC 曲线下面积'],
      [
        'how often a listed unit has a larger value than an unlisted one',
        '名单内单位数值大于名单外单位的概率',
      ],
      recovery,
      false,
    ],
    [
      'areaLow',
      ['Area under the ROC curve, 95 % from', 'ROC 曲线下面积 95% 下限'],
      ['interval of DeLong and others', 'DeLong 等的区间'],
      recovery,
      false,
    ],
    [
      'areaHigh',
      ['Area under the ROC curve, 95 % to', 'ROC 曲线下面积 95% 上限'],
      ['interval of DeLong and others', 'DeLong 等的区间'],
      recovery,
      false,
    ],
    [
      'best',
      ['Best threshold', '最优阈值'],
      ['threshold with the largest Youden index', '约登指数最大的阈值'],
      best,
      false,
    ],
    [
      'bestLow',
      ['Best threshold, 95 % from', '最优阈值 95% 下限'],
      ['quantile of the samples of the bootstrap', '自助抽样的分位数'],
      best,
      true,
    ],
    [
      'bestHigh',
      ['Best threshold, 95 % to', '最优阈值 95% 上限'],
      ['quantile of the samples of the bootstrap', '自助抽样的分位数'],
      best,
      true,
    ],
    [
      'bestRecall',
      ['Recall at the best threshold', '最优阈值处查全率'],
      ['hits ÷ listed', '命中 ÷ 名单内'],
      best,
      false,
    ],
    [
      'bestSpecificity',
      ['Specificity at the best threshold', '最优阈值处特异度'],
      ['unlisted units that do not pass ÷ unlisted units', '名单外未通过 ÷ 名单外'],
      best,
      false,
    ],
  ];

/** Rules of `classify --recovery`. */
export function recoveryRules({ row, test, units, level, runs }: RecoveryAsked): readonly NumberRule[] {
  const than = test?.than ?? null;
  const own = row.unit ?? '';
  const threshold: readonly ResultInput[] =
    than === null
      ? []
      : 'parameter' in than
        ? [`parameter/${than.parameter}`]
        : [level, `parameter/${than.meanAndDeviations}`];
  const named = ([en, zh]: Words): Words => [`${en}: ${row.label.en}`, `${zh}：${row.label.zh}`];
  return [
    {
      path: 'threshold',
      label: named(['Threshold', '阈值']),
      unit: own,
      how:
        than !== null && 'meanAndDeviations' in than
          ? [
              'mean and so many standard deviations over the units of the level',
              '同级单位的均值加若干倍标准差',
            ]
          : ['dated value of the catalog', '目录中注明日期的取值'],
      method: 'identify/threshold-sets',
      inputs: () => threshold,
    },
    ...counts.map(
      ([name, label, how]): NumberRule => ({
        path: name,
        label: named(label),
        unit: 'count',
        how,
        method: recovery,
        inputs: () => (name === 'passing' || name === 'hits' ? [units, './threshold'] : [units]),
      }),
    ),
    ...shares.map(
      ([name, label, how, of]): NumberRule => ({
        path: name,
        label: named(label),
        unit: name === 'youden' ? 'ratio' : 'share',
        how,
        method: recovery,
        inputs: () => of.map((one) => `./${one}`),
      }),
    ),
    ...curve.map(
      ([name, label, how, method, drawn]): NumberRule => ({
        path: name,
        label: named(label),
        unit: name.startsWith('best') && !/Recall|Specificity/.test(name) ? own : 'ratio',
        how,
        method,
        inputs: () => (drawn ? [units, './best', runs] : [units]),
      }),
    ),
  ];
}
