import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import type { Server, Service } from './server-types.js';

/**
 * Answers of GET carry a strong tag made of the catalog's hash, the state of the store, and the language where one is chosen; who holds
 * the same is told so before anything is computed. The tag also names the run of the server, since another program may have changed the
 * store in between. Packed answers have a tag of their own, as they are other bytes. To be called after compression is registered.
 */
export function keepFresh(server: Server, { ws, access }: Pick<Service, 'ws' | 'access'>): void {
  const run = randomBytes(6).toString('hex');
  const tagOf = (request: FastifyRequest) => {
    const lang = languageOf(request.headers['accept-language']);
    const words = [ws.catalog.hash.slice(0, 12), run, ws.revision(), lang];
    return `${isZipped(request.url) ? 'W/' : ''}"${words.join('-')}"`;
  };
  // What one account may read is no answer for the next one in the same browser.
  const isPersonal = ({ routeOptions: { config } }: FastifyRequest) =>
    access.mode === 'accounts' && config.needs !== undefined && !isEverybodys(config.needs.action);
  const isTagged = (request: FastifyRequest) => tagged(request.method, request.url) && !isPersonal(request);
  const tags = new WeakMap<FastifyRequest, string>();
  server.addHook('onRequest', async (request, reply) => {
    if (!asksData(request.url)) return;
    await ws.refresh();
    // Before the answer is worked out: one that a change overtakes must not bear the tag of what came after.
    tags.set(request, tagOf(request));
    const held = request.headers['if-none-match'];
    if (!isTagged(request) || held === undefined) return;
    const fresh = held.split(',').find((one) => unpacked(one) === unpacked(tags.get(request) ?? ''));
    if (fresh !== undefined) return mark(reply, fresh.trim()).code(304).send();
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const tag = tags.get(request);
    if (tag !== undefined && isTagged(request) && reply.statusCode === 200) mark(reply, tag);
    else if (isPersonal(request)) reply.header('cache-control', 'no-store');
    return payload;
  });
  // After the packing, which is a hook of each route too.
  server.addHook('onRoute', (route) => {
    const ending = (
      _request: FastifyRequest,
      reply: FastifyReply,
      payload: unknown,
      done: (error: null, payload: unknown) => void,
    ) => {
      const [etag, coding] = [reply.getHeader('etag'), reply.getHeader('content-encoding')];
      if (typeof etag === 'string' && typeof coding === 'string' && !etag.startsWith('W/'))
        reply.header('etag', etag.replace(/"$/, `~${coding}"`));
      done(null, payload);
    };
    route.onSend = [...[route.onSend ?? []].flat(), ending];
  });
}

/** Whether an action is granted to everybody alike, so that its answers are the same for all. */
function isEverybodys(action: string): boolean {
  return action === 'published.read' || action === 'catalog.read';
}

function mark(reply: FastifyReply, etag: string): FastifyReply {
  return reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-language');
}

/** A tag as it is compared: weakly, and whatever the packing. */
function unpacked(etag: string): string {
  return etag
    .trim()
    .replace(/^W\//, '')
    .replace(/~\w+"$/, '"');
}

/** A workbook holds the time at which its parts were packed: equal content, other bytes. */
function isZipped(url: string): boolean {
  return /[?&]format=xlsx(&|$)/.test(url);
}

/** What may need the database; not the pages' own files, nor what tells whether the server lives. */
function asksData(url: string): boolean {
  return /^\/(api|ogc)(\/|$|\?)|^\/dcat\.jsonld/.test(url);
}

/** Results and definitions; not files, which lie outside the store as kept runs do, nor the state of the server. */
function tagged(method: string, url: string): boolean {
  const path = url.split('?')[0] ?? '';
  const isOpenData = path === '/api/export' || /^\/(ogc|dcat\.jsonld)(\/|$)/.test(path);
  const plain =
    !/^\/api\/(health|backup|reports|webhooks|subsidence|vacant-land|sessions?|accounts|tokens|audit|rounds|snapshots)(\/|$)|\/(report|rejects|form|export)$/.test(
      path,
    );
  return (method === 'GET' || method === 'HEAD') && (isOpenData || (path.startsWith('/api/') && plain));
}
