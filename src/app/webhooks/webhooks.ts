import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { type EventKind, eventKinds, plainWords } from '../../access/index.js';
import { AfterlodeError, type Text } from '../../base/index.js';
import type { Delivery, ListedWebhook, WebhookState, WebhookStore } from '../../store/index.js';
import { type AccessCall, demand, everywhere, instantOf, signedBy } from '../access/call.js';
import type { Workspace } from '../workspace.js';
import { deliverDue } from './deliver.js';
import { reachOfWebhooks } from './networks.js';
import { makeSecret } from './sign.js';

export type WebhookAnswer = ListedWebhook;

/** A webhook with its secret, which is shown this once. */
export interface WebhookSecretAnswer {
  readonly webhook: WebhookAnswer;
  readonly secret: string;
}

/** A delivery with what went wrong in words; null where nothing did or nothing was tried. */
export interface DeliveryAnswer extends Omit<Delivery, 'fault'> {
  readonly fault: Text | null;
}

/** A webhook to be made. */
export interface WebhookWish {
  readonly address: string;
  readonly events: readonly string[];
  readonly label: string;
}

const mostAddress = 2000;

/** All webhooks, by their making. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED */
export async function listWebhooks(ws: Workspace, call: AccessCall): Promise<readonly WebhookAnswer[]> {
  demand(ws, call.actor, 'webhook.manage', everywhere);
  return (await (await ws.existingStore())?.webhooks.list()) ?? [];
}

/**
 * Makes a webhook. Its secret is in this answer and in no other.
 *
 * @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, ACCESS_WORDS, WEBHOOK_ADDRESS, WEBHOOK_EVENTS
 */
export async function addWebhook(
  ws: Workspace,
  wish: WebhookWish,
  call: AccessCall,
): Promise<WebhookSecretAnswer> {
  const actor = demand(ws, call.actor, 'webhook.manage', everywhere);
  const webhook = {
    id: `wh_${randomBytes(8).toString('hex')}`,
    address: checkedAddress(ws, wish.address),
    events: checkedEvents(wish.events),
    label: plainWords(wish.label, 'label'),
    state: 'active',
    made: instantOf(call),
  } as const;
  const secret = makeSecret();
  await (await ws.store()).webhooks.add(webhook, secret, signedBy(actor, call));
  return { webhook: { ...webhook, signs: true, waiting: 0, givenUp: 0 }, secret };
}

/** Ends a webhook with all it was to be told. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, WEBHOOK_UNKNOWN */
export async function removeWebhook(ws: Workspace, id: string, call: AccessCall): Promise<void> {
  const { hooks, signed } = await known(ws, id, call);
  await hooks.remove(id, signed);
}

/** Pauses a webhook or goes on with it. @throws AfterlodeError ACCESS_SESSION, ACCESS_DENIED, WEBHOOK_UNKNOWN */
export async function setWebhookState(
  ws: Workspace,
  id: string,
  state: WebhookState,
  call: AccessCall,
): Promise<WebhookAnswer> {
  const { hooks, signed } = await known(ws, id, call);
  await hooks.setState(id, state, signed);
  return (await known(ws, id, call)).webhook;
}

/** Gives a webhook a new secret; the old one signs nothing from then on. @throws as `setWebhookState` */
export async function renewWebhookSecret(
  ws: Workspace,
  id: string,
  call: AccessCall,
): Promise<WebhookSecretAnswer> {
  const { hooks, signed } = await known(ws, id, call);
  const secret = makeSecret();
  await hooks.setSecret(id, secret, signed);
  return { webhook: (await known(ws, id, call)).webhook, secret };
}

/** Puts a test message into the outbox of one webhook. @returns its delivery; @throws as `setWebhookState` */
export async function testWebhook(ws: Workspace, id: string, call: AccessCall): Promise<DeliveryAnswer> {
  const { hooks } = await known(ws, id, call);
  const name = await hooks.addTest(id, instantOf(call));
  return found(await webhookDeliveries(ws, id, { most: 100 }, call), id, name);
}

