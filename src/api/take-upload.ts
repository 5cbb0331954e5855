import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AfterlodeError, phrases } from '../base/index.js';
import { fileNameOf } from './routes-imports.js';
import { withUpload } from './upload.js';

/** The header that names the file of a body. */
export const uploadHeaders = z.looseObject({
  'x-file-name': z.string().describe('percent-encoded where it is not ASCII').optional(),
});

/**
 * Lets `work` read the body of a request as a file that is gone afterwards.
 *
 * @param limit bytes
 * @param where method and path, for messages; that of imports
 * @throws AfterlodeError CALL_OPTION without a body, API_TOO_LARGE, and what `work` throws
 */
export function takeUpload<T>(
  request: { readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown },
  limit: number,
  work: (path: string, fileName: string) => Promise<T>,
  where?: string,
): Promise<T> {
  const fileName = fileNameOf(request.headers['x-file-name'] as string | undefined);
  if (request.body === undefined) {
    const expected = { en: 'a file', zh: '文件' };
    throw new AfterlodeError('CALL_OPTION', 'body', { found: phrases.nothing, expected });
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  const upload = { fileName, announced, limit, ...(where !== undefined && { where }) };
  return withUpload(request.body as Readable, upload, (path) => work(path, fileName));
}
