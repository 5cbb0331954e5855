import type { Text } from '../../src/base/index.js';
import { field } from './csv.js';
import type { SourceRow } from './types.js';

/** A doubt about one field of a register row, in the words of the register's own account. */
export interface DoubtEntry {
  readonly field: string;
  readonly text: Text;
}

const memoryCounties = [
  '青龙 易县 涞源 曲阳 宽甸 义县 汪清 武义 青田 颍上 平潭 东山 星子 大余 万年 昌乐 保康 神农架 宁乡 桃江 花垣 连平 隆安',
  '龙胜 藤县 象州 昌江 琼中 陵水 乐东 铜梁 荣昌 垫江 城口 奉节 云阳 秀山 开阳 修文 遵义县 松桃 曲松 潼关 略阳 洛南',
  '玛曲 大通 中宁 拜城 鄯善',
]
  .join(' ')
  .split(' ');
const memoryDistricts = '井陉矿区 石拐区 二道江区 贾汪区 淄川区 平桂管理区 红古区'.split(' ');
const memoryBatch = [...memoryDistricts, '汪清', '大余', '昌江', '潼关'];
const uncertainKinds: Readonly<Record<string, Text>> = {
  大冶市: { zh: '铁与铜并存，可归黑色或有色', en: 'iron and copper, could be ferrous or nonferrous' },
  黄石市: { zh: '铁与铜并存，可归黑色或有色', en: 'iron and copper, could be ferrous or nonferrous' },
  韶关市: { zh: '铅锌为主，也有煤与铁矿', en: 'lead and zinc, also coal and iron ore' },
  泸州市: { zh: '天然气与煤，可归其他、煤或油', en: 'natural gas and coal, could be other, coal or oil' },
  二道江区: {
    zh: '煤，因区内钢铁厂也可归黑色',
    en: 'coal, or ferrous for the steel works in the district',
  },
  白山市: { zh: '煤，也有森工', en: 'coal, also forest' },
};
const oilUnits = '盘锦市 玉门市 潜江市 濮阳市'.split(' ');
const namedForest = '五大连池市 阿尔山市 敦化市'.split(' ');
const doubtfulPoints: Readonly<Record<string, Text>> = {
  安阳县: {
    zh: '2013年县政府驻安阳市区内，坐标约略',
    en: 'approximate: in 2013 its government stood inside Anyang city',
  },
  杨家杖子开发区: {
    zh: '对照资料中没有，误差约5公里以内',
    en: 'not in the reference list, within about 5 km',
  },
  本溪市: { zh: '旧城中心，政府已迁', en: 'old centre, the government has moved' },
  宝鸡市: { zh: '旧城中心，政府已迁', en: 'old centre, the government has moved' },
};
const memory: Text = {
  zh: '仅凭记忆与官方总数，未见点名的外部名单',
  en: 'rests on memory and on the official totals, no outside list that names it was found',
};

/** All doubts about a listed unit; `exhausted` is its row in the list of exhausted cities, if it has one. */
export function doubtsOf(row: SourceRow, exhausted: SourceRow | undefined): readonly DoubtEntry[] {
  return [
    ...membership(row),
    ...batch(row, exhausted),
    ...kind(row, exhausted),
    ...resource(row),
    ...place(row),
  ];
}

/** `field: zh | en; field: zh | en`; neither text may contain the signs that divide them. */
export function doubtsText(doubts: readonly DoubtEntry[]): string {
  return doubts
    .map((doubt) => {
      for (const text of [doubt.text.zh, doubt.text.en]) {
        if (/[;|]/.test(text)) throw new Error(`a doubt with ; or |: ${text}`);
      }
      return `${doubt.field}: ${doubt.text.zh} | ${doubt.text.en}`;
    })
    .join('; ');
}

