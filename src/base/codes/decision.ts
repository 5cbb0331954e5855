import type { CodeDefinition } from './definition.js';

/** Codes of multi-criteria decision analysis. */
export const decisionCodes = {
  DECISION_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; columns and their meaning stand in `afterlode mcda --help`.',
      zh: '请改正该表；各列含义见 `afterlode mcda --help`。',
    },
  },
  DECISION_OPTION: {
    http: 400,
    message: {
      en: '{where} is {found}, expected {expected}',
      zh: '{where}：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Choose another setting; each method has its page in docs/methods/decide.',
      zh: '请改用其他设置；各方法说明见 docs/methods/decide。',
    },
  },
  DECISION_VALUE: {
    http: 400,
    message: {
      en: '{where}: value {found} cannot be used here, expected {expected}',
      zh: '{where}：数值 {found} 在此无法使用，应为 {expected}',
    },
    remedy: {
      en: 'Choose a normalisation or method that takes such values (minmax and vector take any), or correct the value.',
      zh: '请改用可处理此类数值的标准化或方法（minmax、vector 不限），或改正该数值。',
    },
  },
  DECISION_MISSING: {
    http: 400,
    message: {
      en: 'values are missing: {found}; expected {expected}',
      zh: '有缺失值：{found}；应为 {expected}',
    },
    remedy: {
      en: 'Fill the values, or leave these alternatives out with `--missing leave-out`; `--missing drop` drops the missing criteria with their weight in additive methods.',
      zh: '请补齐数值，或用 `--missing leave-out` 去掉这些方案；可加方法可用 `--missing drop` 将缺失准则连同权重不计。',
    },
  },
  DECISION_LEFT_OUT: {
    http: 200,
    message: {
      en: 'left out, for values are missing: {found}',
      zh: '因数值缺失，未参与比较：{found}',
    },
    remedy: {
      en: 'Fill the values; ranks count the others only.',
      zh: '请补齐数值；名次只在其余方案中排列。',
    },
  },
  DECISION_DROPPED: {
    http: 200,
    message: {
      en: 'missing criteria drop out with their weight: {found}',
      zh: '缺失的准则连同权重不计：{found}',
    },
    remedy: {
      en: 'These alternatives are judged by fewer criteria; fill the values where the rank matters.',
      zh: '这些方案按较少的准则评价；若名次重要，请补齐数值。',
    },
  },
  DECISION_WEIGHTS: {
    http: 400,
    message: {
      en: 'weight of {where} is {found}, expected {expected}',
      zh: '{where} 的权重：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the column weight, or take weights from the data, as with `--weights equal`.',
      zh: '请改正权重列，或由数据取权重，如 `--weights equal`。',
    },
  },
  DECISION_WEIGHTS_RESCALED: {
    http: 200,
    message: {
      en: 'weights sum to {found}; they are divided by it',
      zh: '权重之和为 {found}，已除以该和',
    },
    remedy: {
      en: 'Give weights that sum to 1 if they are meant as such.',
      zh: '如有意为之，请给出和为 1 的权重。',
    },
  },
  DECISION_WEIGHTS_UNITS: {
    http: 200,
    message: {
      en: '{where} weighs {found}: standard deviations of raw values follow the units of the columns',
      zh: '{where} 的权重为 {found}：原始值的标准差随各列单位而变',
    },
    remedy: {
      en: 'Bring the columns to one unit before, or take variance, entropy or gini, which do not depend on units.',
      zh: '请先统一各列单位，或改用不受单位影响的 variance、entropy、gini。',
    },
  },
  DECISION_CONSTANT: {
    http: 200,
    message: {
      en: '{where} has one and the same value everywhere and cannot tell alternatives apart',
      zh: '{where} 各方案数值相同，无法区分方案',
    },
    remedy: { en: 'Leave the criterion out, or check the table.', zh: '请去掉该准则，或核对表格。' },
  },
  DECISION_ORDER_TURNED: {
    http: 200,
    message: {
      en: '{where}: logarithms of its values sum to {found}, below 0; this normalisation then makes the worst the best',
      zh: '{where}：各值对数之和为 {found}，小于 0；此标准化会把最差变为最好',
    },
    remedy: {
      en: 'Express values in a smaller unit so that they lie above 1, or another normalisation.',
      zh: '请换用较小的单位使数值大于 1，或改用其他标准化。',
    },
  },
  DECISION_COLUMN_UNUSED: {
    http: 200,
    message: {
      en: 'column {where} of the matrix is no criterion and is left out',
      zh: '矩阵的列 {where} 不是准则，不予使用',
    },
    remedy: {
      en: 'Add a row to the table of criteria if it belongs in.',
      zh: '如需使用，请在准则表中添加一行。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
