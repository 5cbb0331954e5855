import { resolve } from 'node:path';
import type { Command } from 'commander';
import { saveReport } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly kind: string;
  readonly format: string;
  readonly period?: string;
  readonly out?: string;
}

/** `report CITY`: the check-up of one city as a file. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('write the check-up report of one city')
    .argument('<city>')
    .option('--kind <kind>', 'checkup', 'checkup')
    .option('--format <format>', 'html or xlsx', 'html')
    .option('--period <year>', 'year of the data; default the latest with an index')
    .option('--out <file>', 'file to write; default named after city and period')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        if (options.kind !== 'checkup') {
          throw new AfterlodeError('CALL_OPTION', '--kind', { found: options.kind, expected: 'checkup' });
        }
        if (options.format !== 'html' && options.format !== 'xlsx') {
          throw new AfterlodeError('CALL_OPTION', '--format', {
            found: options.format,
            expected: { en: 'html or xlsx', zh: 'html 或 xlsx' },
          });
        }
        const written = await saveReport(ws, {
          city: words[0] as string,
          kind: options.kind,
          format: options.format,
          lang: out.lang,
          ...(options.period !== undefined && { period: options.period }),
          ...(options.out !== undefined && { path: resolve(options.out) }),
        });
        out.result(written, () => written.path);
      }),
    );
}
