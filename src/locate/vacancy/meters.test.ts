import { describe, expect, it } from 'vitest';
import { isEmpty, monthIn, numberIn } from './cells.js';
import { meterEstimate } from './from-meters.js';
import { hashed, keyedHash } from './keyed-hash.js';
import { type MeterRule, meterReader } from './meters.js';
import { packed } from './testing/packed.js';

const limits = { waterM3: 1, powerKwh: 10 };
const key = Int32Array.of(1, 2, 3, 4);
const wide = { estate: 0, unit: 1, month: 2, water: 3, power: 4, kind: -1, value: -1 };
const long = { estate: 0, unit: 1, month: 2, water: -1, power: -1, kind: 3, value: 4 };
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const rule: MeterRule = { months: 6, heating: null };

/** Months of 2025 from January, of one unit: water, power. */
const year = (estate: string, unit: string, used: readonly (readonly [number | '', number | ''])[]) =>
  used.map(([water, power], at) => [
    estate,
    unit,
    `2025-${String(at + 1).padStart(2, '0')}`,
    String(water),
    String(power),
  ]);
const same = (water: number | '', power: number | '', months = 12) =>
  Array.from({ length: months }, () => [water, power] as const);
const answerOf = (
  rows: readonly (readonly string[])[],
  by: MeterRule = rule,
  columns: typeof wide = wide,
) => {
  const reader = meterReader(columns, limits, key, decode);
  reader.add(packed(rows));
  return reader.answer(by);
};

describe('the keyed hash', () => {
  it('is SipHash-2-4 of its authors’ test values', () => {
    const words = Int32Array.of(0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c);
    const bytes = Uint8Array.from({ length: 15 }, (_, at) => at);
    const found = (to: number) => {
      keyedHash(bytes, 0, to, words);
      return [hashed.high >>> 0, hashed.low >>> 0];
    };
    expect(found(0)).toEqual([0x726fdb47, 0xdd0e0e31]);
    expect(found(1)).toEqual([0x74f839c5, 0x93dc67fd]);
    expect(found(8)).toEqual([0x93f5f579, 0x9a932462]);
    expect(found(15)).toEqual([0xa129ca61, 0x49be45e5]);
  });
});

describe('cells', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const number = (text: string) => numberIn(bytes(text), 0, bytes(text).length);
  const month = (text: string) => monthIn(bytes(text), 0, bytes(text).length);

  it('hold numbers as tables write them', () => {
    expect([' 12.50 ', '-3', '+.5', '1e2', '12345678901234567890', '0'].map(number)).toEqual([
      12.5, -3, 0.5, 100, 12345678901234567000, 0,
    ]);
    for (const wrong of ['', '  ', 'x', '1,5', '1.2.3', '-', '.', '１２']) expect(number(wrong)).toBeNaN();
    expect([isEmpty(bytes(' \r'), 0, 2), isEmpty(bytes(' 0'), 0, 2)]).toEqual([true, false]);
  });

  it('hold months in the usual ways and nothing else', () => {
    const march = 2025 * 12 + 2;
    for (const text of [
      '2025-03',
      '2025/3',
      '202503',
      '2025-03-31',
      '20250331',
      '2025.3.1',
      '2025-03-31 00:00',
    ])
      expect([text, month(text)]).toEqual([text, march]);
    for (const text of ['', '2025', '2025-13', '2025-0', '03-2025', '20253', '2025-3x', 'abcd-03', '1025-03'])
      expect([text, month(text)]).toEqual([text, -1]);
  });
});

