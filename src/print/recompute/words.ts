import type { Text } from '../../base/index.js';

const say = (zh: string, en: string): Text => ({ zh, en });

/** Words of the sheets on which an index is computed anew. */
export const words = {
  values: say('数值', 'values'),
  parameters: say('参数', 'parameters'),
  scores: say('重算', 'recomputed'),
  code: say('代码', 'Code'),
  name: say('名称', 'Name'),
  period: say('时期', 'Period'),
  part: say('组成部分', 'Part'),
  id: say('编号', 'Id'),
  parent: say('上级', 'Parent'),
  weight: say('权重', 'Weight'),
  unit: say('单位', 'Unit'),
  quantileWorst: say('最差值的分位', 'Quantile of the worst'),
  quantileBest: say('最好值的分位', 'Quantile of the best'),
  worst: say('最差值', 'Worst value'),
  best: say('最好值', 'Best value'),
  low: say('最低分', 'Lowest score'),
  high: say('最高分', 'Highest score'),
  least: say('最少下级数', 'Least children'),
  how: say('算法', 'How'),
  rounded: say('用于排名', 'For the rank'),
  rank: say('排名', 'Rank'),
  weights: say('权重', 'Weights'),
  inReport: say('报告中的得分', 'Score in the report'),
  inSheet: say('本表重算', 'Recomputed here'),
  difference: say('差', 'Difference'),
  observed: say('观测值', 'observed'),
  missing: say('缺失', 'missing'),
  line: say('最差值与最好值之间的直线，两端封顶', 'on a line between worst and best, bounded'),
  openLine: say('最差值与最好值之间的直线', 'on a line between worst and best'),
  mean: say(
    '现有下级的加权平均；缺失的连同权重略去',
    'weighted mean of the children there are; a missing one drops out with its weight',
  ),
  asGiven: say('以数值给出，不在表中重算', 'given as values, not computed in the sheet'),
  aboutValues: say(
    '填补与处理之后的数值，按基本单位；经改动的单元格着色并附观测值。改动此处的数值，得分随之变化。',
    'Values after imputation and treatment, in base units; changed cells are coloured and say what was observed. Change a value here and the scores follow.',
  ),
  aboutScores: say(
    '得分、加权平均与排名均为公式：数值取自“{values}”，参数取自“{parameters}”。排名按小数点后十位比较。',
    'Scores, weighted means and ranks are formulas on the sheets "{values}" and "{parameters}". Ranks compare ten digits after the point.',
  ),
} as const;
