import helmet from '@fastify/helmet';
import type { FastifyRequest } from 'fastify';
import { AfterlodeError } from '../base/index.js';
import type { Server } from './server-types.js';

/**
 * Headers and refusals that keep other pages of the same browser out of a server on loopback: a policy that loads nothing from
 * outside, no change on behalf of another origin, and, where `hosts` names them, no other host name, so that a foreign name that
 * resolves to this machine reads nothing.
 *
 * @param hosts names a request may call the server by; null: any
 */
export async function guard(server: Server, hosts: readonly string[] | null): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // Charts place their labels with style attributes, reports carry their style inside.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // Served over http on loopback; a proxy in front that speaks https adds its own.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  server.addHook('onRequest', async (request) => {
    if (hosts !== null) checkHost(request, hosts);
    checkAddress(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') checkOrigin(request);
  });
}

/** No name and no word of an option has the character of number zero; files and databases end at it. */
function checkAddress({ method, url }: FastifyRequest): void {
  if (!url.includes('%00')) return;
  const where = `${method} ${url.split('?')[0]?.slice(0, 200)}`;
  const expected = { en: 'text without it', zh: '不含该字符的文字' };
  throw new AfterlodeError('API_REQUEST', where, { found: '%00', expected });
}

function checkHost(request: FastifyRequest, hosts: readonly string[]): void {
  const named = request.hostname.replace(/^\[|\]$/g, '');
  if (!hosts.includes(named))
    throw new AfterlodeError('API_HOST', 'Host', { found: named, expected: hosts.join(', ') });
}

function checkOrigin(request: FastifyRequest): void {
  const { origin } = request.headers;
  // Behind a proxy that is trusted, the name by which the browser called it.
  const { host } = request;
  const site = request.headers['sec-fetch-site'];
  const foreign =
    origin === undefined ? site === 'cross-site' || site === 'same-site' : hostOf(origin) !== host;
  if (foreign)
    throw new AfterlodeError('API_ORIGIN', 'Origin', { found: origin ?? String(site), expected: host });
}

/** Host and port of an origin; null for `null` and for what is no origin. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
