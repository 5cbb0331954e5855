import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, it } from 'vitest';
import { AfterlodeError, seededRandom } from '../../base/index.js';
import type { UnitPattern } from '../../locate/index.js';
import type { RowSource } from '../rows.js';
import { EngineFault, withEngine } from './engine.js';
import { loadedReadings } from './loaded-readings.js';
import { type ChooseReadings, type ReadingRows, scannedReadings } from './reading-source.js';
import { repeatedTable, unitTable } from './reading-sql.js';
import { inParts, type ReadingQuestion, readMonths, withUnitMonths } from './unit-months.js';

const folder = mkdtempSync(join(tmpdir(), 'afterlode-readings-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const file = (content: string | Uint8Array, name = `${files++}.csv`) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const heading = 'estate,unit,month,water,power';
const choose: ChooseReadings = (cells) => {
  const at = (name: string) => cells.indexOf(name);
  return {
    estate: at('estate'),
    unit: at('unit'),
    month: at('month'),
    water: at('water'),
    power: at('power'),
    kind: at('kind'),
    value: at('value'),
  };
};
const limits = { waterM3: 1, powerKwh: 10 };

/** What a table comes to, in an order of its own. */
async function read(source: RowSource, more: Partial<ReadingQuestion> = {}) {
  return withUnitMonths(source, { choose, limits, ...more }, async ({ patterns, faults, ...rest }) => {
    const all: UnitPattern[] = [];
    for await (const some of patterns()) all.push(...some);
    return { ...rest, faults: [...faults], patterns: shown(all) };
  });
}
const shown = (patterns: readonly UnitPattern[]) =>
  patterns.map(({ estate, known, used, units }) => `${estate} ${known} ${used} ${units}`).toSorted();
const bit = (month: number) => 1n << BigInt(month % 64);
const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

/** The same, worked out by hand in the plainest way. */
function plainly(rows: readonly (readonly string[])[]) {
  const faults = new Map<string, { rows: number; first: number }>();
  const units = new Map<string, Map<number, Map<string, Record<'water' | 'power', number>>>>();
  let [count, repeated] = [0, 0];
  const isNumber = (text: string) => /^(\d+\.?\d*|\.\d+)$/.test(text);
  for (const [at, [estate = '', unit = '', month = '', water = '', power = '']] of rows.entries()) {
    const wrong = [water, power].some((text) => text !== '' && !isNumber(text));
    const isMonth = /^20\d\d-(0[1-9]|1[0-2])(-\d\d)?$/.test(month);
    const fault = wrong
      ? 'value'
      : !isMonth
        ? 'month'
        : estate === ''
          ? 'estate'
          : unit === ''
            ? 'unit'
            : null;
    if (fault !== null) {
      const known = faults.get(fault) ?? { rows: 0, first: at + 2 };
      faults.set(fault, { ...known, rows: known.rows + 1 });
      continue;
    }
    count += 1;
    if (water === '' && power === '') continue;
    const months =
      units.get(`${estate} ${unit}`) ?? new Map<number, Map<string, Record<'water' | 'power', number>>>();
    units.set(`${estate} ${unit}`, months);
    const dates = months.get(monthOf(month)) ?? new Map<string, Record<'water' | 'power', number>>();
    months.set(monthOf(month), dates);
    const old = dates.get(month) ?? { water: 0, power: 0 };
    dates.set(month, {
      water: Math.max(old.water, Number(water)),
      power: Math.max(old.power, Number(power)),
    });
  }
  const patterns = new Map<string, number>();
  for (const [name, months] of units) {
    let [known, used] = [0n, 0n];
    for (const [month, dates] of months) {
      known |= bit(month);
      const sum = (of: 'water' | 'power') => [...dates.values()].reduce((all, one) => all + one[of], 0);
      if (sum('water') >= 1 || sum('power') >= 10) used |= bit(month);
    }
    const key = `${name.split(' ')[0]} ${known} ${used}`;
    patterns.set(key, (patterns.get(key) ?? 0) + 1);
  }
  const order = ['estate', 'unit', 'month', 'kind', 'value'];
  return {
    rows: count,
    units: units.size,
    repeated,
    faults: [...faults].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
    patterns: [...patterns].map(([key, many]) => `${key} ${many}`).toSorted(),
  };
}

describe('readings', () => {
  it('come to what the plainest way makes of them, faults and all', async () => {
    const random = seededRandom(11);
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    const rows = Array.from({ length: 5000 }, () => [
      random() < 0.002 ? '' : `E${Math.floor(random() * 5)}`,
      random() < 0.002 ? '' : `u${Math.floor(random() * 90)}`,
      random() < 0.002
        ? pick(['2025-13', '2025', 'x', '', '1025-03'])
        : `2025-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}${pick(['', '-05', '-28'])}`,
      random() < 0.002 ? pick(['-1', 'x', 'nan', '1,5', 'inf']) : pick(['', '0', '0.5', '.5', '2', '12']),
      pick(['', '', '0', '4', '5', '20']),
    ]);
    const text = rows.map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','));
    const { repeated, firstMonth, lastMonth, ...found } = await read(
      file(`${heading}\n${text.join('\n')}\n`),
    );
    const { repeated: _, ...expected } = plainly(rows);
    expect(found).toEqual(expected);
    expect(expected.faults).toHaveLength(4);
    expect([firstMonth, lastMonth]).toEqual([2025 * 12, 2025 * 12 + 11]);
    expect(repeated).toBeGreaterThan(100);
  });

  const rows = ['小区,1,2025-03,0.5,', '小区,1,2025-04,3,2', '东苑,1,2025-03,,'];
  const three = {
    rows: 3,
    units: 1,
    repeated: 0,
    firstMonth: 2025 * 12 + 2,
    lastMonth: 2025 * 12 + 3,
    faults: [],
    patterns: [`小区 ${bit(2025 * 12 + 2) | bit(2025 * 12 + 3)} ${bit(2025 * 12 + 3)} 1`],
  };
  const text = `${heading}\n${rows.join('\n')}\n`;
  const gb18030 = Buffer.from(text.replaceAll('小区', '@').replaceAll('东苑', '#'), 'latin1')
    .toString('latin1')
    .replaceAll('@', '\xd0\xa1\xc7\xf8')
    .replaceAll('#', '\xb6\xab\xd4\xb7');

  it.each([
    ['UTF-8', text],
    [
      'a mark at the beginning, lines of Windows, blanks',
      `\uFEFF${text.replaceAll('\n', '\r\n').replaceAll(',', ' , ')}`,
    ],
    ['semicolons', text.replaceAll(',', ';')],
    ['tabs', text.replaceAll(',', '\t')],
    ['gzip', gzipSync(text)],
    ['GB18030', Buffer.from(gb18030, 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 in gzip', gzipSync(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['cells that hold line ends', text.replace('小区,1,2025-03', '"小区","1","2025-03\n"')],
    ['other columns between', text.replaceAll('2025-', '2025-').replace(/^([^,]*),/gm, '$1,王某,')],
  ])('are read from %s', async (_, content) => {
    expect(await read(file(content))).toEqual(three);
  });

  it.each([
    ['plain', text],
    ['with a mark and lines of Windows', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['quoted, with line ends in cells', text.replaceAll('小区', '"小""\n区"')],
    ['with a cell too many in all rows', text.replaceAll('\n', ',\n')],
    ['gzip', gzipSync(text)],
  ])('are scanned by the engine itself: %s', (_, content) =>
    withEngine(async (engine) => {
      const scanned = await scannedReadings(engine, file(content), choose, 'key');
      if (scanned === null) throw new Error('not scanned');
      await engine.run(unitTable(scanned, limits, { parts: 1, part: 0 }));
      expect(await engine.rows('select count(*) from units where known > 0')).toEqual([[1n]]);
    }),
  );

  it('are read from bytes, Parquet and names that look like patterns', async () => {
    expect(await read({ name: 'sent', bytes: Buffer.from(text) })).toEqual(three);
    const columns = [
      { name: 'estate', data: ['小区', '小区', '东苑'], type: 'STRING' },
      { name: 'unit', data: [1n, 1n, 1n], type: 'INT64' },
      { name: 'month', data: [202503, 202504, 202503], type: 'INT32' },
      { name: 'water', data: [0.5, 3, Number.NaN], type: 'DOUBLE' },
    ] as const;
    const parquet = new Uint8Array(
      parquetWriteBuffer({ columnData: columns.map((one) => ({ ...one, data: [...one.data] })) }),
    );
    expect(await read(file(parquet, 'm.parquet'))).toEqual(three);
    file(`${heading}\n`, 'a1.csv');
    for (const name of ['a[1].csv', 'a*.csv', 'a?.csv', "a'.csv"])
      expect(await read(file(text, name))).toEqual(three);
  });

  it('may be in the usual forms of a month, and of a kind of meter', async () => {
    const months = [
      '2025-03',
      '2025/3',
      '2025.03',
      '202503',
      '20250331',
      '2025-03-31 00:00',
      '2025年3月',
      '2025年03月31日',
    ];
    const long = (cells: readonly string[]) => `estate,unit,month,kind,value\n${cells.join('\n')}\n`;
    const { units, faults, firstMonth, lastMonth } = await read(
      file(long(months.map((month, at) => `E,${at},${month},水,2`))),
    );
    expect([units, faults, firstMonth, lastMonth]).toEqual([8, [], three.firstMonth, three.firstMonth]);
    const kinds = [
      'E,1,2025-03,water,0',
      'E,1,2025-03,electricity,12',
      'E,2,2025-03,电,9.99',
      'E,3,2025-03,gas,1',
      'E,3,2025-03,water,-',
    ];
    const found = await read(file(long(kinds)));
    expect(found.faults).toEqual([
      ['kind', { rows: 1, first: 5 }],
      ['value', { rows: 1, first: 6 }],
    ]);
    expect([found.repeated, found.patterns]).toEqual([
      0,
      [`E ${bit(three.firstMonth)} 0 1`, `E ${bit(three.firstMonth)} ${bit(three.firstMonth)} 1`],
    ]);
  });

  it('of several days of a month are added up, those of one day count once', async () => {
    const days = Array.from({ length: 10 }, (_, at) => `E,daily,2025-03-${10 + at},0.1,`);
    const twice = ['E,twice,2025-03,0.9,', 'E,twice,2025-03,0.9,'];
    const found = await read(file(`${heading}\n${[...days, ...twice, 'E,once,2025-03,0.9,'].join('\n')}\n`));
    const march = bit(three.firstMonth);
    expect([found.units, found.repeated]).toEqual([3, 2]);
    // Ten times a tenth is one, to the last digit.
    expect(found.patterns).toEqual([`E ${march} 0 2`, `E ${march} ${march} 1`]);
  });

  it('may have short rows, empty lines and cells beyond the heading', async () => {
    const odd = `${heading}\nE,1,2025-03,2\n\nE,2,2025-03,2,3,4,5\nE,3\n`;
    const { rows: count, units, faults } = await read(file(odd));
    expect([count, units, faults]).toEqual([2, 2, [['month', { rows: 1, first: 5 }]]]);
    expect(await read(file(`${heading}\n`))).toMatchObject({
      rows: 0,
      units: 0,
      firstMonth: -1,
      patterns: [],
    });
  });

  it('that cannot be read are refused without quoting them', async () => {
    const fault = async (source: RowSource, more: Partial<ReadingQuestion> = {}) => {
      const error: unknown = await read(source, more).catch((reason: unknown) => reason);
      if (!(error instanceof AfterlodeError)) throw error;
      expect(`${error.message} ${error.stack} ${JSON.stringify(error.cause ?? '')}`).not.toContain('secret');
      return error.message;
    };
    expect(await fault(join(folder, 'none.csv'))).toMatch(/^CALL_FILE_MISSING/);
    expect(await fault(file(''))).toMatch(/^FILE_EMPTY/);
    const endless = `${heading}\nE,"${'secret '.repeat(400_000)}`;
    expect(await fault(file(endless))).toMatch(/^FILE_GARBAGE/);
    const open = `${heading}\nE,1,2025-03,1,1\nE,"secret,2025-03,1,1\nE,3,2025-03,1,1\n`;
    expect(await fault(file(open))).toMatch(/^FILE_FORMAT.*CSV/);
    expect(await fault(file(Uint8Array.from([0x1f, 0x8b, 1, 2, 3])))).toMatch(/^FILE_FORMAT.*gzip/);
    expect(
      await fault(file(Buffer.concat([Buffer.from('PAR1 secret secret secret'), Buffer.from('PAR1')]))),
    ).toMatch(/^FILE_FORMAT.*Parquet/);
    const mixed = Buffer.concat([
      Buffer.from(`${heading}\n${'小,secret,2025-03,1,1\n'.repeat(100)}`),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect(await fault(file(mixed))).toMatch(/^FILE_ENCODING/);
    const many = Array.from({ length: 30_000 }, (_, at) => `E,secret${at},2025-03,1,1`);
    expect(await fault(file(`${heading}\n${many.join('\n')}\n`), { memory: '3MB' })).toMatch(/^FILE_NO_ROOM/);
  });

  it('hold no unit in the tables of the engine, which writes nothing to a disk', () =>
    withEngine(async (engine) => {
      const lines = Array.from({ length: 20 }, (_, at) => `E,secret-${at % 9},2025-03-${10 + at},1,1`);
      const source = file(`${heading}\n${[...lines, 'E,secret,x,1,1'].join('\n')}\n`);
      const scanned = await scannedReadings(engine, source, choose, 'key');
      const whole = { parts: 1, part: 0 };
      for (const readings of [scanned, await loadedReadings(engine, source, choose, 'key')]) {
        if (readings === null) throw new Error('not scanned');
        await engine.run(unitTable(readings, limits, whole));
        await engine.run(repeatedTable(readings, limits, whole, true));
        const tables = (await engine.rows('select table_name from duckdb_tables()')).flat().map(String);
        expect(tables).toEqual(expect.arrayContaining(['units', 'added_up']));
        const all = await Promise.all(tables.map((name) => engine.rows(`select * from ${name}`)));
        expect(all.flat().length).toBeGreaterThan(9 + 9);
        expect(all.flat(2).join(' ')).not.toContain('secret');
      }
      expect(await engine.rows(`select current_setting('temp_directory')`)).toEqual([['']]);
      // More than the memory holds: not put elsewhere, but refused.
      const large = 'create temp table large as select random() as value from range(400000000)';
      await expect(engine.run(large)).rejects.toThrow('the query engine failed');
    }, '100MB'));

  it('are read in several passes where the memory is short, to the same end', async () => {
    const asked: number[] = [];
    const short = new EngineFault('Out of Memory Error: of something');
    const found = inParts((parts) => {
      asked.push(parts);
      return parts < 8 ? Promise.reject(short) : Promise.resolve('read');
    });
    expect([await found, asked]).toEqual(['read', [1, 2, 4, 8]]);
    // A large file is not first tried in fewer than it is likely to need.
    expect(await inParts((parts) => Promise.resolve(parts), 3)).toBe(3);
    await expect(inParts(() => Promise.reject(short))).rejects.toBe(short);
    const other = new EngineFault('CSV Error');
    await expect(inParts((parts) => (parts > 1 ? Promise.resolve(1) : Promise.reject(other)))).rejects.toBe(
      other,
    );
    const lines = Array.from(
      { length: 600 },
      (_, at) => `E${at % 3},u${at % 50},2025-0${1 + (at % 5)},${at % 4},`,
    );
    const source = file(`${heading}\n${lines.join('\n')}\nE,,2025-01,1,1\nE,blank,2025-01,,\nE,x,1,1,1\n`);
    const passes = (parts: number) =>
      withEngine(async (engine) => {
        const scanned = (await scannedReadings(engine, source, choose, 'key')) as ReadingRows;
        const { patterns, faults, ...rest } = await readMonths(engine, scanned, limits, { parts });
        const all = new Map<string, number>();
        for await (const some of patterns())
          for (const { estate, known, used, units } of some) {
            const name = `${estate} ${known} ${used}`;
            all.set(name, (all.get(name) ?? 0) + units);
          }
        return { ...rest, faults: [...faults], all: [...all].toSorted(([a], [b]) => (a < b ? -1 : 1)) };
      });
    const [once, often] = [await passes(1), await passes(5)];
    expect(often).toEqual(once);
    expect([once.rows, once.faults.length, once.repeated]).toEqual([601, 2, 150]);
  });

  it('speak of the share read', async () => {
    const shares: number[] = [];
    await read(file(Buffer.from(gb18030, 'latin1')), { progress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
  });
});
