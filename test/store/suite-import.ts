import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { id } from '../../src/base/index.js';
import type { ImportedColumns, Observation } from '../../src/observe/index.js';
import { statuses } from '../../src/observe/index.js';
import { type NewObservation, openStore, type Store, type StorePlace } from '../../src/store/index.js';
import { batches, observation, source } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';

const city = id<'city'>('xx-1');
const indicator = id<'indicator'>('population');
const period = id<'period'>('2020');

/** Columns back to rows, for comparing. */
function rowsOf(columns: ImportedColumns): readonly Observation[] {
  return Array.from(columns.value, (value, at) => {
    const word = <Word>(words: readonly Word[], places: ArrayLike<number>): Word =>
      words[places[at] ?? -1] as Word;
    return {
      city: word(columns.cities, columns.city),
      indicator: word(columns.indicators, columns.indicator),
      period: word(columns.periods, columns.period),
      value: Number.isNaN(value) ? null : value,
      unit: word(columns.units, columns.unit),
      status: word(statuses, columns.status),
      importId: word(columns.importIds, columns.importId),
      row: columns.row[at] ?? 0,
      source: word(columns.texts, columns.source),
      note: word(columns.texts, columns.note),
      revision: columns.revision[at] ?? 0,
      doubtful: columns.doubtful[at] === 1,
    };
  });
}

