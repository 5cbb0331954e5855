import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Actor,
  type Area,
  areaKinds,
  operatorNamed,
  permissions,
  type Role,
  roles,
  scopes,
} from '../../src/access/index.js';
import type { RouteNeeds } from '../../src/api/access/needs.js';
import { openRoutes } from '../../src/api/access/open-places.js';
import { accountsAccess, type UseCases } from '../../src/api/index.js';
import { appUseCases } from '../../src/api/use-cases.js';
import { openPack } from '../../src/app/pack.js';
import { AfterlodeError, id } from '../../src/base/index.js';
import { type FakeService, fakeServer } from './fake.js';

/** Every endpoint of `/openapi.json` × every caller × own and other area: let in exactly where the table of permissions says so. */

interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly needs: RouteNeeds | undefined;
}

const own = id<'city'>('cn-230400');
const other = id<'city'>('cn-230600');
const elsewhere = id<'city'>('cn-320300');
const areas = {
  city: { kind: 'city', id: own },
  province: { kind: 'province', id: id<'city'>('cn-230000') },
  all: { kind: 'all' },
} as const satisfies Record<Area['kind'], Area>;

/** Who asks; `actor` is null for who has shown nothing that holds. */
interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly actor: Actor | null;
}

function holder(role: Role, kind: Area['kind'], limits: readonly string[] | null): Actor {
  return { name: `${role}-${kind}`, holds: [{ role, area: areas[kind] }], scopes: limits };
}

function bySession(actor: Actor): Caller {
  const headers = { cookie: `afterlode=${actor.name}`, 'x-afterlode': '1' };
  return { name: `session of ${actor.name}`, headers, actor };
}

function byToken(actor: Actor, secret: string): Caller {
  return { name: `token ${secret}`, headers: { authorization: `Bearer ${secret}` }, actor };
}

const held = roles.flatMap((role) =>
  areaKinds[role].map((kind) => ({ role, kind, actor: holder(role, kind, null) })),
);
const tokens = new Map<string, Actor>([
  ['full-reporter', holder('city_reporter', 'city', scopes)],
  ['full-administrator', holder('administrator', 'all', scopes)],
  ['narrow-reporter', holder('city_reporter', 'city', ['published.read', 'finding.read'])],
  ['narrow-evaluator', holder('national_evaluator', 'all', ['published.read', 'finding.record'])],
]);
const callers: readonly Caller[] = [
  ...held.map(({ actor }) => bySession(actor)),
  ...[...tokens].map(([secret, actor]) => byToken(actor, secret)),
  bySession(operatorNamed('operator')),
  { name: 'nobody', headers: {}, actor: null },
  { name: 'an expired session', headers: { cookie: 'afterlode=expired', 'x-afterlode': '1' }, actor: null },
  { name: 'an expired token', headers: { authorization: 'Bearer expired' }, actor: null },
  { name: 'another scheme', headers: { authorization: 'Basic bGk6bGk=' }, actor: null },
];
const anonymous: Caller = {
  name: 'a reader who has not signed in',
  headers: {},
  actor: {
    name: '',
    holds: [{ role: 'reader', area: areas.all }],
    scopes: ['published.read', 'catalog.read'],
  },
};

/** Whether a binding's area holds a city of these tests; written out, so that the program's own answer is held against it. */
function holds(area: Area, target: string | null): boolean {
  if (area.kind === 'all') return true;
  if (target === null) return false;
  return area.kind === 'city' ? target === own : target === own || target === other;
}

/** The same question answered from the table alone. @param target null: everywhere */
function granted({ action, area }: RouteNeeds, actor: Actor, target: string | null): boolean {
  const never = ['account.change', 'own_account.change', 'backup.make', 'backup.restore'];
  if (actor.scopes !== null && (!actor.scopes.includes(action) || never.includes(action))) return false;
  const row = new Map(Object.entries(permissions[action]));
  return actor.holds.some((binding) => {
    const reach = row.get(binding.role);
    if (reach === undefined) return false;
    return reach === 'any' || area === 'use case' || holds(binding.area, target);
  });
}

const known = new Map(
  [...held.map(({ actor }) => actor), operatorNamed('operator')].map((one) => [one.name, one]),
);

async function found(actors: ReadonlyMap<string, Actor>, secret: string): Promise<Actor> {
  const actor = actors.get(secret);
  if (actor) return actor;
  throw new AfterlodeError('ACCESS_SESSION', 'session', { found: 'expired' });
}

/** Use cases that work out nothing. */
const stubs = {
  ...Object.fromEntries(Object.keys(appUseCases).map((name) => [name, async () => ({})])),
  actorOfSession: (_ws, secret) => found(known, secret),
  actorOfToken: (_ws, secret) => found(tokens, secret),
} as Partial<UseCases> as UseCases;

