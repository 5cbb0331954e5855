import { distance } from 'fastest-levenshtein';
import { AfterlodeError } from '../base/index.js';
import type { City, Register } from './types.js';

/**
 * The units a query may mean, best kind of match only: id, then official code, then whole name (Chinese, English or
 * pinyin), then beginning of the Chinese name. Within a kind listed units come before others, and among others the
 * higher level; so one answer is certain and several are truly ambiguous (伊春 and 宜春 are both Yichun).
 *
 * @param query code, id, Chinese or English name, pinyin; blanks and letter case do not matter
 */
export function findCities(register: Register, query: string): readonly City[] {
  const asked = normal(query);
  if (asked === '') return [];
  for (const matches of kindsOfMatch) {
    const found = namesOf(register).filter((names) => matches(names, asked));
    if (found.length > 0) return foremost(found.map(({ city }) => city));
  }
  return [];
}

/** The one unit a query means; `null` where there is none or more than one. */
export function findCity(register: Register, query: string): City | null {
  const found = findCities(register, query);
  return found.length === 1 ? (found[0] as City) : null;
}

/**
 * The one unit a query means.
 *
 * @throws AfterlodeError CITY_UNKNOWN with near matches, CITY_AMBIGUOUS with the candidates
 */
export function cityOf(register: Register, query: string): City {
  const found = findCities(register, query);
  if (found.length === 1) return found[0] as City;
  if (found.length === 0) {
    const near = nearMatches(register, query).join(', ');
    throw new AfterlodeError('CITY_UNKNOWN', query, { found: query, near });
  }
  throw new AfterlodeError('CITY_AMBIGUOUS', query, { found: query, near: found.map(labelOf).join(', ') });
}

/**
 * Units for a search while it is being typed: the beginning of a code or id, of a word of the pinyin or the English name,
 * or any part of the Chinese name. Listed units come first, then higher levels, then the order of the register.
 *
 * @param most how many at most
 */
export function suggestUnits(register: Register, query: string, most: number): readonly City[] {
  const asked = normal(query);
  if (asked === '') return [];
  return namesOf(register)
    .filter(
      ({ id, code, zh, all }) =>
        code.startsWith(asked) ||
        id === asked ||
        zh.includes(asked) ||
        all.some((name) => name.startsWith(asked)),
    )
    .map(({ city }) => city)
    .sort((a, b) => Number(b.listed) - Number(a.listed) || rankOfLevel(a) - rankOfLevel(b))
    .slice(0, most);
}

const longestName = 100;

/**
 * Up to five units whose code or name is close to a query, as `230400 鹤岗市 Hegang`; listed ones first.
 */
export function nearMatches(register: Register, query: string): readonly string[] {
  // Nothing resembles what is longer than any name; comparing it with all of them would take seconds.
  const asked = normal(query.slice(0, longestName));
  return namesOf(register)
    .map((names) => ({ city: names.city, far: farness(names, asked) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 5)
    .map(({ city }) => labelOf(city));
}

/** Code and both names, for messages. */
export function labelOf(city: City): string {
  return `${city.adcode} ${city.name.zh} ${city.name.en}`;
}

/** Everything a city is called by, in the form in which queries are compared. */
interface Names {
  readonly city: City;
  readonly id: string;
  readonly code: string;
  readonly zh: string;
  readonly all: readonly string[];
}

/** Names are normalised once per register: an import asks for hundreds of cities. */
const namesByRegister = new WeakMap<Register, readonly Names[]>();

function namesOf(register: Register): readonly Names[] {
  const known = namesByRegister.get(register) ?? register.cities.map(namesOfCity);
  namesByRegister.set(register, known);
  return known;
}

function namesOfCity(city: City): Names {
  const zh = normal(city.name.zh);
  const all = [zh, normal(city.name.en), ...city.pinyin.split(' ')].filter((name) => name !== '');
  return { city, id: normal(city.id), code: normal(city.adcode), zh, all };
}

const kindsOfMatch: readonly ((names: Names, asked: string) => boolean)[] = [
  ({ id }, asked) => id === asked,
  ({ city, code }, asked) => code === asked && ownsItsCode(city),
  ({ code }, asked) => code === asked,
  ({ all }, asked) => all.includes(asked),
  ({ zh }, asked) => asked.length > 1 && zh.startsWith(asked),
];

/** Some listed units carry the code of the unit around them; a bare code then means that other unit. */
function ownsItsCode(city: City): boolean {
  return city.id.endsWith(`-${city.adcode}`);
}

const levelOrder = ['country', 'province', 'prefecture', 'county-city', 'county', 'district', 'area'];

function foremost(found: readonly City[]): readonly City[] {
  const listed = found.filter((city) => city.listed);
  if (listed.length > 0) return listed;
  const best = Math.min(...found.map(rankOfLevel));
  return found.filter((city) => rankOfLevel(city) === best);
}

function rankOfLevel(city: City): number {
  const rank = levelOrder.indexOf(city.level);
  return rank < 0 ? levelOrder.length : rank;
}

function farness({ city, code, all }: Names, asked: string): number {
  const far = [code, ...all].map((name) => distance(name, asked) / Math.max(name.length, asked.length));
  return Math.min(...far) + (city.listed ? 0 : 0.1);
}

function normal(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’-]+/g, (gap) => (gap === '-' ? '-' : ''));
}
