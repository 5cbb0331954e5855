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
  INDEX_OPTION: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：为 {found}，应为 {expected}',
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
      zh: '汇总，{where}：为 {found}，应为 {expected}',
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
  INDEX_WEIGHTS_DATA: {
    http: 400,
    message: {
      en: '{method} weights, {where}: found {found}, expected {expected}',
      zh: '{method} 赋权，{where}：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Mend or leave out that column, or give weights or take equal ones.',
      zh: '请改正或去掉该列，或自行给定权重，或采用等权。',
    },
  },
  INDEX_WEIGHTS_CONSTANT: {
    http: 200,
    message: {
      en: '{where} has no two different values and gets weight 0',
      zh: '{where} 没有两个不同的数值，权重为 0',
    },
    remedy: {
      en: 'Weights of this kind know only differences; give a weight if it matters all the same.',
      zh: '此类赋权只看差异；如该指标仍然重要，请自行给定权重。',
    },
  },
  INDEX_WEIGHTS_LOADING: {
    http: 200,
    message: {
      en: '{where} runs against the first principal component (loading {found}); its weight is taken from {expected}',
      zh: '{where} 与第一主成分方向相反（载荷 {found}），权重取 {expected}',
    },
    remedy: {
      en: 'Check its direction, move it to another group, or give weights.',
      zh: '请核对其方向，或移至其他组，或自行给定权重。',
    },
  },
  INDEX_WEIGHTS_RELATIVE: {
    http: 200,
    message: {
      en: 'weights of {where} sum to {found}; they are taken as relative and brought to a sum of 1',
      zh: '{where} 的权重之和为 {found}；按相对值处理，归一为 1',
    },
    remedy: {
      en: 'Give weights that sum to 1 if they were meant as shares.',
      zh: '如权重本意为份额，请使其合计为 1。',
    },
  },
  INDEX_WEIGHTS_TARGET: {
    http: 200,
    message: {
      en: 'no weights within the bounds bring the correlations to the target: {where} is off by {found}',
      zh: '在限值内没有权重能使相关系数达到目标：{where} 相差 {found}',
    },
    remedy: {
      en: 'Take the weights as the nearest that were found, widen the bounds, or regroup what runs against the rest.',
      zh: '可把所得权重视为找到的最接近解，或放宽限值，或将与其余方向相反的项另行分组。',
    },
  },
  INDEX_JUDGEMENTS: {
    http: 400,
    message: {
      en: 'judgements of {judge}, {where}: found {found}, expected {expected}',
      zh: '{judge} 的判断，{where}：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Every pair needs one number above 0; the mirrored cell is its reciprocal and may stay empty.',
      zh: '每一对应有一个大于 0 的数；对称格为其倒数，可留空。',
    },
  },
  INDEX_JUDGEMENTS_AT_ODDS: {
    http: 200,
    message: {
      en: 'judgements of {judge} contradict one another (consistency ratio {found}, usual limit {expected}), most of all {where}',
      zh: '{judge} 的判断相互矛盾（一致性比例 {found}，通常不超过 {expected}），以 {where} 最甚',
    },
    remedy: {
      en: 'Ask the judge again about that pair; the value that fits the others stands beside it.',
      zh: '请就该对比较再次询问；与其他判断相符的数值列于其旁。',
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
      zh: '{where} 的得分无法分解：为 {found}，应为 {expected}',
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
      zh: '{where}：为 {found}，应为 {expected}',
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
} as const satisfies Record<string, CodeDefinition>;