let closed: FakeService;
let letting: FakeService;
let operations: readonly Operation[];

beforeAll(async () => {
  const { register } = await openPack(process.cwd());
  const rates = { usual: 1e9, costly: 1e9, 'sign-in': 1e9 };
  const start = (isLetting: boolean) =>
    fakeServer(stubs, { access: { ...accountsAccess, anonymous: isLetting, rates } }, { register });
  [closed, letting] = await Promise.all([start(false), start(true)]);
  const page = (await closed.server.inject('/openapi.json')).json<{
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-needs'?: RouteNeeds }>>>>;
  }>();
  operations = Object.entries(page.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Operation['method'],
      path,
      needs: operation['x-needs'],
    })),
  );
});
afterAll(() => Promise.all([closed, letting].map(({ server }) => server.close())));

/** Requests of an operation, each with the city that its area names: everywhere, the own, one of the own province, one far away. */
function requests({
  path,
  needs,
}: Operation): readonly { readonly url: string; readonly target: string | null }[] {
  const url = (city: string) =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'city' || name === 'feature' ? city : 'x'));
  if (needs === undefined || typeof needs.area === 'string') return [{ url: url(own), target: null }];
  const { parameter } = needs.area;
  const inPath = path.includes(`{${parameter}}`);
  const cities = [own, other, elsewhere].map((city) => ({
    url: inPath ? url(city) : `${url(own)}?${parameter}=${city}`,
    target: city as string | null,
  }));
  return inPath ? cities : [...cities, { url: url(own), target: null }];
}

async function statusOf(service: FakeService, method: Operation['method'], url: string, caller: Caller) {
  const payload = method === 'GET' || method === 'DELETE' ? {} : { payload: {} };
  const { statusCode } = await service.server.inject({ method, url, headers: caller.headers, ...payload });
  return statusCode;
}

/** What a caller gets where he gets something else than the table says. */
async function surprises(service: FakeService, caller: Caller): Promise<readonly string[]> {
  const told: string[] = [];
  for (const operation of operations) {
    const { method, path, needs } = operation;
    if (needs === undefined) continue;
    for (const { url, target } of requests(operation)) {
      const status = await statusOf(service, method, url, caller);
      const refused = caller.actor === null || caller.actor.name === '' ? 401 : 403;
      const isGranted = caller.actor !== null && granted(needs, caller.actor, target);
      const fits = isGranted ? status !== 401 && status !== 403 : status === refused;
      if (!fits) told.push(`${method} ${path} in ${target ?? 'all'}: ${status}, granted ${isGranted}`);
    }
  }
  return told;
}

describe('the access matrix', () => {
  it('has every route: it names what it needs, or is open by name', () => {
    const namesOf = (some: readonly Operation[]) => some.map(({ method, path }) => `${method} ${path}`);
    const [named, unnamed] = [true, false].map((isNamed) =>
      namesOf(operations.filter(({ needs }) => (needs !== undefined) === isNamed)),
    ) as [string[], string[]];
    expect(named.length).toBeGreaterThan(100);
    expect(unnamed.filter((one) => !openRoutes.includes(one))).toEqual([]);
    expect(named.filter((one) => openRoutes.includes(one))).toEqual([]);
  });

  it('covers every action of the endpoints by somebody who may and somebody who may not', () => {
    const asked = new Set(operations.flatMap(({ needs }) => needs?.action ?? []));
    for (const action of asked) expect(Object.keys(permissions)).toContain(action);
    expect(asked.size).toBeGreaterThan(9);
  });

  it.each(callers.map((caller) => [caller.name, caller] as const))('%s', async (_name, caller) => {
    expect(await surprises(closed, caller)).toEqual([]);
  });

  it('a reader who has not signed in, where he is let in', async () => {
    expect(await surprises(letting, anonymous)).toEqual([]);
    const lapsed = { ...anonymous, headers: { cookie: 'afterlode=expired' } };
    expect(await statusOf(letting, 'GET', '/api/meta', lapsed)).toBe(200);
    const wrong = { ...anonymous, headers: { authorization: 'Bearer expired' } };
    expect(await statusOf(letting, 'GET', '/api/meta', wrong)).toBe(401);
  });

  it('who has no more than an open door asks what is open, and nothing is told before', async () => {
    const caller = callers.find(({ name }) => name === 'nobody');
    for (const url of ['/health', '/ready', '/api/health', '/openapi.json', '/api/session'])
      expect([401, 403]).not.toContain(await statusOf(closed, 'GET', url, caller as Caller));
    const unknown = await closed.server.inject('/api/ledger?city=nowhere');
    expect(unknown.statusCode).toBe(401);
  });
});
