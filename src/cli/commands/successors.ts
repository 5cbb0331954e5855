import type { Command } from 'commander';
import { type SuccessorsCall, successors } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { successorTables } from '../successor-tables.js';

type Options = CommonOptions & SuccessorsCall;

/** `successors`: what a place might take up after its resource, what that asks of it, and what would have to be true. */
export function addSuccessors(program: Command): void {
  program
    .command('successors')
    .argument('<place>', 'code, Chinese or English name of a city; with --table a place of the table')
    .description('activities that could follow the resource: score, conditions, what would have to be true')
    .option('--table <T.csv>', 'table: place,activity,value; default the employment of a census')
    .option('--census <year>', 'census of the pack; default the latest')
    .option('--needs <N.csv>', 'what activities ask for: activity,gate,needs[,unit][,sense][,source]')
    .option('--has <H.csv>', 'what places have: place,gate,has[,source]')
    .option('--figures <F.csv>', 'activity[,jobs][,skills][,carbon][,water][,controlled]')
    .option('--weights <list>', 'such as density=2,carbon=0; others as in the catalog')
    .option('--carbon-middle <x>', 'carbon per unit above which an activity may strand; default the median')
    .option('--without <activities>', 'left out in a second computation; default the extractive ones')
    .option('--threshold <x>', 'revealed comparative advantage from which an activity is present; default 1')
    .option('--least <value>', 'smallest value that counts as present; default of a census 50, else 0')
    .option('--shrink <value>', 'size at which a place is drawn half way to the shares of all; default 0')
    .option('--proximity <kind>', 'presence or correlation; default presence')
    .option('--no-self', 'an activity does not count as near to itself')
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .action(
      action<Options>(async ({ ws, out, options, words: [place = ''] }) => {
        const answer = await successors(ws, place, options);
        out.issues(answer.issues);
        out.result(answer, () => successorTables(answer, out.lang));
      }),
    );
}
