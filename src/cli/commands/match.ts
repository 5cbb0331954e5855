import type { Command } from 'commander';
import { match } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { matchTables } from '../match-tables.js';

type Options = CommonOptions & { readonly period?: string };

/** `match`: in which way a city lives after its resource, who is like it, and what others did. */
export function addMatch(program: Command): void {
  program
    .command('match')
    .argument('<city>', 'code, Chinese or English name of a listed city')
    .description('mode of transition, similar cities, cases with their conditions, measures')
    .option('--period <year>', 'year of the data; default the latest with an index')
    .action(
      action<Options>(async ({ ws, out, options: { period }, words: [city = ''] }) => {
        const answer = await match(ws, city, period === undefined ? {} : { period });
        out.issues(answer.issues);
        out.result(answer, () => matchTables(answer, out.lang));
      }),
    );
}
