import type { ResultInput } from '../../assess/index.js';
import type { Text } from '../../base/index.js';
import type { EvaluateAsked } from './evaluate-asked.js';
import { evaluateDetailRules } from './evaluate-details.js';
import { type NumberRule, simpleRule, type Words } from './rule.js';

const page = 'evaluate/score';
const point = 'index_points';

const rule = (
  path: string,
  label: Words,
  unit: string,
  how: Words,
  inputs: NumberRule['inputs'],
  method = page,
) => simpleRule(path, label, unit, how, inputs, method);

/** Rules of `evaluate`. */
export function evaluateRules(asked: EvaluateAsked): readonly NumberRule[] {
  return [...scoreRules(asked), ...rankRules(asked), ...evaluateDetailRules(asked)];
}

function scoreRules({ row, evaluation, region }: EvaluateAsked): readonly NumberRule[] {
  const score = (city: string, period: string, node: string = row.index) => `score/${city}/${period}/${node}`;
  const gapHow: Words = ['score − score of the region', '得分 − 区域得分'];
  const regionHow: Words =
    row.region?.kind === 'class'
      ? ['mean of the scores of the other units of the class', '同类其他单位得分均值']
      : ['score of the province on the same scale', '本省在同一尺度上的得分'];
  const regionScores = (period: string) =>
    region.length > 0 ? region.map((one) => score(one, period)) : [score(row.city, period)];
  const structure = evaluation?.structure ?? row.index;
  return [
    rule('level', ['Level', '水平'], point, ['score at the end', '期末得分'], () => [
      score(row.city, row.to),
    ]),
    rule(
      'change',
      ['Change', '变化'],
      point,
      ['score at the end − score at the beginning', '期末得分 − 期初得分'],
      () => [score(row.city, row.to), score(row.city, row.from)],
    ),
    rule(
      'parts/{node}/points',
      ['Part of a branch in the change', '分项对变化的贡献'],
      point,
      [
        'share among the branches that have a score · score, at the end − at the beginning',
        '在有得分的分项中所占权重 · 得分，期末 − 期初',
      ],
      ({ node = '' }) => [score(row.city, row.to, node), score(row.city, row.from, node)],
    ),
    rule('gapFrom', ['Gap to the region at the beginning', '期初与区域之差'], point, gapHow, () => [
      score(row.city, row.from),
      './region/from',
    ]),
    rule('gapTo', ['Gap to the region at the end', '期末与区域之差'], point, gapHow, () => [
      score(row.city, row.to),
      './region/to',
    ]),
    rule(
      'gapChange',
      ['Change of the gap', '差距变化'],
      point,
      ['gap at the end − gap at the beginning', '期末差距 − 期初差距'],
      () => ['./gapTo', './gapFrom'],
    ),
    rule('region/from', ['Score of the region at the beginning', '区域期初得分'], point, regionHow, () =>
      regionScores(row.from),
    ),
    rule('region/to', ['Score of the region at the end', '区域期末得分'], point, regionHow, () =>
      regionScores(row.to),
    ),
    rule(
      'region/units',
      ['Units the region consists of', '区域所含单位'],
      'count',
      ['units with a score at both ends', '两期均有得分的单位数'],
      () => [...regionScores(row.to), 'parameter/evaluation_region_minimum'],
    ),
    rule(
      'structureChange',
      ['Change of the own structure', '自身结构变化'],
      point,
      ['score of the node of structure at the end − at the beginning', '结构节点期末得分 − 期初得分'],
      () => [score(row.city, row.to, structure), score(row.city, row.from, structure)],
      'evaluate/quadrant',
    ),
    rule(
      'path/{period}/value',
      ['Score', '得分'],
      point,
      ['score of the year', '当年得分'],
      ({ period = '' }) => [score(row.city, period)],
    ),
  ];
}

function rankRules({ row, evaluation, neighbours, other }: EvaluateAsked): readonly NumberRule[] {
  const label = row.rankClass?.en ?? '—';
  const among: Words = [
    `among ${row.ranked} of: ${label}`,
    `在 ${row.ranked} 个同类（${row.rankClass?.zh ?? '—'}）中`,
  ];
  const others = () => ['./score', ...neighbours.map((one) => other(one, 'score'))];
  const interval = [
    'rank_weight_spread',
    'rank_runs',
    'rank_seed',
    'rank_low_quantile',
    'rank_high_quantile',
  ];
  const weights = (['level', 'change', 'gap'] as const).map(
    (name): ResultInput => ({
      input: 'setting',
      label: weightWords[name],
      value: evaluation?.weights[name] ?? Number.NaN,
      unit: 'ratio',
      how: { en: 'set in the evaluation', zh: '在评估定义中设定' },
      references: evaluation?.references ?? [],
      file: evaluation?.file ?? '',
    }),
  );
  return [
    rule(
      'score',
      ['Score of the evaluation', '评估得分'],
      point,
      [
        'w_L · level + w_C · change + w_R · change of the gap, weights summing to 1',
        'w_L · 水平 + w_C · 变化 + w_R · 差距变化，权重合计为 1',
      ],
      () => ['./level', './change', './gapChange', ...weights],
    ),
    rule(
      'rank',
      ['Rank in the class', '类内名次'],
      'count',
      [
        `place of the score, largest first, ${among[0]}; the scores just before and just behind stand below`,
        `${among[1]}得分从高到低的位次；下列为前后相邻者得分`,
      ],
      () => [...others(), 'parameter/peers_minimum'],
    ),
    rule(
      'rankInterval/{at}',
      ['Rank under other weights', '权重变动下的名次'],
      'count',
      [`quantile of the ranks when the weights vary, ${among[0]}`, `权重变动时名次的分位数，${among[1]}`],
      () => ['./rank', ...interval.map((one) => `parameter/${one}`)],
    ),
    rule(
      'ranked',
      ['Units ranked in the class', '类内参与排名的单位'],
      'count',
      ['units of the class with a score', '同类中有得分的单位数'],
      () => ['./score', 'parameter/peers_minimum'],
    ),
  ];
}

const weightWords: Readonly<Record<'level' | 'change' | 'gap', Text>> = {
  level: { en: 'Weight of the level', zh: '水平的权重' },
  change: { en: 'Weight of the change', zh: '变化的权重' },
  gap: { en: 'Weight of the change of the gap', zh: '差距变化的权重' },
};
