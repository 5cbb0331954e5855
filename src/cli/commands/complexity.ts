import type { Command } from 'commander';
import { type ComplexityCall, complexity } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { complexityTables } from '../plan-tables.js';

type Options = CommonOptions & Omit<ComplexityCall, 'self'> & { readonly self: boolean };

/** `complexity`: which activities lie near to what a place has. */
export function addComplexity(program: Command): void {
  program
    .command('complexity')
    .description(
      'economic complexity of places and activities: diversity, proximity, density, outlook and gain',
    )
    .option('--table <T.csv>', 'table: place,activity,value')
    .option('--census <year>', 'employment of the prefectures in a census of the pack, instead of a table')
    .option('--without <activities>', 'computed a second time without these, separated by commas')
    .option('--threshold <x>', 'revealed comparative advantage from which an activity is present; default 1')
    .option('--least <value>', 'smallest value that counts as present, in the unit of the table; default 0')
    .option('--shrink <value>', 'size at which a place is drawn half way to the shares of all; default 0')
    .option('--proximity <kind>', 'presence or correlation; default presence')
    .option('--no-self', 'an activity does not count as near to itself')
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await complexity(ws, options);
        out.issues(answer.issues);
        out.result(answer, () => complexityTables(answer, out.lang));
      }),
    );
}
