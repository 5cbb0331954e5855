import type { Command } from 'commander';
import {
  closeRound,
  defineRound,
  lateList,
  lockRound,
  openRound,
  type RoundRow,
  returnOf,
  round as roundAnswer,
  rounds,
} from '../../app/index.js';
import { readYamlFile } from '../../files/index.js';
import { action } from '../call.js';
import { acting, callOf, changing, type RoundOptions } from '../round-call.js';
import { formTable } from '../round-form-table.js';
import { changesTable, lateTable, roundTable, roundText } from '../round-tables.js';
import { addRoundReports } from './round-reports.js';
import { addRoundResults } from './round-results.js';

/** `round`: the yearly reporting from its definition to a published snapshot. */
export function addRound(program: Command): void {
  const round = program
    .command('round')
    .description('the yearly reporting: define a round, report, review, lock, compute twice, publish');
  addWholeRound(round);
  addReading(round);
  addRoundReports(round);
  addRoundResults(round);
}

function addWholeRound(round: Command): void {
  changing(round.command('define'))
    .description('define a round from a YAML file: id, label, period, forms, units, deadlines, indices')
    .argument('<file>')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const row = await defineRound(ws, await readYamlFile(words[0] as string), await callOf(ws, options));
        out.result(row, () => roundTable([row], out.lang));
      }),
    );
  for (const [word, description, change] of [
    ['open', 'open a round for its units, or a closed one again', openRound],
    ['close', 'end the reporting: from now on units only mend what was sent back', closeRound],
  ] as const) {
    changing(round.command(word))
      .description(description)
      .argument('<round>')
      .action(
        action<RoundOptions>(async ({ ws, out, options, words }) => {
          const row: RoundRow = await change(ws, words[0] as string, await callOf(ws, options));
          out.result(row, () => roundTable([row], out.lang));
        }),
      );
  }
  changing(round.command('lock'))
    .description('lock the returns that the nation has accepted')
    .argument('<round>')
    .option('--leave-out', 'leave out returns that are not done, with --why')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const leaveOut = options.leaveOut === true;
        const done = await lockRound(ws, words[0] as string, { leaveOut }, await callOf(ws, options));
        out.result(done, () =>
          out.lang === 'zh'
            ? `已锁定 ${done.locked} 个单位，未纳入 ${done.leftOut} 个`
            : `${done.locked} returns locked, ${done.leftOut} left out`,
        );
      }),
    );
}

function addReading(round: Command): void {
  acting(round.command('list'))
    .description('all rounds with their states')
    .action(
      action<RoundOptions>(async ({ ws, out, options }) => {
        const rows = await rounds(ws, await callOf(ws, options));
        out.result(rows, () => roundTable(rows, out.lang));
      }),
    );
  acting(round.command('show'))
    .description('a round with the states of its units')
    .argument('<round>')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const found = await roundAnswer(ws, words[0] as string, await callOf(ws, options));
        out.result(found, () => roundText(found, out.lang));
      }),
    );
  acting(round.command('late'))
    .description('units past the deadline of their level, and units that have handed in nothing')
    .argument('<round>')
    .option('--day <date>', 'as it was at the end of a day; default today')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const rows = await lateList(ws, words[0] as string, options.day ?? null, await callOf(ws, options));
        out.result(rows, () => lateTable(rows, out.lang));
      }),
    );
  acting(round.command('form'))
    .description('the return of a unit: forms with values, values of the year before, what the checks say')
    .argument('<round>')
    .argument('<unit>', 'name, code or id')
    .option('--changes', 'every change of a value instead: who, when, old, new, why')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const [name = '', unit = ''] = words;
        const found = await returnOf(ws, name, unit, await callOf(ws, options));
        out.result(options.changes === true ? found.changes : found, () =>
          options.changes === true
            ? changesTable(found.changes, ws.catalog, out.lang)
            : formTable(found, out.lang),
        );
      }),
    );
}
