import type { Command } from 'commander';
import { exportFormats, exportKinds, exportTo } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly format: string;
  readonly out?: string;
  readonly period?: readonly string[];
  readonly indicator?: readonly string[];
  readonly unit?: readonly string[];
  readonly bom: boolean;
}

/** `export`: values of indicators, scores, the register or findings as one file. */
export function addExport(program: Command): void {
  program
    .command('export')
    .description('write values, scores, units or findings to a file of a common form')
    .argument('<kind>', exportKinds.join(', '))
    .option('--format <format>', exportFormats.join(', '), 'csv')
    .option('--out <file>', 'default named after pack, kind and form, in the current folder')
    .option('--period <year...>', 'only these years of the data')
    .option('--indicator <id...>', 'only these indicators; of scores indices or nodes')
    .option('--unit <name...>', 'only these units, by code or name')
    .option('--no-bom', 'CSV without the mark by which Excel knows UTF-8')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const call = {
          kind: oneOf('kind', exportKinds, words[0] ?? ''),
          format: oneOf('--format', exportFormats, options.format),
          mark: options.bom,
          lang: out.lang,
          ...(options.period && { periods: options.period }),
          ...(options.indicator && { indicators: options.indicator }),
          ...(options.unit && { units: options.unit }),
        };
        const done = await exportTo(ws, call, options.out);
        out.result(done, () => `${done.path}: ${done.bytes} bytes`);
      }),
    );
}

function oneOf<T extends string>(option: string, words: readonly T[], found: string): T {
  const known = words.find((word) => word === found);
  if (known !== undefined) return known;
  throw new AfterlodeError('CALL_OPTION', option, { found, expected: words.join(', ') });
}
