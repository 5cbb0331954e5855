import type { Command } from 'commander';
import { type DistressCall, distress } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { distressTables } from '../distress-tables.js';

type Options = CommonOptions & DistressCall;

/** `distress`: economic status of counties by rank, with the interval of each rank. */
export function addDistress(program: Command): void {
  program
    .command('distress')
    .description(
      'economic status of counties by rank in the country, five levels, each rank with its interval',
    )
    .option(
      '--table <T.csv>',
      'table: place,unemployment,income,poverty[,name][,unemployment_error,income_error,poverty_error]',
    )
    .option('--country <place>', 'row with the figures of the country; default country')
    .option('--thresholds-of <date>', 'also by the thresholds of a day before fiscal 2007')
    .option('--spread <x>', 'of the weights, 0 to 1; default of the catalog')
    .option('--runs <n>', 'default of the catalog')
    .option('--seed <n>', 'default 20260115')
    .option('--out <dir>', 'folder for a CSV file and a workbook')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await distress(ws, options);
        out.result(answer, () => distressTables(answer, out.lang));
      }),
    );
}
