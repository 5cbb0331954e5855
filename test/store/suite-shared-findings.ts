import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LedgerEvent, ledgerEntries, makeEvent } from '../../src/assess/index.js';
import { id } from '../../src/base/index.js';
import type { LedgerFile, StorePlace } from '../../src/store/index.js';
import { migrateTo, prepareSchema } from '../../src/store/migrate.js';
import { migrations } from '../../src/store/migrations/index.js';
import { batches, finding, gather, observation, pieces, source } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';
import { answer, history } from './suite-checkup.js';
import { target } from './suite-targets.js';

const signed = { by: 'li', at: '2026-03-01T08:00:00.000Z', why: 'checked' };
const content = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
const sha256 = createHash('sha256').update(content).digest('hex');
const file: LedgerFile = { sha256, mediaType: 'image/png', content };

/** The version whose tables know nothing of all this. */
const versionBefore = (migrations.find(({ name }) => name === 'shared findings')?.version ?? 0) - 1;

/** An opened finding, its measure, who has to see to it, a comment and a photo. */
function shared(): readonly LedgerEvent[] {
  const events = [...history()];
  const [first] = events as [LedgerEvent];
  const said = { at: '2026-02-01T00:00:00.000Z', by: '王', document: '' };
  const add = (step: Parameters<typeof makeEvent>[2]) =>
    events.push(makeEvent(first.finding, events.at(-1)?.id ?? '', step, said));
  add({ kind: 'assigned', content: { person: '李', office: '', deadline: '2027-01-01', note: '' } });
  add({ kind: 'comment', content: { text: '看过\n"了"', answers: '', edits: '' } });
  add({
    kind: 'file',
    content: { name: 'a.png', sha256, mediaType: 'image/png', bytes: content.length, caption: '' },
  });
  return events;
}

/** Findings that many work on, and the line that every change leaves in the audit log. */
export function sharedFindingsSuite(fresh: () => Promise<StorePlace>): void {
  describe('findings that many work on', () => {
    let place: StorePlace;
    let opened: SharedStore;
    beforeAll(async () => {
      place = await fresh();
      opened = await openShared(place);
    });
    beforeEach(() => opened.empty());
    afterAll(() => opened.store.close());
    const actions = async () =>
      (await opened.store.audit.list({ most: 50 })).map(({ action }) => action).toReversed();

    it('keep bytes once, with the events that name them, in one transaction', async () => {
      const { store } = opened;
      const all = shared();
      const failing = store.addToLedger(() => [all[1] as LedgerEvent, all[1] as LedgerEvent], {
        signed,
        files: [file],
      });
      await expect(failing).rejects.toMatchObject({ code: '23505' });
      expect([await store.ledgerFile(sha256), await actions()]).toEqual([null, []]);
      await store.addToLedger(() => all, { signed, files: [file, file] });
      const kept = await store.ledgerFile(sha256);
      expect([kept?.mediaType, Buffer.from(kept?.content ?? []).equals(Buffer.from(content))]).toEqual([
        'image/png',
        true,
      ]);
      expect([...ledgerEntries(await store.ledgerEvents()).values()][0]).toMatchObject({
        assignment: { person: '李' },
        comments: [{ text: '看过\n"了"', by: '王' }],
        files: [{ sha256 }],
      });
      expect(await actions()).toEqual(
        ['opened', 'measure', 'assigned', 'comment', 'file'].map((kind) => `finding.${kind}`),
      );
      const [line] = await store.audit.list({ most: 1 });
      expect(line).toMatchObject({ by: 'li', why: 'checked', target: all[0]?.finding });
      expect(JSON.parse(line?.new ?? '')).toMatchObject({ event: all[4]?.id, recordedBy: '王', sha256 });
    });

    it('every change leaves one line that is chained, and what changes nothing leaves none', async () => {
      const { store } = opened;
      const survey = { file: 's.csv', sha256: 'b'.repeat(64), by: 'test', at: signed.at };
      const decision = {
        about: 'xx-1',
        kind: 'note',
        reason: 'r',
        document: '',
        by: 'Li',
        on: id<'date'>('2026-01-01'),
      } as const;
      const doAll = async () => {
        await store.saveImport(source(), batches([observation()]), { signed });
        await store.saveFindings([finding()], '2026-01-01', signed);
        await store.saveDecision(decision, signed);
        await store.saveSurvey(survey, [answer()], signed);
        await store.saveTargets(survey, [target()], signed);
      };
      await doAll();
      const once = ['data.import', 'findings.save', 'decision.make', 'survey.import', 'targets.import'];
      expect(await actions()).toEqual(once);
      await doAll();
      expect(await actions()).toEqual(once);
      await store.saveImport(source('b'), batches([observation({ value: 2 })]));
      const [line] = await store.audit.list({ most: 1 });
      expect([line?.by, line?.target, JSON.parse(line?.new ?? '')]).toEqual([
        'test',
        `import/${'b'.repeat(12)}`,
        expect.objectContaining({ accepted: 0, revised: 1, sha256: 'b'.repeat(64) }),
      ]);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 6 });
    });

    it('come back from a backup, and the restore says of itself who did it', async () => {
      const { store } = opened;
      await store.addToLedger(() => shared(), { signed, files: [file] });
      const bytes = await gather(store.backup());
      await opened.empty();
      const counts = await store.restore(pieces(bytes), undefined, { ...signed, by: 'operator:x' });
      expect(counts).toMatchObject({ events: 5, files: 1, audited: 6 });
      expect((await store.ledgerFile(sha256))?.content).toHaveLength(content.length);
      const [line] = await store.audit.list({ most: 1 });
      expect([line?.action, line?.by]).toEqual(['backup.restore', 'operator:x']);
      expect(await store.audit.verify(null)).toMatchObject({ whole: true, events: 6 });
    });

    it('go back to the version before as notes, and forward again', async () => {
      const { store, access } = opened;
      await store.addToLedger(() => shared(), { signed, files: [file] });
      await access.write((db) => migrateTo(db, versionBefore));
      await expect(sql`select from ledger_files`.execute(access.db)).rejects.toThrow(/ledger_files/);
      await prepareSchema(access);
      const events = await store.ledgerEvents();
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'measure', 'note', 'note', 'note']);
      expect(JSON.stringify(events[3]?.content)).toContain('看过');
      expect([...ledgerEntries(events).values()][0]?.status).toBe('planned');
      expect(await store.ledgerFile(sha256)).toBeNull();
    });
  });
}