/** Imports into stores. */
export function importSuite(fresh: () => Promise<StorePlace>): void {
  describe('saveImport', () => {
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      shared = await openShared(await fresh());
      store = shared.store;
    });
    beforeEach(() => shared.empty());
    afterAll(() => store.close());
    const save = (rows: readonly NewObservation[], letter = 'a') =>
      store.saveImport(source(letter), batches(rows, 2));
    const values = async () => rowsOf(await store.observations()).map((row) => row.value);

    it('gives back every field as it was given, ordered by indicator, city and period', async () => {
      const rows = [
        observation({ city: 'xx-2', value: null, status: 'missing', row: 3, doubtful: true }),
        observation({ note: `a "quoted", {braced} \\ back\nnext line\ttab '' 鹤岗 \u{20000}`, value: -1.5 }),
        observation({ indicator: 'area', period: '2019-Q3', value: 1e-300, unit: 'm²', source: '' }),
      ];
      const saved = await save(rows);
      expect(saved).toMatchObject({ accepted: 3, unchanged: 0, revised: 0, rejected: 0 });
      expect(saved.import).toEqual({
        id: 'aaaaaaaaaaaa',
        ...source(),
        counts: { accepted: 3, unchanged: 0, revised: 0, rejected: 0 },
        status: 'saved',
      });
      const kept = { importId: 'aaaaaaaaaaaa', revision: 1 };
      expect(rowsOf(await store.observations())).toEqual([
        { ...rows[2], ...kept },
        { ...rows[1], ...kept },
        { ...rows[0], ...kept },
      ]);
    });

    it('changes nothing when the same values come again', async () => {
      await save([observation(), observation({ city: 'xx-2', value: null, status: 'missing' })]);
      const before = rowsOf(await store.observations());
      const again = await save([
        observation({ row: 9, note: 'other words' }),
        observation({ city: 'xx-2', value: null, status: 'missing' }),
      ]);
      expect(again).toMatchObject({ accepted: 0, unchanged: 2, revised: 0 });
      expect(again.import?.id).toBe('aaaaaaaaaaaa');
      const other = await save([observation()], 'b');
      expect(other).toMatchObject({ unchanged: 1, import: null });
      expect(await store.imports()).toHaveLength(1);
      expect(rowsOf(await store.observations())).toEqual(before);
      expect(await store.history(city, indicator, period)).toHaveLength(1);
    });

    it.each([
      ['value', { value: 2 }],
      ['unit', { unit: 'household' }],
      ['status', { status: 'estimated' }],
      ['presence', { value: null, status: 'missing' }],
    ])('keeps the earlier value when the %s changes', async (_what, change) => {
      await save([observation(), observation({ city: 'xx-2' })]);
      const saved = await save([observation(change), observation({ city: 'xx-3' })], 'b');
      expect(saved).toMatchObject({ accepted: 1, unchanged: 0, revised: 1 });
      expect(await store.history(city, indicator, period)).toEqual([
        { ...observation(), importId: 'aaaaaaaaaaaa', revision: 1 },
        { ...observation(change), importId: 'bbbbbbbbbbbb', revision: 2 },
      ]);
      expect((await store.observations()).value).toHaveLength(3);
    });

    it('gives a file that is saved again after other changes an id of its own', async () => {
      await save([observation({ value: 1 })], 'a');
      await save([observation({ value: 2 })], 'b');
      const third = await save([observation({ value: 1 })], 'a');
      expect(third.import?.id).toBe('aaaaaaaaaaaa-2');
      expect((await store.history(city, indicator, period)).map((row) => row.value)).toEqual([1, 2, 1]);
      expect((await store.imports()).map((one) => one.id)).toEqual([
        'aaaaaaaaaaaa',
        'bbbbbbbbbbbb',
        'aaaaaaaaaaaa-2',
      ]);
    });

    it('takes equal rows for one and refuses different ones for one key', async () => {
      const equal = await save([observation(), observation({ row: 3 }), observation({ row: 4 })]);
      expect(equal).toMatchObject({ accepted: 1, unchanged: 2 });
      expect((await store.history(city, indicator, period))[0]?.row).toBe(2);
      const different = save([observation({ value: 7, row: 5 }), observation({ value: 8, row: 6 })], 'b');
      await expect(different).rejects.toMatchObject({
        code: 'STORE_KEY_TWICE',
        where: 'xx-1 2020 population',
      });
      await expect(different).rejects.toThrow(/rows 5, 6/);
      const missing = save([observation({ value: 7 }), observation({ value: null, row: 3 })], 'b');
      await expect(missing).rejects.toMatchObject({ code: 'STORE_KEY_TWICE' });
      expect(await values()).toEqual([1]);
    });

    it('saves nothing when the reader fails after some batches', async () => {
      async function* failing() {
        yield [observation()];
        yield [observation({ city: 'xx-2' })];
        throw new Error('line 3 is broken');
      }
      await expect(store.saveImport(source(), failing())).rejects.toThrow('line 3 is broken');
      expect(await values()).toEqual([]);
      expect(await store.imports()).toEqual([]);
    });

    it.each([
      ['NaN', { value: Number.NaN }],
      ['an infinity', { value: Number.NEGATIVE_INFINITY }],
      ['a zero byte', { note: 'a\0b' }],
      ['a period of two lines', { period: '2020\n2021' }],
      ['no city', { city: '' }],
    ])('refuses %s and names the row', async (_what, said) => {
      const saving = save([observation(), observation({ row: 17, ...said })]);
      await expect(saving).rejects.toMatchObject({ code: 'STORE_VALUE' });
      await expect(saving).rejects.toThrow(/row 17/);
      expect(await values()).toEqual([]);
    });

    it('tells of its progress and takes the count of refused rows when all is read', async () => {
      const told: number[] = [];
      let refused = 0;
      async function* reading() {
        yield* batches([observation(), observation({ city: 'xx-2' }), observation({ city: 'xx-3' })], 2);
        refused = 5;
      }
      const saved = await store.saveImport(source(), reading(), {
        onProgress: (rows) => told.push(rows),
        rejected: () => refused,
      });
      expect(told).toEqual([2, 3]);
      expect(saved.import?.counts.rejected).toBe(5);
    });

    it('knows one zero only', async () => {
      await save([observation({ value: -0 })]);
      expect(Object.is((await store.observations()).value[0], 0)).toBe(true);
      expect(await save([observation({ value: 0 })], 'b')).toMatchObject({ unchanged: 1 });
    });

    it('takes an import without rows for one that changes nothing', async () => {
      expect(await save([])).toMatchObject({ accepted: 0, unchanged: 0, import: null });
    });

    it('selects by city and indicator, and nothing by an empty list', async () => {
      await save([observation(), observation({ city: 'xx-2' }), observation({ indicator: 'area' })]);
      const count = async (filter: Parameters<Store['observations']>[0]) =>
        (await store.observations(filter)).value.length;
      expect(await count({})).toBe(3);
      expect(await count({ cities: [city] })).toBe(2);
      expect(await count({ cities: [city], indicators: [indicator] })).toBe(1);
      expect(await count({ indicators: [id<'indicator'>('unheard')] })).toBe(0);
      expect(await count({ cities: [] })).toBe(0);
    });

    it('marks values as doubtful with a reason, and takes the mark away', async () => {
      await save([observation(), observation({ city: 'xx-2' })]);
      const key = { city, indicator, period };
      const absent = { city: id<'city'>('xx-9'), indicator, period };
      expect(await store.markDoubtful([key, key, absent], 'jumps')).toBe(1);
      expect(Array.from((await store.observations()).doubtful)).toEqual([1, 0]);
      expect(await store.doubts()).toEqual([{ ...key, reason: 'jumps' }]);
      expect(await save([observation()], 'b')).toMatchObject({ unchanged: 1 });
      expect(await store.markDoubtful([key], null)).toBe(1);
      expect(Array.from((await store.observations()).doubtful)).toEqual([0, 0]);
      expect(await store.doubts()).toEqual([]);
      expect(await store.markDoubtful([], 'nothing')).toBe(0);
    });
  });

  describe('saveImport against a model', () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore(await fresh());
    });
    afterAll(() => store.close());

    it('holds the last value under each key and counts its changes', async () => {
      const model = new Map<string, { value: number | null; revision: number }>();
      const row = fc.record({
        city: fc.constantFrom('xx-1', 'xx-2', 'xx-3'),
        period: fc.constantFrom('2019', '2020'),
        value: fc.option(fc.constantFrom(0, 0.1, 1e300, -5e-324), { nil: null }),
      });
      const rows = fc.uniqueArray(row, { selector: (one) => `${one.city} ${one.period}`, maxLength: 6 });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(rows, async (given) => {
          round += 1;
          const saved = await store.saveImport(
            source('c', { sha256: String(round).padStart(64, '0') }),
            batches(given.map(observation), 2),
          );
          expect(saved.accepted + saved.revised + saved.unchanged).toBe(given.length);
          for (const { city, period, value } of given) {
            const key = `${city} ${period}`;
            const old = model.get(key);
            if (old && Object.is(old.value, value)) continue;
            model.set(key, { value, revision: (old?.revision ?? 0) + 1 });
          }
          const found = rowsOf(await store.observations()).map(
            ({ city, period, value, revision }) => [`${city} ${period}`, { value, revision }] as const,
          );
          expect(new Map(found)).toEqual(model);
        }),
        { numRuns: 25, seed: 20261121 },
      );
    });
  });
}
