import type { Language, Text } from '../base/index.js';
import { accessWords } from './words-access.js';
import { assessmentWords } from './words-assessment.js';
import { carbonWords } from './words-carbon.js';
import { chainWords } from './words-chain.js';
import { cityWords } from './words-city.js';
import { cityPlanWords } from './words-city-plan.js';
import { claimWords } from './words-claims.js';
import { compareWords } from './words-compare.js';
import { complexityWords } from './words-complexity.js';
import { componentWords } from './words-components.js';
import { decisionWords } from './words-decisions.js';
import { disorderWords } from './words-disorder.js';
import { distressWords } from './words-distress.js';
import { estateWords } from './words-estates.js';
import { exportWords } from './words-exports.js';
import { findingWords } from './words-findings.js';
import { laboratoryWords } from './words-laboratory.js';
import { layerWords } from './words-layers.js';
import { ledgerWords } from './words-ledger.js';
import { linkagesWords } from './words-linkages.js';
import { matchWords } from './words-match.js';
import { methodWords } from './words-methods.js';
import { planningWords } from './words-planning.js';
import { renewalWords } from './words-renewal.js';
import { restorationWords } from './words-restoration.js';
import { roadmapWords } from './words-roadmap.js';
import { roundWords } from './words-rounds.js';
import { subsidenceWords } from './words-subsidence.js';
import { successorWords } from './words-successors.js';
import { sumWords } from './words-sum.js';
import { transferWords } from './words-transfer.js';
import { vacantLandWords } from './words-vacant-land.js';
import { webhookWords } from './words-webhooks.js';
import { zonalWords } from './words-zonal.js';

/** A word in Chinese and English; a missing one is a type error. */
function say(zh: string, en: string): Text {
  return { zh, en };
}

