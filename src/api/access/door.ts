import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  type Area,
  actionsOf,
  anonymousReader,
  areaOfUnit,
  formatArea,
  may,
  placesOf,
} from '../../access/index.js';
import { operator } from '../../app/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import { cityOf, type Register } from '../../register/index.js';
import { routeOf } from '../running/log.js';
import type { Server, Service } from '../server-types.js';
import type { Asker } from './caller.js';
import { isOpenPlace } from './open-places.js';
import type { AccessOptions } from './options.js';
import { type RateGate, rateGate, rateOf, senderKey } from './rates.js';

const changeHeader = 'x-afterlode';
const everywhere: Area = { kind: 'all' };
const nobody: Text = { en: 'nobody', zh: '无人' };
const lapsed: Text = { en: 'the session or token does not hold', zh: '会话或令牌无效' };

/**
 * Finds who asks and refuses what a route's `needs` do not grant him, before anything else of the request is read. What names no needs and
 * is not open by name is refused to everybody. To be called before whatever answers by itself, caches too, and before routes are added.
 */
export async function openDoor(server: Server, service: Service): Promise<void> {
  const { access } = service;
  server.decorateRequest('asker', null);
  await server.register(cookie);
  if (access.mode === 'open') {
    const asker: Asker = { by: 'machine', actor: operator(), secret: null, refused: false };
    server.addHook('onRequest', async (request) => {
      request.asker = asker;
    });
    return;
  }
  const gate = await rateGate(server, access.rates);
  const find = finder(service, access);
  server.addHook('onRequest', async (request, reply) => {
    if (request.is404 || isFile(request)) return;
    const asker = await counted(request, gate, () => find(request, reply));
    request.asker = asker;
    if (isOpenPlace(request)) return;
    checkHeader(request, asker);
    checkNeeds(service, request, asker);
  });
}

/** Files of the built pages; they are everybody's. */
function isFile(request: FastifyRequest): boolean {
  return routeOf(request) === '/*';
}

/** Whoever has shown nothing that holds is counted by where he sends from; so is sign-in, as a password is compared for anybody. */
async function counted(request: FastifyRequest, gate: RateGate, find: () => Promise<Asker>): Promise<Asker> {
  const kind = rateOf(request.routeOptions.config);
  const sender = senderKey(request);
  if (kind === 'sign-in') await gate.count(request, kind, sender);
  const asker = await find();
  const isKnown = asker.by === 'session' || asker.by === 'token';
  if (kind !== 'sign-in') await gate.count(request, kind, isKnown ? `account/${asker.actor?.name}` : sender);
  return asker;
}

/**
 * Who asks: by token, else by session, else whoever is let in unknown. A token that does not hold is nobody, as a program takes it for
 * granted that it is known; a session that does not hold is a reader whose browser forgets it.
 */
function finder(
  { ws, useCases, sessions }: Service,
  { anonymous }: Extract<AccessOptions, { mode: 'accounts' }>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<Asker> {
  const reader = anonymousReader(anonymous);
  const unknown: Asker = { by: reader ? 'anonymous' : 'nobody', actor: reader, secret: null, refused: false };
  return async (request, reply) => {
    const token = bearerToken(request);
    if (token !== null) {
      const actor = await known(() => useCases.actorOfToken(ws, token, {}));
      return actor
        ? { by: 'token', actor, secret: null, refused: false }
        : { by: 'nobody', actor: null, secret: null, refused: true };
    }
    const secret = sessions.read(request);
    if (secret === null) return unknown;
    const actor = await known(() => useCases.actorOfSession(ws, secret, {}));
    if (actor !== null) return { by: 'session', actor, secret, refused: false };
    sessions.clear(request, reply);
    return { ...unknown, refused: true };
  };
}

/** The token of a request; one of another scheme or none is no token. */
function bearerToken({ headers: { authorization } }: FastifyRequest): string | null {
  if (authorization === undefined) return null;
  return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? '';
}

/** Null where what was shown does not hold, or its account is locked. */
async function known(find: () => Promise<Actor>): Promise<Actor | null> {
  try {
    return await find();
  } catch (error) {
    const codes: readonly string[] = ['ACCESS_SESSION', 'ACCESS_LOCKED'];
    if (error instanceof AfterlodeError && codes.includes(error.code)) return null;
    throw error;
  }
}

/** A page of another site can make a browser send its cookie, but no header of its own making. */
function checkHeader(request: FastifyRequest, asker: Asker): void {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (isReading || asker.by !== 'session') return;
  const found = request.headers[changeHeader];
  if (found !== '1')
    throw new AfterlodeError('API_CHANGE_HEADER', changeHeader, {
      found: found === undefined ? phrases.nothing : String(found),
      expected: '1',
    });
}

function checkNeeds({ ws }: Service, request: FastifyRequest, asker: Asker): void {
  const { needs } = request.routeOptions.config;
  const what = `${request.method} ${routeOf(request)}`;
  if (needs === undefined) throw refusal(asker, what, what);
  const { action, area } = needs;
  // Whether a place exists is told to those alone who may do it somewhere.
  if (!actionsOf(asker.actor).includes(action)) throw refusal(asker, action, what);
  if (area === 'use case') return;
  const places = placesOf(ws.register);
  const targets = area === 'all' ? [everywhere] : placesNamed(request, area.parameter, ws.register);
  for (const target of targets)
    if (!may(asker.actor, action, target, places)) throw refusal(asker, action, formatArea(target));
}

/** Areas that a parameter names; everywhere where it is missing. @throws AfterlodeError CITY_UNKNOWN, CITY_AMBIGUOUS */
function placesNamed(request: FastifyRequest, parameter: string, register: Register): readonly Area[] {
  const said = { ...asRecord(request.query), ...asRecord(request.params) }[parameter];
  if (said === undefined) return [everywhere];
  const places = placesOf(register);
  return [said].flat().map((words) => areaOfUnit(cityOf(register, String(words)).id, places));
}

function asRecord(given: unknown): Readonly<Record<string, unknown>> {
  return given as Readonly<Record<string, unknown>>;
}

/** 401 where signing in could help, else 403. */
function refusal({ by, actor, refused }: Asker, action: string, where: string): AfterlodeError {
  if (actor !== null && by !== 'anonymous')
    return new AfterlodeError('ACCESS_DENIED', where, { found: actor.name, expected: action });
  return new AfterlodeError('ACCESS_SESSION', where, { found: refused ? lapsed : nobody });
}
