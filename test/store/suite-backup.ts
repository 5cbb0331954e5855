import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { id } from '../../src/base/index.js';
import { openStore, type Store, type StorePlace } from '../../src/store/index.js';
import { batches, finding, gather, observation, pieces, source } from './made.js';
import { openShared, type SharedStore } from './shared-store.js';
import { fillAccounts, signed } from './suite-access.js';
import { fillCampaign } from './suite-campaign.js';
import { answer, history } from './suite-checkup.js';
import { identity } from './suite-identity.js';
import { target } from './suite-targets.js';

/** Puts a little of everything into a store. */
export async function fill(store: Store): Promise<void> {
  const rows = [
    observation({ value: 0.1 + 0.2, note: 'two\nlines "and" 鹤岗' }),
    observation({ city: 'xx-2', value: 1e-300 }),
    observation({ city: 'xx-3', value: null, status: 'missing', doubtful: true }),
  ];
  await store.saveImport(source('a'), batches(rows));
  await store.saveImport(source('b'), batches([observation({ value: 1.7976931348623157e308 })]));
  const key = {
    city: id<'city'>('xx-2'),
    indicator: id<'indicator'>('population'),
    period: id<'period'>('2020'),
  };
  await store.markDoubtful([key], 'jumps');
  await store.saveFindings([finding()], '2026-01-01');
  await store.saveFindings([finding({ severity: 'watch' })], '2026-01-02');
  await store.saveDecision({
    about: 'xx-1',
    kind: 'note',
    reason: 'seen',
    document: '',
    by: 'Li',
    on: id<'date'>('2026-01-03'),
  });
  const survey = { file: 's.csv', sha256: 'c'.repeat(64), by: 'test', at: '2026-01-02T03:04:05.000Z' };
  await store.saveSurvey(survey, [answer()]);
  await store.saveSurvey(survey, [answer({ satisfied: 121 })]);
  await store.addToLedger(() => history());
  await store.saveTargets(survey, [target(), target({ issued: '2018-06-01', target: 0.05 })]);
  await store.saveTargets(survey, [target({ target: 0.1 + 0.2 })]);
  await fillAccounts(store);
  await store.identities.add(identity('li'), null, signed);
  await fillCampaign(store);
}

/** A backup with other lines but a right checksum. */
export function rewritten(bytes: Uint8Array, change: (lines: string[]) => string[]): Uint8Array {
  const lines = change(gunzipSync(bytes).toString('utf8').trimEnd().split('\n').slice(0, -1));
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return gzipSync(`${body}${JSON.stringify({ sha256 })}\n`);
}

