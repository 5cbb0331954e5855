import type { Text } from '../base/index.js';

/** Sentences of the sections on type, people, work, carbon, claims and evidence; `say` fills their places. */
export const storySentences = {
  who: {
    en: '{name} ({province}, {level}) is officially a {type} resource-based city, {batch}. Resource: {resources}.',
    zh: '{name}（{province}，{level}）官方类型为{type}，{batch}。资源：{resources}。',
  },
  inBatch: { en: 'on the list of exhausted cities: {batch}', zh: '列入资源枯竭城市名单：{batch}' },
  inNoBatch: { en: 'not on the list of exhausted cities', zh: '未列入资源枯竭城市名单' },
  whoUnlisted: {
    en: '{name} ({province}, {level}) is not on the official list of resource-based cities.',
    zh: '{name}（{province}，{level}）不在官方资源型城市名单上。',
  },
  people: {
    en: 'Residents {to}: {last}; {change} since {from} on the boundary of {to}: {grade}.',
    zh: '{to} 年常住人口 {last}，按 {to} 年区划计，比 {from} 年变化 {change}，属{grade}。',
  },
  peopleOwn: {
    en: 'Residents {to}: {last}; {change} since {from}, no boundary change on record: {grade}.',
    zh: '{to} 年常住人口 {last}，比 {from} 年变化 {change}（其间无区划变动记录），属{grade}。',
  },
  peopleOpen: {
    en: 'Residents {to}: {last}. The area changed since {from} and no count stands on one boundary: no verdict.',
    zh: '{to} 年常住人口 {last}。{from} 年以来区划有变，又无同一区划的数据，不作判断。',
  },
  annexed: {
    en: 'The two censuses as they stand would say {change}: land was annexed, and people with it. That is no growth.',
    zh: '直接比较两次普查为 {change}：其间并入了区域及其人口，不是增长。',
  },
  dependence: {
    en: 'Mining holds {last} of the employed ({first} in {from}), {quotient} times the share of the country.',
    zh: '采矿业占就业 {last}（{from} 年为 {first}），是全国比重的 {quotient} 倍。',
  },
  dependenceMoved: {
    en: 'Mining holds {last} of the employed, {quotient} times the share of the country; the share of {from} ({first}) is that of a smaller or other area and does not compare.',
    zh: '采矿业占就业 {last}，是全国比重的 {quotient} 倍；{from} 年的 {first} 是区划变动前的范围，不可比。',
  },
  upgradeFalse: {
    en: 'Services by industry ({of}) rose from {first} to {last}, but industry changed by {industry} and services by {services}: false upgrading.',
    zh: '第三产业与第二产业的{of}之比由 {first} 升至 {last}，但第二产业{of}变化 {industry}，第三产业{of}变化 {services}：属虚假高级化。',
  },
  upgradePartly: {
    en: 'Services by industry ({of}) rose from {first} to {last}: services changed by {services}, industry by {industry}. The rise is partly decline.',
    zh: '第三产业与第二产业的{of}之比由 {first} 升至 {last}：第三产业{of}变化 {services}，第二产业{of}变化 {industry}，上升部分源于第二产业萎缩。',
  },
  upgradeGrowth: {
    en: 'Services by industry ({of}) rose from {first} to {last} since services grew: {services}, industry {industry}.',
    zh: '第三产业与第二产业的{of}之比由 {first} 升至 {last}，由第三产业带动：第三产业{of}变化 {services}，第二产业{of}变化 {industry}。',
  },
  silent: {
    en: 'The data have nothing of {period} on: {list}. Score, rank and lights do not speak of these; where figures stand below, they are of an earlier year.',
    zh: '以下方面没有 {period} 年的数据：{list}。得分、排名和亮灯均不涉及；下文如有数值，为更早年份。',
  },
  setsPassed: {
    en: '{passed} of the {decided} sets that could be tested ({of} in all)',
    zh: '可检验的 {decided} 组中通过 {passed} 组（共 {of} 组）',
  },
  between: { en: 'between {types}', zh: '介于{types}之间' },
  fillType: { en: 'Would be known with: {list}.', zh: '补齐以下数据即可判断：{list}。' },
  ends: { en: '{first} → {last}', zh: '{first} → {last}' },
  aYear: { en: '{change} ({annual} a year)', zh: '{change}（年均 {annual}）' },
  graded: { en: '{grade}; confidence {sure}', zh: '{grade}；把握{sure}' },
  losing: {
    en: '{form}: {losing} of {counted} counties and districts lose people',
    zh: '{form}：{counted} 个县（市、区）中 {losing} 个人口减少',
  },
  advised: { en: '{aim}, because: {reasons}', zh: '{aim}；理由：{reasons}' },
  missing: {
    en: 'Missing, and left out above: {list}. They are filled by a table with the columns city, period, indicator, value, unit (`afterlode import FILE --layout long`); what to write under indicator stands in brackets.',
    zh: '缺少以下数据，相应结果从缺：{list}。补数方法：按 city, period, indicator, value, unit 五列填表后导入（`afterlode import 文件 --layout long`），indicator 一列填括号中的编号。',
  },
  lacking: { en: '{label} ({id})', zh: '{label}（{id}）' },
  keptBy: { en: '{label} ({id}; {keeper})', zh: '{label}（{id}；{keeper}）' },
  gap: {
    en: 'employment rate {gap} points off that of the country in {from}',
    zh: '{from} 年就业率与全国相差 {gap} 个百分点',
  },
  replaced: {
    en: '{ratio}: sampled jobs outside farming and mining +{gained}, in mining −{lost}',
    zh: '{ratio}（长表样本：农业与采矿业之外净增 {gained}，采矿业减少 {lost}）',
  },
  notReplaced: {
    en: 'none: sampled jobs outside farming and mining fell too, while mining lost {lost}',
    zh: '无（长表样本：采矿业减少 {lost}，农业与采矿业之外的岗位也没有净增）',
  },
  newFactors: {
    en: 'only {share} of the parts are known ({index} of the country); that does not stand for the whole',
    zh: '只有 {share} 的分项有数据（为全国的 {index}），不代表整体',
  },
  newFactorsWhole: { en: '{index} of the country', zh: '为全国的 {index}' },
  noCarbon: {
    en: 'No inventory of carbon dioxide has been imported for this city: nothing is said of emissions, decoupling or peak.',
    zh: '未导入该市二氧化碳排放清单，因此不给出排放、脱钩和达峰的任何结论。',
  },
  partCarbon: {
    en: 'Carbon dioxide is known in part, output or people of the same years are not: drivers and decoupling are left out.',
    zh: '已有部分排放数据，但缺同期产出或人口，驱动因素与脱钩从缺。',
  },
  noClaims: {
    en: 'No published claim of the catalog is about this city.',
    zh: '目录中没有涉及该市的公开说法。',
  },
  noFollowed: {
    en: 'Nobody has opened a finding of this city in the ledger.',
    zh: '台账中尚无该市立项跟踪的问题。',
  },
  due: { en: '{day}, overdue', zh: '{day}，已逾期' },
  checked: { en: '{period}: {result}', zh: '{period} 年：{result}' },
} as const satisfies Record<string, Text>;
