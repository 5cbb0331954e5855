import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the part of the city page about mode, similar cities, cases and measures. */
export const matchWords = {
  matchTitle: say('转型模式、相似城市、案例与措施', 'Mode of transition, similar cities, cases, measures'),
  matchMode: say('转型模式（按就业数据）', 'Mode, by jobs'),
  matchModeUntold: say('无法判断', 'cannot be told'),
  matchOwn: say('案例库对本市的记载', 'What the library says of this city'),
  matchSimilar: say('相似城市', 'Similar cities'),
  matchDistance: say('距离', 'Distance'),
  matchShared: say('共有指标', 'Figures shared'),
  matchBecause: say('依据', 'Because'),
  matchCases: say('可对照的案例', 'Cases to learn from'),
  matchCasesNote: say(
    '案例不是建议：条件不同，结果不同。其中必有失败案例。',
    'No case is advice: other conditions, other outcomes. A failure is always among them.',
  ),
  matchFailure: say('失败', 'Failure'),
  matchConditions: say('有利条件', 'What helped'),
  matchCautions: say('注意', 'Cautions'),
  matchSource: say('出处', 'Told by'),
  matchMeasures: say('针对体检问题的措施', 'Measures that answer the findings'),
  matchMeasure: say('措施', 'Measure'),
  matchAnswers: say('针对', 'Answers'),
  matchGround: say('仅用于：{ground}', 'Only on ground: {ground}'),
  matchCost: say('成本（元）', 'Cost, yuan'),
  matchCostUnknown: say('未知', 'unknown'),
  matchNoMeasure: say('没有措施针对本次体检的问题。', 'No measure answers what this check-up found.'),
  matchMethod: say('匹配方法', 'How it is matched'),
} satisfies Record<string, Text>;
