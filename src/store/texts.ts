import type { Kysely } from 'kysely';
import { insertColumns } from './insert-columns.js';
import type { Tables } from './tables.js';

/** Sources and notes by number: they repeat in thousands of rows, so rows carry the number. */
export interface TextNumbers {
  /** Number of a text, a new one for a new text. */
  numberOf(words: string): number;
  /** Writes the new texts. To be called before rows that name them, in the same writing transaction. */
  save(): Promise<void>;
}

export async function textNumbers(db: Kysely<Tables>): Promise<TextNumbers> {
  const rows = await db.selectFrom('texts').select(['number', 'words']).execute();
  const known = new Map(rows.map((row) => [row.words, row.number]));
  let highest = rows.reduce((top, row) => Math.max(top, row.number), 0);
  let fresh: { number: number; words: string }[] = [];
  return {
    numberOf(words) {
      const present = known.get(words);
      if (present !== undefined) return present;
      highest += 1;
      known.set(words, highest);
      fresh.push({ number: highest, words });
      return highest;
    },
    async save() {
      const targets = [
        { name: 'number', type: 'integer' },
        { name: 'words', type: 'text' },
      ] as const;
      await insertColumns(db, 'texts', targets, [
        fresh.map((text) => text.number),
        fresh.map((text) => text.words),
      ]);
      fresh = [];
    },
  };
}
