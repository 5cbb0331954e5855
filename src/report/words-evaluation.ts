import type { Text } from '../base/index.js';

/** Sentences of the five-year evaluation; `say` fills their places. */
export const evaluationSentences = {
  title: { en: 'Evaluation {from}–{to}: {name}', zh: '{name}{from}—{to}年评估报告' },
  subtitle: { en: '{other} · {code} · {from}–{to}', zh: '{other} · {code} · {from}—{to} 年' },
  fileStem: { en: '{name}-{code}-evaluation-{from}-{to}', zh: '{name}-{code}-评估-{from}-{to}' },
  level: {
    en: '{index}: score {level} in {to}, {change} points since {from}.',
    zh: '{index}：{to} 年得分 {level}，比 {from} 年变化 {change} 分。',
  },
  levelOnly: {
    en: '{index}: score {level} in {to}. No change since {from} is given.',
    zh: '{index}：{to} 年得分 {level}。不给与 {from} 年相比的变化。',
  },
  noLevel: { en: '{index}: too little data for a score.', zh: '{index}：数据不足，没有得分。' },
  gap: {
    en: 'Held against {region}: {gapFrom} points in {from}, {gapTo} in {to} (change {gapChange}).',
    zh: '与{region}之差：{from} 年 {gapFrom} 分，{to} 年 {gapTo} 分（变化 {gapChange} 分）。',
  },
  gapOnly: {
    en: 'Held against {region}: {gapTo} points in {to}.',
    zh: '与{region}之差：{to} 年 {gapTo} 分。',
  },
  classRegion: { en: 'the other units of its class ({label})', zh: '其他同类单位（{label}）' },
  verdict: {
    en: 'Verdict on two axes: {quadrant} (own structure {structure} points, against the region {gapChange}).',
    zh: '两轴判断：{quadrant}（自身结构 {structure} 分，相对区域 {gapChange} 分）。',
  },
  rank: {
    en: 'Rank {rank} of {ranked} in its class, {label} (interval {interval}).',
    zh: '在同类（{label}）{ranked} 个单位中排第 {rank} 位（区间 {interval}）。',
  },
  noRank: { en: 'No verdict and no rank: {reason}', zh: '不作类型判断，也不排名：{reason}' },
  moved: {
    en: 'its area changed in {years}; scores of two areas make no change',
    zh: '{years} 年全域区划有变动，前后两期不是同一范围',
  },
  figure: { en: '{label}: {value}.', zh: '{label}：{value}。' },
  flagged: {
    en: '{sign} Beside verdict and score stands: {list}. The verdict reads scores only; these say that part of the rise is decline.',
    zh: '{sign} 与判断和得分并列的提醒：{list}。判断只看得分，提醒说明其中有衰退成分，不等于转型成功。',
  },
  noEffect: {
    en: 'All of this is change, not the effect of a policy or of funds.',
    zh: '以上都是变化，不是政策或资金的效果。',
  },
  weights: {
    en: 'Score in the class = {level} × level + {change} × change + {gap} × change of the gap = {score}. The interval holds 90 % of the ranks when the weights vary by 25 %.',
    zh: '同类内的综合分＝{level}×水平＋{change}×变化＋{gap}×差距变化＝{score}。权重上下浮动 25 % 时，90 % 的名次落在区间内。',
  },
  noTargets: {
    en: 'No plan targets were imported. A target is read from its document (city,indicator,year,target,document) and never filled in from what came about.',
    zh: '未导入规划目标。目标须摘自规划文件（city,indicator,year,target,document），不得由实际值倒填。',
  },
  lacking: { en: 'Missing: {list}.', zh: '缺少：{list}。' },
  lackingForm: {
    en: 'Figures are filled in by the form of the annual check-up, or by a table with the columns city, period, indicator, value, unit (`afterlode import FILE --layout long`).',
    zh: '补数方法：用年度体检的填报表，或按 city, period, indicator, value, unit 五列填表后导入（`afterlode import 文件 --layout long`）。',
  },
  noFunds: {
    en: 'No figures of funds were imported: nothing is said of their use.',
    zh: '未导入资金数据，对资金使用不作评价。',
  },
  quality: {
    en: 'Data: {grade}; {usable} of the figures behind the score are there and not doubtful ({missing} missing, {doubtful} doubtful, of {of}).',
    zh: '数据质量：{grade}；得分所用 {of} 个数中，可用的占 {usable}（缺 {missing}，存疑 {doubtful}）。',
  },
  points: { en: '{text} points', zh: '{text} 分' },
} as const satisfies Record<string, Text>;

