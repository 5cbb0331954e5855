import type { Command } from 'commander';
import { type IndexTablesCall, indexTables } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

type Options = CommonOptions & IndexTablesCall;

/** `index`: a composite index from COINr's two tables, first form. */
export function addIndex(program: Command): void {
  program
    .command('index')
    .description("compute a composite index from COINr's two tables")
    .requiredOption('--data <iData.csv>', 'units in rows, indicators in columns, uCode first')
    .requiredOption('--meta <iMeta.csv>', 'iCode, Level, Parent, Direction, Weight, Type …')
    .option('--normalise <method>', 'minmax, zscore, rank, percentile, goalposts', 'minmax')
    .option('--aggregate <rule>', 'amean, gmean, hmean', 'amean')
    .option('--weights <weights>', 'meta, equal', 'meta')
    .option('--impute <rule>', 'none', 'none')
    .option('--treat <rule>', 'none', 'none')
    .option('--minimum-coverage <share>', 'available children / children at each level; default none')
    .action(
      action<Options>(async ({ out, options }) => {
        const answer = await indexTables(options);
        out.issues(answer.issues);
        const ranked = [...answer.results].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
        const top = Object.keys(ranked[0]?.scores ?? {}).at(-1) ?? '';
        out.result(answer, () =>
          printTable(ranked, [
            { title: out.lang === 'zh' ? '名次' : 'rank', of: (one) => String(one.rank ?? '—'), right: true },
            { title: out.lang === 'zh' ? '单元' : 'unit', of: (one) => one.unit },
            { title: top, of: (one) => one.scores[top]?.toFixed(2) ?? '—', right: true },
          ]),
        );
      }),
    );
}
