import { resolve } from 'node:path';
import type { Command } from 'commander';
import { annual, saveAnnualForm } from '../../app/index.js';
import { annualTable } from '../annual-table.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly period?: string;
  readonly list?: string;
  readonly form?: string;
}

/** `annual CITY`: the check-up by indicator lists, and the form for what is missing. */
export function addAnnual(program: Command): void {
  program
    .command('annual')
    .description(
      'the annual check-up of one city by the indicator lists: measured, judged, missing, by dimension',
    )
    .argument('<city>')
    .option('--period <year>', 'default the latest of which anything is known; of a form, last year')
    .option('--list <id>', 'only one list of catalog/checkup')
    .option('--form <file>', 'write a form for what is missing instead, to be filled and imported')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const { period, list, form } = options;
        const call = { ...(period !== undefined && { period }), ...(list !== undefined && { list }) };
        const city = words[0] as string;
        if (form !== undefined) {
          const done = await saveAnnualForm(ws, city, { ...call, path: resolve(form) });
          out.result(done, () => `${done.path}: ${done.rows}`);
          return;
        }
        const found = await annual(ws, city, call);
        out.result(found, () => annualTable(found, out.lang));
      }),
    );
}
