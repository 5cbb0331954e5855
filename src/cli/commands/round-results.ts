import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  computeRound,
  publishRound,
  recomputeRound,
  roundResults,
  snapshot,
  snapshots,
  verifySnapshot,
} from '../../app/index.js';
import { writeAtomically } from '../../files/index.js';
import { action } from '../call.js';
import { acting, callOf, changing, type RoundOptions } from '../round-call.js';
import { readFigures, sampleOf } from '../round-files.js';
import { checkText, comparisonText, ranksTable } from '../round-result-tables.js';
import { snapshotTable } from '../round-tables.js';

/** What a round comes to, and its published snapshots. */
export function addRoundResults(round: Command): void {
  addComputing(round);
  addSnapshots(round);
}

function addComputing(round: Command): void {
  changing(round.command('compute'))
    .description(
      'compute the results of a locked round; others see them once a second person has computed too',
    )
    .argument('<round>')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const done = await computeRound(ws, words[0] as string, await callOf(ws, options));
        out.result(done, () => ranksTable(done.results, ws, out.lang));
      }),
    );
  changing(round.command('recompute'))
    .description('compute again as a second person, blind: the program, or your own figures')
    .argument('<round>')
    .option('--figures <file>', 'CSV with unit, node, score')
    .option('--sample <number>', 'only so many units, drawn by --seed')
    .option('--seed <number>', 'of the draw', '1')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const name = words[0] as string;
        const figures = options.figures === undefined ? null : await readFigures(ws, options.figures);
        const given = { figures, ...sampleOf(options.sample, options.seed) };
        const done = await recomputeRound(ws, name, given, await callOf(ws, options));
        if (!done.comparison.equal) process.exitCode = 1;
        out.result(done, () => comparisonText(done.comparison, ws, out.lang));
      }),
    );
  acting(round.command('results'))
    .description('results of a round: yours, or those that two persons have computed')
    .argument('<round>')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const found = await roundResults(ws, words[0] as string, await callOf(ws, options));
        out.result(found, () => ranksTable(found.results, ws, out.lang));
      }),
    );
  changing(round.command('publish'))
    .description('publish: one document that never changes, and its values as observations')
    .argument('<round>')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const row = await publishRound(ws, words[0] as string, await callOf(ws, options));
        out.result(row, () => snapshotTable([row], out.lang));
      }),
    );
}

function addSnapshots(round: Command): void {
  acting(round.command('snapshots'))
    .description('published snapshots; with a hash the document itself')
    .argument('[hash]', 'or its first eight digits')
    .option('--out <file>', 'write the document there, byte for byte what its hash is of')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const call = await callOf(ws, options);
        const [hash] = words;
        if (hash === undefined) {
          const rows = await snapshots(ws, call);
          out.result(rows, () => snapshotTable(rows, out.lang));
          return;
        }
        const { row, text, document } = await snapshot(ws, hash, call);
        if (options.out !== undefined) await writeAtomically(options.out, text);
        out.result(options.out === undefined ? document : { ...row, file: basename(options.out) }, () =>
          options.out === undefined ? text : snapshotTable([row], out.lang),
        );
      }),
    );
  acting(round.command('verify'))
    .description('compute a snapshot again from what is kept inside it; status 1 where something differs')
    .argument('<hash>', 'or its first eight digits')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const done = await verifySnapshot(ws, words[0] as string, await callOf(ws, options));
        if (!done.equal || !done.auditWhole) process.exitCode = 1;
        out.result(done, () => checkText(done, ws, out.lang));
      }),
    );
}
