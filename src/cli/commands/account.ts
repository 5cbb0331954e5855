import type { Command } from 'commander';
import { areaKinds, roles, scopes } from '../../access/index.js';
import {
  type AccountAnswer,
  addAccount as addOne,
  addToken,
  bindAccount,
  listAccounts,
  listTokens,
  operator,
  resetPassword,
  revokeToken,
  setAccountState,
  unbindAccount,
} from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { accountTable, tokenTable } from '../access-tables.js';
import { secrets } from '../ask-secret.js';
import { action } from '../call.js';
import { type AccountWords, callOf, reasoned } from './account-call.js';
import { addIdentities } from './account-identity.js';
import { addPersonal } from './account-personal.js';

interface Options extends AccountWords {
  readonly label?: string;
  readonly role?: string;
  readonly area: string;
  readonly withoutPassword?: boolean;
  readonly scope?: readonly string[];
  readonly days?: string;
  readonly revoke?: string;
}

/** `account`: who may sign in to a shared service, and what each may do where. Whoever runs it holds the database. */
export function addAccount(program: Command): void {
  const account = program
    .command('account')
    .description('accounts of a shared service: who signs in, and what each may do where');
  addAddAndList(account);
  addRoles(account);
  addPasswordAndLock(account);
  addTokens(account);
  addIdentities(account);
  addPersonal(account);
}

function addAddAndList(account: Command): void {
  account
    .command('list')
    .description('all accounts with what they hold')
    .action(
      action<Options>(async ({ ws, out }) => {
        const rows = await listAccounts(ws, { actor: operator() });
        out.result(rows, () => accountTable(rows, out.lang));
      }),
    );
  reasoned(account.command('add'))
    .description('add an account; its password is read from standard input')
    .argument('<name>', 'for signing in: letters a-z, digits, dots, @ and dashes')
    .option('--label <name>', "the person's name; default the account's")
    .option('--role <role>', `its first role: ${roles.join(', ')}`)
    .option('--area <area>', 'where: all, or a city or province by name or code', 'all')
    .option('--without-password', 'cannot sign in; only tokens speak for it')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const name = words[0] as string;
        const { label = name, role, area } = options;
        const password = options.withoutPassword === true ? null : await secrets.newPassword(out.lang);
        const holds = role === undefined ? [] : [{ role, area }];
        const row = await addOne(ws, { name, label, password, holds }, callOf(options));
        out.result(row, () => accountTable([row], out.lang));
      }),
    );
}

function addRoles(account: Command): void {
  const kinds = Object.entries(areaKinds).map(([role, areas]) => `${role} (${areas.join(', ')})`);
  for (const [word, description, change] of [
    ['bind', 'give an account a role in an area', bindAccount],
    ['unbind', 'take a role in an area from an account', unbindAccount],
  ] as const) {
    reasoned(account.command(word))
      .description(description)
      .argument('<name>')
      .argument('<role>', `with the kinds of area it is held in: ${kinds.join('; ')}`)
      .argument('[area]', 'all, or a city or province by name or code', 'all')
      .action(
        action<Options>(async ({ ws, out, options, words }) => {
          const [name = '', role = '', area = 'all'] = words;
          const row = await change(ws, name, { role, area }, callOf(options));
          out.result(row, () => accountTable([row], out.lang));
        }),
      );
  }
}

function addPasswordAndLock(account: Command): void {
  reasoned(account.command('password'))
    .description('set a new password, read from standard input; all sessions of the account end')
    .argument('<name>')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const password = await secrets.newPassword(out.lang);
        const row = await resetPassword(ws, words[0] as string, password, callOf(options));
        out.result(row, () => accountTable([row], out.lang));
      }),
    );
  for (const [word, description, state] of [
    ['lock', 'lock an account: its sessions end, its tokens are refused', 'locked'],
    ['unlock', 'let a locked account in again, and forget its failed sign-ins', 'active'],
  ] as const) {
    reasoned(account.command(word))
      .description(description)
      .argument('<name>')
      .action(
        action<Options>(async ({ ws, out, options, words }) => {
          const row: AccountAnswer = await setAccountState(ws, words[0] as string, state, callOf(options));
          out.result(row, () => accountTable([row], out.lang));
        }),
      );
  }
}

function addTokens(account: Command): void {
  reasoned(account.command('token'))
    .description('tokens of an account: list them, make one with --scope, end one with --revoke')
    .argument('<name>')
    .option('--scope <scope...>', `what the new token may do at most: ${scopes.join(', ')}`)
    .option('--label <words>', 'what it is for')
    .option('--days <number>', 'how long it holds; default 90')
    .option('--revoke <id>', 'end this token')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const name = words[0] as string;
        const call = callOf(options);
        if (options.scope !== undefined) {
          const { scope, label = '', days } = options;
          const wish = { label, scopes: scope, days: days === undefined ? null : wholeDays(days) };
          const made = await addToken(ws, name, wish, call);
          out.say({
            en: 'The token is shown this once; keep it like a password.',
            zh: '令牌只显示这一次，请像密码一样保管。',
          });
          out.result(made, () => made.secret);
          return;
        }
        if (options.revoke !== undefined) await revokeToken(ws, name, options.revoke, call);
        const rows = await listTokens(ws, name, call);
        out.result(rows, () => tokenTable(rows, out.lang));
      }),
    );
}

function wholeDays(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new AfterlodeError('CALL_OPTION', '--days', { found: text, expected: phrases.wholeFrom(1) });
}
