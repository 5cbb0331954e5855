import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  findingId,
  type LedgerEvent,
  ledgerEntries,
  makeEvent,
  mergeEvents,
  type Opened,
  type SurveyAnswer,
} from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import { openStore, type Store, type StorePlace } from '../../src/store/index.js';
import { migrateTo, prepareSchema, schemaVersion } from '../../src/store/migrate.js';
import { openShared, type SharedStore } from './shared-store.js';

/** Answers of residents to one question. */
export function answer(said: Partial<Record<keyof SurveyAnswer | 'row', unknown>> = {}) {
  return {
    city: id<'city'>('xx-1'),
    period: id<'period'>('2024'),
    item: 'parking',
    indicator: null,
    asked: 400,
    satisfied: 120,
    dissatisfied: 200,
    source: '2024年居民调查',
    note: '',
    row: 2,
    ...said,
  } as SurveyAnswer & { row: number };
}

export function opened(said: Partial<Opened> = {}): Opened {
  return {
    city: id<'city'>('xx-1'),
    period: id<'period'>('2024'),
    subject: 'indicator',
    about: 'parking_gap',
    level: 'urban_area',
    place: '',
    lon: null,
    lat: null,
    problemType: '',
    light: 'red',
    mismatch: null,
    value: 0.1 + 0.2,
    evidence: ['light/xx-1/2024/parking_gap'],
    note: 'two\nlines "and" 停车',
    ...said,
  };
}

/** An opened finding and its measure. */
export function history(said: Partial<Opened> = {}): readonly LedgerEvent[] {
  const begun = opened(said);
  const signed = { at: '2026-01-02T03:04:05.678Z', by: '李', document: '2026-7' };
  const first = makeEvent(findingId(begun), '', { kind: 'opened', content: begun }, signed);
  const measure = { measure: '新建停车楼', body: '城管局', budget: 12_345_678.9, deadline: '2027-06-30' };
  const second = makeEvent(
    first.finding,
    first.id,
    { kind: 'measure', content: { ...measure, workItem: '' } },
    signed,
  );
  return [first, second];
}

const source = { file: 'survey.csv', sha256: 'a'.repeat(64), by: 'test', at: '2026-01-02T03:04:05.000Z' };

/** The residents' survey and the ledger of findings. */
export function checkupSuite(fresh: () => Promise<StorePlace>): void {
  describe('survey and ledger', () => {
    let place: StorePlace;
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      place = await fresh();
      shared = await openShared(place);
      store = shared.store;
    });
    beforeEach(() => shared.empty());
    afterAll(() => store.close());

    it('keeps answers once and earlier figures as revisions', async () => {
      const [first, other] = [answer(), answer({ item: 'air', indicator: 'good_air_days_share', row: 3 })];
      expect(await store.saveSurvey(source, [first, other])).toEqual({
        accepted: 2,
        revised: 0,
        unchanged: 0,
      });
      expect(await store.saveSurvey(source, [other, first])).toEqual({
        accepted: 0,
        revised: 0,
        unchanged: 2,
      });
      const more = answer({ dissatisfied: 210 });
      expect(await store.saveSurvey(source, [more])).toEqual({ accepted: 0, revised: 1, unchanged: 0 });
      const now = await store.surveys();
      expect(now.map((one) => [one.item, one.revision, one.dissatisfied])).toEqual([
        ['air', 1, 200],
        ['parking', 2, 210],
      ]);
      expect(now[0]).toMatchObject({ ...other, file: 'survey.csv', by: 'test' });
      expect((await store.surveys({ revisions: true })).map((one) => one.dissatisfied)).toEqual([
        200, 200, 210,
      ]);
    });

    it('selects answers by city and period', async () => {
      await store.saveSurvey(source, [
        answer(),
        answer({ city: 'xx-2' }),
        answer({ city: 'xx-2', period: '2025' }),
      ]);
      expect(await store.surveys({ city: id<'city'>('xx-2') })).toHaveLength(2);
      expect(await store.surveys({ period: id<'period'>('2025') })).toHaveLength(1);
      expect(await store.surveys({ city: id<'city'>('xx-3') })).toEqual([]);
    });

    it('refuses more answers than persons, whoever writes them', async () => {
      await expect(store.saveSurvey(source, [answer({ satisfied: 300 })])).rejects.toMatchObject({
        code: '23514',
      });
      expect(await store.surveys()).toEqual([]);
    });

    it('gives events back as they were, in their order, and never twice', async () => {
      const events = history();
      await store.addToLedger(() => events);
      expect(await store.ledgerEvents()).toEqual(events);
      expect(await store.ledgerEvents('unheard')).toEqual([]);
      const again = await store.addToLedger((present) => mergeEvents(present, events).added);
      expect(again).toEqual([]);
      expect(ledgerEntries(await store.ledgerEvents()).get(events[0]?.finding ?? '')).toMatchObject({
        status: 'planned',
        measure: { budget: 12_345_678.9 },
      });
    });

    it('writes nothing where making the events fails or two would follow the same one', async () => {
      const [first, second] = history() as [LedgerEvent, LedgerEvent];
      await store.addToLedger(() => [first]);
      await expect(
        store.addToLedger(() => {
          throw new Error('stop');
        }),
      ).rejects.toThrow('stop');
      const fork = makeEvent(
        first.finding,
        first.id,
        { kind: 'note', content: { text: 'other', evidence: [] } },
        second,
      );
      await expect(store.addToLedger(() => [second, fork])).rejects.toMatchObject({ code: '23505' });
      expect(await store.ledgerEvents()).toEqual([first]);
    });

    it('lets those who record at the same time follow each other', async () => {
      const [first] = history() as [LedgerEvent];
      await store.addToLedger(() => [first]);
      const note = (text: string) =>
        store.addToLedger((present) => [
          makeEvent(
            first.finding,
            present.at(-1)?.id ?? '',
            { kind: 'note', content: { text, evidence: [] } },
            first,
          ),
        ]);
      await Promise.all(['a', 'b', 'c'].map(note));
      expect(ledgerEntries(await store.ledgerEvents()).get(first.finding)?.events).toHaveLength(4);
    });

    it('go away and come back with their migration, and leave the rest alone', async () => {
      await store.saveSurvey(source, [answer()]);
      await shared.access.write((db) => migrateTo(db, 3));
      expect(await schemaVersion(shared.access.db)).toBe(3);
      await expect(sql`select from ledger_events`.execute(shared.access.db)).rejects.toThrow(/ledger_events/);
      await prepareSchema(shared.access);
      expect(await store.surveys()).toEqual([]);
      expect(await store.decisions()).toEqual([]);
    });

    // The last one: it closes the store and opens it again.
    it('survive a restart', async () => {
      await store.saveSurvey(source, [answer()]);
      await store.addToLedger(() => history());
      const before = [await store.surveys(), await store.ledgerEvents()];
      await store.close();
      store = await openStore(place);
      expect([await store.surveys(), await store.ledgerEvents()]).toEqual(before);
    });
  });
}
