import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the five-year evaluation and of effects estimated from panels. */
export const evaluateCodes = {
  EVALUATE_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; nothing of it was taken.',
      zh: '请改正该表；表中内容均未采用。',
    },
  },
  EVALUATE_NO_SCORE: {
    http: 400,
    message: {
      en: '{where}: no score of {expected} for {found}: too few figures that are not doubtful',
      zh: '{where}：{found} 年没有 {expected} 得分：可用数据不足',
    },
    remedy: {
      en: 'Import the missing figures, or accept doubtful ones by a decision.',
      zh: '请导入缺失数据，或以裁定采用存疑数据。',
    },
  },
  EVALUATE_NO_REGION: {
    http: 400,
    message: {
      en: '{where}: neither a province nor a class with scores at both ends to hold it against',
      zh: '{where}：没有首尾两期均有得分的省份或同类单位可供对照',
    },
    remedy: { en: 'Import figures of the province.', zh: '请导入所在省份的数据。' },
  },
  EVALUATE_REGION_CLASS: {
    http: 400,
    message: {
      en: '{where}: the province has no score at both ends; held against {en}',
      zh: '{where}：所在省份首尾两期得分不全，改与“{zh}”比较',
    },
    remedy: { en: 'Import figures of the province.', zh: '请导入所在省份的数据。' },
  },
  EVALUATE_BOUNDARY: {
    http: 400,
    message: {
      en: '{where}: its area changed in {found}; scores of two areas make no change, so there is a level but no change, verdict or rank',
      zh: '{where}：{found} 年全域区划有变动，前后两期不是同一范围，只给水平，不给变化、类型判断和名次',
    },
    remedy: {
      en: 'Read the level; `analyse population` compares the people of both years on one boundary.',
      zh: '请只看水平；人口变化可用 `analyse population` 在同一区划上比较。',
    },
  },
  EFFECT_PANEL: {
    http: 400,
    message: { en: '{where}: {found}, expected {expected}', zh: '{where}：{found}，应为 {expected}' },
    remedy: {
      en: 'Correct the panel: one value for each unit and time, each unit and time once.',
      zh: '请改正面板：每个单位每个时期一个数值，单位与时期各只出现一次。',
    },
  },
  EFFECT_NO_VARIATION: {
    http: 400,
    message: {
      en: '{where}: the treatment cannot be told from the effects of units and times',
      zh: '{where}：处理变量无法与单位效应、时期效应区分',
    },
    remedy: {
      en: 'Some units must change between untreated and treated while others do not.',
      zh: '须有单位在期内由未处理变为处理，同时有单位未变。',
    },
  },
  EFFECT_FEW: {
    http: 400,
    message: { en: '{where}: too few: {found}', zh: '{where}：数量不足：{found}' },
    remedy: {
      en: 'Give treated and untreated units, at least two clusters and more observations than coefficients.',
      zh: '须有处理组与对照组、至少两个聚类，且观测数多于系数个数。',
    },
  },
  EFFECT_FEW_CLUSTERS: {
    http: 400,
    message: {
      en: '{where}: {found} in all, {treated} with treated units; below {expected} clustered standard errors are usually too small',
      zh: '{where}：共 {found} 个，其中 {treated} 个含处理单位；少于 {expected} 个时聚类标准误通常偏小',
    },
    remedy: {
      en: 'Read the interval as too narrow; a permutation of who is treated would be safer.',
      zh: '区间应视为偏窄；以置换检验更为稳妥。',
    },
  },
  EFFECT_STAGGERED: {
    http: 400,
    message: {
      en: '{where} begins at {found} different times: where effects grow or differ, one coefficient mixes them and may have the wrong sign',
      zh: '{where}有 {found} 个不同的起始时间：效应随时间或单位变化时，单一系数会将其混合，符号亦可能有误',
    },
    remedy: {
      en: 'Estimate each beginning against the never treated, or read the event study.',
      zh: '请按起始时间分别与从未处理者比较，或看事件研究。',
    },
  },
  EFFECT_PRE_TREND: {
    http: 400,
    message: {
      en: '{where}: treated and untreated moved apart before the treatment (p = {found}): the later difference is no effect',
      zh: '{where}：处理之前两组走势已不同（p = {found}）：其后的差异不能视为效应',
    },
    remedy: {
      en: 'Compare with units that moved alike before; do not report the difference as an effect.',
      zh: '请改用此前走势相同的单位作比较；不得将差异当作效应。',
    },
  },
  EFFECT_UNBALANCED: {
    http: 400,
    message: {
      en: '{where}: treated units and their matches differ in {found}',
      zh: '{where}：处理单位与配对单位在 {found} 上仍有差异',
    },
    remedy: {
      en: 'Use a caliper, other covariates or more comparison units.',
      zh: '请设卡尺、更换协变量或增加对照单位。',
    },
  },
  EFFECT_UNMATCHED: {
    http: 400,
    message: {
      en: '{where}: {found} of {expected} treated units have no match; the estimate does not speak of them',
      zh: '{where}：{expected} 个处理单位中 {found} 个无配对；估计值不代表它们',
    },
    remedy: { en: 'Name them beside the estimate.', zh: '请在估计值旁列出这些单位。' },
  },
  EFFECT_ASSUMES: {
    http: 400,
    message: {
      en: 'A trend is no effect. {where}: the number is an effect only if treated and untreated units would otherwise have moved alike',
      zh: '趋势不等于效应。{where}：只有在处理与对照单位本应同样变化时，该数才是效应',
    },
    remedy: {
      en: 'Say with the number what it was compared with and why that comparison is fair.',
      zh: '请连同比较对象及其理由一并说明。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
