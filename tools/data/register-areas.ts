import type { CensusArea, CensusAreas } from './areas.js';
import { field } from './csv.js';
import { shortName } from './names.js';
import type { SourceRow } from './types.js';

/** Where a listed unit's figures stand: area codes by code year; an empty list means no row. */
export type AreasByYear = ReadonlyMap<string, readonly string[]>;

/** Listed units whose rows stand under another code than the register's, with the name found there where it differs. */
interface Exception {
  readonly codes: readonly string[];
  /** Names in the yearbook, in the order of `codes`. */
  readonly names: readonly string[];
}

/** By register code and name, then by code year. Each was looked up by name in the yearbook of that year. */
const exceptions: Readonly<Record<string, Readonly<Record<string, Exception>>>> = {
  '340181 巢湖市': { '2010': { codes: ['341402'], names: ['居巢区'] } },
  '520500 毕节市': { '2010': { codes: ['522400'], names: ['毕节地区'] } },
  '520628 松桃苗族自治县': { '2010': { codes: ['522229'], names: ['松桃苗族自治县'] } },
  '520603 万山区': { '2010': { codes: ['522230'], names: ['万山特区'] } },
  '451102 平桂管理区': {
    '2010': { codes: ['451100~平桂管理区'], names: ['平桂管理区'] },
    '2020': { codes: ['451103'], names: ['平桂区'] },
    register: { codes: [], names: [] },
  },
  '500110 万盛经济开发区': {
    '2010': { codes: ['500110'], names: ['万盛区'] },
    '2020': { codes: [], names: [] },
    register: { codes: [], names: [] },
  },
  '211402 杨家杖子开发区': {
    '2010': { codes: [], names: [] },
    '2020': { codes: [], names: [] },
    register: { codes: [], names: [] },
  },
  '371200 莱芜市': { '2020': { codes: ['370116', '370117'], names: ['莱芜区', '钢城区'] } },
  '360427 星子县': { '2020': { codes: ['360483'], names: ['庐山市'] } },
  '520321 遵义县': { '2020': { codes: ['520304'], names: ['播州区'] } },
  '652201 哈密市': { '2020': { codes: ['650502'], names: ['伊州区'] } },
};

/** Units that share the code of the unit around them get a suffix of their own. */
const suffixes: Readonly<Record<string, string>> = {
  '211402 杨家杖子开发区': '-yangjiazhangzi',
  '451102 平桂管理区': '-pinggui',
  '500110 万盛经济开发区': '-wansheng',
};

/** Id of a listed unit: `cn-230400`. */
export function idOf(row: SourceRow, pack: string): string {
  return `${pack}-${field(row, 'adcode')}${suffixes[keyOf(row)] ?? ''}`;
}

/**
 * Finds the rows of a listed unit in both census years and checks them by name.
 *
 * @throws Error where a code has no row or a row with another name that no exception explains
 */
export function areasOf(row: SourceRow, areas: CensusAreas): AreasByYear {
  const found = new Map<string, readonly string[]>();
  const known = exceptions[keyOf(row)] ?? {};
  for (const [year, rows] of areas) {
    const exception = known[year];
    const codes = exception?.codes ?? [ordinaryCode(row, year)];
    codes.forEach((code, index) => {
      check(row, year, rows.get(code), exception?.names[index]);
    });
    found.set(year, codes);
  }
  const register = known.register;
  if (register !== undefined) found.set('register', register.codes);
  return found;
}

/** `2010=371200 2020=370116+370117`, only for years in which the register's own code does not do. */
export function areasText(row: SourceRow, areas: AreasByYear): string {
  return [...areas]
    .filter(([, codes]) => codes.length !== 1 || codes[0] !== field(row, 'adcode'))
    .map(([year, codes]) => `${year}=${codes.join('+')}`)
    .join(' ');
}

function ordinaryCode(row: SourceRow, year: string): string {
  return year === '2020' ? field(row, 'current_adcode_2020') : field(row, 'adcode');
}

function check(
  row: SourceRow,
  year: string,
  area: CensusArea | undefined,
  expected: string | undefined,
): void {
  const name = field(row, 'name_zh');
  if (area === undefined) throw new Error(`${year}: no row for ${name} ${field(row, 'adcode')}`);
  const fits = expected === undefined ? shortName(area.name) === shortName(name) : area.name === expected;
  if (!fits) throw new Error(`${year}: ${area.code} is ${area.name}, expected ${expected ?? name}`);
}

function keyOf(row: SourceRow): string {
  return `${field(row, 'adcode')} ${field(row, 'name_zh')}`;
}
