import type { Command } from 'commander';
import { type McdaCall, mcda } from '../../app/index.js';
import { type CommonOptions, fileAction } from '../call.js';
import { mcdaTables } from '../mcda-tables.js';

type Options = CommonOptions & McdaCall;

/** `mcda`: which alternative is best when criteria pull apart. */
export function addMcda(program: Command): void {
  program
    .command('mcda')
    .description('rank alternatives by several criteria (decision analysis)')
    .requiredOption('--matrix <M.csv>', 'alternatives in rows, the name first, a column per criterion')
    .requiredOption(
      '--criteria <C.csv>',
      'code, type (benefit, cost), weight; also preference, q, p, s, lower, upper',
    )
    .option(
      '--weights <weights>',
      'given, equal, entropy, critic, std, merec, gini, variance, angle, lopcow, ahp',
      'given',
    )
    .option('--judgements <J.csv>', 'for ahp: row, column, value and, of several people, judge')
    .option(
      '--method <method>',
      'topsis, vikor, wsm, wpm, waspas, promethee1, promethee2, copras, edas, mabac, mairca, moora, multimoora, aras, codas, grey, cocoso, marcos, spotis, electre1',
      'topsis',
    )
    .option(
      '--normalise <name>',
      'vector, minmax, minmax-plus-one, linear, max, sum, logarithmic, nonlinear, enhanced-accuracy, zavadskas-turskis; default that of the method',
    )
    .option('--ties <rule>', 'min, max, average, dense, ordinal', 'min')
    .option('--tie-digits <n>', 'digits to which tied scores agree, or none', '12')
    .option('--missing <rule>', 'refuse, leave-out, drop', 'refuse')
    .option('--v <share>', 'vikor: weight of the majority')
    .option('--lambda <share>', 'waspas, cocoso: share of the first form')
    .option('--rho <number>', 'grey: distinguishing coefficient')
    .option('--threshold <number>', 'codas: distances nearer than this count as equal')
    .option('--concordance <share>', 'electre1: least agreement')
    .option('--discordance <share>', 'electre1: largest opposition')
    .option('--form <form>', 'moora: ratio, reference-point, multiplicative')
    .option('--preference <function>', 'promethee: usual, u-shape, v-shape, level, linear, gaussian')
    .option('--indifference <q>', 'promethee: in units, or 10% of the range')
    .option('--strict <p>', 'promethee: in units, or 40% of the range')
    .option('--inflection <s>', 'promethee: in units, or 25% of the range')
    .option('--dominance', 'which alternative is at least as good as another on every criterion')
    .option('--pairs', 'intermediate values of each pair, such as preferences')
    .option('--stability', 'how far each weight may move before another comes first')
    .option('--reversal', 'what removing or copying an alternative turns round among the others')
    .action(
      fileAction<Options>(async ({ out, options }) => {
        const answer = await mcda(options);
        out.issues(answer.issues);
        out.result(answer, () => mcdaTables(answer, out.lang));
      }),
    );
}
