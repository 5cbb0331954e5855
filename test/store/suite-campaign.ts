import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { id } from '../../src/base/index.js';
import type { ReturnValue, RoundDefinition } from '../../src/campaign/index.js';
import { openStore, type RoundChange, type Store, type StorePlace } from '../../src/store/index.js';
import { migrateTo, prepareSchema } from '../../src/store/migrate.js';
import { observation, source } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';
import { signed } from './suite-access.js';

const unit = id<'city'>('xx-1');

export const roundDefinition: RoundDefinition = {
  id: 'r2025',
  label: { en: 'Round', zh: '轮次' },
  period: id<'period'>('2025'),
  forms: ['core'],
  units: [unit, id<'city'>('xx-2')],
  deadlines: {
    report: id<'date'>('2026-04-30'),
    province: id<'date'>('2026-05-31'),
    nation: id<'date'>('2026-06-30'),
  },
  indices: [],
};

const value = (said: Partial<ReturnValue> = {}): ReturnValue => ({
  indicator: id<'indicator'>('population'),
  value: 0.1 + 0.2,
  unit: id<'unit'>('person'),
  missing: '',
  source: 'yearbook "2025" 年鉴',
  explanation: 'two\nlines',
  ...said,
});

/** A save of the unit that makes the revision after those that are there. */
function save(
  store: Store,
  values: readonly ReturnValue[],
  {
    key,
    by = 'li',
    at = signed.at,
    of = unit,
  }: { key?: { key: string; request: string }; by?: string; at?: string; of?: typeof unit } = {},
): Promise<unknown> {
  const request = { round: 'r2025', unit: of, signed: { ...signed, by, at }, key: key ?? null };
  return store.campaign.change(request, ({ events }) => {
    const revision = events.filter((event) => event.unit === of).length + 1;
    return {
      events: [{ unit: of, kind: 'save', revision, content: { changed: values.length } }],
      values,
      audit: { action: 'round.save', target: `round/r2025/${of}`, old: null, new: revision },
      answer: { revision },
    };
  });
}

/** Puts a little of everything of a round into a store. */
export async function fillCampaign(store: Store): Promise<void> {
  await store.campaign.define(roundDefinition, signed);
  await save(store, [value(), value({ indicator: id<'indicator'>('jobs'), value: null, missing: 'none' })], {
    key: { key: 'k1', request: 'a' },
  });
  await save(store, [value({ value: 1e-300 })]);
  await store.campaign.keepBytes('c'.repeat(64), Buffer.alloc(300, 7));
  const file = {
    indicator: 'population',
    sha256: 'c'.repeat(64),
    name: '公报.pdf',
    mediaType: 'a/b',
    size: 300,
  };
  await store.campaign.change({ round: 'r2025', unit, signed, key: null }, () => ({
    events: [{ unit, kind: 'evidence', revision: 3, content: null }],
    file,
    audit: { action: 'round.evidence', target: 'round/r2025/xx-1', old: null, new: file },
    answer: null,
  }));
}

