import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of linkages. */
export const linkagesWords = {
  linkages: say('部门关联', 'Linkages'),
  linkagesAbout: say(
    '各部门的影响力与感应度；某部门停产时会损失多少产出。',
    'How far sectors pull one another, and what output is lost if one of them stops.',
  ),
  linkagesTitle: say('投入产出：部门关联与停产损失', 'Input–output: linkages and extraction'),
  linkagesText: say(
    '打开即为随附的2020年全国42部门表。可换成自己的流量表与总产出表，或给出分部门就业把全国表折算到本市（FLQ）；折算误差大，故给出区间。停产损失是上限：假定无人另寻客户。',
    'It opens with the shipped national table of 42 sectors of 2020. Choose flows and outputs of your own instead, or jobs by sector to bring the table to a city (FLQ): that is rough, so ranges are given. What is lost is an upper bound: nobody finds other customers.',
  ),
  linkagesFlows: say('流量（CSV：from,to,value）', 'Flows (CSV: from,to,value)'),
  linkagesOutput: say('总产出（CSV：sector,output）', 'Outputs (CSV: sector,output)'),
  linkagesJobs: say(
    '分部门就业（CSV：sector,city,country，可选）',
    'Jobs (CSV: sector,city,country; optional)',
  ),
  linkagesDelta: say('FLQ 指数 δ（0–1，默认 0.3）', 'Exponent δ of FLQ (0 to 1, default 0.3)'),
  linkagesExtract: say('停产部门', 'Sector that stops'),
  linkagesNone: say('（不设）', '(none)'),
  linkagesNational: say('2020年全国42部门表', 'National table of 42 sectors, 2020'),
  linkagesOwn: say('所选文件', 'The chosen files'),
  linkagesCity: say('折算到本市，δ = {delta}', 'brought to the city, δ = {delta}'),
  linkagesBack: say('回到全国表', 'Back to the national table'),
  linkagesExampleText: say(
    '虚构城市“北坑”：分部门就业为人造数据，与任何城市无关；全国表为真实数据。',
    'Northpit is invented: its jobs by sector are made and of no city; the national table is real.',
  ),
  linkagesQuadrants: say('影响力与感应度', 'Influence and sensitivity'),
  linkagesPicture: say(
    '散点图：横轴影响力系数，纵轴感应度系数，均以 1 为均值；右上为关键部门',
    'Scatter: influence across, sensitivity up, both with a mean of 1; key sectors at the upper right',
  ),
  linkagesInfluence: say('影响力', 'Influence'),
  linkagesSensitivity: say('感应度', 'Sensitivity'),
  linkagesBackward: say('后向', 'Backward'),
  linkagesForward: say('前向', 'Forward'),
  linkagesSector: say('部门', 'Sector'),
  linkagesKey: say('关键部门', 'Key sector'),
  linkagesRange: say('影响力区间（δ 0–1）', 'Range of influence (δ 0 to 1)'),
  linkagesPulls: say('带动强、被需要弱', 'pulls, is little pulled'),
  linkagesPulled: say('被需要强、带动弱', 'is pulled, pulls little'),
  linkagesWeak: say('两者均弱', 'weak in both'),
  linkagesSortNote: say(
    '按影响力排列；在上方选择停产部门可看其损失。',
    'By influence. Choose a sector above to see what is lost if it stops.',
  ),
  linkagesLost: say('{sector} 停产', 'If {sector} stops'),
  linkagesTotal: say(
    '损失产出 {total}，占全部的 {share}；其中自身 {own}。单位同所用的表。',
    'Output lost: {total}, {share} of all; {own} of it its own. Unit as in the table.',
  ),
  linkagesTotalRange: say('δ 取 0 至 1 时为 {low} 至 {high}。', 'With δ from 0 to 1: {low} to {high}.'),
  linkagesLostOutput: say('损失产出', 'Output lost'),
  linkagesLostShare: say('占损失', 'Share of the loss'),
  linkagesCsv: say('下载部门 CSV', 'Download sectors (CSV)'),
  linkagesLostCsv: say('下载停产损失 CSV', 'Download what is lost (CSV)'),
  method_linkages: say('部门关联', 'Linkages of sectors'),
};
