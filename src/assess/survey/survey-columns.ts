/** Columns of a survey table, the headings they may have, and whether a table must have them. */
export const surveyColumns = {
  city: { needed: true, words: ['city', 'code', 'adcode', '城市', '地区', '行政区划代码'] },
  period: { needed: true, words: ['period', 'year', '年份', '年度', '时期'] },
  item: { needed: true, words: ['item', 'question', '项目', '调查项', '题目', '内容'] },
  indicator: { needed: false, words: ['indicator', '指标', '对应指标'] },
  asked: { needed: true, words: ['n', 'asked', '样本量', '样本数', '有效样本', '调查人数'] },
  satisfied: { needed: true, words: ['satisfied', '满意', '满意人数'] },
  dissatisfied: { needed: true, words: ['dissatisfied', '不满意', '不满意人数'] },
  source: { needed: false, words: ['source', '来源', '调查名称'] },
  note: { needed: false, words: ['note', '备注', '说明'] },
} as const;

export type SurveyColumn = keyof typeof surveyColumns;
