import { resolve } from 'node:path';
import type { Command } from 'commander';
import { planTables, reportKinds, saveReport } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly kind: string;
  readonly format: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly scenario?: readonly string[];
  readonly budget?: string;
  readonly out?: string;
}

/** Options that say nothing of a kind of report. */
const strayOptions = {
  checkup: ['from', 'to', 'scenario', 'budget'],
  evaluation: ['period', 'scenario', 'budget'],
  plan: ['from', 'to'],
} as const;

/** `report CITY`: the check-up, the five-year evaluation or the plan of one city as a file. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('write the check-up, the evaluation or the plan of one city as a document')
    .argument('<city>')
    .option('--kind <kind>', 'checkup, evaluation or plan', 'checkup')
    .option('--format <format>', 'html or xlsx', 'html')
    .option('--period <year>', 'checkup, plan: year of the data; default the latest with an index')
    .option('--from <year>', 'evaluation: first year; default the first of the first evaluation')
    .option('--to <year>', 'evaluation: last year')
    .option('--scenario <file...>', 'plan: plan files, one scenario each')
    .option('--budget <B.csv>', 'plan: table year,budget in yuan')
    .option('--out <file>', 'file to write; default named after city and period')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const kind = reportKinds.find((one) => one === options.kind);
        if (kind === undefined) {
          const expected = reportKinds.join(', ');
          throw new AfterlodeError('CALL_OPTION', '--kind', { found: options.kind, expected });
        }
        const stray = strayOptions[kind];
        for (const name of stray) {
          if (options[name] === undefined) continue;
          throw new AfterlodeError('CALL_OPTION', `--${name}`, {
            found: { en: `given with ${kind}`, zh: `与 ${kind} 一同给出` },
            expected: { en: `an option of --kind ${kind}`, zh: `--kind ${kind} 的选项` },
          });
        }
        if (options.format !== 'html' && options.format !== 'xlsx') {
          throw new AfterlodeError('CALL_OPTION', '--format', {
            found: options.format,
            expected: { en: 'html or xlsx', zh: 'html 或 xlsx' },
          });
        }
        const written = await saveReport(ws, {
          city: words[0] as string,
          kind,
          format: options.format,
          lang: out.lang,
          ...(options.period !== undefined && { period: options.period }),
          ...(options.from !== undefined && { from: options.from }),
          ...(options.to !== undefined && { to: options.to }),
          ...(kind === 'plan' && { plan: await planTables(options) }),
          ...(options.out !== undefined && { path: resolve(options.out) }),
        });
        out.result(written, () => written.path);
      }),
    );
}
