import type { Command } from 'commander';
import { type RenewalCall, renewal } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { action, type CommonOptions } from '../call.js';
import { renewalTables } from '../renewal-tables.js';

type Options = CommonOptions & RenewalCall;

/** `renewal`: which projects of urban renewal to do in which year. */
export function addRenewal(program: Command): void {
  program
    .command('renewal')
    .description(
      'projects of urban renewal in the years of a budget: the best plan and its proof, red lines, parcels',
    )
    .requiredOption(
      '--projects <P.csv>',
      'table: project,kind,cost,value,livelihood[,value_unit][,required][,unit,…]',
    )
    .requiredOption(
      '--budget <B.csv>',
      'table: year,budget[,rent]; what a year leaves over is not carried on',
    )
    .option('--precedence <R.csv>', 'table: before,after')
    .option(
      '--capacity <C.csv>',
      'table: resource,year,capacity; the projects have a column of each resource',
    )
    .option('--parcels <L.csv>', 'table: parcel,unit,existing_area and factors of potential and difficulty')
    .option(
      '--livelihood-share <share>',
      'of all spending at least for livelihood; default the parameter renewal_livelihood_share',
    )
    .option('--discount <factor>', 'of value from a year to the next; default the parameter renewal_discount')
    .option('--time-limit <seconds>', 'of the search; default the parameter renewal_time_limit')
    .option('--gap <share>', 'of the objective within which the search may end; 0 proves')
    .option('--draws <n>', 'plans at other costs, for how often each project stays; 0: none')
    .option('--seed <n>', 'of the draws')
    .option('--out <dir>', 'folder for CSV files, a workbook and the picture of the schedule')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await renewal(ws, options);
        out.issues(answer.issues);
        const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id)[out.lang];
        out.result(answer, () => renewalTables(answer, out.lang, label));
      }),
    );
}
