import type { Command } from 'commander';
import { compare } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly period?: string;
  readonly level?: string;
  readonly by: string;
}

/** `compare`: an indicator over groups of units, listed and not, pooled and unweighted. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description('compare groups of units: pooled value, mean, median, quartiles of one indicator')
    .argument('<indicator>')
    .option('--period <year>', 'year of the data; default the latest with a value')
    .option('--level <level>', 'only units of this level, listed or not', 'prefecture')
    .option('--by <groups>', 'listed, type, resource or level', 'listed')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const answer = await compare(ws, {
          indicator: words[0] as string,
          level: options.level ?? 'prefecture',
          by: options.by,
          ...(options.period !== undefined && { period: options.period }),
        });
        const shown = (value: number | null) => (value === null ? '—' : String(Number(value.toPrecision(5))));
        out.result(answer, () =>
          [
            `${answer.label[out.lang]} (${answer.unit}), ${answer.period}`,
            printTable(answer.groups, [
              { title: out.lang === 'zh' ? '组' : 'group', of: (group) => group.label[out.lang] },
              { title: 'n', of: (group) => String(group.count), right: true },
              { title: '< 0', of: (group) => String(group.negative), right: true },
              {
                title: out.lang === 'zh' ? '合并' : 'pooled',
                of: (group) => shown(group.pooled),
                right: true,
              },
              { title: out.lang === 'zh' ? '平均' : 'mean', of: (group) => shown(group.mean), right: true },
              {
                title: out.lang === 'zh' ? '中位数' : 'median',
                of: (group) => shown(group.median),
                right: true,
              },
              { title: '25 %', of: (group) => shown(group.q1), right: true },
              { title: '75 %', of: (group) => shown(group.q3), right: true },
            ]),
            ...answer.groups.flatMap((group) =>
              group.flagged.map((one) => `⚑ ${group.label[out.lang]}: ${one.count} × ${one.label[out.lang]}`),
            ),
          ].join('\n'),
        );
      }),
    );
}
