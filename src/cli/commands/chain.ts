import type { Command } from 'commander';
import { type ChainCall, chain } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { action, type CommonOptions } from '../call.js';
import { chainTable } from '../plan-tables.js';

type Options = CommonOptions & ChainCall;

/** `chain`: where an industry chain is to be strengthened, filled, extended or given up. */
export function addChain(program: Command): void {
  program
    .command('chain')
    .description('nodes of an industry chain: strengthen, fill, extend, give up, and why')
    .requiredOption(
      '--nodes <N.csv>',
      'table: node,name,stage,unit_value,carbon[,quotient,density,productivity,local_share,scale,market]',
    )
    .requiredOption('--edges <E.csv>', 'table: from,to,share (of what "to" needs)')
    .option('--firms <F.csv>', 'table: firm,node,output,jobs[,lead]')
    .option('--out <dir>', 'folder for a CSV file and a workbook')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await chain(ws, options);
        const label = (id: string) => classLabel(ws.catalog, 'chain_action', id)[out.lang];
        out.result(answer.rows, () => chainTable(answer, out.lang, label));
      }),
    );
}
