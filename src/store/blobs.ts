import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.js';

/** Bytes of one piece: a multiple of three, so that its base64 has no padding inside the whole. */
const pieceBytes = 192 * 1024;

/**
 * Keeps bytes in pieces, outside any writer's turn: they are addressed by their content, so two writers write the same, and what was cut
 * short is filled up by the next attempt.
 */
export async function keepBytes(db: Kysely<Tables>, address: string, bytes: Uint8Array): Promise<void> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let from = 0, piece = 0; from === 0 || from < whole.length; from += pieceBytes, piece += 1) {
    const text = whole.toString('base64', from, Math.min(whole.length, from + pieceBytes));
    await db
      .insertInto('blob_pieces')
      .values({ address, piece, bytes: text })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

/** The bytes of an address; null where there are none. Whether they are whole the caller sees by their checksum. */
export async function readBytes(db: Kysely<Tables>, address: string): Promise<Uint8Array | null> {
  const { rows } = await sql<{ bytes: string }>`
    select bytes from blob_pieces where address = ${address} order by piece`.execute(db);
  return rows.length === 0 ? null : Buffer.concat(rows.map(({ bytes }) => Buffer.from(bytes, 'base64')));
}
