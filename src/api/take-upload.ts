import type { Readable } from 'node:stream';
import { z } from 'zod';
import { AfterlodeError } from '../base/index.js';
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
 * @throws AfterlodeError CALL_OPTION without a body, API_TOO_LARGE, and what `work` throws
 */
export function takeUpload<T>(
  request: { readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown },
  limit: number,
  work: (path: string, fileName: string) => Promise<T>,
): Promise<T> {
  const fileName = fileNameOf(request.headers['x-file-name'] as string | undefined);
  if (request.body === undefined) {
    throw new AfterlodeError('CALL_OPTION', 'body', { found: 'nothing', expected: 'a file' });
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  return withUpload(request.body as Readable, { fileName, announced, limit }, (path) => work(path, fileName));
}
