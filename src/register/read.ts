import { AfterlodeError, type CityId, id, sameText } from '../base/index.js';
import { compareTotals, type OfficialTotals } from './totals.js';
import type { BoundaryBreak, City, Doubt, Level, Register } from './types.js';

/** One row of a register file, by heading. */
export type RegisterRow = Readonly<Record<string, string>>;

/** The files of `data/register/` as rows, and what the pack says about them. */
export interface RegisterFiles {
  readonly cities: readonly RegisterRow[];
  readonly units: readonly RegisterRow[];
  readonly breaks: readonly RegisterRow[];
  /** Prefix of ids of comparison units: `cn`. */
  readonly prefix: string;
  readonly totals: OfficialTotals;
}

/**
 * Builds the register: listed units in file order, then comparison units by code.
 *
 * @throws AfterlodeError REGISTER_ROW where a listed unit lacks a field or an id comes twice
 */
export function readRegister(files: RegisterFiles): Register {
  const listed = files.cities.map((row, index) => readListed(row, index + 2));
  const others = files.units.filter((row) => !row.listed).map((row) => readUnit(row, files.prefix));
  const byId = new Map<CityId, City>();
  for (const city of [...listed, ...others]) {
    if (byId.has(city.id)) {
      throw new AfterlodeError('REGISTER_ROW', city.id, {
        found: { en: 'the id twice', zh: '编号出现两次' },
        expected: { en: 'each id once', zh: '不重复的编号' },
      });
    }
    byId.set(city.id, city);
  }
  return {
    cities: [...byId.values()],
    byId,
    differences: compareTotals(listed, files.totals),
    breaks: files.breaks.map(readBreak),
  };
}

function readListed(row: RegisterRow, line: number): City {
  for (const field of ['id', 'adcode', 'name_zh', 'name_en', 'level', 'type', 'resources', 'lon', 'lat']) {
    if (!row[field]) {
      const where = { en: `register/cities.csv, line ${line}`, zh: `register/cities.csv 第 ${line} 行` };
      throw new AfterlodeError('REGISTER_ROW', where, {
        found: { en: `no ${field}`, zh: `没有 ${field}` },
        expected: { en: `a value for ${field}`, zh: `${field} 的值` },
      });
    }
  }
  return {
    id: id<'city'>(text(row, 'id')),
    adcode: text(row, 'adcode'),
    name: { zh: text(row, 'name_zh'), en: text(row, 'name_en') },
    pinyin: text(row, 'pinyin'),
    province: { zh: text(row, 'province_zh'), en: text(row, 'province_en') },
    level: text(row, 'level') as Level,
    listed: true,
    type: text(row, 'type'),
    batch: row.batch
      ? { number: Number(row.batch), year: Number(row.batch_year), kind: text(row, 'batch_kind') }
      : null,
    resources: text(row, 'resources').split(';'),
    resourceConfidence: (row.resource_confidence || null) as City['resourceConfidence'],
    point: [Number(row.lon), Number(row.lat)],
    parent: row.parent || null,
    areas: readAreas(text(row, 'areas')),
    note: text(row, 'note'),
    doubts: readDoubts(text(row, 'doubts')),
  };
}

function readUnit(row: RegisterRow, prefix: string): City {
  const code = text(row, 'code');
  return {
    id: id<'city'>(`${prefix}-${code}`),
    adcode: code,
    name: { zh: text(row, 'name_zh'), en: text(row, 'name_en') },
    pinyin: text(row, 'pinyin'),
    province: sameText(''),
    level: text(row, 'level') as Level,
    listed: false,
    type: null,
    batch: null,
    resources: [],
    resourceConfidence: null,
    point: null,
    parent: row.parent || null,
    areas: new Map(),
    note: '',
    doubts: [],
  };
}

/** `2010=371200 2020=370116+370117`; `2020=` has no area. */
function readAreas(written: string): ReadonlyMap<string, readonly string[]> {
  const entries = written
    .split(' ')
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [codes = '', areas = ''] = entry.split('=');
      return [codes, areas.split('+').filter((area) => area !== '')] as const;
    });
  return new Map(entries);
}

/** `field: words; field: words`, where words may be given in both languages as `zh | en`. */
function readDoubts(written: string): readonly Doubt[] {
  return written
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const colon = part.indexOf(':');
      const words = part.slice(colon + 1).trim();
      const [zh, en] = words.split(' | ');
      const text = zh !== undefined && en !== undefined ? { zh, en } : sameText(words);
      return { field: part.slice(0, colon).trim(), text };
    });
}

function readBreak(row: RegisterRow): BoundaryBreak {
  return {
    code: text(row, 'code'),
    year: Number(row.year),
    scope: text(row, 'scope') as BoundaryBreak['scope'],
    text: { zh: text(row, 'zh'), en: text(row, 'en') },
  };
}

function text(row: RegisterRow, field: string): string {
  return row[field] ?? '';
}
