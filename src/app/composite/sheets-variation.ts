import type { Issue } from '../../base/index.js';
import type { Sheet, SheetCell, SheetColumn } from '../../print/index.js';
import type { IndexAnswer } from './engine.js';
import type { IndexSettings } from './settings.js';
import { sheetOf } from './sheets-steps.js';
import type { FactorShares, NamedFailure } from './variation-rows.js';

/** Every word that is needed to make the same again. */
export function settingsSheet({ program, version, options, variation }: IndexSettings): Sheet {
  const { factors = [], ...numbers } = variation ?? {};
  const rows: [string, SheetCell][] = [
    ['program', program],
    ['version', version],
    ...Object.entries(options).map(([name, value]): [string, SheetCell] => [
      name,
      typeof value === 'boolean' ? String(value) : value === '' ? null : value,
    ]),
    ...Object.entries(numbers),
    ...factors.map((factor, at): [string, SheetCell] => [`factor ${at + 1}`, JSON.stringify(factor)]),
  ];
  return sheetOf(
    'settings',
    {
      en: 'program, options and factors: everything to make the same again',
      zh: '程序、选项和变动因素：据此可重现全部结果',
    },
    [
      { key: 'setting', zh: '设置' },
      { key: 'value', zh: '取值' },
    ],
    rows,
  );
}

/** Rank intervals, rank acceptability and sensitivity, as far as they were asked for. */
export function variationSheets(answer: IndexAnswer): Sheet[] {
  const { uncertainty, acceptability, sensitivity, unitSensitivity } = answer;
  return [
    ...(uncertainty ? [uncertaintySheet(uncertainty)] : []),
    ...(acceptability ? [acceptabilitySheet(acceptability)] : []),
    ...(sensitivity
      ? [
          sheetOf(
            'sensitivity',
            {
              en: 'share of the variance of the mean rank shift by factor, with 5–95 % intervals',
              zh: '各因素占平均名次变动方差的份额，附 5–95% 区间',
            },
            factorColumns,
            sensitivity.map(factorCells),
          ),
        ]
      : []),
    ...(unitSensitivity
      ? [
          sheetOf(
            'unit-sensitivity',
            { en: 'the same for the rank of each unit', zh: '各单元自身名次的同类份额' },
            [unit, { key: 'variance', zh: '名次方差', digits: 2 }, ...factorColumns],
            unitSensitivity.flatMap((one) =>
              one.factors.map((shares) => [one.unit, one.variance, ...factorCells(shares)]),
            ),
          ),
        ]
      : []),
  ];
}

const unit: SheetColumn = { key: 'unit', zh: '单元' };
const factorColumns: readonly SheetColumn[] = [
  { key: 'factor', zh: '因素' },
  { key: 'first', zh: '一阶', digits: 3 },
  { key: 'first_low', zh: '一阶下限', digits: 3 },
  { key: 'first_high', zh: '一阶上限', digits: 3 },
  { key: 'total', zh: '总效应', digits: 3 },
  { key: 'total_low', zh: '总效应下限', digits: 3 },
  { key: 'total_high', zh: '总效应上限', digits: 3 },
];

function factorCells({ factor, first, firstInterval, total, totalInterval }: FactorShares): SheetCell[] {
  return [factor, first, ...(firstInterval ?? [null, null]), total, ...(totalInterval ?? [null, null])];
}

function uncertaintySheet(rows: NonNullable<IndexAnswer['uncertainty']>): Sheet {
  const columns: readonly (readonly [key: keyof (typeof rows)[number], zh: string, digits?: number])[] = [
    ['unit', '单元'],
    ['nominal', '名次'],
    ['mean', '名次均值', 2],
    ['median', '名次中位数', 1],
    ['q05', '名次 5% 分位', 1],
    ['q95', '名次 95% 分位', 1],
    ['deviation', '名次标准差', 2],
    ['ranked', '有名次的次数'],
    ['score', '得分', 2],
    ['scoreMean', '得分均值', 2],
    ['scoreDeviation', '得分标准差', 2],
    ['scoreLowest', '最低得分', 2],
    ['scoreHighest', '最高得分', 2],
    ['reaches', '达到门槛的比例', 3],
  ];
  return sheetOf(
    'uncertainty',
    { en: 'how the rank of each unit varies over the replications', zh: '各单元名次在重复计算中的变化' },
    columns.map(([key, zh, digits]) => ({ key, zh, ...(digits !== undefined && { digits }) })),
    rows.map((row) => columns.map(([key]) => row[key])),
  );
}

function acceptabilitySheet(rows: NonNullable<IndexAnswer['acceptability']>): Sheet {
  return sheetOf(
    'acceptability',
    { en: 'share of the replications in which a unit has each rank', zh: '各单元取得各名次的比例' },
    [unit, ...(rows[0]?.shares ?? []).map((_, at) => ({ key: String(at + 1), digits: 3 }))],
    rows.map(({ unit: name, shares }) => [name, ...shares]),
  );
}

/** Replications that gave no index. */
export function failuresSheet(failures: readonly NamedFailure[]): Sheet {
  return sheetOf(
    'failures',
    { en: 'replications that gave no index, with what was chosen', zh: '未得出指数的重复计算及其选择' },
    [
      { key: 'of', zh: '属于' },
      { key: 'replication', zh: '编号' },
      { key: 'code', zh: '代码' },
      { key: 'message_en' },
      { key: 'message_zh' },
      { key: 'choices', zh: '选择' },
    ],
    failures.map((one) => [
      one.of,
      one.replication,
      one.code,
      one.message.en,
      one.message.zh,
      JSON.stringify(one.choices),
    ]),
  );
}

/** What a reader should know. */
export function issuesSheet(issues: readonly Issue[]): Sheet {
  return sheetOf(
    'issues',
    { en: 'what a reader should know', zh: '读者须知' },
    [
      { key: 'code', zh: '代码' },
      { key: 'severity', zh: '程度' },
      { key: 'where', zh: '位置' },
      { key: 'message_en' },
      { key: 'message_zh' },
      { key: 'remedy_en' },
      { key: 'remedy_zh' },
    ],
    issues.map((one) => [
      one.code,
      one.severity,
      one.where,
      one.message.en,
      one.message.zh,
      one.remedy.en,
      one.remedy.zh,
    ]),
  );
}
