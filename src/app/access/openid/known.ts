import { randomBytes } from 'node:crypto';
import { accountName, plainWords } from '../../../access/index.js';
import { AfterlodeError } from '../../../base/index.js';
import type { Identity, NewAccount } from '../../../store/index.js';
import type { Workspace } from '../../workspace.js';
import { type Claims, listClaim, matchClaim, textClaim } from './claims.js';
import { holdsOf, type RoleGroups } from './role-groups.js';
import type { OpenIdSettings } from './settings.js';

/** An identity and the account that it signs in to. */
export interface Known {
  readonly identity: string;
  readonly account: string;
}

interface Vouched {
  readonly settings: OpenIdSettings;
  readonly groups: RoleGroups | null;
  readonly claims: Claims & { readonly sub: string };
}

/**
 * The account of whom the provider vouches for: bound by an administrator, or found by the claim of the settings, or made for a member of
 * groups that give roles. Roles of an account that was made so are set to what the groups give now.
 *
 * @throws AfterlodeError ACCESS_IDENTITY_UNBOUND where nothing leads to an account, or its groups give no role any more
 */
export async function known(ws: Workspace, vouched: Vouched, at: string): Promise<Known> {
  const { settings, groups, claims } = vouched;
  const { identities } = await ws.store();
  const bound = await identities.find(settings.issuer, claims.sub);
  const unbound = () =>
    new AfterlodeError('ACCESS_IDENTITY_UNBOUND', settings.label, { found: JSON.stringify(claims.sub) });
  if (bound === null) {
    const first = (await byName(ws, vouched, at)) ?? byGroups(vouched, at);
    if (first === null) throw unbound();
    const { identity, account } = first;
    const signed = { by: identity.account, at, why: 'openid' };
    await identities.add(identity, account, signed).catch((cause: unknown) => {
      // The name that the provider gives is another person's here: nobody enters by the like of a name.
      if (cause instanceof AfterlodeError && cause.code === 'ACCESS_ACCOUNT_TAKEN') throw unbound();
      throw cause;
    });
    return { identity: identity.id, account: identity.account };
  }
  if (bound.byGroups) {
    const holds = groups === null ? [] : holdsOf(groups, listClaim(claims, groups.claim));
    const signed = { by: bound.account, at, why: 'openid-groups' };
    await identities.setHolds(bound.account, holds, signed);
    if (holds.length === 0) throw unbound();
  }
  return { identity: bound.id, account: bound.account };
}

interface First {
  readonly identity: Identity;
  /** To be made with it. */
  readonly account: NewAccount | null;
}

/** The account whose name the claim gives. Administrators are bound by hand only: a name at the provider is too little for that. */
async function byName(ws: Workspace, { settings, claims }: Vouched, at: string): Promise<First | null> {
  const name = settings.match === null ? null : nameOf(matchClaim(claims, settings.match));
  if (name === null) return null;
  const { accounts, identities } = await ws.store();
  const found = (await accounts.find(name))?.account;
  if (found?.state !== 'active' || found.holds.some(({ role }) => role === 'administrator')) return null;
  const others = await identities.list(name);
  if (others.some(({ issuer }) => issuer === settings.issuer)) return null;
  return { identity: identityOf(settings, claims.sub, name, false, at), account: null };
}

function byGroups({ settings, groups, claims }: Vouched, at: string): First | null {
  if (groups === null) return null;
  const holds = holdsOf(groups, listClaim(claims, groups.claim));
  const name = nameOf(textClaim(claims, groups.name));
  if (holds.length === 0 || name === null) return null;
  const label = plainWords(textClaim(claims, groups.label) ?? '', groups.label);
  const identity = identityOf(settings, claims.sub, name, true, at);
  return { identity, account: { name, label, password: '', holds } };
}

function identityOf(
  { issuer }: OpenIdSettings,
  subject: string,
  account: string,
  made: boolean,
  at: string,
): Identity {
  return { ...newIdentity(issuer, subject, account, at), byGroups: made };
}

/** An identity bound to an account from an instant on. */
export function newIdentity(issuer: string, subject: string, account: string, at: string): Identity {
  const id = randomBytes(6).toString('hex');
  return { id, issuer, subject, account, byGroups: false, made: at, used: '' };
}

function nameOf(text: string | null): string | null {
  try {
    return text === null ? null : accountName(text);
  } catch {
    return null;
  }
}
