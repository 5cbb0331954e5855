import type { Command } from 'commander';
import { classify, recovery, saveRecovery } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { classificationDetails, classificationTable, recoveryLines } from '../classify-tables.js';

interface Options extends CommonOptions {
  readonly period?: string;
  readonly set?: string;
  readonly reserves?: string;
  readonly recovery?: boolean;
  readonly runs?: string;
  readonly seed?: string;
  readonly out?: string;
}

/** Units up to this many are shown with all their tests. */
const detailed = 3;

/** `classify`: who is a resource-based city by which test, of which type, how exhausted; `--recovery`: how good the tests are. */
export function addClassify(program: Command): void {
  program
    .command('classify')
    .description(
      'test, type and clock of cities, on the list or off it; with --recovery, how well tests find the list',
    )
    .argument('[city...]')
    .option('--period <year>', 'year of the data; the latest value not after it counts')
    .option('--set <code>', 'threshold set whose tests count for a signal to enter the list; default T4')
    .option('--reserves <F.csv>', 'place,resource,basis,reserves,additions,year,output[,leading]')
    .option(
      '--recovery',
      'how well each set finds the official list, with the best threshold of each measure',
    )
    .option('--runs <n>', 'recovery: bootstrap samples; default of the catalog')
    .option('--seed <n>', 'recovery: seed of the samples', '1')
    .option('--out <file>', 'recovery: write the table to a .csv or .xlsx')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const { period, set, reserves } = options;
        if (options.recovery) {
          const rows = await recovery(ws, {
            ...(period !== undefined && { period }),
            ...(options.runs !== undefined && { runs: whole('--runs', options.runs) }),
            ...(options.seed !== undefined && { seed: whole('--seed', options.seed) }),
          });
          if (options.out !== undefined) {
            const saved = await saveRecovery(rows, options.out, out.lang);
            out.say({ en: `written: ${saved.path}`, zh: `已写入：${saved.path}` });
          }
          out.result(rows, () => recoveryLines(rows, ws.catalog, out.lang));
          return;
        }
        const rows = await classify(ws, {
          cities: words,
          ...(period !== undefined && { period }),
          ...(set !== undefined && { set }),
          ...(reserves !== undefined && { reserves }),
        });
        out.result(rows, () =>
          words.length > 0 && rows.length <= detailed
            ? rows.map((row) => classificationDetails(row, ws.catalog, out.lang)).join('\n\n')
            : classificationTable(rows, ws.catalog, out.lang),
        );
      }),
    );
}

function whole(option: string, written: string): number {
  const value = Number(written);
  if (written.trim() !== '' && Number.isInteger(value)) return value;
  throw new AfterlodeError('CALL_OPTION', option, {
    found: written,
    expected: { en: 'a whole number', zh: '整数' },
  });
}
