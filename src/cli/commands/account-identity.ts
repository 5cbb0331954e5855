import type { Command } from 'commander';
import { addIdentity, listIdentities, removeIdentity } from '../../app/index.js';
import { identityTable } from '../access-tables.js';
import { action } from '../call.js';
import { type AccountWords, callOf, reasoned } from './account-call.js';

/** `account identity`: whom an identity provider signs in to which account. */
export function addIdentities(account: Command): void {
  const identity = account
    .command('identity')
    .description('whom an identity provider (OpenID Connect) signs in to which account');
  identity
    .command('list')
    .description('identities of an account, or of all')
    .argument('[name]')
    .action(
      action<AccountWords>(async ({ ws, out, options, words }) => {
        const rows = await listIdentities(ws, words[0] ?? null, callOf(options));
        out.result(rows, () => identityTable(rows, out.lang));
      }),
    );
  reasoned(identity.command('add'))
    .description('bind a person of a provider to an account')
    .argument('<name>')
    .argument('<issuer>', 'address of the provider, as AFTERLODE_OPENID_ISSUER has it')
    .argument('<subject>', "the provider's own name for the person (sub)")
    .action(
      action<AccountWords>(async ({ ws, out, options, words }) => {
        const [name = '', issuer = '', subject = ''] = words;
        const row = await addIdentity(ws, name, { issuer, subject }, callOf(options));
        out.result(row, () => identityTable([row], out.lang));
      }),
    );
  reasoned(identity.command('remove'))
    .description('take an identity from an account; its sessions end')
    .argument('<name>')
    .argument('<id>', 'as the list shows it')
    .action(
      action<AccountWords>(async ({ ws, out, options, words }) => {
        const [name = '', id = ''] = words;
        await removeIdentity(ws, name, id, callOf(options));
        const rows = await listIdentities(ws, name, callOf(options));
        out.result(rows, () => identityTable(rows, out.lang));
      }),
    );
}
