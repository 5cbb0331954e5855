import type { Text } from '../../src/base/index.js';

/** What readers of the yearbook table must know. */
export const yearbookNote: Text = {
  zh: '286个城市，各市年份不齐。原表有18市的行错位一年（合肥2004年实为2005年，依次至2012年为2004年；大同、晋城相反），共116个市年，凭地区生产总值逐行认出并移到所属年份，每格标year-corrected，original为原表该年所列之数。佛山2010年有两行：原列2009年者其生产总值即2010年，采用；原列2010年者与任何一年都不符，未采用，见original。平凉2005年与任何一年都不符，保留并标疑。与前后两条均差三倍以上的格（外资除外）标疑。地区生产总值为当年发布数，与另一份年鉴转录在1%以内一致。',
  en: '286 cities, unbalanced. In 18 cities the rows of the sheet are rotated by one year (Hefei 2004 holds 2005 and so on to 2012, which holds 2004; Datong and Jincheng the other way round): 116 city-years, found row by row by their GDP and put into the year they belong to; each cell is marked year-corrected and original is what the sheet prints for that year. Foshan 2010 has two rows: the one printed under 2009 has the GDP of 2010 and is used; the one printed under 2010 fits no year and is left out, see original. Pingliang 2005 fits no year and is kept with a doubt. Cells that differ from both neighbours by more than a factor of three are marked doubtful (foreign investment apart). GDP is as first published; it agrees within 1% with another copy of the yearbook.',
};

const jumps = (zh: string, en: string): Text => ({ zh, en });

/** Notes of single columns, by name. */
export const columnNotes: Readonly<Record<string, Text>> = {
  industrial_output: jumps(
    '规模以上工业总产值；口径随规模标准变动（2011年起为2000万元），有50余处升降超过三倍',
    'Gross output of industry above designated size; the size limit changes (20 million yuan from 2011), and more than 50 changes exceed a factor of three',
  ),
  fdi_used: jumps(
    '实际使用外资；年际起伏大，450余处升降超过三倍，口径各省不一；0可能是缺数',
    'Foreign investment used; volatile, with more than 450 changes above a factor of three; definitions differ by province; 0 may be a gap',
  ),
  population_registered_year_end: jumps(
    '年末户籍人口，不是常住人口；约26处升降超过三倍，多为范围变动',
    'Registered population at the end of the year, not residents; about 26 changes exceed a factor of three, mostly changes of scope',
  ),
  hospitals: jumps(
    '医院与卫生院；统计口径有变，约26处升降超过三倍',
    'Hospitals and health centres; the definition changes, and about 26 changes exceed a factor of three',
  ),
  so2_industrial: jumps(
    '工业二氧化硫排放量；有110余处升降超过三倍',
    'Industrial emission of sulphur dioxide; more than 110 changes exceed a factor of three',
  ),
};
