import type { Command } from 'commander';
import { eraseAccount, personalData } from '../../app/index.js';
import { accountTable } from '../access-tables.js';
import { action } from '../call.js';
import { type AccountWords, callOf, reasoned } from './account-call.js';

/** `account export` and `account erase`: what is kept of the person behind an account. */
export function addPersonal(account: Command): void {
  account
    .command('export')
    .description('all that is kept of the person behind an account, as JSON')
    .argument('<name>')
    .action(
      action<AccountWords>(async ({ ws, out, options, words }) => {
        const data = await personalData(ws, words[0] ?? '', callOf(options));
        out.result(data, () => JSON.stringify(data, null, 2));
      }),
    );
  reasoned(account.command('erase'))
    .description(
      'erase what is kept of the person, for good; the name stays for the audit log and is never given again',
    )
    .argument('<name>')
    .action(
      action<AccountWords>(async ({ ws, out, options, words }) => {
        const row = await eraseAccount(ws, words[0] ?? '', callOf(options));
        out.result(row, () => accountTable([row], out.lang));
      }),
    );
}