/** As `testWebhook`, and sends it from this process, where none may serve. */
export async function sendWebhookTest(ws: Workspace, id: string, call: AccessCall): Promise<DeliveryAnswer> {
  const { id: name } = await testWebhook(ws, id, call);
  await deliverDue(ws, id);
  return found(await webhookDeliveries(ws, id, { most: 100 }, call), id, name);
}

/** What a webhook was told and is to be told, the newest first. @throws as `setWebhookState` */
export async function webhookDeliveries(
  ws: Workspace,
  id: string,
  { most }: { readonly most: number },
  call: AccessCall,
): Promise<readonly DeliveryAnswer[]> {
  const { hooks } = await known(ws, id, call);
  return (await hooks.deliveries(id, most)).map((one) => ({ ...one, fault: faultWords(one) }));
}

function found(all: readonly DeliveryAnswer[], id: string, name: string | null): DeliveryAnswer {
  const one = all.find((each) => each.id === name);
  if (one === undefined) throw unknown(id);
  return one;
}

async function known(ws: Workspace, id: string, call: AccessCall) {
  const actor = demand(ws, call.actor, 'webhook.manage', everywhere);
  const hooks: WebhookStore | undefined = (await ws.existingStore())?.webhooks;
  const webhook = (await hooks?.list())?.find((one) => one.id === id);
  if (hooks === undefined || webhook === undefined) throw unknown(id);
  return { hooks, webhook, signed: signedBy(actor, call) };
}

function unknown(id: string): AfterlodeError {
  return new AfterlodeError('WEBHOOK_UNKNOWN', JSON.stringify(id.slice(0, 40)));
}

/** What can be told of an address before it is looked up; where it leads is checked at each connection. */
function checkedAddress(ws: Workspace, words: string): string {
  const reach = reachOfWebhooks(ws.options.webhookNetworks ?? []);
  const schemes = reach.knowsPlain ? ['https:', 'http:'] : ['https:'];
  const wrong = (expected: Text) => {
    const shown = JSON.stringify(words.slice(0, 80));
    return new AfterlodeError('WEBHOOK_ADDRESS', 'address', { found: shown, expected });
  };
  const url = URL.canParse(words) ? new URL(words) : null;
  if (url === null || words.length > mostAddress || !schemes.includes(url.protocol))
    throw wrong({
      en: `an address with ${schemes.join(' or ')}//`,
      zh: `以 ${schemes.join(' 或 ')}// 开头的地址`,
    });
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    throw wrong({ en: 'no user, password or #', zh: '不含用户名、密码或 #' });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !reach.allows(host, url.protocol === 'http:'))
    throw wrong({ en: 'an address outside the own network', zh: '内部网络以外的地址' });
  return url.href;
}

function checkedEvents(words: readonly string[]): readonly EventKind[] {
  const kinds = eventKinds.filter((kind) => words.includes(kind));
  const strange = words.find((word) => !eventKinds.some((kind) => kind === word));
  if (strange !== undefined || kinds.length === 0)
    throw new AfterlodeError('WEBHOOK_EVENTS', 'events', {
      found: JSON.stringify((strange ?? '').slice(0, 40)),
      expected: eventKinds.join(', '),
    });
  return kinds;
}

const faults: Readonly<Record<string, Text>> = {
  NETWORK: {
    en: 'the address lies in a network that is not allowed',
    zh: '地址位于不允许的网络',
  },
  TIMEOUT: { en: 'no answer in time', zh: '未及时应答' },
  TOO_LONG: { en: 'the answer is too long', zh: '应答过长' },
};

function faultWords({ fault, answer, state, last }: Delivery): Text | null {
  if (fault !== '') return faults[fault] ?? { en: fault, zh: fault };
  if (last === '' || state === 'delivered') return null;
  return { en: `answered ${answer}`, zh: `应答 ${answer}` };
}
