import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatedTarget } from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import type { Store, StorePlace } from '../../src/store/index.js';
import { migrateTo, prepareSchema, schemaVersion } from '../../src/store/migrate.js';
import { openShared, type SharedStore } from './shared-store.js';
import { answer } from './suite-checkup.js';

/** A target of a plan. */
export function target(said: Partial<Record<keyof DatedTarget | 'row', unknown>> = {}) {
  return {
    city: id<'city'>('xx-1'),
    indicator: id<'indicator'>('mining_share'),
    year: id<'period'>('2020'),
    target: 0.08,
    document: '转型规划 "第3页"',
    issued: id<'date'>('2013-11-12'),
    row: 2,
    ...said,
  } as DatedTarget & { row: number };
}

const source = { file: 'plan.csv', sha256: 'd'.repeat(64), by: '李', at: '2026-01-02T03:04:05.000Z' };

/** Targets of plans. */
export function targetSuite(fresh: () => Promise<StorePlace>): void {
  describe('plan targets', () => {
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      shared = await openShared(await fresh());
      store = shared.store;
    });
    beforeEach(() => shared.empty());
    afterAll(() => store.close());

    it('of a later document stand beside the earlier one, and another reading beside the first', async () => {
      const later = target({ issued: '2018-06-01', target: 0.1, row: 3 });
      expect(await store.saveTargets(source, [target(), later])).toEqual({
        accepted: 2,
        revised: 0,
        unchanged: 0,
      });
      expect(await store.saveTargets(source, [target({ row: 9 }), later])).toEqual({
        accepted: 0,
        revised: 0,
        unchanged: 2,
      });
      const corrected = target({ target: 0.1 + 0.2 });
      expect(await store.saveTargets(source, [corrected])).toEqual({ accepted: 0, revised: 1, unchanged: 0 });
      const kept = await store.targets();
      expect(kept.map((one) => [one.issued, one.revision, one.target])).toEqual([
        ['2013-11-12', 1, 0.08],
        ['2013-11-12', 2, 0.1 + 0.2],
        ['2018-06-01', 1, 0.1],
      ]);
      expect(kept[1]).toEqual({ ...corrected, ...source, revision: 2 });
    });

    it('of a document after their year are refused, whoever writes them', async () => {
      const wrong = [
        target({ issued: '2021-01-01' }),
        target({ target: Number.NaN }),
        target({ document: '' }),
      ];
      for (const one of wrong)
        await expect(store.saveTargets(source, [target({ year: '2030' }), one])).rejects.toMatchObject({
          code: '23514',
        });
      expect(await store.targets()).toEqual([]);
    });

    it('go away and come back with their migration, and leave the rest alone', async () => {
      await store.saveTargets(source, [target()]);
      await store.saveSurvey(source, [answer()]);
      await shared.access.write((db) => migrateTo(db, 4));
      expect(await schemaVersion(shared.access.db)).toBe(4);
      await expect(sql`select from plan_targets`.execute(shared.access.db)).rejects.toThrow(/plan_targets/);
      await prepareSchema(shared.access);
      expect(await store.targets()).toEqual([]);
      expect(await store.surveys()).toHaveLength(1);
    });
  });
}
