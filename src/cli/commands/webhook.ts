import type { Command } from 'commander';
import { eventKinds } from '../../access/index.js';
import {
  addWebhook as addOne,
  listWebhooks,
  operator,
  removeWebhook,
  renewWebhookSecret,
  sendWebhookTest,
  setWebhookState,
  type WebhookSecretAnswer,
  webhookDeliveries,
} from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import type { Output } from '../output.js';
import { deliveryTable, webhookTable } from '../webhook-tables.js';

interface Options extends CommonOptions {
  readonly event?: readonly string[];
  readonly label: string;
  readonly why?: string;
  readonly most: string;
}

const networks = 'networks of the own house that are allowed, as `serve` has it';

/** `webhook`: addresses that are told of imports, decisions and findings, signed. Whoever runs it holds the database. */
export function addWebhook(program: Command): void {
  const webhook = program
    .command('webhook')
    .description('addresses that a server tells of what happens, each message signed');
  webhook
    .command('list')
    .description('all webhooks')
    .action(
      action<Options>(async ({ ws, out }) => {
        const rows = await listWebhooks(ws, { actor: operator() });
        out.result(rows, () => webhookTable(rows, out.lang));
      }),
    );
  changing(webhook.command('add'))
    .description('tell an address of events from now on; its secret is shown this once')
    .argument('<url>')
    .option('--event <event...>', `of what: ${eventKinds.join(', ')}; default of all`)
    .option('--label <words>', 'what it is for', '')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const { event = eventKinds, label } = options;
        const wish = { address: words[0] as string, events: event, label };
        tellSecret(out, await addOne(ws, wish, callOf(options)));
      }),
    );
  addChanges(webhook);
  addLook(webhook);
}

function addChanges(webhook: Command): void {
  for (const [word, description, state] of [
    ['pause', 'tell it nothing for now; what happens meanwhile it is never told', 'paused'],
    ['resume', 'tell it again', 'active'],
  ] as const)
    changing(webhook.command(word))
      .description(description)
      .argument('<id>')
      .action(
        action<Options>(async ({ ws, out, options, words }) => {
          const row = await setWebhookState(ws, words[0] as string, state, callOf(options));
          out.result(row, () => webhookTable([row], out.lang));
        }),
      );
  changing(webhook.command('secret'))
    .description('give it a new secret, shown this once; after a restore each needs one')
    .argument('<id>')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        tellSecret(out, await renewWebhookSecret(ws, words[0] as string, callOf(options)));
      }),
    );
  changing(webhook.command('remove'))
    .description('end it, with all that it was still to be told')
    .argument('<id>')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        await removeWebhook(ws, words[0] as string, callOf(options));
        const rows = await listWebhooks(ws, callOf(options));
        out.result(rows, () => webhookTable(rows, out.lang));
      }),
    );
}

function addLook(webhook: Command): void {
  webhook
    .command('test')
    .description('send it a test message now and tell what came of it')
    .argument('<id>')
    .option('--webhook-networks <list>', networks)
    .action(
      action<Options>(async ({ ws, out, words }) => {
        const row = await sendWebhookTest(ws, words[0] as string, { actor: operator() });
        out.result(row, () => deliveryTable([row], out.lang));
      }),
    );
  webhook
    .command('deliveries')
    .description('what it was told and is to be told, the newest first')
    .argument('<id>')
    .option('--most <number>', 'so many lines at most', '50')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const most = wholeOf(options.most);
        const rows = await webhookDeliveries(ws, words[0] as string, { most }, { actor: operator() });
        out.result(rows, () => deliveryTable(rows, out.lang));
      }),
    );
}

function tellSecret(out: Output, made: WebhookSecretAnswer): void {
  out.say({
    en: `The secret of ${made.webhook.id} is shown this once; give it to the receiver alone.`,
    zh: `${made.webhook.id} 的密钥只显示这一次，请仅交给接收方。`,
  });
  out.result(made, () => made.secret);
}

function changing(command: Command): Command {
  return command
    .option('--why <words>', 'reason, for the audit log')
    .option('--webhook-networks <list>', networks);
}

function callOf({ why }: Options) {
  return { actor: operator(), ...(why !== undefined && { why }) };
}

function wholeOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new AfterlodeError('CALL_OPTION', '--most', { found: text, expected: phrases.wholeFrom(1) });
}
