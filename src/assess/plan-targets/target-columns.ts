/** Columns of a table of plan targets, the headings they may have, and whether a table must have them. */
export const targetColumns = {
  city: { needed: true, words: ['city', 'code', 'adcode', '城市', '地区', '行政区划代码'] },
  indicator: { needed: true, words: ['indicator', '指标', '指标代码'] },
  year: { needed: true, words: ['year', '年份', '目标年', '目标年份'] },
  target: { needed: true, words: ['target', '目标', '目标值'] },
  document: { needed: true, words: ['document', '文件', '依据', '依据文件'] },
  issued: { needed: false, words: ['issued', '发文日期', '印发日期', '文件日期'] },
  unit: { needed: false, words: ['unit', '单位'] },
} as const;

export type TargetColumn = keyof typeof targetColumns;
