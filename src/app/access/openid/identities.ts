import { plainWords } from '../../../access/index.js';
import { AfterlodeError } from '../../../base/index.js';
import type { Identity } from '../../../store/index.js';
import type { Workspace } from '../../workspace.js';
import { type AccessCall, demand, everywhere, instantOf, knownAccount, signedBy } from '../call.js';
import { newIdentity } from './known.js';

/**
 * Identities of an account or of all. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN
 */
export async function listIdentities(
  ws: Workspace,
  name: string | null,
  call: AccessCall,
): Promise<readonly Identity[]> {
  demand(ws, call.actor, 'account.read', everywhere);
  const account = name === null ? undefined : (await knownAccount(ws, name)).account.name;
  return (await (await ws.existingStore())?.identities.list(account)) ?? [];
}

/**
 * Binds whom an identity provider knows to an account.
 *
 * @param given `issuer` as the provider's tokens name it, `subject` the person's name there (`sub`)
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_ERASED, ACCESS_IDENTITY, ACCESS_IDENTITY_TAKEN
 */
export async function addIdentity(
  ws: Workspace,
  name: string,
  given: { readonly issuer: string; readonly subject: string },
  call: AccessCall,
): Promise<Identity> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  const identity = newIdentity(
    issuerOf(given.issuer),
    subjectOf(given.subject),
    account.name,
    instantOf(call),
  );
  await (await ws.store()).identities.add(identity, null, signedBy(actor, call));
  return identity;
}

/**
 * Takes an identity from an account; the sessions of the account end.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_ACCOUNT_UNKNOWN, ACCESS_IDENTITY_UNKNOWN
 */
export async function removeIdentity(
  ws: Workspace,
  name: string,
  id: string,
  call: AccessCall,
): Promise<void> {
  const actor = demand(ws, call.actor, 'account.change', everywhere);
  const { account } = await knownAccount(ws, name);
  if (await (await ws.store()).identities.remove(account.name, id, signedBy(actor, call))) return;
  const found = JSON.stringify(id.slice(0, 40));
  throw new AfterlodeError('ACCESS_IDENTITY_UNKNOWN', account.name, { found });
}

function issuerOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.search + url.hash === '') return text;
  const expected = { en: 'the address of an identity provider', zh: '身份提供方的地址' };
  throw new AfterlodeError('ACCESS_IDENTITY', 'issuer', {
    found: JSON.stringify(text.slice(0, 80)),
    expected,
  });
}

/** OpenID Connect Core 1.0, section 2: at most 255 ASCII characters. M */
function subjectOf(text: string): string {
  if (text !== '' && text.length <= 255) return plainWords(text, 'subject');
  const expected = { en: '1 to 255 characters', zh: '1 至 255 个字符' };
  throw new AfterlodeError('ACCESS_IDENTITY', 'subject', {
    found: JSON.stringify(text.slice(0, 80)),
    expected,
  });
}