const pageWords = {
  product: say('afterlode', 'afterlode'),
  tagline: say('资源型城市决策支持', 'Decision support for resource-based cities'),
  skip: say('跳到正文', 'Skip to content'),
  navigation: say('主导航', 'Main navigation'),
  overview: say('总览', 'Overview'),
  compare: say('分组比较', 'Compare'),
  methods: say('方法', 'Methods'),
  tables: say('数据', 'Data'),
  otherLanguage: say('English', '中文'),
  switchLanguage: say('Switch to English', '切换到中文'),
  footer: say(
    'afterlode {version} · 目录 {catalog} · 数据包 {pack}',
    'afterlode {version} · catalog {catalog} · data pack {pack}',
  ),
  apiDescription: say('接口说明', 'API description'),

  loading: say('正在读取', 'Loading'),
  retry: say('再试一次', 'Try again'),
  close: say('关闭', 'Close'),
  failed: say('没有得到结果', 'No result'),
  noAnswer: say('服务器没有应答。', 'The server did not answer.'),
  noAnswerRemedy: say(
    '请确认 afterlode serve 仍在运行，然后再试一次。',
    'Make sure that afterlode serve is still running, then try again.',
  ),
  remedy: say('怎么办：', 'What to do: '),
  code: say('代码', 'Code'),
  notFound: say('没有这个页面', 'There is no such page'),
  notFoundText: say('地址 {path} 不对应任何页面。', 'The address {path} leads to no page.'),
  toOverview: say('回到总览', 'Back to the overview'),
  noData: say('无数据', 'No data'),
  all: say('全部', 'All'),
  none: say('无', 'None'),
  fileGone: say('文件已不在原处，请重新选择。', 'The file is no longer there; choose it again.'),
  listComma: say('、', ', '),
  yes: say('是', 'Yes'),
  no: say('否', 'No'),

  overviewTitle: say('{n} 个资源型城市', '{n} resource-based cities'),
  search: say('搜索', 'Search'),
  searchHint: say('中文、拼音、英文或代码', 'Name, pinyin or code'),
  period: say('年份', 'Year'),
  index: say('综合指数', 'Index'),
  colourBy: say('着色', 'Colour by'),
  byScore: say('得分', 'Score'),
  byType: say('官方类型', 'Official type'),
  byResource: say('主要资源', 'Main resource'),
  byLight: say('最差的信号灯', 'Worst light'),
  type: say('官方类型', 'Official type'),
  resource: say('资源', 'Resource'),
  level: say('层级', 'Level'),
  batch: say('枯竭批次', 'Batch'),
  anyBatch: say('任一批次', 'Any batch'),
  noBatch: say('不在名单', 'Not listed as exhausted'),
  batchNumber: say('第{n}批', 'Batch {n}'),
  batchShort: say('{n}批', '{n}'),
  province: say('省份', 'Province'),
  filters: say('筛选', 'Filters'),
  clearFilters: say('清除筛选', 'Clear filters'),
  shown: say('显示 {n} / {all}', '{n} of {all} shown'),
  nothingFound: say('没有符合条件的城市。', 'No city meets these conditions.'),
  download: say('下载 CSV', 'Download CSV'),
  downloadHint: say('下载当前筛选出的列表', 'Download the list as filtered'),

  rank: say('位次', 'Rank'),
  rankInterval: say('位次区间 {low}–{high}', 'rank interval {low}–{high}'),
  city: say('城市', 'City'),
  score: say('得分', 'Score'),
  coverage: say('数据覆盖', 'Coverage'),
  population: say('人口', 'Population'),
  lights: say('信号灯', 'Lights'),
  lightCounts: say(
    '绿 {green} · 黄 {yellow} · 红 {red} · 无数据 {none}',
    '{green} green · {yellow} yellow · {red} red · {none} no data',
  ),
  ranked: say('按位次排列的城市', 'Cities by rank'),
  bestFirst: say('得分高者在前', 'Highest score first'),
  worstFirst: say('得分低者在前', 'Lowest score first'),
  order: say('排序', 'Order'),

  map: say('地图', 'Map'),
  mapLabel: say(
    '{n} 个城市的地图。方向键移动，回车打开。',
    'Map of {n} cities. Arrow keys move, Enter opens.',
  ),
  mapCaption: say(
    '{index}，{period} 年；目录 {catalog}。底图：Natural Earth 1:5000 万，只绘陆地，不绘边界。',
    '{index}, {period}; catalog {catalog}. Base: Natural Earth 1:50m, land only, no boundaries.',
  ),
  zoomIn: say('放大', 'Zoom in'),
  zoomOut: say('缩小', 'Zoom out'),
  zoomReset: say('恢复全图', 'Whole map'),
  legend: say('图例', 'Legend'),
  sizeByPopulation: say('大小表示人口', 'Size by population'),

  registerTotals: say('名录合计', 'Totals of the register'),
  listed: say('列入名单', 'On the list'),
  exhausted: say('资源枯竭城市', 'Resource-exhausted cities'),
  totalsNote: say(
    '类型与批次为官方认定，与计算结果分开列出。',
    'Types and batches are official labels, kept apart from computed results.',
  ),
  differences: say('与官方合计不一致之处', 'Where the rows differ from official totals'),
  officialCount: say('官方 {official}，名录 {counted}', 'official {official}, counted {counted}'),

  why: say('这个数字从哪里来？', 'Why this number?'),
  whyOpen: say('{value}：查看来源', '{value}: show its sources'),
  copyAddress: say('复制地址', 'Copy address'),
  copied: say('已复制', 'Copied'),
  expandAll: say('全部展开', 'Open all'),
  collapseAll: say('全部收起', 'Close all'),
  inputs: say('{n} 个输入', '{n} inputs'),
  oneInput: say('1 个输入', '1 input'),
  source: say('来源', 'Source'),
  file: say('文件', 'File'),
  locator: say('位置', 'Place'),
  repository: say('仓库', 'Repository'),
  primarySource: say('原始来源', 'Primary source'),
  licence: say('许可', 'Licence'),
  checksum: say('校验和', 'Checksum'),
  method: say('方法页', 'Method'),
  references: say('参考文献', 'References'),
  kindComputation: say('计算', 'Computed'),
  kindSource: say('来源', 'Source'),
  kindJudgement: say('人工判断', 'Judgement'),
  kindParameter: say('参数', 'Parameter'),
  kindMissing: say('缺失', 'Missing'),
} satisfies Record<string, Text>;

export const words = {
  ...pageWords,
  ...cityWords,
  ...methodWords,
  ...componentWords,
  ...decisionWords,
  ...claimWords,
  ...laboratoryWords,
  ...ledgerWords,
  ...findingWords,
  ...matchWords,
  ...assessmentWords,
  ...webhookWords,
  ...compareWords,
  ...layerWords,
  ...zonalWords,
  ...planningWords,
  ...renewalWords,
  ...chainWords,
  ...distressWords,
  ...linkagesWords,
  ...restorationWords,
  ...roadmapWords,
  ...roundWords,
  ...complexityWords,
  ...successorWords,
  ...subsidenceWords,
  ...sumWords,
  ...disorderWords,
  ...estateWords,
  ...exportWords,
  ...vacantLandWords,
  ...carbonWords,
  ...cityPlanWords,
  ...transferWords,
  ...accessWords,
} satisfies Record<string, Readonly<Record<Language, string>>>;

export type WordKey = keyof typeof words;
