import type { Text } from '../base/index.js';

/** Sentences and words of method, measures and places of the check-up; `say` fills their places. */
export const checkupSentences = {
  index: {
    en: '{index} ({periods}): {note}',
    zh: '{index}（{periods}）：{note}',
  },
  scores: {
    en: 'Scores run from 0 to 100 over all listed units and all years of the index; a branch is the mean of its parts by their weights. A missing part drops out together with its weight, and below the least coverage the branch has no score.',
    zh: '得分在全部名单单位和指数全部年份范围内为 0—100；上级得分为各组成部分按权重的平均。缺失部分连同权重一起退出，覆盖率过低则无得分。',
  },
  ranks: {
    en: 'Ranks come with the interval that holds 90 % of them when all weights move by up to 25 %.',
    zh: '名次附区间：全部权重上下浮动 25 % 时，90 % 的名次落在其中。',
  },
  lights: {
    en: 'A light compares an indicator with its target, with the quartiles of its class, with what residents say and with its own trend. “Not judged” stands where there is nothing to compare with.',
    zh: '亮灯把指标与目标、同类四分位数、居民评价和自身趋势相比；无可比对象时为“未评”。',
  },
  findings: {
    en: 'A finding is a rule of the catalog that holds, with the numbers it read. It says what is so, not what caused it.',
    zh: '诊断结论是目录中成立的规则，并列出所依据的数值；只说明现状，不说明原因。',
  },
  flags: {
    en: '{sign} stands beside numbers that look like success and are partly decline.',
    zh: '{sign} 表示看似向好、实含衰退成分的数。',
  },
  boundaries: {
    en: 'Years are compared on one boundary; where that cannot be done, the page says so.',
    zh: '年份之间按同一区划比较；做不到时注明。',
  },
  noMeasures: {
    en: 'The library has no measure that answers a finding of this period.',
    zh: '措施库中没有针对本期问题的措施。',
  },
  draft: {
    en: 'Measures of the library that answer what was found: a draft for those who decide. What they need and what they cost has to be found out on the spot; years and money stand in the plan (`report --kind plan`).',
    zh: '措施库中针对上述问题的措施，供决策者讨论；条件和费用须现场核实，年度与资金安排见规划报告（`report --kind plan`）。',
  },
  cost: { en: '{low}–{high} {per}', zh: '{low}—{high} {per}' },
} as const satisfies Record<string, Text>;

export const checkupWords = {
  sections: {
    method: { en: 'How it was done', zh: '体检方法' },
    measures: { en: 'Measures', zh: '措施' },
  },
  captions: {
    measures: { en: 'Measures that answer the findings', zh: '针对问题的措施' },
    places: { en: 'Where it was found; numbers as in the table', zh: '问题位置（编号同表）' },
  },
  heads: {
    measure: { en: 'Measure', zh: '措施' },
    does: { en: 'What it does', zh: '内容' },
    answers: { en: 'Answers', zh: '针对的问题' },
    condition: { en: 'Only where', zh: '前提' },
    cost: { en: 'Cost, CNY', zh: '费用（元）' },
  },
  north: { en: 'N', zh: '北' },
} as const;
