import type { CodeDefinition } from './definition.js';

const compare = {
  en: 'Compare with the source; the value is marked doubtful and stays out of scores until somebody decides.',
  zh: '请与来源核对；该值标为存疑，在有人裁定之前不参与评分。',
};

/** Doubts that come from holding a value against other years, other units and other indicators. */
export const qualityCodes = {
  QUALITY_SWAPPED: {
    http: 400,
    message: {
      en: '{where}: {found} fits {donor} and not its own years ({expected}), and the other way round: two rows are swapped ({count} indicators say so)',
      zh: '{where}：{found} 与本单位前后年份（{expected}）不符而与 {donor} 相符，对方亦然：两行互换（{count} 项指标如此）',
    },
    remedy: compare,
  },
  QUALITY_SHIFTED: {
    http: 400,
    message: {
      en: '{where}: {found} fits {donor} and not its own years ({expected}), as in the rows beside it: the rows of the year are shifted ({count} indicators say so)',
      zh: '{where}：{found} 与本单位前后年份（{expected}）不符而与 {donor} 相符，相邻各行亦然：该年各行错位（{count} 项指标如此）',
    },
    remedy: compare,
  },
  QUALITY_EQUAL_UNIT: {
    http: 400,
    message: {
      en: '{where}: {found} is to the last digit the value of {donor} in the same year',
      zh: '{where}：{found} 与 {donor} 同年数值逐位相同',
    },
    remedy: compare,
  },
  QUALITY_TOTAL: {
    http: 400,
    message: {
      en: '{where}: {found} is about the total of {donor} ({expected}), of which the unit can only be a part or bears the name',
      zh: '{where}：{found} 约等于{donor}合计（{expected}），该单位只是其一部分或与其同名',
    },
    remedy: compare,
  },
  QUALITY_DIGITS: {
    http: 400,
    message: {
      en: '{where}: {found} lies about {power} times {direction} the years around it ({expected}): a digit or a unit is wrong',
      zh: '{where}：{found} 比前后年份的水平（{expected}）约{directionZh} {power} 倍：数位或单位有误',
    },
    remedy: compare,
  },
  QUALITY_REPEAT_YEAR: {
    http: 400,
    message: {
      en: '{where}: {found} is exactly the value of {year}, as in {count} units in the same year',
      zh: '{where}：{found} 与 {year} 年完全相同，同年共有 {count} 个单位如此',
    },
    remedy: compare,
  },
  QUALITY_REPEAT_ROW: {
    http: 400,
    message: {
      en: '{where}: {found} is exactly the value of {year}, as in {count} indicators of the unit',
      zh: '{where}：{found} 与 {year} 年完全相同，该单位共有 {count} 项指标如此',
    },
    remedy: compare,
  },
} as const satisfies Record<string, CodeDefinition>;
