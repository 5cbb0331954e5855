import type { Text } from '../../src/base/index.js';
import type { Source } from './types.js';

const edition: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '2010': { zh: '第六次', en: 'sixth' },
  '2020': { zh: '第七次', en: 'seventh' },
};

/** Title of the census table of a year. */
export function censusTitle(year: string): Text {
  return {
    zh: `${year}年人口普查分县资料（当年区划）`,
    en: `Population census ${year} by county (boundaries of ${year})`,
  };
}

const common: Text = {
  zh: '短表为全数；employed、occupation、not_working、households_sample 及其后各栏出自长表（约十分之一的户），为样本数，未推算，只宜用比重。“其他从业”不含军队。原表中小计行（市辖区等）未收。逐格疑误见 marks.csv。',
  en: 'The short form is a full count. employed, occupation, not_working and households_sample with what follows come from the long form (about one household in ten): they are sample counts, not blown up, so use shares. Occupations leave out the armed forces. Subtotals of the sheets (such as the districts of a city) were left out. Doubts and slips at single cells stand in marks.csv.',
};

const yearly: Readonly<Record<string, Text>> = {
  '2010': {
    zh: '受教育程度为6岁及以上人口，文盲为15岁及以上。行业门类按2017年分类标注：2002年版社会保障在卫生门类，修理在服务门类。流动人口指户口登记地在外乡镇街道者，与2020年口径可比。全国行为各省之和。',
    en: 'Education refers to ages 6 and over, illiteracy to 15 and over. Sections carry the letters of the classification of 2017; in the edition of 2002 social security stood with health and repair with services. Migrants are persons registered in another township, comparable with 2020. The row of the country is the sum of the provinces.',
  },
  '2020': {
    zh: '受教育程度为3岁及以上人口，文盲为15岁及以上。三沙市无长表数据。职业大类与2010年版不同：运输人员由第六类移至第四类。全国行不含现役军人。',
    en: 'Education refers to ages 3 and over, illiteracy to 15 and over. Sansha has no long form. Major groups of occupations differ from 2010: transport workers moved from group 6 to group 4. The row of the country leaves out the armed forces.',
  },
};

/** Note of the census table of a year: what the columns count and what not to do with them. */
export function censusNote(year: string): Text {
  const own = yearly[year] ?? { zh: '', en: '' };
  return { zh: common.zh + own.zh, en: `${common.en} ${own.en}` };
}

/** Boundary state of the census table of a year. */
export function censusBoundary(year: string): Text {
  return {
    zh: `${year}年普查时的行政区划，未与另一普查年对齐`,
    en: `boundaries of the census year ${year}, not aligned with the other census`,
  };
}

/** Where the census tables come from. */
export function censusSource(year: string): Source {
  return {
    repository: 'https://github.com/leiii/census',
    path: `data/census/census_county_${year}_v1.xlsx`,
    commit: 'not recorded',
    primary: {
      zh: `国务院人口普查办公室、国家统计局：${edition[year]?.zh ?? ''}全国人口普查分县资料（${year}年）`,
      en: `Census office of the State Council and National Bureau of Statistics: county volumes of the ${edition[year]?.en ?? ''} national census, ${year}`,
    },
    licence: 'MIT',
    licence_file: 'licenses/leiii_census.txt',
  };
}
