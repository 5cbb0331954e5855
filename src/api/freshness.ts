import { randomBytes } from 'node:crypto';
import type { Server, Service } from './server-types.js';

/**
 * Answers of GET carry a tag made of the catalog's hash and the state of the store; a browser that holds the same is told so before
 * anything is computed. The tag also names the run of the server, since another program may have changed the store in between.
 */
export function keepFresh(server: Server, { ws }: Pick<Service, 'ws'>): void {
  const run = randomBytes(6).toString('hex');
  const tag = () => `W/"${ws.catalog.hash.slice(0, 12)}-${run}-${ws.revision()}"`;
  server.addHook('onRequest', async (request, reply) => {
    const held = request.headers['if-none-match'];
    if (!tagged(request.method, request.url) || held === undefined) return;
    if (held.split(',').some((one) => one.trim() === tag()))
      return reply.code(304).header('etag', tag()).header('cache-control', 'no-cache').send();
  });
  server.addHook('onSend', async (request, reply, payload) => {
    if (!tagged(request.method, request.url)) return payload;
    if (reply.statusCode === 200) reply.header('etag', tag()).header('cache-control', 'no-cache');
    return payload;
  });
}

/** Results and definitions; not files, which depend on the language or lie outside the store as kept runs do, nor the state of the
 * server. */
function tagged(method: string, url: string): boolean {
  const path = url.split('?')[0] ?? '';
  const plain =
    !/^\/api\/(health|backup|reports|subsidence|vacant-land)(\/|$)|\/(report|rejects|form|export)$/.test(
      path,
    );
  return (method === 'GET' || method === 'HEAD') && path.startsWith('/api/') && plain;
}
