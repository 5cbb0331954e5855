import { randomBytes } from 'node:crypto';
import { backPath, makeSession, sameSecret } from '../../../access/index.js';
import { AfterlodeError, sha256Text, type Text } from '../../../base/index.js';
import type { Workspace } from '../../workspace.js';
import type { Timed } from '../actors.js';
import { accountsOf, instantOf, settingsOf } from '../call.js';
import type { SignInAnswer } from '../sign-in.js';
import { type Known, known } from './known.js';
import { type Provider, providerAt, randomLeave } from './provider.js';
import { type RoleGroups, readRoleGroups } from './role-groups.js';
import type { OpenIdSettings } from './settings.js';

/** Sign-in by an identity provider, as the doors call it. */
export interface OpenId {
  /** How the provider is called on the sign-in page. */
  readonly label: string;
  /** Its address, as identities name it. */
  readonly issuer: string;
  /**
   * Where the browser goes, and a secret that it keeps until it comes back.
   *
   * @param back page of this site that is wanted afterwards
   * @throws AfterlodeError PROVIDER_FAULT
   */
  begin(back: string | null, call: Timed): Promise<{ readonly location: string; readonly secret: string }>;
  /**
   * Opens a session for who came back.
   *
   * @throws AfterlodeError PROVIDER_VISIT, PROVIDER_REFUSED, PROVIDER_FAULT, ACCESS_IDENTITY_UNBOUND, ACCESS_LOCKED
   */
  finish(given: Return, call: Timed): Promise<SignInAnswer & { readonly back: string }>;
  /** Where the provider ends its own session; null where it offers that nowhere. @throws AfterlodeError PROVIDER_FAULT */
  end(): Promise<string | null>;
}

/** What the browser brings back. */
export interface Return {
  /** Query of its address, without `?`. */
  readonly query: string;
  /** Secret that `begin` gave; null where it has none. */
  readonly secret: string | null;
  /** Secret of the session that the browser has; it ends. */
  readonly previous: string | null;
}

/**
 * Sign-in by the provider of the settings. Reads the file of groups; the provider is asked at the first sign-in.
 *
 * @throws AfterlodeError as `readRoleGroups`
 */
export async function openIdSignIn(
  ws: Workspace,
  settings: OpenIdSettings,
  call: Timed = {},
): Promise<OpenId> {
  const groups = settings.roles === null ? null : await readRoleGroups(ws, settings.roles);
  const provider = providerAt(settings, settingsOf(call).provider);
  return {
    label: settings.label,
    issuer: settings.issuer,
    begin: (back, at) => begin(ws, provider, back, at),
    finish: (given, at) => finish(ws, { settings, provider, groups }, given, at),
    end: () => provider.end(),
  };
}

async function begin(ws: Workspace, provider: Provider, back: string | null, call: Timed) {
  const [at, { provider: limits }] = [instantOf(call), settingsOf(call)];
  const leave = randomLeave();
  const secret = randomBytes(32).toString('hex');
  const location = await provider.leave(leave);
  await (await ws.store()).identities.beginVisit(
    { ...leave, hash: sha256Text(secret), back: backPath(back), began: at },
    { before: secondsBefore(at, limits.visit), most: limits.visits },
  );
  return { location, secret };
}

interface Service {
  readonly settings: OpenIdSettings;
  readonly provider: Provider;
  readonly groups: RoleGroups | null;
}

async function finish(ws: Workspace, service: Service, given: Return, call: Timed) {
  const at = instantOf(call);
  const { settings, provider, groups } = service;
  const visit = await visitOf(ws, settings.label, given, call);
  const wanted = [settings.match, groups?.claim, groups?.name].filter((name) => typeof name === 'string');
  const claims = await provider.come(given.query, visit, wanted);
  const who = await known(ws, { ...service, claims }, at);
  return { ...(await opened(ws, who, given.previous, call)), back: visit.back };
}

/** The visit of this browser, which ends with it, whatever comes of it. */
async function visitOf(ws: Workspace, label: string, { query, secret }: Return, call: Timed) {
  const refuse = (found: Text) => new AfterlodeError('PROVIDER_VISIT', label, { found });
  const { identities } = await ws.store();
  const visit = secret === null ? null : await identities.endVisit(sha256Text(secret));
  if (visit === null) throw refuse({ en: 'it was not begun here, or is over', zh: '未在此开始，或已结束' });
  const over = secondsBefore(instantOf(call), settingsOf(call).provider.visit);
  if (visit.began < over) throw refuse({ en: 'it took too long', zh: '耗时过长' });
  const state = new URLSearchParams(query).get('state') ?? '';
  if (sameSecret(state, visit.state)) return visit;
  throw refuse({ en: 'the answer belongs to another one', zh: '应答属于另一次登录' });
}

async function opened(
  ws: Workspace,
  { identity, account }: Known,
  previous: string | null,
  call: Timed,
): Promise<SignInAnswer> {
  const at = instantOf(call);
  const { secret, session } = makeSession(account, randomBytes(32), at);
  const done = await (await ws.store()).identities.openSession(
    {
      identity,
      session,
      previous: previous === null ? null : sha256Text(previous),
      overBefore: secondsBefore(at, settingsOf(call).session.whole),
    },
    { by: account, at, why: '' },
  );
  if (!done) throw new AfterlodeError('ACCESS_LOCKED', account, { found: account });
  const found = await (await accountsOf(ws)).find(account);
  return { name: account, label: found?.account.label ?? '', secret };
}

function secondsBefore(at: string, seconds: number): string {
  return new Date(Date.parse(at) - seconds * 1000).toISOString();
}
