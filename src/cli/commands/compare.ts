import type { Command } from 'commander';
import { type CompareAnswer, compare, comparePlaces, mostCompared } from '../../app/index.js';
import { groupForms } from '../../assess/index.js';
import { AfterlodeError, type Language } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { placesText } from '../compare-tables.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly period?: string;
  readonly level?: string;
  readonly by?: string;
  readonly places?: string;
  readonly groups?: string;
}

/** `compare`: an indicator over fixed groups of units, or any places and groups over the periods. */
export function addCompare(program: Command): void {
  program
    .command('compare')
    .description(
      'compare groups of units: pooled value, mean, median, quartiles of one indicator; with --places or --groups any places and groups over the periods, in one or several indicators or indices',
    )
    .argument('<indicator...>')
    .option('--period <year>', 'year of the data; default the latest with a value')
    .option('--level <level>', 'only units of this level, listed or not; default prefecture')
    .option('--by <groups>', 'listed, type, resource or level; default listed')
    .option('--places <names>', `codes or names, divided by commas; at most ${mostCompared.places}`)
    .option('--groups <list>', `divided by commas, at most ${mostCompared.groups}: ${groupForms}`)
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        if (options.places === undefined && options.groups === undefined && words.length === 1) {
          const { level = 'prefecture', by = 'listed', period } = options;
          const call = { indicator: words[0] as string, level, by, ...(period !== undefined && { period }) };
          const answer = await compare(ws, call);
          out.result(answer, () => groupsText(answer, out.lang));
          return;
        }
        refuseFixed(options);
        const answer = await comparePlaces(ws, {
          measures: words,
          places: listOf(options.places),
          groups: listOf(options.groups),
        });
        out.result(answer, () => placesText(answer, out.lang));
      }),
    );
}

/** The options of the fixed groups mean nothing beside places: said, not passed over. */
function refuseFixed(options: Options): void {
  for (const name of ['period', 'level', 'by'] as const) {
    if (options[name] === undefined) continue;
    throw new AfterlodeError('CALL_OPTION', `--${name}`, {
      found: options[name],
      expected: { en: 'nothing beside --places and --groups', zh: '与 --places、--groups 同用时不给出' },
    });
  }
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(/[,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function groupsText(answer: CompareAnswer, lang: Language): string {
  const zh = lang === 'zh';
  const shown = (value: number | null) => (value === null ? '—' : String(Number(value.toPrecision(5))));
  return [
    `${answer.label[lang]} (${answer.unit}), ${answer.period}`,
    printTable(answer.groups, [
      { title: zh ? '组' : 'group', of: (group) => group.label[lang] },
      { title: 'n', of: (group) => String(group.count), right: true },
      { title: '< 0', of: (group) => String(group.negative), right: true },
      { title: zh ? '合并' : 'pooled', of: (group) => shown(group.pooled), right: true },
      { title: zh ? '平均' : 'mean', of: (group) => shown(group.mean), right: true },
      { title: zh ? '中位数' : 'median', of: (group) => shown(group.median), right: true },
      { title: '25 %', of: (group) => shown(group.q1), right: true },
      { title: '75 %', of: (group) => shown(group.q3), right: true },
    ]),
    ...answer.groups.flatMap((group) =>
      group.flagged.map((one) => `⚑ ${group.label[lang]}: ${one.count} × ${one.label[lang]}`),
    ),
  ].join('\n');
}
