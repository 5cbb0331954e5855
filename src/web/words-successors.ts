import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of successor industries. */
export const successorWords = {
  successors: say('接续产业', 'Successors'),
  successorsAbout: say(
    '看一个城市可以接续哪些行业、各须满足什么条件。',
    'What a city might take up after its resource, and what would have to be true.',
  ),
  successorsTitle: say('接续产业', 'Successor industries'),
  successorsText: say(
    '候选行业是当地尚不具优势的行业。得分由关联密度、复杂度、前景增益等加权而成，权重可调；条件先于得分：不满足的排在最后，未知的既不算满足也不算不满足，并写明须满足什么。',
    'Candidates are activities in which the place has no advantage yet. The score weighs nearness, complexity, gain and more, and the weights are yours; conditions come before scores: a candidate that fails one is last, one of which something is not known is neither in nor out, and what would have to be true is said.',
  ),
  successorsCity: say('城市（中文名、英文名或代码）', 'City (Chinese or English name, or code)'),
  successorsPlace: say('表中的地区', 'Place of the table'),
  successorsYear: say('普查年份', 'Year of the census'),
  successorsLatest: say('最新', 'latest'),
  successorsShow: say('查看', 'Show'),
  successorsOwn: say('自有表格（可选）', 'Own tables (optional)'),
  successorsTable: say(
    '就业或产出（CSV：place,activity,value）',
    'Employment or output (CSV: place,activity,value)',
  ),
  successorsNeeds: say(
    '行业要求（CSV：activity,gate,needs,unit,sense,source）',
    'What activities ask for (CSV: activity,gate,needs,unit,sense,source)',
  ),
  successorsHas: say(
    '当地现状（CSV：place,gate,has,source）',
    'What places have (CSV: place,gate,has,source)',
  ),
  successorsFigures: say(
    '行业指标（CSV：activity,jobs,skills,carbon,water,controlled）',
    'Figures of activities (CSV: activity,jobs,skills,carbon,water,controlled)',
  ),
  successorsExampleText: say(
    '虚构城市“北坑”及其周边：全部数值均为假设（标记 D），只说明条件如何起作用。',
    'Northpit and its neighbours are invented; every figure is an assumption (mark D) that shows how conditions work.',
  ),
  successorsWeights: say('权重', 'Weights'),
  successorsWeightsText: say(
    '只看比例。没有数值的指标不计分，其权重分给其余指标。',
    'Only proportions count. A criterion without a figure has no part, and its weight lies on the others.',
  ),
  successorsReset: say('恢复目录权重', 'Weights of the catalog'),
  successors_density: say('关联密度', 'Nearness'),
  successors_pci: say('行业复杂度', 'Complexity'),
  successors_gain: say('前景增益', 'Gain in outlook'),
  successors_jobs: say('单位投资岗位', 'Jobs by investment'),
  successors_skills: say('技能匹配', 'Skills that fit'),
  successors_carbon: say('碳强度（负向）', 'Carbon (counts against)'),
  successors_water: say('用水强度（负向）', 'Water (counts against)'),
  successorsHead: say(
    '{name}：经济复杂度 {eci}，具有优势的行业 {diversity} 个',
    '{name}: complexity {eci}, advantage in {diversity}',
  ),
  successorsBeside: say(
    '该地不在表中，与地级单位比照。',
    'It is none of the prefectures; it is held against them.',
  ),
  successorsPresent: say('已具优势：{list}', 'Advantage already in: {list}'),
  successorsLeftOut: say('不作候选：{list}', 'No candidates: {list}'),
  successorsUnknown: say('当地没有数值：{list}', 'No figure in the place: {list}'),
  successorsNone: say('没有候选行业。', 'There is no candidate.'),
  successorsList: say('候选行业', 'Candidates'),
  successors_eligible: say('可行', 'open'),
  successors_conditional: say('有条件', 'on conditions'),
  successors_shut: say('不可行', 'shut'),
  successorsGate_open: say('满足', 'met'),
  successorsGate_shut: say('不满足', 'missed'),
  successorsGate_unknown: say('未知', 'unknown'),
  successorsStranded: say('可能搁浅', 'may strand'),
  successorsScore: say('得分', 'Score'),
  successorsKnown: say('已知权重 {share}', '{share} of the weights known'),
  successorsBar: say('{name} 得分构成：{parts}', 'Parts of the score of {name}: {parts}'),
  successorsConditions: say('条件', 'Conditions'),
  successorsNoGates: say('没有列出条件。', 'No condition is named.'),
  successorsWithout: say('剔除 {list} 后：第 {rank} 位', 'without {list}: rank {rank}'),
  successorsThere: say('剔除 {list} 后：已具优势', 'without {list}: there already'),
  successorsParts: say('得分表', 'Scores as a table'),
  successorsCsv: say('下载候选与条件 CSV', 'Download candidates and conditions (CSV)'),
  successorsSource: say('要求：{needs}；现状：{has}', 'Asked by: {needs}. Found in: {has}'),
  successorsOfCity: say('可以接续的行业及条件', 'What could follow, and on what conditions'),
  method_successors: say('接续产业', 'Successor industries'),
};