/** Backup and restore. */
export function backupSuite(fresh: () => Promise<StorePlace>): void {
  describe('backup and restore', () => {
    let store: Store;
    let second: SharedStore;
    let empty: Store;
    let bytes: Buffer;
    beforeAll(async () => {
      store = await openStore(await fresh());
      await fill(store);
      bytes = await gather(store.backup());
      second = await openShared(await fresh());
      empty = second.store;
    });
    beforeEach(() => second.empty());
    afterAll(async () => {
      await store.close();
      await empty.close();
    });
    const nothing = async () => {
      expect((await empty.observations()).value).toHaveLength(0);
      expect(await empty.imports()).toEqual([]);
      expect(await empty.decisions()).toEqual([]);
    };

    it('brings everything into an empty store, from which the same bytes come again', async () => {
      expect(await empty.restore(pieces(bytes))).toEqual({
        imports: 2,
        observations: 3,
        earlier: 1,
        findings: 1,
        decisions: 1,
        answers: 2,
        events: 2,
        targets: 3,
        accounts: 1,
        audited: 20,
        rounds: 1,
        files: 0,
      });
      expect(await empty.observations()).toEqual(await store.observations());
      expect(await empty.imports()).toEqual(await store.imports());
      expect(await empty.doubts()).toEqual(await store.doubts());
      expect(await empty.findingHistory(finding().id)).toEqual(await store.findingHistory(finding().id));
      expect(await empty.surveys({ revisions: true })).toEqual(await store.surveys({ revisions: true }));
      expect(await empty.ledgerEvents()).toEqual(await store.ledgerEvents());
      expect(await empty.targets()).toEqual(await store.targets());
      expect(await empty.accounts.list()).toEqual(await store.accounts.list());
      expect(await empty.identities.list()).toEqual(await store.identities.list());
      expect(await empty.campaign.values('r2025')).toEqual(await store.campaign.values('r2025'));
      expect(await empty.campaign.files('r2025')).toEqual(await store.campaign.files('r2025'));
      expect(await empty.campaign.bytes('c'.repeat(64))).toEqual(Buffer.alloc(300, 7));
      expect(await empty.audit.verify(await store.audit.head())).toMatchObject({ whole: true, events: 20 });
      expect(gunzipSync(await gather(empty.backup()))).toEqual(gunzipSync(bytes));
    });

    it('goes on numbering where the backup stopped', async () => {
      await empty.restore(pieces(bytes));
      const next = await empty.saveImport(
        source('a'),
        batches([observation({ value: 3, note: 'new words' })]),
      );
      expect(next.import?.id).toBe('aaaaaaaaaaaa-2');
      const [city, indicator, period] = [
        id<'city'>('xx-1'),
        id<'indicator'>('population'),
        id<'period'>('2020'),
      ];
      expect((await empty.history(city, indicator, period)).map((row) => row.revision)).toEqual([1, 2, 3]);
    });

    it('refuses a store that holds anything', async () => {
      await expect(store.restore(pieces(bytes))).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
      expect((await store.observations()).value).toHaveLength(3);
    });

    it('carries an empty store', async () => {
      const none = await gather(empty.backup());
      expect(await empty.restore(pieces(none))).toMatchObject({ imports: 0, observations: 0 });
    });

    it('refuses a cut backup wherever it is cut, and restores nothing', async () => {
      for (const part of [0, 0.1, 0.5, 0.9, 0.999]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        await expect(empty.restore(pieces(cut, 100))).rejects.toMatchObject({
          code: 'STORE_BACKUP_DAMAGED',
        });
      }
      const text = gunzipSync(bytes).toString('utf8');
      for (const lines of [1, 2, 5]) {
        const cut = gzipSync(`${text.split('\n').slice(0, lines).join('\n')}\n`);
        await expect(empty.restore(pieces(cut))).rejects.toMatchObject({
          code: 'STORE_BACKUP_DAMAGED',
        });
      }
      await nothing();
    });

    it('refuses a backup with one changed byte in its text', async () => {
      const text = gunzipSync(bytes);
      for (let at = 3; at < text.length; at += 211) {
        const changed = Buffer.from(text);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await expect(empty.restore(pieces(gzipSync(changed))), `byte ${at}`).rejects.toMatchObject({
          code: expect.stringMatching(/^STORE_(BACKUP_DAMAGED|NEWER)$/),
        });
      }
      await nothing();
    });

    it('refuses what is no backup', async () => {
      for (const wrong of [
        Buffer.from('city,value\n'),
        gzipSync('city,value\n'),
        gzipSync('[1]\n'),
        gzipSync(''),
      ]) {
        await expect(empty.restore(pieces(wrong))).rejects.toMatchObject({ code: 'STORE_BACKUP_DAMAGED' });
      }
    });

    it.each([
      ['a missing row', (lines: string[]) => lines.filter((_line, at) => at !== 2)],
      ['a row too many', (lines: string[]) => [...lines, lines.at(-1) ?? '']],
      ['a row of another length', (lines: string[]) => lines.map((line, at) => (at === 1 ? '[1]' : line))],
      ['a text for a number', (lines: string[]) => lines.map((line) => line.replace('1e-300', '"many"'))],
      [
        'a row without its import',
        (lines: string[]) => lines.map((line) => line.replace('"reported", 2,', '"reported", 9,')),
      ],
      ['a foreign table', (lines: string[]) => lines.map((line) => line.replace('"texts"', '"pg_class"'))],
      ['a foreign column', (lines: string[]) => lines.map((line) => line.replace('"sha256"', '"sha1"'))],
    ])('refuses %s though the checksum fits', async (_what, change) => {
      const wrong = rewritten(bytes, change);
      expect(gunzipSync(wrong)).not.toEqual(gunzipSync(bytes));
      await expect(empty.restore(pieces(wrong))).rejects.toMatchObject({ code: 'STORE_BACKUP_DAMAGED' });
      await nothing();
    });

    it('refuses a backup of a newer version and names both', async () => {
      const newer = rewritten(bytes, ([header = '', ...rest]) => [
        header.replace(/"schema":\d+/, '"schema":99'),
        ...rest,
      ]);
      const restoring = empty.restore(pieces(newer));
      await expect(restoring).rejects.toMatchObject({ code: 'STORE_NEWER' });
      await expect(restoring).rejects.toThrow(/1\.99/);
    });

    it('takes a backup of the first version forward', async () => {
      const old = rewritten(bytes, ([header = '', ...rest]) => {
        const read = JSON.parse(header) as { schema: number; tables: { name: string; rows: number }[] };
        const tables = read.tables.slice(0, 4);
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        return [JSON.stringify({ ...read, schema: 1, tables }), ...rest.slice(0, rows)];
      });
      expect(await empty.restore(pieces(old))).toMatchObject({ observations: 3, findings: 0, decisions: 0 });
      expect(await empty.observations()).toEqual(await store.observations());
      expect(await empty.saveFindings([finding()], '2026-01-01')).toMatchObject({ added: 1 });
    });

    it('lets a reader who stops half way leave the store usable', async () => {
      for await (const _piece of store.backup()) break;
      for await (const _piece of store.backup()) expect(await store.imports()).toHaveLength(2);
    });
  });
}
