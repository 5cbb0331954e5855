import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the comparison of any places and groups. */
export const compareWords = {
  comparedTitle: say('比较地方与分组', 'Compare places and groups'),
  comparedText: say(
    '选择任意地方、分组和指标；本页网址保存全部选择，可以转发。',
    'Choose any places, groups and indicators; the address of this page keeps the choice, so that it can be passed on.',
  ),
  comparedByGroup: say('按分组比较', 'Fixed groups'),
  comparedFixed: say('按固定分组比较一个指标', 'One indicator over fixed groups'),
  comparedAny: say('比较任意地方与分组', 'Compare any places and groups'),
  comparedNothing: say(
    '请选择至少一个指标，以及至少一个地方或分组。',
    'Choose at least one indicator and one place or group.',
  ),
  comparedPlaces: say('地方', 'Places'),
  comparedGroups: say('分组', 'Groups of places'),
  comparedMeasures: say('指标与指数', 'Indicators and indices'),
  comparedAddPlace: say('添加地方（代码、中文名、拼音）', 'Add a place (code, 中文, pinyin)'),
  comparedAddGroup: say('添加分组', 'Add the group'),
  comparedAddMeasure: say('添加指标或指数', 'Add an indicator or index'),
  comparedChoose: say('请选择', 'choose'),
  comparedFound: say('找到的地方', 'Places found'),
  comparedFoundCount: say('找到 {n} 个地方', '{n} places found'),
  comparedOffList: say('不在名单上', 'not on the list'),
  comparedRemove: say('移除 {what}', 'Remove {what}'),
  comparedGroupBy: say('分组方式', 'Group by'),
  comparedWhich: say('类别', 'Which'),
  comparedListName: say('清单名称', 'Name of the list'),
  groupKind_type: say('官方类型', 'official type'),
  groupKind_resource: say('资源', 'resource'),
  groupKind_level: say('层级', 'level'),
  groupKind_batch: say('枯竭城市批次', 'batch of exhausted cities'),
  groupKind_province: say('省份', 'province'),
  groupKind_course: say('人口走势', 'course of the population'),
  groupKind_like: say('某地的同类', 'like a place'),
  groupKind_listed: say('名单内全部', 'all on the list'),
  groupKind_others: say('不在名单上的全部', 'all not on the list'),
  groupKind_list: say('已选地方的自建清单', 'own list of the places chosen'),
  comparedPlaceOrGroup: say('地方或分组', 'Place or group'),
  comparedRank: say('第 {rank} / {ranked}', '{rank} of {ranked}'),
  comparedRankInterval: say('第 {rank}（{low}–{high}）/ {ranked}', '{rank} ({low}–{high}) of {ranked}'),
  comparedTwoAreas: say(
    '该数值比较的是两个不同范围，不参加排名',
    'this value compares two areas and is not ranked',
  ),
  comparedChart: say(
    '{what}：{n} 个地方、{groups} 个分组的变化',
    '{what}: course of {n} places and {groups} groups',
  ),
  comparedEach: say('每个地方一幅小图', 'A small chart for each place'),
  comparedRead: say(
    '线：地方；色带：分组的四分位之间；虚线：分组中位数；‡ 与点线：两期之间区划变更。指数的名次在全部参评城市中，括号为权重变动时的区间；指标的名次在同层级名单城市中，不设区间。缺失值留空。',
    'Line: a place; band: between the quartiles of a group; dashed: its median; ‡ and a dotted line: the area changed between the two values. Ranks of an index are among all ranked cities, in brackets under other weights; those of an indicator among the listed cities of the level, without interval. What is missing stays empty.',
  ),
} satisfies Record<string, Text>;
