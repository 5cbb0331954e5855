import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sends bytes as they come, as a file to be saved, which no cache keeps but where `keep` says for how long. */
export async function sendStream(
  reply: FastifyReply,
  source: AsyncIterable<Uint8Array>,
  {
    mediaType,
    fileName,
    keep = 'no-store',
  }: { readonly mediaType: string; readonly fileName: string; readonly keep?: string },
): Promise<FastifyReply> {
  const bytes = source[Symbol.asyncIterator]();
  // The first bytes are awaited before the answer begins, so that a fault is answered as a problem and not as a torn file.
  const first = await bytes.next();
  async function* whole(): AsyncGenerator<Uint8Array> {
    for (let step = first; step.done !== true; step = await bytes.next()) yield step.value;
  }
  return reply
    .headers({
      'content-type': mediaType,
      'content-disposition': disposition('attachment', fileName),
      'cache-control': keep,
    })
    .send(Readable.from(whole(), { objectMode: false }));
}

/** Content-Disposition by RFC 6266: the name in UTF-8, and in ASCII for those who do not read that. */
export function disposition(manner: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${manner}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
