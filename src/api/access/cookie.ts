import type { FastifyReply, FastifyRequest } from 'fastify';
import { accessSettings } from '../../access/index.js';
import type { AccessOptions } from './options.js';

/**
 * The cookie of a session: scripts cannot read it, other sites do not send it along with changes. Over https its name begins so that
 * browsers take it only from this very host, and send it only there and by https.
 */
export interface SessionCookie {
  read(request: FastifyRequest): string | null;
  write(request: FastifyRequest, reply: FastifyReply, secret: string): void;
  clear(request: FastifyRequest, reply: FastifyReply): void;
}

const name = 'afterlode';

export function sessionCookie(access: AccessOptions): SessionCookie {
  const always = access.mode === 'accounts' && access.https;
  const isSecure = (request: FastifyRequest) => always || request.protocol === 'https';
  const named = (request: FastifyRequest) => (isSecure(request) ? `__Host-${name}` : name);
  const attributes = (request: FastifyRequest) => ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: isSecure(request),
  });
  return {
    read: (request) => request.cookies[named(request)] || null,
    write(request, reply, secret) {
      reply.setCookie(named(request), secret, {
        ...attributes(request),
        maxAge: accessSettings.session.whole,
      });
    },
    clear(request, reply) {
      reply.clearCookie(named(request), attributes(request));
    },
  };
}
