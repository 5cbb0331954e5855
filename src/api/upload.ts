import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AfterlodeError, renamedIn } from '../base/index.js';

export interface Upload {
  /** Its last extensions tell the format. */
  readonly fileName: string;
  /** Bytes by the header `content-length`; 0 if it says nothing. */
  readonly announced: number;
  /** Method and path, for messages; default that of imports. */
  readonly where?: string;
  /** Bytes allowed. */
  readonly limit: number;
}

/**
 * Streams a body to a file of its own, hands its path on, and removes it whatever happens.
 *
 * @throws AfterlodeError API_TOO_LARGE as soon as the limit is passed, or at once where the header says so
 */
export async function withUpload<T>(
  body: Readable,
  upload: Upload,
  work: (path: string) => Promise<T>,
): Promise<T> {
  if (upload.announced > upload.limit) {
    body.resume();
    throw tooLarge(upload.announced, upload);
  }
  const folder = await mkdtemp(join(tmpdir(), 'afterlode-import-'));
  try {
    const path = join(folder, `body${extensionOf(upload.fileName)}`);
    await pipeline(body, limiter(upload), createWriteStream(path));
    return await work(path).catch((error: unknown) => {
      throw error instanceof AfterlodeError ? renamedIn(error, path, upload.fileName) : error;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function limiter(upload: Upload): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > upload.limit) done(tooLarge(bytes, upload));
      else done(null, chunk);
    },
  });
}

function tooLarge(found: number, { where = 'POST /api/imports', limit }: Upload): AfterlodeError {
  return new AfterlodeError('API_TOO_LARGE', where, { found, expected: limit });
}

/** `.csv.gz` of `figures.csv.gz`: letters and digits only, so that a name from outside makes no path. */
function extensionOf(fileName: string): string {
  return /(\.[a-z0-9]{1,8}){1,2}$/i.exec(fileName)?.[0].toLowerCase() ?? '';
}