describe('meters', () => {
  it('tell empty, occupied and undecided units by the last six months', () => {
    const rows = [
      ...year('E', 'empty', same(0.9, 9.9)),
      ...year('E', 'water at the limit', [...same(0, 0, 11), [1, 0]]),
      ...year('E', 'power', [...same(0, 0, 11), [0, 10]]),
      ...year('E', 'left in June', [...same(5, 80, 6), ...same(0, 0, 6)]),
      ...year('E', 'left in July', [...same(5, 80, 7), ...same(0, 0, 5)]),
      ...year('E', 'not read', [...same(0, 0, 9), ['', ''], ...same(0, 0, 2)]),
      ...year('E', 'only power read', same('', 3)),
    ];
    const { estates, rows: read, units } = answerOf(rows);
    expect(estates).toEqual([{ estate: 'E', metered: 7, occupied: 3, empty: 3, undecided: 1, seasonal: 0 }]);
    expect([read, units]).toEqual([84, 7]);
  });

  it('take rows in any order and one for each meter', () => {
    const rows = ['01', '02', '03', '04', '05', '06'].flatMap((month) => [
      ['E', '1', `2025${month}`, '水', '0'],
      ['E', '1', `2025${month}`, '电', '2'],
      ['E', '2', `2025${month}`, 'water', '0'],
      ['E', '2', `2025${month}`, 'power', month === '02' ? '50' : '2'],
      ['F', '1', `2025${month}`, 'water', '9'],
    ]);
    const { estates } = answerOf(rows.toReversed(), rule, long);
    expect(estates.toSorted((a, b) => (a.estate < b.estate ? -1 : 1))).toEqual([
      { estate: 'E', metered: 2, occupied: 1, empty: 1, undecided: 0, seasonal: 0 },
      { estate: 'F', metered: 1, occupied: 1, empty: 0, undecided: 0, seasonal: 0 },
    ]);
  });

  it('tell homes of one season apart where a heating season is named and a year was read', () => {
    const summer = year('E', 's', [...same(0, 0, 4), ...same(5, 50, 2), ...same(0, 0, 6)]);
    const winter = year('E', 'w', [...same(5, 50, 3), ...same(0, 0, 9)]);
    const both = year('E', 'b', same(5, 50));
    const rows = [...summer, ...winter, ...both];
    expect(answerOf(rows).estates[0]).toMatchObject({ occupied: 1, empty: 2, seasonal: 0 });
    const checked = answerOf(rows, { months: 6, heating: [11, 3] });
    expect(checked.heatingChecked).toBe(true);
    expect(checked.estates[0]).toMatchObject({ occupied: 3, empty: 0, seasonal: 2 });
    expect(answerOf(both.slice(0, 11), { months: 6, heating: [11, 3] }).heatingChecked).toBe(false);
  });

  it('leave wrong rows out, by reason and with their number', () => {
    const good = year('E', 'u', same(5, 50));
    const { faults, rows } = answerOf([
      ...good,
      ['E', 'u', '2025-13', '1', '1'],
      ['', 'u', '2025-01', '1', '1'],
      ['E', ' ', '2025-01', '1', '1'],
      ['E', 'u', '2025-01', '-1', '1'],
      ['E', 'u', '2025-02', '1', 'x'],
    ]);
    expect(rows).toBe(12);
    expect([...faults]).toEqual([
      ['month', { rows: 1, first: 14 }],
      ['estate', { rows: 1, first: 15 }],
      ['unit', { rows: 1, first: 16 }],
      ['value', { rows: 2, first: 17 }],
    ]);
  });

  it('hold many units in little memory, each once', () => {
    const reader = meterReader(wide, limits, key, decode);
    for (let round = 0; round < 2; round++)
      for (let part = 0; part < 20; part++)
        reader.add(
          packed(
            Array.from({ length: 1000 }, (_, at) => [
              `E${at % 7}`,
              `${part * 1000 + at}`,
              `2025-0${round + 1}`,
              '2',
              '2',
            ]),
          ),
        );
    const answer = reader.answer({ months: 2, heating: null });
    expect([answer.units, answer.rows]).toEqual([20_000, 40_000]);
    expect(answer.estates.reduce((sum, { occupied }) => sum + occupied, 0)).toBe(20_000);
  });

  it('say when they are of more than five years', () => {
    const reader = meterReader(wide, limits, key, decode);
    reader.add(
      packed([
        ['E', 'u', '2019-01', '1', '1'],
        ['E', 'u', '2024-04', '1', '1'],
      ]),
    );
    expect(reader.tooLong()).toBe(false);
    reader.add(packed([['E', 'u', '2024-05', '1', '1']]));
    expect(reader.tooLong()).toBe(true);
  });

  it('make an estimate of what could be decided', () => {
    const of = { estate: 'E', metered: 80, occupied: 60, empty: 20, undecided: 10, seasonal: 0 };
    expect(meterEstimate(of, 100)?.occupied).toBe(75);
    expect(meterEstimate(of, 100)?.error).toBeCloseTo(
      100 * Math.sqrt((((61 / 82) * 21) / 82 / 80) * (20 / 99)),
      9,
    );
    expect(meterEstimate({ ...of, occupied: 0, empty: 0 }, 100)).toBeNull();
    expect(meterEstimate(of, 80)?.error).toBe(0);
  });
});
