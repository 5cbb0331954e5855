import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { operatorNamed } from '../../access/index.js';
import { answerError } from '../problem.js';
import type { Server, Service } from '../server-types.js';
import { callerOf } from './caller.js';
import { sessionCookie } from './cookie.js';
import { openDoor } from './door.js';
import { needs } from './needs.js';
import { type AccessOptions, accountsAccess, openAccess } from './options.js';

let server: FastifyInstance;
afterEach(() => server.close());

/** A server with one route that names no needs and one that does; whoever shows a session is the operator. */
async function start(access: AccessOptions): Promise<void> {
  server = Fastify();
  server.setErrorHandler(answerError);
  const useCases = { actorOfSession: async (_ws: unknown, name: string) => operatorNamed(name) };
  const ws = { register: { cities: [], byId: new Map() } };
  const service = { ws, useCases, access, sessions: sessionCookie(access) } as unknown as Service;
  await openDoor(server as unknown as Server, service);
  server.get('/forgotten', (_request, reply) => reply.send('secret'));
  server.post('/forgotten', (_request, reply) => reply.send('done'));
  server.get('/asked', { config: needs('published.read') }, (request, reply) =>
    reply.send(callerOf(request)),
  );
  server.post('/asked', { config: needs('data.change') }, (request, reply) => reply.send(request.body));
  await server.ready();
}

const signedIn = { cookie: 'afterlode=boss', 'x-afterlode': '1' };

describe('the door', () => {
  it('refuses a route that names no needs to everybody, the operator too', async () => {
    await start(accountsAccess);
    const stranger = await server.inject('/forgotten');
    expect(stranger.json()).toMatchObject({ status: 401, code: 'ACCESS_SESSION', where: 'GET /forgotten' });
    for (const method of ['GET', 'POST'] as const) {
      const known = await server.inject({ method, url: '/forgotten', headers: signedIn });
      expect(known.json()).toMatchObject({
        status: 403,
        code: 'ACCESS_DENIED',
        where: `${method} /forgotten`,
      });
      expect(known.body).not.toContain('secret');
    }
    const head = await server.inject({ method: 'HEAD', url: '/forgotten', headers: signedIn });
    expect(head.statusCode).toBe(403);
  });

  it('refuses before it reads a body', async () => {
    await start(accountsAccess);
    const headers = { 'content-type': 'application/json' };
    const broken = { method: 'POST', url: '/asked', payload: '{broken', headers } as const;
    expect((await server.inject(broken)).json()).toMatchObject({ status: 401, code: 'ACCESS_SESSION' });
    const known = { ...broken, headers: { ...headers, ...signedIn } };
    expect((await server.inject(known)).statusCode).toBe(400);
  });

  it('tells the use cases who asks: the session, the reader, the operator of one process', async () => {
    await start(accountsAccess);
    const callers = [signedIn, {}].map(async (headers) => {
      const answer = await server.inject({ url: '/asked', headers });
      return answer.json<{ actor: { name: string } }>().actor.name;
    });
    expect(await Promise.all(callers)).toEqual(['boss', '']);
    await server.close();
    await start(openAccess);
    const { actor } = (await server.inject('/asked')).json<{ actor: { name: string } }>();
    expect(actor.name).toMatch(/^operator:/);
    expect((await server.inject('/forgotten')).body).toBe('secret');
  });
});
