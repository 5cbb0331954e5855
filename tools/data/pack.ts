import { stringify } from 'yaml';
import type { Text } from '../../src/base/index.js';

interface Total {
  readonly official: number;
  /** Entry of the catalog's references; null where no source that states the total was read. */
  readonly reference: string | null;
  readonly text: Text;
}

const taken: Text = {
  zh: '国务院规划的分类总数；本次阅读的资料中没有载明，按通行数采用。',
  en: 'Total by type of the plan; no source read here states it, it was taken as given.',
};
const level: Text = { zh: '规划正文载明的数目。', en: 'As stated in the text of the plan.' };
const kind: Text = {
  zh: '国家公布的69个资源枯竭城市按资源分类的数目；没有读到逐市分类的资料，各市归类为本库自定。',
  en: 'Official split of the 69 exhausted cities by resource; no source with a kind per city was found, the kinds of the rows are our own assignment.',
};
const ferrous: Text = {
  zh: '官方6个，此处5个（弓长岭、大冶、黄石、新余、昌江）。官方另把哪一市计入黑色冶金类未知；大冶、黄石、韶关、二道江的归类均不确定。',
  en: 'Officially 6, here 5 (Gongchangling, Daye, Huangshi, Xinyu, Changjiang). Which other city the official count places here is not known; Daye, Huangshi, Shaoguan and Erdaojiang are uncertain.',
};
const oil: Text = {
  zh: '官方3个，此处4个（盘锦、玉门、潜江、濮阳均依油田而立）。官方把其中哪一市另归他类未知。',
  en: 'Officially 3, here 4 (Panjin, Yumen, Qianjiang and Puyang all live on oil fields). Which of them the official count places elsewhere is not known.',
};
const other: Text = {
  zh: '官方“其他”9个，此处为森工6个加其他3个。',
  en: 'Officially 9 others; here 6 forest and 3 other.',
};
const batch = (zh: string, en: string): Text => ({ zh, en });

const plan = 'sc-2013-45';

/** Official totals by dotted name; `a+b` is the sum of two classes. The program counts the rows itself and shows differences. */
const totals: Readonly<Record<string, Total>> = {
  listed: { official: 262, reference: plan, text: level },
  'level.prefecture': { official: 126, reference: plan, text: level },
  'level.county-city': { official: 62, reference: plan, text: level },
  'level.county': { official: 58, reference: plan, text: level },
  'level.district': { official: 16, reference: plan, text: level },
  'type.growing': { official: 31, reference: plan, text: taken },
  'type.mature': { official: 141, reference: plan, text: taken },
  'type.declining': { official: 67, reference: plan, text: taken },
  'type.regenerating': { official: 23, reference: plan, text: taken },
  'batch.1': {
    official: 12,
    reference: 'exhausted-batch-1',
    text: batch(
      '2008年3月第一批，含大兴安岭等典型资源型地区。',
      'Batch 1, March 2008, with Daxinganling as a typical resource area.',
    ),
  },
  'batch.2': {
    official: 32,
    reference: 'exhausted-batch-2',
    text: batch(
      '2009年3月第二批；公告把万盛区计入地级9个、万山特区计入县级市17个。',
      'Batch 2, March 2009; the announcement counts Wansheng among its 9 prefecture-level and Wanshan among its 17 county-level cities.',
    ),
  },
  'batch.3': {
    official: 25,
    reference: 'exhausted-batch-3',
    text: batch(
      '2011年11月第三批；有的资料记为2012年，即拨款起始年。',
      'Batch 3, November 2011; some sources date it to 2012, when funding began.',
    ),
  },
  'kind.coal': { official: 37, reference: null, text: kind },
  'kind.nonferrous': { official: 14, reference: null, text: kind },
  'kind.ferrous': { official: 6, reference: null, text: ferrous },
  'kind.oil': { official: 3, reference: null, text: oil },
  'kind.forest+other': { official: 9, reference: null, text: other },
};

/** `data/pack.yaml` of the Chinese pack. */
export function packText(id: string): string {
  const pack = {
    id,
    title: { zh: '中国资源型城市', en: "China's resource-based cities" },
    note: {
      zh: '2013年规划所列262个资源型城市；规划附件原文未能通读，名单凭记忆写出后与多种资料核对，逐行疑点见 register/cities.csv 的 doubts 列。',
      en: 'The 262 resource-based cities of the plan of 2013; its annex could not be read in full, so the list was written from memory and compared with several sources. Doubts stand row by row in the column doubts of register/cities.csv.',
    },
    code_years: ['2010', '2020'],
    default_parent: '100000',
    size_indicator: 'population',
    levels: {
      prefecture: { zh: '地级行政区', en: 'Prefecture-level city or prefecture' },
      'county-city': { zh: '县级市', en: 'County-level city' },
      county: { zh: '县、自治县、林区', en: 'County, autonomous county or forestry district' },
      district: { zh: '市辖区、开发区、管理区', en: 'District, development zone or administrative district' },
    },
    totals,
  };
  return `# Written by tools/data/build.ts.\n${stringify(pack, { lineWidth: 0 })}`;
}
