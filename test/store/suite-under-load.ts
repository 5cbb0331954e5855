import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id } from '../../src/base/index.js';
import { openStore, type Store, type StorePlace } from '../../src/store/index.js';
import { batches, gather, observation, pieces, source } from './made.js';

const writers = 4;
const changes = 12;

/** A backup that is taken while others write is the state of one moment: each change is in it whole, or not at all. */
export function underLoadSuite(fresh: () => Promise<StorePlace>): void {
  describe('a backup taken while others write', () => {
    let stores: { from: Store; to: Store };
    beforeAll(async () => {
      stores = { from: await openStore(await fresh()), to: await openStore(await fresh()) };
    });
    afterAll(async () => {
      await stores?.from.close();
      await stores?.to.close();
    });

    it('restores to a state in which log and figures agree', async () => {
      const { from, to } = stores;
      const backups: Promise<Uint8Array>[] = [];
      let done = 0;
      const write = async (writer: number) => {
        for (let at = 0; at < changes; at++) {
          const name = `xx-${writer}-${at}`;
          await from.saveImport(source(name), batches([observation({ city: name, value: at })]));
          await from.saveDecision({
            about: name,
            kind: 'note',
            reason: 'seen',
            document: '',
            by: `writer ${writer}`,
            on: id<'date'>('2026-01-03'),
          });
          done += 1;
          if (done === writers) backups.push(gather(from.backup()));
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
      const [backup = new Uint8Array()] = await Promise.all(backups);
      const counts = await to.restore(pieces(backup));
      const log = await to.audit.list({ most: 1000 });
      const linesOf = (action: string) => log.filter((line) => line.action === action).length;
      // It was begun amid the changes: some are in it, not all.
      expect(counts.imports).toBeGreaterThanOrEqual(writers);
      expect(counts.imports).toBeLessThan(writers * changes);
      expect(linesOf('data.import')).toBe(counts.imports);
      expect(linesOf('decision.make')).toBe(counts.decisions);
      expect(await to.observations()).toMatchObject({ value: { length: counts.imports } });
      // Its log is the beginning of the one that went on.
      expect(await from.audit.verify(await to.audit.head())).toMatchObject({ whole: true });
      expect((await from.imports()).length).toBe(writers * changes);
    });
  });
}
