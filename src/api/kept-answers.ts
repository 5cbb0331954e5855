import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import type { Server, Service } from './server-types.js';

/** What is kept of an answer. */
interface Kept {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Of body and key. */
  readonly bytes: number;
}

/** Answers by their key, the one used longest ago first. */
export interface AnswerShelf {
  find(state: string, key: string): Kept | null;
  keep(state: string, key: string, kept: Omit<Kept, 'bytes'>): void;
  /** Bytes held. */
  readonly bytes: () => number;
}

type Coding = 'br' | 'gzip' | '';

/** An overview of 2,900 units is 300 kB when packed: room for the usual pages of some hundred cities in both languages. */
export const usualShelf = 64 * 1024 * 1024;
/** Headers that belong to the answer and not to the asking. */
const belonging = ['content-type', 'content-language', 'link'] as const;
/** Shorter answers are sent as they are. */
const shortest = 1024;
const packers: Readonly<Record<Exclude<Coding, ''>, (text: string) => Promise<Buffer>>> = {
  br: (text) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => promisify(gzip)(text),
};

/**
 * A place for answers that holds so many bytes at most, and only those of one state: where the state is another, all is forgotten.
 *
 * @param mostBytes of bodies and keys; an answer larger than a quarter is not kept
 */
export function answerShelf(mostBytes: number): AnswerShelf {
  const held = new Map<string, Kept>();
  let [at, bytes] = ['', 0];
  const drop = (key: string) => {
    bytes -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  const enter = (state: string) => {
    if (state === at) return;
    held.clear();
    [at, bytes] = [state, 0];
  };
  return {
    find(state, key) {
      enter(state);
      const kept = held.get(key) ?? null;
      if (kept === null) return null;
      held.delete(key);
      held.set(key, kept);
      return kept;
    },
    keep(state, key, kept) {
      enter(state);
      const size = kept.body.length + Buffer.byteLength(key);
      if (size > mostBytes / 4) return;
      drop(key);
      held.set(key, { ...kept, bytes: size });
      bytes += size;
      for (const oldest of held.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
    bytes: () => bytes,
  };
}

/**
 * Sends answers again, packed as they were, while catalog and store are as they were: only of routes that say that whoever may read
 * what is published everywhere gets the same (`needs`). To be called after whatever decides who is let in, and after `keepFresh`, which
 * tells who holds the answer already, and before routes are added.
 */
export function keepAnswers(server: Server, { ws }: Pick<Service, 'ws'>, mostBytes = usualShelf): void {
  const shelf = answerShelf(mostBytes);
  const asked = new WeakMap<FastifyRequest, { readonly state: string; readonly key: string }>();
  const stateOf = () => `${ws.catalog.hash}/${ws.revision()}`;
  server.addHook('onRequest', async (request, reply) => {
    if (reply.sent || request.method !== 'GET' || !isForEverybody(request)) return;
    const [state, key] = [stateOf(), keyOf(request)];
    const kept = shelf.find(state, key);
    if (kept !== null) return reply.headers(kept.headers).send(kept.body);
    asked.set(request, { state, key });
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const asking = asked.get(request);
    if (asking === undefined || reply.statusCode !== 200 || typeof payload !== 'string') return payload;
    const coding = payload.length < shortest ? '' : codingOf(request);
    const body = coding === '' ? Buffer.from(payload) : await packers[coding](payload);
    if (coding !== '') reply.header('content-encoding', coding);
    // An answer that a change overtook may hold something of before and something of after.
    if (stateOf() === asking.state)
      shelf.keep(asking.state, asking.key, { headers: headersOf(reply, coding), body });
    return body;
  });
}

function isForEverybody({ routeOptions }: FastifyRequest): boolean {
  const { needs } = routeOptions.config;
  return needs?.area === 'all' && (needs.action === 'published.read' || needs.action === 'catalog.read');
}

/** Path, parameters whatever their order, language and packing. */
function keyOf(request: FastifyRequest): string {
  const [path = '', query = ''] = request.url.split('?');
  const words = new URLSearchParams(query);
  words.sort();
  return [path, words.toString(), languageOf(request.headers['accept-language']), codingOf(request)].join(
    ' ',
  );
}

/** The packing that an answer gets by what the asker takes; a coding with the weight zero is not taken. */
function codingOf(request: FastifyRequest): Coding {
  const taken = (request.headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((one) => one.trim())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(';')[0]);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : '';
}

function headersOf(reply: FastifyReply, coding: Coding): Readonly<Record<string, string>> {
  const pairs = belonging.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return { ...Object.fromEntries(pairs), ...(coding !== '' && { 'content-encoding': coding }) };
}
