import type { Command } from 'commander';
import { type RestorationCall, restoration } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { restorationTables } from '../restoration-tables.js';

type Options = CommonOptions & RestorationCall;

/** `restoration`: what restoring sunken and mined land costs and brings. */
export function addRestoration(program: Command): void {
  program
    .command('restoration')
    .description('costs and benefits of restoration projects, from the published ratio to a discounted one')
    .requiredOption(
      '--ledger <L.csv>',
      'table: project,year,item,kind,amount,payer,area_mu,unit_price,claim (yuan; yuan a mu)',
    )
    .option('--rate <share>', 'rate of discount; default the parameter restoration_rate')
    .option('--runs <n>', 'runs in which all turns out otherwise at once; default 2000')
    .option('--seed <n>', 'of these runs; default 1')
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await restoration(ws, options);
        out.issues(answer.issues);
        out.result(answer, () => restorationTables(answer, out.lang));
      }),
    );
}
