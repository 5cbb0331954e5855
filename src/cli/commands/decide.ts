import type { Command } from 'commander';
import { decisions, operator, saveDecision } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly kind: string;
  readonly reason?: string;
  readonly document?: string;
  readonly by?: string;
}

/** `decide ID`: record what a person decided about a number or a city; without `--reason`, list what was decided. */
export function addDecide(program: Command): void {
  program
    .command('decide')
    .description('record a decision about a number or a city with reason and document, or list decisions')
    .argument('[id]')
    .option(
      '--kind <kind>',
      'note, exclude (leave a value out), accept (a doubtful value holds), register, or with a document: enter-list, leave-list, assess-too',
      'note',
    )
    .option('--reason <text>', 'why')
    .option('--document <number>', 'number of the document')
    .option('--by <name>', 'who decided')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        if (options.reason !== undefined) {
          await saveDecision(
            ws,
            {
              about: words[0] ?? '',
              kind: options.kind,
              reason: options.reason,
              document: options.document ?? '',
              by: options.by ?? '',
            },
            { actor: operator() },
          );
        }
        const made = await decisions(ws, words[0] === undefined ? {} : { about: words[0] });
        out.result(made, () =>
          printTable(made, [
            { title: out.lang === 'zh' ? '对象' : 'about', of: (one) => one.about },
            { title: out.lang === 'zh' ? '决定' : 'kind', of: (one) => one.kind },
            { title: out.lang === 'zh' ? '理由' : 'reason', of: (one) => one.reason },
            { title: out.lang === 'zh' ? '文号' : 'document', of: (one) => one.document },
            { title: out.lang === 'zh' ? '决定人' : 'by', of: (one) => one.by },
            { title: out.lang === 'zh' ? '日期' : 'on', of: (one) => one.on },
          ]),
        );
      }),
    );
}
