import { join } from 'node:path';
import type { Text } from '../../src/base/index.js';
import { csvText, field, readCsv } from './csv.js';
import type { SourceRow } from './types.js';

type Scope = 'whole' | 'districts' | 'identity';

interface Break {
  readonly code: string;
  readonly year: string;
  readonly scope: Scope;
  readonly text: Text;
}

/** Breaks that the source lacks; the last words say how each is known. */
const added: readonly Break[] = [
  {
    code: '340800',
    year: '2015',
    scope: 'whole',
    text: {
      zh: '枞阳县划归铜陵市（原表缺此条，据两次普查区划补）',
      en: 'Zongyang County went to Tongling (missing in the source, added from the boundaries of both censuses)',
    },
  },
  {
    code: '371200',
    year: '2019',
    scope: 'identity',
    text: {
      zh: '并入济南市，为莱芜、钢城两区',
      en: 'became part of Jinan as the districts Laiwu and Gangcheng',
    },
  },
  {
    code: '500110',
    year: '2011',
    scope: 'identity',
    text: {
      zh: '代码500110在2011年前为万盛区，其后为綦江区（含万盛）',
      en: 'the code 500110 was Wansheng until 2011 and is Qijiang, which contains it, since',
    },
  },
  {
    code: '500111',
    year: '2011',
    scope: 'identity',
    text: {
      zh: '代码500111在2011年前为双桥区，其后为大足区（含双桥）',
      en: 'the code 500111 was Shuangqiao until 2011 and is Dazu, which contains it, since',
    },
  },
  {
    code: '520321',
    year: '2016',
    scope: 'whole',
    text: {
      zh: '遵义县改为播州区，部分地域划归邻区（据登记表备注，年份据一般知识）',
      en: 'Zunyi County became Bozhou District and part of it went to neighbouring districts (from the note of the register; year from general knowledge)',
    },
  },
];

const source = 'data/open/boundary_breaks_1999_2020.csv';

/** `register/breaks.csv`: one row for each year and kind of change of a unit. */
export function breaksText(shared: string, units: ReadonlyMap<string, unknown>): string {
  const found = readCsv(join(shared, source)).flatMap(breaksOf);
  const all = [...found, ...added].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const one of all) {
    if (!units.has(one.code)) throw new Error(`a break at ${one.code}, which is no unit`);
  }
  if (new Set(all.map(keyOf)).size !== all.length) throw new Error('a break comes twice');
  return csvText(
    ['code', 'year', 'scope', 'zh', 'en'],
    all.map((one) => [one.code, one.year, one.scope, one.text.zh, one.text.en]),
  );
}

function breaksOf(row: SourceRow): readonly Break[] {
  const count = (name: string) => Number(field(row, name));
  const place = { code: field(row, 'adcode'), year: field(row, 'year') };
  const jumps = count('district_jump_count');
  const merges = count('district_merge_count');
  const found: Break[] = [];
  if (count('whole_city_break_count') > 0) found.push({ ...place, scope: 'whole', text: whole });
  if (jumps + merges > 0) found.push({ ...place, scope: 'districts', text: districts(jumps, merges) });
  if (count('sample_entry_flag') > 0) found.push({ ...place, scope: 'identity', text: entry });
  if (found.length === 0) throw new Error(`a break without a kind: ${place.code} ${place.year}`);
  return found;
}

function districts(jumps: number, merges: number): Text {
  const zh = [
    jumps > 0 ? `县市改区等市辖区范围变动${jumps}处` : '',
    merges > 0 ? `市辖区合并${merges}处` : '',
  ];
  const en = [
    jumps > 0 ? `changes of the urban districts' extent: ${jumps}` : '',
    merges > 0 ? `mergers of districts: ${merges}` : '',
  ];
  const joined = (parts: readonly string[], sign: string) => parts.filter((part) => part !== '').join(sign);
  return {
    zh: `${joined(zh, '，')}；全市范围不变`,
    en: `${joined(en, ', ')}; the whole city keeps its area`,
  };
}

const whole = { zh: '全市范围变动', en: 'the area of the whole city changed' };
const entry = { zh: '当年成为地级单位', en: 'became a prefecture-level unit in this year' };

function keyOf(one: Break): string {
  return `${one.code} ${one.year} ${one.scope}`;
}

/** `register/links.csv`: predecessors of the prefecture-level units of 2020 and what to do with their figures. */
export function linksText(shared: string, units: ReadonlyMap<string, unknown>): string {
  const rows = readCsv(join(shared, 'data/open/boundary_links.csv')).map((row) => {
    const code = field(row, 'to_adcode');
    // Successors that had gone again by 2020 have no code in the source.
    if (code !== '' && !units.has(code)) throw new Error(`a link to ${code}, which is no unit`);
    const year = field(row, 'year');
    const fields = ['relation_type', 'automatic_continuity', 'mapping_quality', 'treatment_hint'];
    return [
      field(row, 'from_name'),
      code,
      field(row, 'to_name'),
      // 0 stands for a year that the source does not give.
      year === '0' ? '' : year,
      ...fields.map((name) => field(row, name).toLowerCase()),
    ];
  });
  const heading = [
    'from_name_zh',
    'to_code',
    'to_name_zh',
    'year',
    'relation',
    'continuous',
    'quality',
    'advice',
  ];
  return csvText(heading, rows);
}
