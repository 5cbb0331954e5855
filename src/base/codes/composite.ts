import type { CodeDefinition } from './definition.js';

/** Codes of the composite-index engine: tables, steps, variation. */
export const compositeCodes = {
  INDEX_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; columns and their meaning stand in `afterlode index --help`.',
      zh: '请改正该表；各列含义见 `afterlode index --help`。',
    },
  },
  INDEX_CONSTANT: {
    http: 200,
    message: {
      en: '{where} has one and the same value everywhere and gets no score',
      zh: '{where} 各处数值相同，不予评分',
    },
    remedy: { en: 'Leave it out or use goalposts.', zh: '请去掉该指标，或使用上下限值。' },
  },
  INDEX_MISSING: {
    http: 200,
    message: {
      en: '{where}: {found} cells are missing and drop out together with their weight',
      zh: '{where}：{found} 个数值缺失，连同权重一并不计',
    },
    remedy: {
      en: 'Fill them from a source, or set a minimum coverage.',
      zh: '请从来源补齐，或设定最低覆盖率。',
    },
  },
  INDEX_COLUMN_UNUSED: {
    http: 200,
    message: {
      en: 'column {where} of the data is not described in the meta table and is left out',
      zh: '数据列 {where} 未在说明表中列出，不予使用',
    },
    remedy: { en: 'Add a row to the meta table if it belongs in.', zh: '如需使用，请在说明表中添加一行。' },
  },
  INDEX_DENOMINATOR_UNUSED: {
    http: 200,
    message: {
      en: '{found} indicators name a denominator; it is not applied, values are taken as they stand',
      zh: '{found} 个指标注明了分母；此处不做相除，按原值计算',
    },
    remedy: { en: 'Divide before if that is wanted.', zh: '如需相除，请事先计算。' },
  },
  INDEX_NOT_POSITIVE: {
    http: 400,
    message: {
      en: '{where}: value {found} is below 0; a geometric or harmonic mean needs {expected}',
      zh: '{where}：数值 {found} 小于 0；几何或调和平均需要 {expected}',
    },
    remedy: {
      en: 'Aggregate with amean, or normalise with minmax, rank or percentile.',
      zh: '请用 amean 汇总，或用 minmax、rank、percentile 标准化。',
    },
  },
  INDEX_TIME_UNKNOWN: {
    http: 400,
    message: {
      en: '{where}: the table has no time {found}; it has {expected}',
      zh: '{where}：表中没有时间 {found}；现有 {expected}',
    },
    remedy: {
      en: 'Name a time of the column Time, or take scales over the whole table.',
      zh: '请指定 Time 列中的时间，或按全表确定标尺。',
    },
  },
  INDEX_WEIGHTS: {
    http: 400,
    message: {
      en: 'weights of {where}: found {found}, expected {expected}',
      zh: '{where} 的权重：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Weights are numbers from 0, relative among siblings, one above 0 in every group.',
      zh: '权重应为不小于 0 的数，同级之间为相对值，每组至少一个大于 0。',
    },
  },
  INDEX_EMPTY: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：{found}，应为 {expected}',
    },
    remedy: { en: 'Keep at least one unit in the table.', zh: '表中至少应保留一个单元。' },
  },
  INDEX_SCREENED: {
    http: 200,
    message: {
      en: '{found} units have less than {expected} of their cells and are left out: {where}',
      zh: '{found} 个单元的有效数值比例低于 {expected}，不予计算：{where}',
    },
    remedy: {
      en: 'Fill their cells from a source, or screen with a lower share.',
      zh: '请从来源补齐数值，或降低筛选比例。',
    },
  },
  INDEX_VARY: {
    http: 400,
    message: {
      en: 'what varies, {where}: found {found}, expected {expected}',
      zh: '不确定性设置 {where}：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Vary only steps that the index has, by options that differ; see docs/methods/vary/.',
      zh: '只能变动该指数已有的步骤，且选项应互不相同；见 docs/methods/vary/。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