/** Rounds: changes with their audit line, kept values, files, answered requests. */
export function campaignSuite(fresh: () => Promise<StorePlace>): void {
  describe('rounds', () => {
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

    it('keep every value with who, when and why, and read back what was written', async () => {
      await fillCampaign(store);
      const kept = await store.campaign.values('r2025', unit);
      expect(kept.map((one) => [one.indicator, one.revision, one.value, one.by])).toEqual([
        ['jobs', 1, null, 'li'],
        ['population', 1, 0.1 + 0.2, 'li'],
        ['population', 2, 1e-300, 'li'],
      ]);
      expect(kept[1]).toMatchObject({ ...value(), at: signed.at, why: signed.why, unitId: unit });
      expect(await store.campaign.values('r2025', id<'city'>('xx-2'))).toEqual([]);
      expect(await store.campaign.rounds()).toEqual([roundDefinition]);
      expect(
        (await store.campaign.events('r2025')).map(({ number, unit: of, kind }) => [number, of, kind]),
      ).toEqual([
        [1, null, 'define'],
        [2, unit, 'save'],
        [3, unit, 'save'],
        [4, unit, 'evidence'],
      ]);
      expect(await store.campaign.events('r2025', null)).toHaveLength(1);
      expect(await store.campaign.files('r2025')).toMatchObject([
        { unit, name: '公报.pdf', size: 300, by: 'operator' },
      ]);
      expect(await store.campaign.bytes('c'.repeat(64))).toEqual(Buffer.alloc(300, 7));
      expect(await store.campaign.bytes('d'.repeat(64))).toBeNull();
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 4 });
    });

    it('answer a repeated request from what was kept, and forget keys of more than 30 days ago', async () => {
      await store.campaign.define(roundDefinition, signed);
      const keyed = (key: string, at: string) => save(store, [], { key: { key, request: 'a' }, at });
      expect(await keyed('old', '2026-05-01T08:00:00.000Z')).toEqual({ revision: 1 });
      expect(await keyed('near', '2026-05-31T07:59:59.000Z')).toEqual({ revision: 2 });
      expect(await keyed('old', '2026-05-31T08:00:00.000Z')).toEqual({ revision: 1 });
      expect(await keyed('new', '2026-06-02T08:00:00.000Z')).toEqual({ revision: 3 });
      expect(await keyed('near', '2026-06-02T08:00:01.000Z')).toEqual({ revision: 2 });
      expect(await keyed('old', '2026-06-02T08:00:02.000Z')).toEqual({ revision: 4 });
    });

    it('are defined once, and changed only where they are', async () => {
      await store.campaign.define(roundDefinition, signed);
      await expect(store.campaign.define(roundDefinition, signed)).rejects.toMatchObject({
        code: 'ROUND_TAKEN',
      });
      await expect(save(store, [value()]).then(() => store.campaign.values('other'))).resolves.toEqual([]);
      const request = { round: 'other', unit, signed, key: null };
      const never = (): RoundChange => {
        throw new Error('asked');
      };
      await expect(store.campaign.change(request, never)).rejects.toMatchObject({ code: 'ROUND_UNKNOWN' });
    });

    it('apply a request under one key once, and answer it alike', async () => {
      await store.campaign.define(roundDefinition, signed);
      const key = { key: 'k', request: 'one' };
      const answers = await Promise.all([1, 2, 3].map(() => save(store, [value()], { key })));
      expect(answers).toEqual([{ revision: 1 }, { revision: 1 }, { revision: 1 }]);
      expect(await store.campaign.values('r2025')).toHaveLength(1);
      expect(await store.audit.head()).toMatchObject({ number: 2 });
      await expect(save(store, [value()], { key: { key: 'k', request: 'two' } })).rejects.toMatchObject({
        code: 'ROUND_KEY',
      });
      expect(await save(store, [value()], { key, by: 'wang' })).toEqual({ revision: 2 });
    });

    it('keep nothing of a change that fails on its way', async () => {
      await store.campaign.define(roundDefinition, signed);
      const key = { key: 'k', request: 'one' };
      const twice = [value(), value()];
      await expect(save(store, twice, { key })).rejects.toThrow(/duplicate|unique/);
      expect(await store.campaign.events('r2025', unit)).toEqual([]);
      expect(await store.audit.head()).toMatchObject({ number: 1 });
      expect(await save(store, [value()], { key })).toEqual({ revision: 1 });
    });

    it('publish values and the event in one', async () => {
      await store.campaign.define(roundDefinition, signed);
      const request = { round: 'r2025', unit: null, signed, key: null };
      const publish = (rows: readonly ReturnType<typeof observation>[]) =>
        store.campaign.change(request, ({ head }) => ({
          events: [{ unit: null, kind: 'publish', revision: 2, content: { snapshot: 'e' } }],
          bytes: { address: 'e', bytes: Buffer.from('document') },
          observations: { source: source('e', { file: 'round/r2025' }), rows },
          audit: { action: 'round.publish', target: 'round/r2025', old: null, new: null },
          answer: head?.number,
        }));
      const faulty = [observation({ value: 1 }), observation({ value: 2 })];
      await expect(publish(faulty)).rejects.toMatchObject({ code: 'STORE_KEY_TWICE' });
      expect([await store.imports(), await store.campaign.bytes('e')]).toEqual([[], null]);
      expect(await publish([observation({ value: 1 })])).toBe(1);
      expect((await store.imports()).map(({ file }) => file)).toEqual(['round/r2025']);
      expect(String(await store.campaign.bytes('e'))).toBe('document');
    });

    it('fill up bytes whose keeping was cut short', async () => {
      const bytes = Buffer.alloc(400_000, 1);
      await store.campaign.keepBytes('f', bytes.subarray(0, 196_608));
      await store.campaign.keepBytes('f', bytes);
      expect(await store.campaign.bytes('f')).toEqual(bytes);
      await store.campaign.keepBytes('g', Buffer.alloc(0));
      expect(await store.campaign.bytes('g')).toHaveLength(0);
    });

    it.each(['rounds', 'round_events', 'round_values', 'round_files', 'blob_pieces'])(
      'refuse that %s is changed or thinned out',
      async (table) => {
        await fillCampaign(store);
        const deleting = sql`delete from ${sql.table(table)}`.execute(shared.access.db);
        await expect(deleting).rejects.toThrow(/only added to|foreign key/);
      },
    );

    it('lose nothing and number without gaps when many report at once', async () => {
      const units = Array.from({ length: 30 }, (_, at) => id<'city'>(`xx-${at}`));
      await store.campaign.define({ ...roundDefinition, units }, signed);
      const others = 'url' in place ? [await openStore(place), await openStore(place)] : [];
      const writers = [store, ...others];
      const values = Array.from({ length: 100 }, (_, at) => value({ indicator: id<'indicator'>(`i${at}`) }));
      await Promise.all(
        units.map((of, at) => save(writers[at % writers.length] as Store, values, { of, by: `by-${at}` })),
      );
      for (const other of others) await other.close();
      const events = await store.campaign.events('r2025');
      expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1));
      expect(await store.campaign.values('r2025')).toHaveLength(3000);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 31 });
    });

    it('go with their tables when these go back, and begin anew', async () => {
      await fillCampaign(store);
      await shared.access.write((db) => migrateTo(db, 6));
      await expect(sql`select from rounds`.execute(shared.access.db)).rejects.toThrow(/rounds/);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 4 });
      await prepareSchema(shared.access);
      expect(await store.campaign.rounds()).toEqual([]);
      await store.campaign.define(roundDefinition, signed);
      expect(await store.campaign.rounds()).toEqual([roundDefinition]);
    });
  });
}
