import type { Command } from 'commander';
import { backupTo, operator, restoreFrom } from '../../app/index.js';
import { action } from '../call.js';

/** `backup FILE` and `restore FILE`: everything people added, readable by either database. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything in the workspace to one file')
    .argument('<file>')
    .action(
      action(async ({ ws, out, words }) => {
        const done = await backupTo(ws, words[0] as string, { actor: operator() });
        out.result(done, () => `${done.path}: ${done.bytes} bytes`);
      }),
    );
  program
    .command('restore')
    .description('read such a file into an empty workspace')
    .argument('<file>')
    .action(
      action(async ({ ws, out, words }) => {
        const done = await restoreFrom(ws, words[0] as string, { actor: operator() });
        out.result(done, () => `${done.path}: ${JSON.stringify(done.restored)}`);
      }),
    );
}