/** Names of the doubt lists that fit no row or more than one: a guard against slips in this file. */
export function unmatchedNames(rows: readonly SourceRow[]): readonly string[] {
  const counties = rows.filter((row) => field(row, 'level') === 'county');
  const names = rows.map((row) => field(row, 'name_zh'));
  const once = (list: readonly string[], name: string) =>
    list.filter((one) => one.startsWith(name)).length === 1;
  return [
    ...memoryCounties.filter(
      (name) =>
        !once(
          counties.map((row) => field(row, 'name_zh')),
          name,
        ),
    ),
    ...[
      ...memoryDistricts,
      ...Object.keys(uncertainKinds),
      ...oilUnits,
      ...namedForest,
      ...Object.keys(doubtfulPoints),
    ].filter((name) => !names.includes(name)),
  ];
}

function membership(row: SourceRow): readonly DoubtEntry[] {
  const name = field(row, 'name_zh');
  const county = field(row, 'level') === 'county';
  const found: DoubtEntry[] = [];
  if (memoryDistricts.includes(name) || (county && memoryCounties.some((one) => name.startsWith(one)))) {
    found.push({ field: 'membership', text: memory }, { field: 'type', text: memory });
  }
  if (name === '安阳县') found.push({ field: 'type', text: memory });
  if (name === '黑河市') {
    const text = {
      zh: '一篇英文网文称其为衰退型，名单转录与此处均为成熟型',
      en: 'one English web article calls it declining, the transcription of the list and this file have mature',
    };
    found.push({ field: 'type', text });
  }
  return found;
}

function batch(row: SourceRow, exhausted: SourceRow | undefined): readonly DoubtEntry[] {
  if (exhausted === undefined) return [];
  const name = field(row, 'name_zh');
  if (field(exhausted, 'batch') === '3' && memoryBatch.some((one) => name.startsWith(one))) {
    return [{ field: 'batch', text: memory }];
  }
  if (name !== '大兴安岭地区') return [];
  const text = {
    zh: '第一批中唯一未见点名者',
    en: 'the only unit of batch 1 that was not seen named in a source',
  };
  return [{ field: 'batch', text }];
}

function kind(row: SourceRow, exhausted: SourceRow | undefined): readonly DoubtEntry[] {
  if (exhausted === undefined) return [];
  const name = field(row, 'name_zh');
  const uncertain = uncertainKinds[name];
  const found: DoubtEntry[] = uncertain === undefined ? [] : [{ field: 'batch_kind', text: uncertain }];
  if (oilUnits.includes(name)) {
    const text = {
      zh: '官方石油类为3个，此处4个，四者之一或另归他类',
      en: 'the official count of oil is 3 against 4 here, so one of these four may be counted elsewhere',
    };
    found.push({ field: 'batch_kind', text });
  }
  return found;
}

function resource(row: SourceRow): readonly DoubtEntry[] {
  const found: DoubtEntry[] = [];
  if (field(row, 'resource') === 'forest' && !namedForest.includes(field(row, 'name_zh'))) {
    const text = {
      zh: '规划附表以星号标森工城市，未能读到，此为判断',
      en: 'the annex marks forest cities with an asterisk that could not be read, so this is a judgement',
    };
    found.push({ field: 'resources', text });
  }
  if (field(row, 'resource_confidence') === 'low') {
    const text = {
      zh: '主要资源为判断，其他资料可能不同',
      en: 'the principal resource is a judgement, other sources may differ',
    };
    found.push({ field: 'resources', text });
  }
  return found;
}

function place(row: SourceRow): readonly DoubtEntry[] {
  const found: DoubtEntry[] = [];
  const point = doubtfulPoints[field(row, 'name_zh')];
  if (point !== undefined) found.push({ field: 'point', text: point });
  if (field(row, 'adcode') !== field(row, 'current_adcode_2020')) {
    const text = {
      zh: '代码变更年份据一般知识',
      en: 'the year in which the code changed is from general knowledge',
    };
    found.push({ field: 'adcode', text });
  }
  if (['杨家杖子开发区', '平桂管理区', '万盛经济开发区'].includes(field(row, 'name_zh'))) {
    const text = {
      zh: '无独立代码，所列为2013年所属单位的代码',
      en: 'no code of its own, the code is that of the unit that contained it in 2013',
    };
    found.push({ field: 'adcode', text });
  }
  return found;
}
