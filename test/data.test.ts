import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checks } from '../tools/data/checks.js';
import { pooledMining, populationChange } from '../tools/data/checks-known.js';
import { field } from '../tools/data/csv.js';
import { listFiles } from '../tools/data/files.js';
import { Shipped } from '../tools/data/shipped.js';
import { sha256 } from '../tools/data/sidecar.js';
import type { Files, SourceRow } from '../tools/data/types.js';

const folder = join(import.meta.dirname, '..', 'data');
const files: Files = new Map(
  listFiles(folder).map((path) => [path, new Uint8Array(readFileSync(join(folder, path)))]),
);
const shipped = new Shipped(files);
const cities = shipped.rows('register/cities.csv');
const units = shipped.rows('register/units.csv');
const marks = shipped.rows('marks.csv');

interface Total {
  readonly official: number;
  readonly reference: string | null;
  readonly text: { readonly zh: string };
}

function counts(rows: readonly SourceRow[], name: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const row of rows) found[field(row, name)] = (found[field(row, name)] ?? 0) + 1;
  return found;
}

describe('register', () => {
  it('has the official totals of cities, levels, types and batches', () => {
    expect(cities).toHaveLength(262);
    expect(counts(cities, 'level')).toEqual({ prefecture: 126, 'county-city': 62, county: 58, district: 16 });
    expect(counts(cities, 'type')).toEqual({ growing: 31, mature: 141, declining: 67, regenerating: 23 });
    const exhausted = cities.filter((city) => field(city, 'batch') !== '');
    expect(counts(exhausted, 'batch')).toEqual({ '1': 12, '2': 32, '3': 25 });
  });

  it('shows the official kinds beside the counted ones', () => {
    const kinds = counts(
      cities.filter((city) => field(city, 'batch') !== ''),
      'batch_kind',
    );
    expect(kinds).toEqual({ coal: 37, nonferrous: 14, ferrous: 5, oil: 4, forest: 6, other: 3 });
    const pack = shipped.yaml('pack.yaml') as { totals: Record<string, Total> };
    expect(pack.totals['kind.ferrous']?.official).toBe(6);
    expect(pack.totals['kind.oil']?.official).toBe(3);
    expect(pack.totals['kind.forest+other']?.official).toBe(9);
    const references = parse(
      readFileSync(join(folder, '..', 'catalog', 'references.yaml'), 'utf8'),
    ) as object;
    for (const total of Object.values(pack.totals)) {
      expect(total.text.zh).not.toBe('');
      if (total.reference !== null) expect(Object.keys(references)).toContain(total.reference);
    }
  });

  it('has each id and each unit once, and every parent', () => {
    expect(new Set(cities.map((city) => field(city, 'id'))).size).toBe(262);
    const codes = new Set(units.map((unit) => field(unit, 'code')));
    expect(codes.size).toBe(units.length);
    const ids = new Set(cities.map((city) => field(city, 'id')));
    const orphans = [...cities, ...units].filter(
      (row) => field(row, 'parent') !== '' && !codes.has(field(row, 'parent')),
    );
    expect(orphans).toEqual([]);
    expect(units.filter((unit) => unit.parent === '').map((unit) => unit.code)).toEqual(['100000']);
    expect(units.filter((unit) => unit.listed !== '' && !ids.has(field(unit, 'listed')))).toEqual([]);
  });

  it('finds the census rows of all units but the two that have none', () => {
    const without: string[] = [];
    for (const city of cities) {
      for (const year of ['2010', '2020']) {
        const own = new RegExp(`(?:^| )${year}=(\\S*)`).exec(field(city, 'areas'))?.[1];
        const codes = (own ?? field(city, 'adcode')).split('+').filter((code) => code !== '');
        if (codes.length === 0) without.push(`${field(city, 'name_zh')} ${year}`);
        for (const code of codes) {
          const population = shipped.table(`census_${year}`).get(`${code}/${year}`)?.get('population') ?? 0;
          if (population < 1000) expect.fail(`${field(city, 'name_zh')} ${year}: ${population}`);
        }
      }
    }
    expect(without.sort()).toEqual(['万盛经济开发区 2020', '杨家杖子开发区 2010', '杨家杖子开发区 2020']);
  });

  it('spells difficult names', () => {
    const pinyin = (name: string) =>
      field(units.find((unit) => field(unit, 'name_zh') === name) ?? {}, 'pinyin');
    expect(pinyin('六安市')).toBe('luan luanshi');
    expect(pinyin('吕梁市')).toBe('lvliang luliang lvliangshi luliangshi');
    expect(pinyin('延边朝鲜族自治州')).toBe('yanbian yanbianchaoxianzuzizhizhou');
    expect(pinyin('洪洞县')).toBe('hongtong hongtongxian');
    expect(units.filter((unit) => !/^[a-z0-9]+( [a-z0-9]+)*$/.test(field(unit, 'pinyin')))).toEqual([]);
  });

  it('keeps every doubt of the register in both languages', () => {
    const doubts = cities.flatMap((city) =>
      field(city, 'doubts')
        .split('; ')
        .filter((text) => text !== ''),
    );
    for (const doubt of doubts) expect(doubt).toMatch(/^\w+: [^|;]+ \| [^|;]+$/);
    const of = (name: string) => doubts.filter((doubt) => doubt.startsWith(`${name}:`)).length;
    expect(of('membership')).toBe(57);
    expect(doubts.filter((doubt) => doubt.includes('the principal resource is a judgement'))).toHaveLength(
      93,
    );
    expect(of('batch')).toBe(12);
    expect(of('batch_kind')).toBe(10);
    expect(of('point')).toBe(4);
  });
});

