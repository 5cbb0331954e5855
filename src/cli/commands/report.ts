import { resolve } from 'node:path';
import type { Command } from 'commander';
import { reportFormats, reportKinds, saveReport } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly kind: string;
  readonly format: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
}

/** `report CITY`: the check-up or the five-year evaluation of one city as a file. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('write the check-up or the evaluation of one city as a document')
    .argument('<city>')
    .option('--kind <kind>', 'checkup or evaluation', 'checkup')
    .option('--format <format>', reportFormats.join(', '), 'html')
    .option('--period <year>', 'checkup: year of the data; default the latest with an index')
    .option('--from <year>', 'evaluation: first year; default the first of the first evaluation')
    .option('--to <year>', 'evaluation: last year')
    .option('--out <file>', 'file to write; default named after city and period')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const kind = reportKinds.find((one) => one === options.kind);
        if (kind === undefined) {
          const expected = reportKinds.join(', ');
          throw new AfterlodeError('CALL_OPTION', '--kind', { found: options.kind, expected });
        }
        const stray = kind === 'checkup' ? (['from', 'to'] as const) : (['period'] as const);
        for (const name of stray) {
          if (options[name] === undefined) continue;
          throw new AfterlodeError('CALL_OPTION', `--${name}`, {
            found: { en: `given with ${kind}`, zh: `与 ${kind} 一同给出` },
            expected: { en: `an option of --kind ${kind}`, zh: `--kind ${kind} 的选项` },
          });
        }
        const format = reportFormats.find((one) => one === options.format);
        if (format === undefined) {
          const expected = reportFormats.join(', ');
          throw new AfterlodeError('CALL_OPTION', '--format', { found: options.format, expected });
        }
        const written = await saveReport(ws, {
          city: words[0] as string,
          kind,
          format,
          lang: out.lang,
          ...(options.period !== undefined && { period: options.period }),
          ...(options.from !== undefined && { from: options.from }),
          ...(options.to !== undefined && { to: options.to }),
          ...(options.out !== undefined && { path: resolve(options.out) }),
        });
        out.result(written, () => written.path);
      }),
    );
}
