import type { FastifyReply, FastifyRequest } from 'fastify';
import { actionsOf, anonymousReader } from '../../access/index.js';
import { AfterlodeError } from '../../base/index.js';
import type { SessionAnswer } from '../contract.js';
import { answers } from '../documented.js';
import type { Server, Service } from '../server-types.js';
import { callerOf } from './caller.js';
import { needs } from './needs.js';
import { ownName } from './routes-tokens.js';
import { params, queries, requests, sessionAnswer, sessionRows } from './schemas.js';

const tags = ['access'];
const described = answers(sessionAnswer, 'who asks, and what that lets do');

/** Signing in and out, and the own sessions. */
export function addSessionRoutes(server: Server, service: Service): void {
  const { ws, useCases, sessions } = service;
  const schema = { tags, summary: 'Who asks, and what that lets do', response: described };
  server.get('/api/session', { schema }, (request) => sessionOf(service, request));
  server.post(
    '/api/session',
    {
      config: { rate: 'sign-in' },
      schema: { tags, summary: 'Sign in', body: requests.signIn, response: described },
    },
    async (request, reply) => {
      refuseOpen(service);
      const given = { ...request.body, address: request.ip, previous: sessions.read(request) };
      const { secret } = await useCases.signIn(ws, given, {});
      sessions.write(request, reply, secret);
      const actor = await useCases.actorOfSession(ws, secret, {});
      request.asker = { by: 'session', actor, secret, refused: false };
      return sessionOf(service, request);
    },
  );
  server.delete(
    '/api/session',
    { schema: { tags, summary: 'Sign out', response: described } },
    async (request, reply) => {
      const secret = sessions.read(request);
      if (secret !== null) await useCases.signOut(ws, secret, {});
      return signedOut(service, request, reply);
    },
  );
  server.post(
    '/api/session/password',
    {
      config: { ...needs('own_account.change'), rate: 'sign-in' },
      schema: {
        tags,
        summary: 'Change the own password; all sessions of the account end',
        body: requests.changePassword,
        response: described,
      },
    },
    async (request, reply) => {
      refuseOpen(service);
      const given = { present: request.body.old, next: request.body.new, address: request.ip };
      await useCases.changePassword(ws, given, callerOf(request));
      return signedOut(service, request, reply);
    },
  );
  addSessionList(server, service);
}

function addSessionList(server: Server, { ws, useCases }: Service): void {
  const config = needs('own_account.change');
  const response = answers(sessionRows, 'sessions that still hold, the last used first');
  server.get(
    '/api/sessions',
    {
      config,
      schema: { tags, summary: 'Signed-in browsers of an account', querystring: queries.whose, response },
    },
    (request) => useCases.listSessions(ws, ownName(request, request.query.account), callerOf(request)),
  );
  server.delete(
    '/api/sessions/:id',
    {
      config,
      schema: {
        tags,
        summary: 'End a session of an account',
        params: params.id,
        querystring: queries.ending,
        response,
      },
    },
    async (request, _reply) => {
      const { account, why } = request.query;
      const name = ownName(request, account);
      await useCases.endSession(ws, name, request.params.id, callerOf(request, why));
      return useCases.listSessions(ws, name, callerOf(request));
    },
  );
}

/** @throws AfterlodeError ACCESS_OPEN where nobody signs in */
function refuseOpen({ access }: Service): void {
  if (access.mode === 'open') throw new AfterlodeError('ACCESS_OPEN', 'session');
}

/** The answer after a session has ended: as whoever has not signed in gets it. */
function signedOut(service: Service, request: FastifyRequest, reply: FastifyReply): Promise<SessionAnswer> {
  const { access, sessions } = service;
  if (access.mode === 'accounts') {
    sessions.clear(request, reply);
    const actor = anonymousReader(access.anonymous);
    request.asker = { by: actor ? 'anonymous' : 'nobody', actor, secret: null, refused: false };
  }
  return sessionOf(service, request);
}

async function sessionOf(
  { ws, useCases, access, openid }: Service,
  request: FastifyRequest,
): Promise<SessionAnswer> {
  const call = callerOf(request);
  const isKnown = request.asker?.by === 'session' || request.asker?.by === 'token';
  const found = isKnown ? await useCases.ownAccount(ws, call) : null;
  return {
    mode: access.mode,
    anonymous: access.mode === 'accounts' && access.anonymous,
    account: found && {
      name: found.name,
      label: found.label,
      holds: found.holds,
      hasPassword: found.hasPassword,
    },
    openid: openid && { label: openid.label, issuer: openid.issuer },
    may: actionsOf(call.actor),
  };
}