describe('tables', () => {
  const ids = shipped.tableIds();

  it.each(ids)('%s is the file that its sidecar describes', (id) => {
    const sidecar = shipped.sidecar(id);
    expect(sha256(shipped.bytes(sidecar.file))).toBe(sidecar.sha256);
    const rows = shipped.rows(sidecar.file);
    expect(rows).toHaveLength(sidecar.rows);
    if (sidecar.kind === 'matrix') return;
    expect(Object.keys(rows[0] ?? {}).slice(2)).toEqual(Object.keys(sidecar.columns ?? {}));
    expect(new Set(rows.map((row) => `${field(row, 'code')}/${field(row, 'period')}`)).size).toBe(
      rows.length,
    );
  });

  it.each(ids)('%s names its source, a licence whose text is here, and a unit for each column', (id) => {
    const sidecar = shipped.sidecar(id);
    expect(sidecar.source.repository).toMatch(/^https:\/\//);
    expect(Buffer.from(shipped.bytes(sidecar.source.licence_file)).toString()).toContain(
      sidecar.source.licence,
    );
    for (const column of Object.values(sidecar.columns ?? {})) expect(column.unit).not.toBe('');
  });

  it.each(Object.keys(checks))('check %s counts the same again', (name) => {
    const check = checks[name];
    if (check === undefined) throw new Error(name);
    const written = shipped.sidecar(check.table).checks.find((one) => one.id === name);
    expect(written?.expected).toBe(check.expected);
    expect(check.count(shipped)).toBe(written?.found);
    expect(written?.found).toBe(check.expected);
  });

  it('has a unit of the register for every row', () => {
    const codes = new Set(units.map((unit) => field(unit, 'code')));
    const panels = ids.filter((id) => shipped.sidecar(id).kind === 'panel');
    const unknown = panels.flatMap((id) =>
      [...shipped.table(id).keys()].filter((key) => !codes.has(key.split('/')[0] ?? '')),
    );
    expect(unknown).toEqual([]);
  });

  it.each(['census_2010', 'census_2020'])('%s holds no negative and no broken count', (id) => {
    const counted = ['person', 'household', 'sample_person', 'sample_household'];
    const columns = shipped.sidecar(id).columns ?? {};
    const broken = [...shipped.table(id)].flatMap(([key, row]) =>
      [...row]
        .filter(([name, value]) => {
          const whole = counted.includes(columns[name]?.unit ?? '');
          return value !== null && (value < 0 || (whole && !Number.isInteger(value)));
        })
        .map(([name, value]) => `${key} ${name} ${value}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('marks', () => {
  it('refer to cells that exist, each kind once, in both languages', () => {
    const lost = marks.filter((mark) => {
      const row = shipped.table(field(mark, 'table')).get(`${field(mark, 'code')}/${field(mark, 'period')}`);
      return row?.has(field(mark, 'column')) !== true;
    });
    expect(lost).toEqual([]);
    const cells = marks.map((mark) => Object.values(mark).slice(0, 5).join(' '));
    expect(new Set(cells).size).toBe(marks.length);
    expect(marks.filter((mark) => mark.detail_en === '' || mark.detail_zh === '')).toEqual([]);
  });

  it('stand at every missing cell of the censuses that the source has a column for', () => {
    const marked = new Set(
      marks.map((mark) => ['table', 'code', 'column'].map((name) => field(mark, name)).join(' ')),
    );
    const unmarked = ['census_2010', 'census_2020'].flatMap((id) =>
      [...shipped.table(id)].flatMap(([key, row]) => {
        const code = key.split('/')[0] ?? '';
        return [...row]
          .filter(([name, value]) => value === null && !marked.has(`${id} ${code} ${name}`))
          .map(([name]) => `${code} ${name}`);
      }),
    );
    // The row of the country in 2010 is a sum, and ratios cannot be summed.
    expect(unmarked).toHaveLength(7);
    expect(unmarked.filter((cell) => !cell.startsWith('100000 '))).toEqual([]);
  });

  it('keep what the source had: agriculture of Hebei 2010', () => {
    const mark = marks.find(
      (one) => field(one, 'code') === '130000' && field(one, 'column') === 'employed_agriculture',
    );
    expect(field(mark ?? {}, 'mark')).toBe('corrected');
    expect(field(mark ?? {}, 'original')).toBe('2006');
    expect(shipped.table('census_2010').get('130000/2010')?.get('employed_agriculture')).toBe(2390479);
  });

  it('tell the year that the yearbook prints', () => {
    const moved = marks.filter((mark) => field(mark, 'mark') === 'year-corrected');
    expect(new Set(moved.map((mark) => field(mark, 'code'))).size).toBe(18);
    expect(moved).toHaveLength(116 * 9);
    const hefei = shipped.table('yearbook_2004_2012').get('340100/2005')?.get('gross_regional_product');
    const before = shipped.table('yearbook_2004_2012').get('340100/2004')?.get('gross_regional_product');
    expect(hefei).toBeGreaterThan(before ?? Number.NaN);
  });
});

describe('known figures', () => {
  it('recomputes how many listed prefectures lost people, with and without aligned boundaries', () => {
    const aligned = populationChange(shipped, true);
    const raw = populationChange(shipped, false);
    expect(aligned.size).toBe(126);
    expect([...aligned.values()].every(Number.isFinite)).toBe(true);
    expect([...raw.values()].every(Number.isFinite)).toBe(true);
    expect([...aligned.values()].filter((change) => change < 0)).toHaveLength(77);
    expect([...raw.values()].filter((change) => change < 0)).toHaveLength(74);
    expect(aligned.get('232700')).toBeCloseTo(-0.352, 3);
    expect(aligned.get('340700')).toBeCloseTo(-0.161, 3);
    expect(raw.get('340700')).toBeCloseTo(0.812, 3);
  });

  it('recomputes the share of mining in listed and other prefectures', () => {
    expect(pooledMining(shipped, '2010', true)).toBe(2.53);
    expect(pooledMining(shipped, '2010', false)).toBe(0.52);
    expect(pooledMining(shipped, '2020', true)).toBe(2.24);
    expect(pooledMining(shipped, '2020', false)).toBe(0.36);
  });

  it('has 333 prefectures in 2010, 126 of them listed', () => {
    const prefectures = units.filter(
      (unit) => field(unit, 'level') === 'prefecture' && field(unit, 'years').includes('2010'),
    );
    expect(prefectures).toHaveLength(333);
    expect(prefectures.filter((unit) => field(unit, 'listed') !== '')).toHaveLength(126);
  });
});

describe('the folder', () => {
  it('is small and holds no file that nobody wrote', () => {
    const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    expect(size).toBeLessThan(4 * 1024 * 1024);
    expect([...files.keys()].filter((path) => !/\.(csv|csv\.gz|yaml|txt|md)$/.test(path))).toEqual([]);
  });

  it('names the crosswalk as its licence asks', () => {
    const text = Buffer.from(shipped.bytes('README.md')).toString();
    expect(text).toContain('China Urban Research Entity Crosswalk');
    expect(text).toContain('CC BY 4.0');
  });
});

describe('the invented pack', () => {
  const place = join(folder, '..', 'examples', 'three-places', 'data');
  const invented = new Shipped(
    new Map(listFiles(place).map((path) => [path, new Uint8Array(readFileSync(join(place, path)))])),
  );

  it('has the forms of the shipped one and says that it is invented', () => {
    for (const file of ['register/cities.csv', 'register/units.csv', 'register/breaks.csv', 'marks.csv']) {
      expect(Object.keys(invented.rows(file)[0] ?? {})).toEqual(Object.keys(shipped.rows(file)[0] ?? {}));
    }
    expect(invented.rows('register/cities.csv')).toHaveLength(3);
    expect(Buffer.from(invented.bytes('README.md')).toString()).toContain('made up');
  });

  it.each(['census_2010', 'census_2020'])('%s is the file that its sidecar describes', (id) => {
    const sidecar = invented.sidecar(id);
    expect(sha256(invented.bytes(sidecar.file))).toBe(sidecar.sha256);
    expect(invented.table(id).size).toBe(sidecar.rows);
    const known = shipped.sidecar(id).columns ?? {};
    for (const [name, column] of Object.entries(sidecar.columns ?? {}))
      expect(known[name]?.unit).toBe(column.unit);
    for (const row of invented.table(id).values()) {
      expect((row.get('male') ?? 0) + (row.get('female') ?? 0)).toBe(row.get('population'));
    }
  });

  it('has a cell for every mark', () => {
    for (const mark of invented.rows('marks.csv')) {
      const row = invented.table(field(mark, 'table')).get(`${field(mark, 'code')}/${field(mark, 'period')}`);
      expect(row?.has(field(mark, 'column'))).toBe(true);
    }
  });
});
