import type { Command } from 'commander';
import { type LinkagesCall, linkages } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { linkagesTables } from '../plan-tables.js';

type Options = CommonOptions & LinkagesCall;

/** `linkages`: how far sectors pull one another, and what stops with one of them. */
export function addLinkages(program: Command): void {
  program
    .command('linkages')
    .description('influence and sensitivity of sectors, and what is lost if one stops')
    .option('--flows <Z.csv>', 'table: from,to,value')
    .option('--output <X.csv>', 'table: sector,output')
    .option('--pack-table <id>', 'input–output table of the pack instead of both, such as io_2020_42')
    .option('--jobs <J.csv>', 'table: sector,city,country; the table is brought to the city')
    .option('--delta <x>', 'exponent of the location quotient, 0 to 1; default 0.3')
    .option('--extract <sectors>', 'sectors that stop, each alone, separated by commas')
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await linkages(ws, options);
        out.result(answer, () => linkagesTables(answer, out.lang));
      }),
    );
}
