import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of roadmaps. */
export const roadmapWords = {
  roadmap: say('路线图', 'Roadmap'),
  roadmapTitle: say('碳与就业路线图', 'Roadmaps of carbon and jobs'),
  roadmapText: say(
    '选择历年排放、产出与人口的表和情景文件：按本地历史回归或给定路径推算排放，给出达峰年及区间，期内未达峰也如实说明；另给出关闭计划与接续产业时，逐年列出失去岗位、再就业与失业。达峰与中和分开，增速是假设而非预测。',
    'Choose a table of past emissions, output and people, and a file of scenarios: emissions follow by a regression on its own years or by a stated path, with the year of the peak and its interval, or none before the horizon. With a schedule of closures and successors: who loses a job when, who finds one, who is unemployed. Peak and neutrality stay apart; growth is assumed, not foretold.',
  ),
  roadmapTable: say(
    '历年表（CSV：place,year,co2,gdp,population,…）',
    'Years (CSV: place,year,co2,gdp,population,…)',
  ),
  roadmapScenarios: say('情景（YAML）', 'Scenarios (YAML)'),
  roadmapJobs: say('关闭计划（CSV，可选）', 'Closures (CSV, optional)'),
  roadmapSuccessors: say('接续产业（CSV，可选）', 'Successors (CSV, optional)'),
  roadmapMatches: say('工种匹配（CSV，可选）', 'Who fits what (CSV, optional)'),
  roadmapLabour: say('劳动力（CSV，可选）', 'Labour force (CSV, optional)'),
  roadmapCompute: say('推算', 'Compute'),
  roadmapExampleText: say(
    '虚构城市“北坑”：排放按已知弹性加随机误差生成，增速、关闭计划与岗位均为假设（标记 D），不代表任何城市。',
    'Northpit is invented: its emissions were made from known elasticities with chance, and rates, closures and jobs are assumptions (mark D) of no city.',
  ),
  roadmapScenario: say('情景', 'Scenario'),
  roadmapPeak: say('达峰年', 'Peak'),
  roadmapNoPeak: say('{year} 年前未达峰', 'none before {year}'),
  roadmapShare: say('达峰的抽样', 'Draws with a peak'),
  roadmapNeutral: say('中和年', 'Neutral'),
  roadmapEnd: say('期末排放', 'Emissions at the end'),
  roadmapPaths: say('排放路径', 'Paths of emissions'),
  roadmapPath: say('{scenario}：排放，{from}–{to} 年', '{scenario}: emissions, {from} to {to}'),
  roadmapBand: say(
    '浅色为 {confidence} 区间，只含系数的不确定性；不含增速与个别年份的偶然变化。单位同所给的表。',
    'The light band is the {confidence} interval of coefficients only, not of growth or of single years. Unit as in the table.',
  ),
  roadmapCsv: say('下载路径 CSV', 'Download paths (CSV)'),
  roadmapModel: say('回归：{place}', 'Regression: {place}'),
  roadmapModelText: say(
    '岭参数 {k}，R² {r2}；留出年份误差 {error}，假定不变则为 {unchanged}',
    'Ridge {k}, R² {r2}; error in the years left out {error}, if nothing changed {unchanged}',
  ),
  roadmapTerm: say('因素', 'Driver'),
  roadmapCoefficient: say('系数', 'Coefficient'),
  roadmapInterval: say('区间', 'Interval'),
  roadmapVif: say('方差膨胀', 'VIF'),
  roadmapJobsTitle: say('就业', 'Jobs'),
  roadmapLost: say('失去岗位', 'Jobs lost'),
  roadmapGained: say('新增岗位', 'Gained'),
  roadmapRatio: say('替代比', 'Replacement'),
  roadmapReached: say('达标年份', 'Reached'),
  roadmapWaiting: say('尚未再就业', 'Still waiting'),
  roadmapForce: say('劳动力', 'Labour force'),
  roadmapEmployed: say('就业', 'Employed'),
  roadmapUnemployed: say('失业', 'Unemployed'),
  roadmapUnfilled: say('缺工', 'Unfilled'),
  roadmapDoubts: say('提醒', 'Doubts'),
  method_roadmap_carbon: say('碳路线图', 'Roadmap of carbon'),
  method_roadmap_jobs: say('就业路线图', 'Roadmap of jobs'),
};
