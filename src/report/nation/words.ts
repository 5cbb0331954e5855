import type { Text } from '../../base/index.js';

/** Sentences of the evaluation of all units; `say` fills their places. */
export const nationSentences = {
  title: { en: 'Evaluation {from}–{to}: {area}', zh: '{area}{from}—{to}年评估报告' },
  subtitle: { en: '{label} · {count} units · {from}–{to}', zh: '{label} · {count} 个单位 · {from}—{to} 年' },
  fileStem: { en: '{area}-evaluation-{from}-{to}', zh: '{area}-评估-{from}-{to}' },
  counts: {
    en: '{count} units were evaluated by “{index}” between {from} and {to}. {judged} have level, change and a verdict; {moved} changed their area in between and have a level only; {lacking} lack data.',
    zh: '以“{index}”评估 {from}—{to} 年 {count} 个单位：{judged} 个有水平、变化和判断；{moved} 个期间全域区划有变动，只有水平；{lacking} 个数据不足。',
  },
  middle: {
    en: 'Median level {level}, median change {change} points; {gained} of {judged} gained on their region.',
    zh: '水平中位数 {level}，变化中位数 {change} 分；{gained} 个（共 {judged} 个）相对区域进步。',
  },
  verdicts: { en: 'Verdicts on two axes: {list}.', zh: '两轴判断：{list}。' },
  verdict: { en: '{quadrant} {count}', zh: '{quadrant} {count} 个' },
  flagged: {
    en: '{sign} Beside {count} of {judged} verdicts stands a decline that looks like success, {real} of them beside “{quadrant}”. The verdict reads scores only.',
    zh: '{sign} {judged} 个判断中有 {count} 个旁边并列“似成功实为衰退”的提醒，其中“{quadrant}”{real} 个。判断只看得分。',
  },
  level: {
    en: 'Level: the score of “{index}” in {to}, 0 to 100 on one scale for all units and years.',
    zh: '水平：“{index}”{to} 年得分，0—100，各单位、各年份同一尺度。',
  },
  change: {
    en: 'Change: the score of {to} less that of {from}. A unit whose whole area changed in between has none.',
    zh: '变化：{to} 年得分减 {from} 年得分；期间全域区划有变动的单位不计变化。',
  },
  gapProvince: {
    en: 'Gap: own score less that of the province on the same scale; where the province has none, less the mean of the other units of the class.',
    zh: '差距：本单位得分减本省在同一尺度上的得分；省无得分时减同类其他单位均值。',
  },
  gapClass: {
    en: 'Gap: own score less the mean of the other units of the class.',
    zh: '差距：本单位得分减同类其他单位均值。',
  },
  axes: {
    en: 'Verdict: whether the own structure (“{structure}”) improved, and whether the unit gained on its region.',
    zh: '判断：自身结构（“{structure}”）是否改善，相对区域是否进步。',
  },
  rank: {
    en: 'Rank: among units of like type, resource and level, by {level} × level + {change} × change + {gap} × change of the gap. The interval holds 90 % of the ranks when the weights vary by 25 %.',
    zh: '名次：在类型、资源、层级相同的单位内，按 {level}×水平＋{change}×变化＋{gap}×差距变化 排序；权重上下浮动 25 % 时，90 % 的名次落在区间内。',
  },
  parts: {
    en: 'Who moved, and why: the change of the score is divided among the branches of the index; the parts sum to it. It says which figures moved, not what moved them.',
    zh: '变化来自哪里：把得分变化分到各分项，合计等于总变化；只说明哪些数变了，不说明为什么变。',
  },
  doubtful: {
    en: 'Doubtful values take no part. Missing is never zero.',
    zh: '存疑的数值不参与计算；缺失绝不当作零。',
  },
  unjudged: { en: '{reason}: {count}', zh: '{reason}：{count} 个' },
  quality: { en: 'Data of the units: {list}.', zh: '各单位数据质量：{list}。' },
  part: { en: '{label} {points}', zh: '{label} {points}' },
} as const satisfies Record<string, Text>;

/** Fixed words of the same report. */
export const nationWords = {
  ofProvince: { en: '{province} ({pack})', zh: '{province}（{pack}）' },
  sections: {
    method: { en: 'How it was done', zh: '评估方法' },
    groups: { en: 'By type, resource and province', zh: '分类型、分资源、分省' },
    movers: { en: 'Who moved, and why', zh: '变化最大与最小的单位' },
    ranking: { en: 'All units', zh: '各单位结果' },
    limits: { en: 'Data and boundaries', zh: '数据与区划' },
  },
  captions: {
    quadrants: { en: 'Own structure and standing in the region', zh: '自身结构与区域地位' },
    type: { en: 'By official type', zh: '按官方类型' },
    resource: { en: 'By resource; a unit with two stands in both', zh: '按资源（兼有两种的两处都计）' },
    province: { en: 'By province', zh: '按省' },
    most: { en: 'Largest change of the score', zh: '得分变化最大' },
    least: { en: 'Smallest change of the score', zh: '得分变化最小' },
    class: { en: 'Units: {label}', zh: '各单位：{label}' },
    unranked: { en: 'Units without a rank', zh: '不排名的单位' },
    table: { en: 'All results', zh: '全部结果' },
  },
  heads: {
    group: { en: 'Group', zh: '组' },
    units: { en: 'Units', zh: '单位数' },
    judged: { en: 'With a verdict', zh: '有判断' },
    level: { en: 'Median level', zh: '水平中位数' },
    change: { en: 'Median change', zh: '变化中位数' },
    gap: { en: 'Median change of the gap', zh: '差距变化中位数' },
    city: { en: 'City', zh: '城市' },
    code: { en: 'Code', zh: '代码' },
    province: { en: 'Province', zh: '省' },
    ownLevel: { en: 'Level', zh: '水平' },
    ownChange: { en: 'Change', zh: '变化' },
    gapChange: { en: 'Change of the gap', zh: '差距变化' },
    structure: { en: 'Own structure', zh: '自身结构变化' },
    verdict: { en: 'Verdict', zh: '判断' },
    rank: { en: 'Rank', zh: '名次' },
    interval: { en: 'Interval', zh: '区间' },
    class: { en: 'Class', zh: '同类' },
    parts: { en: 'By branch', zh: '分项' },
    quality: { en: 'Data', zh: '数据' },
    why: { en: 'Why', zh: '原因' },
    score: { en: 'Score of the evaluation', zh: '综合分' },
    low: { en: 'Rank, low end', zh: '名次下端' },
    high: { en: 'Rank, high end', zh: '名次上端' },
  },
  axes: {
    x: { en: 'change of the own structure, points', zh: '自身结构变化（分）' },
    y: { en: 'change of the gap to the region, points', zh: '与区域差距变化（分）' },
  },
  unknown: { en: 'not told', zh: '未注明' },
  noReason: { en: 'too little data', zh: '数据不足' },
} as const;