/** Fixed words of the evaluation. */
export const evaluationWords = {
  sections: {
    verdict: { en: 'Level, change, gap and verdict', zh: '水平、变化、差距与判断' },
    targets: { en: 'Plan targets', zh: '规划目标' },
    aspects: { en: 'The five aspects', zh: '五个方面' },
    effects: { en: 'Effects', zh: '效果' },
    limits: { en: 'Data and boundaries', zh: '数据与区划' },
  },
  captions: {
    scores: { en: 'Scores at both ends', zh: '首尾两期得分' },
    quadrants: { en: 'The two axes', zh: '两轴' },
    rank: { en: 'Rank in the class with its interval; 1 is best', zh: '同类名次及其区间（1 为最好）' },
    targets: { en: 'Targets', zh: '目标' },
    funds: { en: 'Funds: three columns that are never mixed', zh: '资金：三列不得混用' },
    path: { en: 'All values between both years', zh: '期间全部数值' },
    flags: { en: 'What must stand beside the numbers', zh: '须与数字并列的提醒' },
  },
  heads: {
    what: { en: 'Score', zh: '项目' },
    change: { en: 'Change', zh: '变化' },
    moved: { en: 'Moved', zh: '方向' },
    target: { en: 'Target', zh: '目标' },
    actual: { en: 'Actual', zh: '实际' },
    wayGone: { en: 'Way gone, %', zh: '完成进度（%）' },
    status: { en: 'Status', zh: '结果' },
    document: { en: 'Document', zh: '文件' },
    aspect: { en: 'Aspect', zh: '方面' },
    approved: { en: 'Approved, CNY', zh: '批准（元）' },
    disbursed: { en: 'Disbursed, CNY', zh: '拨付（元）' },
    disbursedShare: { en: 'Disbursed of approved, %', zh: '拨付率（%）' },
    effect: { en: 'Effect, jobs', zh: '效果（岗位）' },
    structureUp: { en: 'Own structure improves', zh: '自身结构改善' },
    structureDown: { en: 'Own structure worsens', zh: '自身结构变差' },
    gapNarrows: { en: 'gains on the region', zh: '相对区域进步' },
    gapWidens: { en: 'falls behind the region', zh: '相对区域退步' },
  },
  rows: {
    own: { en: 'Own score', zh: '本市得分' },
    gap: { en: 'Own score less that of the region', zh: '与区域之差' },
    structure: { en: 'Own structure', zh: '自身结构得分' },
  },
  moved: {
    better: { en: 'better', zh: '变好' },
    worse: { en: 'worse', zh: '变差' },
    same: { en: 'unchanged', zh: '不变' },
  },
  status: {
    met: { en: 'met', zh: '达到' },
    missed: { en: 'missed', zh: '未达到' },
    open: { en: 'still open', zh: '未到期' },
    'no-data': { en: 'no data in its year', zh: '目标年无数据' },
    doubtful: { en: 'value doubtful', zh: '数值存疑' },
    'no-direction': { en: 'no direction', zh: '无优劣方向' },
  },
  noFlags: {
    en: 'No rule found a number that flatters.',
    zh: '没有规则判定其中有看似向好的数字。',
  },
  effects: [
    {
      en: 'A trend is no effect. Nothing above says that a plan, a transfer or a project caused it: places without them may have moved alike.',
      zh: '趋势不等于效果。以上任何变化都不能说明是规划、转移支付或项目造成的：没有这些措施的地方可能同样变化。',
    },
    {
      en: 'An effect needs a comparison: `afterlode evaluate --effect TABLE` estimates it by difference in differences and an event study of treated and untreated units, `afterlode evaluate --matched INDICATOR --covariates …` against matched units off the list. Both answers state what they assume.',
      zh: '效果须有对照：`afterlode evaluate --effect 表` 用处理组与对照组作双重差分和事件研究，`afterlode evaluate --matched 指标 --covariates …` 与名单外的配对单位比较；结果均注明所需假定。',
    },
    {
      en: 'The column “effect” of the funds holds only an estimate of that kind that somebody imported; it is never filled from a trend.',
      zh: '资金“效果”一列只放导入的此类估计值，绝不由趋势填入。',
    },
  ],
} as const;
