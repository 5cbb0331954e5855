import { compositeWeighCodes } from './composite-weigh.js';
import type { CodeDefinition } from './definition.js';

/** Codes of the composite-index engine: tables, steps, variation. */
export const compositeCodes = {
  ...compositeWeighCodes,
  INDEX_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; columns and their meaning stand in `afterlode index --help`.',
      zh: '请改正该表；各列含义见 `afterlode index --help`。',
    },
  },
  INDEX_OPTION: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct this setting of the step; methods and their settings stand in docs/methods.',
      zh: '请改正该步骤的设置；各方法及其设置见 docs/methods。',
    },
  },
  INDEX_OUTLIERS: {
    http: 200,
    message: {
      en: '{where}: outliers remain after treatment (skewness {skewness}, excess kurtosis {kurtosis})',
      zh: '{where}：处理后仍有离群值（偏度 {skewness}，超额峰度 {kurtosis}）',
    },
    remedy: {
      en: 'Look at its values; normalise it by rank or percentile, set goalposts, or force a treatment.',
      zh: '请查看其数值；可改用 rank、percentile 标准化，设上下限值，或指定处理方式。',
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
  INDEX_UNSCALED: {
    http: 200,
    message: { en: '{where} gets no score: {en}', zh: '{where} 不予评分：{zh}' },
    remedy: {
      en: 'Choose another reference or target, normalise it otherwise, or leave it out.',
      zh: '请更换参照或目标，改用其他标准化方法，或去掉该指标。',
    },
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
  INDEX_RULE: {
    http: 400,
    message: {
      en: 'aggregation, {where}: found {found}, expected {expected}',
      zh: '汇总，{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the weights or the numbers of the rule; see docs/methods/aggregate/.',
      zh: '请改正权重或汇总方法的参数；见 docs/methods/aggregate/。',
    },
  },
  INDEX_DENOMINATOR: {
    http: 200,
    message: {
      en: '{where}: {found} values are missing because the denominator {denominator} is 0 or missing',
      zh: '{where}：分母 {denominator} 为 0 或缺失，{found} 个数值因此缺失',
    },
    remedy: {
      en: 'Fill the denominator from a source, or choose another one.',
      zh: '请从来源补齐分母，或另选分母。',
    },
  },
  INDEX_UNFILLED: {
    http: 200,
    message: {
      en: '{where}: {found} cells stay missing; nothing known is there for the rule {method}',
      zh: '{where}：{found} 个数值仍缺失；规则 {method} 无可用的已知值',
    },
    remedy: {
      en: 'Fill them from a source, or impute by a rule that uses other values.',
      zh: '请从来源补齐，或改用其他插补规则。',
    },
  },
  INDEX_NOT_POSITIVE: {
    http: 400,
    message: {
      en: '{where}: value {found} is below 0; this aggregation needs {expected}',
      zh: '{where}：数值 {found} 小于 0；该汇总方法需要 {expected}',
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
      zh: '不确定性设置 {where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Vary only steps that the index has, by options that differ; see docs/methods/vary/.',
      zh: '只能变动该指数已有的步骤，且选项应互不相同；见 docs/methods/vary/。',
    },
  },
  INDEX_VARY_USUAL: {
    http: 200,
    message: {
      en: 'nothing says what varies; the usual set is taken: {where}',
      zh: '未说明哪些环节变动；采用常用设置：{where}',
    },
    remedy: {
      en: 'Say it with --uncertainty FILE; docs/guide/uncertainty.md has the form.',
      zh: '可用 --uncertainty 文件说明；格式见 docs/guide/uncertainty.md。',
    },
  },
  INDEX_NOT_FOUND: {
    http: 400,
    message: {
      en: '{where}: {found} is not in the index; expected {expected}',
      zh: '{where}：指数中没有 {found}；应为 {expected}',
    },
    remedy: {
      en: 'Name a unit, a time, a group column or a code as it stands in the tables.',
      zh: '请按表中写法指定单元、时间、分组列或代码。',
    },
  },
  INDEX_NOT_SPLIT: {
    http: 400,
    message: {
      en: 'the score of {where} cannot be split into parts: found {found}, expected {expected}',
      zh: '{where} 的得分无法分解：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Split a node below it, or aggregate with a mean.',
      zh: '请分解其下级，或改用平均类汇总方法。',
    },
  },
  INDEX_OUT_OF_BOUNDS: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Use scores between two known ends, as minmax or goalposts give, divided by their width.',
      zh: '请使用两端确定的得分（如 minmax、goalposts），并除以其量程。',
    },
  },
  INDEX_UNITS_MIXED: {
    http: 200,
    message: {
      en: '{where} was transformed as an outlier, but {found} is in natural units: its scores mean little',
      zh: '{where} 作为离群指标已作变换，而 {found} 采用自然单位：其得分意义有限',
    },
    remedy: {
      en: 'Leave this indicator untreated (--treat-forced CODE=leave), or normalise it by minmax.',
      zh: '请不处理该指标（--treat-forced CODE=leave），或改用 minmax 标准化。',
    },
  },
  INDEX_WHOLLY_IMPUTED: {
    http: 200,
    message: {
      en: '{found} units have no observed value at all and are scored by filled-in ones alone: {where}',
      zh: '{found} 个单元没有任何观测值，得分全部来自插补：{where}',
    },
    remedy: {
      en: 'Screen by observed cells (--screen 0.5:missing:observed), or fill by row or over time.',
      zh: '请按观测值筛选（--screen 0.5:missing:observed），或按行、按时间插补。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
