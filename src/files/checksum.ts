import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFailure } from './failure.js';

/**
 * SHA-256 of a file, lower-case hexadecimal, read in pieces.
 *
 * @throws AfterlodeError `CALL_FILE_MISSING`, `FILE_NOT_READABLE`
 */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw readFailure(path, error);
  }
  return hash.digest('hex');
}

/** SHA-256 of bytes, lower-case hexadecimal. */
export function sha256Bytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
