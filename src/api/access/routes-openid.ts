import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accessSettings, backPath } from '../../access/index.js';
import type { OpenId } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { problem } from '../schemas.js';
import type { Server, Service } from '../server-types.js';

const tags = ['access'];
const path = '/api/session/openid';
const config = { rate: 'sign-in' } as const;
/** Carries the secret of a visit at the provider there and back. */
const visitCookie = 'afterlode_visit';

const broken = {
  description: 'what is wrong, where, and what to do; browsers are led to the sign-in page, which says it',
  content: { 'application/problem+json': { schema: problem } },
};
const led = (where: string) => ({
  302: { description: where, content: { 'text/plain': { schema: z.literal('') } } },
  '4xx': broken,
  '5xx': broken,
});

/** Sign-in by an identity provider. These addresses are opened by browsers, not called by pages. */
export function addOpenIdRoutes(server: Server, service: Service): void {
  const { openid } = service;
  server.get(
    path,
    {
      config,
      schema: {
        tags,
        summary: 'Go to the identity provider to sign in',
        querystring: z.strictObject({ back: z.string().describe('page of this site afterwards').optional() }),
        response: led('to the provider'),
      },
    },
    (request, reply) =>
      ledOn(request, reply, request.query.back, async () => {
        const { location, secret } = await known(openid).begin(request.query.back ?? null, {});
        writeVisit(service, request, reply, secret);
        return location;
      }),
  );
  server.get(
    `${path}/back`,
    {
      config,
      schema: {
        tags,
        summary: 'Come back from the identity provider; signs in',
        querystring: z.looseObject({ state: z.string().optional() }).describe("the provider's answer"),
        response: led('to the page that was wanted'),
      },
    },
    (request, reply) =>
      ledOn(request, reply, null, async () => {
        const door = known(openid);
        const secret = request.cookies[visitCookie] || null;
        reply.clearCookie(visitCookie, { path });
        const query = request.url.split('?')[1] ?? '';
        const given = { query, secret, previous: service.sessions.read(request) };
        const done = await door.finish(given, {});
        service.sessions.write(request, reply, done.secret);
        return done.back;
      }),
  );
  server.get(
    `${path}/end`,
    {
      config,
      schema: {
        tags,
        summary: 'Sign out at the identity provider, too',
        response: led('to the provider, or to the sign-in page where it has nothing for this'),
      },
    },
    (request, reply) => ledOn(request, reply, null, async () => (await known(openid).end()) ?? '/sign-in'),
  );
}

/** @throws AfterlodeError PROVIDER_OFF */
function known(openid: OpenId | null): OpenId {
  if (openid === null) throw new AfterlodeError('PROVIDER_OFF', 'openid');
  return openid;
}

function writeVisit(service: Service, request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(visitCookie, secret, {
    path,
    httpOnly: true,
    sameSite: 'lax',
    secure: service.sessions.isSecure(request),
    maxAge: accessSettings.provider.visit,
  });
}

/**
 * Leads a browser on; of a fault it is told on the sign-in page, and any other caller as of all faults. What is said of it stands behind
 * `#`, which browsers send nowhere.
 */
async function ledOn(
  request: FastifyRequest,
  reply: FastifyReply,
  back: string | null | undefined,
  work: () => Promise<string>,
): Promise<FastifyReply> {
  try {
    return await reply.redirect(await work());
  } catch (cause) {
    const isPage = request.headers.accept?.includes('text/html') === true;
    if (!(cause instanceof AfterlodeError) || !isPage) throw cause;
    request.log.warn({ err: cause }, 'sign-in by the identity provider failed');
    const query = new URLSearchParams({ back: backPath(back) });
    const { found } = cause.facts;
    const isShown = cause.code === 'ACCESS_IDENTITY_UNBOUND' && typeof found === 'string';
    const said = new URLSearchParams({ code: cause.code, found: isShown ? found : '' });
    return reply.redirect(`/sign-in?${query}#${said}`);
  }
}
