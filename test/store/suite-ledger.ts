import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { id } from '../../src/base/index.js';
import type { Store, StorePlace } from '../../src/store/index.js';
import { finding } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';

/** Findings and decisions. */
export function ledgerSuite(fresh: () => Promise<StorePlace>): void {
  describe('the ledger', () => {
    let shared: SharedStore;
    let store: Store;
    beforeAll(async () => {
      shared = await openShared(await fresh());
      store = shared.store;
    });
    beforeEach(() => shared.empty());
    afterAll(() => store.close());

    it('adds a finding once and keeps its earlier forms', async () => {
      const first = finding();
      const worse = finding({ severity: 'urgent' });
      expect(await store.saveFindings([first, first], '2026-01-01')).toEqual({
        added: 1,
        changed: 0,
        unchanged: 0,
      });
      expect(await store.saveFindings([first], '2026-01-02')).toEqual({ added: 0, changed: 0, unchanged: 1 });
      expect(await store.saveFindings([worse], '2026-01-03')).toEqual({ added: 0, changed: 1, unchanged: 0 });
      expect(await store.findings()).toEqual([
        { finding: worse, firstSeen: '2026-01-01', changed: '2026-01-03', status: 'open' },
      ]);
      expect(await store.findingHistory(first.id)).toEqual([
        { at: '2026-01-01', status: 'open', finding: first },
        { at: '2026-01-03', status: 'open', finding: worse },
      ]);
    });

    it('settles open findings and opens them when they are seen again', async () => {
      const one = finding();
      await store.saveFindings([one], '2026-01-01');
      expect(await store.settleFindings([one.id, 'unheard'], '2026-02-01')).toBe(1);
      expect(await store.settleFindings([one.id], '2026-02-02')).toBe(0);
      expect(await store.settleFindings([], '2026-02-02')).toBe(0);
      expect(await store.findings({ status: 'open' })).toEqual([]);
      expect(await store.saveFindings([one], '2026-03-01')).toMatchObject({ changed: 1 });
      expect((await store.findingHistory(one.id)).map(({ at, status }) => [at, status])).toEqual([
        ['2026-01-01', 'open'],
        ['2026-02-01', 'settled'],
        ['2026-03-01', 'open'],
      ]);
    });

    it('selects findings by city, problem and period, in a fixed order', async () => {
      await store.saveFindings(
        [
          finding({ id: 'c', city: 'xx-2', period: '2010' }),
          finding({ id: 'b', city: 'xx-1', problem: 'aging' }),
          finding({ id: 'a', city: 'xx-1' }),
        ],
        '2026-01-01',
      );
      const ids = async (filter: Parameters<Store['findings']>[0]) =>
        (await store.findings(filter)).map((one) => one.finding.id);
      expect(await ids({})).toEqual(['a', 'b', 'c']);
      expect(await ids({ city: id<'city'>('xx-1') })).toEqual(['a', 'b']);
      expect(await ids({ problem: 'aging' })).toEqual(['b']);
      expect(await ids({ period: id<'period'>('2010') })).toEqual(['c']);
      expect(await ids({ city: id<'city'>('xx-2'), problem: 'aging' })).toEqual([]);
    });

    it('keeps decisions, newest first, each once', async () => {
      const plain = {
        about: 'value/xx-1/2020/population',
        kind: 'exclude',
        reason: '原表有误 "',
        document: '',
        by: 'Li',
        on: id<'date'>('2026-01-02'),
      } as const;
      const halved = store.saveDecision({ ...plain, reason: 'a\u0000b' });
      await expect(halved).rejects.toMatchObject({ code: 'STORE_TEXT' });
      const saved = await store.saveDecision(plain);
      expect(await store.saveDecision(plain)).toEqual(saved);
      const earlier = await store.saveDecision({ ...plain, on: id<'date'>('2026-01-01') });
      const other = await store.saveDecision({ ...plain, about: 'xx-1', kind: 'note' });
      expect(await store.decisions()).toEqual([other, saved, earlier]);
      expect(await store.decisions('xx-1')).toEqual([other]);
      expect(await store.decisions('unheard')).toEqual([]);
      expect(new Set([saved.id, earlier.id, other.id]).size).toBe(3);
    });

    it('keeps a decision that is made again after another about the same thing', async () => {
      const about = 'value/xx-3/2020/population';
      const made = { about, reason: 'x', document: '', by: 'Li', on: id<'date'>('2026-01-02') };
      const first = await store.saveDecision({ ...made, kind: 'exclude' });
      await store.saveDecision({ ...made, kind: 'accept' });
      const again = await store.saveDecision({ ...made, kind: 'exclude' });
      expect((await store.decisions(about)).map((one) => one.kind)).toEqual(['exclude', 'accept', 'exclude']);
      expect(again.id).not.toBe(first.id);
    });
  });
}
