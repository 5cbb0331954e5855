import type { CodeDefinition } from './definition.js';

/** Codes of the analyses of population, carbon, jobs and structure. */
export const analysisCodes = {
  ANALYSIS_TABLE: {
    http: 400,
    message: {
      en: '{where}: found {found}, expected {expected}',
      zh: '{where}：为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Correct the table; its columns stand in `afterlode analyse --help` and docs/methods.',
      zh: '请改正该表；各列见 `afterlode analyse --help` 与 docs/methods。',
    },
  },
  ANALYSIS_VALUE: {
    http: 400,
    message: {
      en: '{where}: {found} cannot be analysed, expected {expected}',
      zh: '{where}：{found} 无法分析，应为 {expected}',
    },
    remedy: { en: 'Correct the value or leave it empty.', zh: '请改正该值，或留空。' },
  },
  ANALYSIS_MISSING: {
    http: 200,
    message: {
      en: 'no {labelEn} for {where}; what needs it is missing',
      zh: '{where} 没有{labelZh}，依赖它的结果缺失',
    },
    remedy: {
      en: 'Import a table with {expected}, or give one with --table.',
      zh: '请导入含 {expected} 的表，或用 --table 给出。',
    },
  },
  ANALYSIS_BOUNDARY: {
    http: 200,
    message: {
      en: '{where}: the area changed between both years ({found}), so no verdict is given',
      zh: '{where}：两年间区划有变（{found}），不作判定',
    },
    remedy: {
      en: 'Recompute the first year on the boundaries of the last and import it as population_aligned.',
      zh: '请按末年区划重算初年人口，并以 population_aligned 导入。',
    },
  },
  ANALYSIS_PARTS: {
    http: 200,
    message: {
      en: 'the parts of {where} cannot be compared ({found}), so where it loses people is not told; the verdict on the whole is another matter',
      zh: '{where} 的区县无法比较（{found}），不判断收缩的空间形态；与整体的判定无关',
    },
    remedy: {
      en: 'Give counts of the parts on one boundary as a table with --table.',
      zh: '请用 --table 给出各区县同一边界的人口。',
    },
  },
  ANALYSIS_SAMPLE: {
    http: 200,
    message: {
      en: 'figures of {found} are counts of the long form, about one household in ten',
      zh: '{found} 为长表样本数，约为十分之一户',
    },
    remedy: {
      en: 'Read shares and quotients; changes of counts hold only as far as both samples drew the same share.',
      zh: '宜看比重与区位商；数量变化仅在两次抽样比例相同时成立。',
    },
  },
  ANALYSIS_NEEDS: {
    http: 200,
    message: {
      en: '{where}: no {found}: it needs {expected}',
      zh: '{where}：无法得出{found}，所需数据：{expected}',
    },
    remedy: { en: 'Add what is missing to the table.', zh: '请在表中补上所缺数据。' },
  },
  ANALYSIS_OKUN: {
    http: 200,
    message: {
      en: "{where}: Okun's relation ({form}) is not estimated from {count} years: {found}",
      zh: '{where}：以 {count} 年数据未估计奥肯关系（{form}）：{found}',
    },
    remedy: {
      en: 'Give {expected} years or more of a surveyed rate and of output in prices of one year.',
      zh: '请给出 {expected} 年以上的调查失业率与可比价产出。',
    },
  },
  ANALYSIS_BENCHMARK: {
    http: 200,
    message: {
      en: '{where}: inactivity is held against {found} % ({expected})',
      zh: '{where}：因健康不工作比重与 {found} % 比较（{expected}）',
    },
    remedy: {
      en: 'Name a fully employed place of the table with --reference.',
      zh: '请用 --reference 指定表中就业充分的地点作基准。',
    },
  },
  ANALYSIS_SKILLS: {
    http: 200,
    message: {
      en: '{where}: no skills are known of {found}: it is similar to nothing and fits nowhere',
      zh: '{where}：{found} 没有技能数据，无法与任何职业匹配',
    },
    remedy: { en: 'Add these occupations to the table of --skills.', zh: '请在 --skills 表中补上这些职业。' },
  },
  ANALYSIS_GAPS: {
    http: 200,
    message: {
      en: '{where}: no emissions in {found}; trend and peak pass over these years',
      zh: '{where}：{found} 年无排放数据，趋势与达峰判定略过这些年份',
    },
    remedy: { en: 'Fill the years if figures exist.', zh: '如有数据，请补齐这些年份。' },
  },
} as const satisfies Record<string, CodeDefinition>;
