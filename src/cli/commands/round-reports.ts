import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  answerAppeal,
  addEvidence as attach,
  type ChangeCall,
  evidenceFile,
  fileAppeal,
  listEvidence,
  reviewReturn,
  type Seen,
  type StepAnswer,
  saveValues,
  submitReturn,
  type Workspace,
} from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { writeAtomically } from '../../files/index.js';
import { action } from '../call.js';
import { callOf, changing, type RoundOptions } from '../round-call.js';
import { readGiven } from '../round-files.js';
import { issuesTable } from '../round-form-table.js';
import { filesTable, stepText } from '../round-tables.js';

/** What units and reviewers do with a return. */
export function addRoundReports(round: Command): void {
  addReporting(round);
  addReviewing(round);
}

function addReporting(round: Command): void {
  changing(round.command('save'))
    .description('save values of a return: all that are given, or none where one cannot be read')
    .argument('<round>')
    .argument('<unit>', 'name, code or id')
    .argument('[file]', 'CSV with indicator, value and, if other, unit, missing, source, explanation')
    .option('--set <indicator=value...>', 'single values; an empty one is missing')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const [name = '', unit = '', file] = words;
        const { seen, ...call } = await callOf(ws, options);
        const given = { values: await readGiven(file, options.set ?? []), seen: seen ?? null };
        const done = await saveValues(ws, name, unit, given, call);
        if (!done.saved) process.exitCode = 2;
        out.result(done, () => issuesTable(done, out.lang));
      }),
    );
  addStep(round, 'submit', 'submit a return for review', (ws, [name, unit], call) =>
    submitReturn(ws, name, unit, call),
  );
  addStep(
    round,
    'appeal',
    'ask for a locked return to be opened again, with --why',
    (ws, [name, unit], call) => fileAppeal(ws, name, unit, call),
  );
  addEvidence(round);
}

function addEvidence(round: Command): void {
  changing(round.command('evidence'))
    .description('files of a return: list them, attach one, or fetch one')
    .argument('<round>')
    .argument('<unit>', 'name, code or id')
    .argument('[file]', 'to be attached')
    .option('--indicator <id>', 'indicator that it proves; left out: the return as a whole')
    .option('--fetch <sha256>', 'fetch this file to --out')
    .option('--out <file>', 'where to')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const [name = '', unit = '', path] = words;
        const call = await callOf(ws, options);
        if (path !== undefined) {
          const bytes = await readFile(path);
          const given = { indicator: options.indicator ?? '', name: basename(path), mediaType: '', bytes };
          await attach(ws, name, unit, given, call);
        }
        if (options.fetch !== undefined) {
          const found = await evidenceFile(ws, name, unit, options.fetch, call);
          await writeAtomically(options.out ?? found.file.name, found.bytes);
        }
        const rows = await listEvidence(ws, name, unit, call);
        out.result(rows, () => filesTable(rows, out.lang));
      }),
    );
}

function addReviewing(round: Command): void {
  for (const [word, description] of [
    ['accept', 'accept a return'],
    ['return', 'send a return back with a question, with --why'],
  ] as const) {
    addStep(round, word, description, (ws, [name, unit], call, options) => {
      const review = { level: levelOf(options.level), verdict: word };
      return reviewReturn(ws, name, unit, review, call);
    }).option('--level <province|nation>', 'at which level', 'province');
  }
  addStep(round, 'answer', 'answer an appeal, with --why', (ws, [name, unit], call, options) =>
    answerAppeal(ws, name, unit, { grant: options.grant === true }, call),
  ).option('--grant', 'open the return again; left out: the appeal is dismissed');
}

type StepCall = (
  ws: Workspace,
  words: readonly [round: string, unit: string],
  call: ChangeCall & Seen,
  options: RoundOptions,
) => Promise<StepAnswer>;

function addStep(round: Command, word: string, description: string, take: StepCall): Command {
  return changing(round.command(word))
    .description(description)
    .argument('<round>')
    .argument('<unit>', 'name, code or id')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const [name = '', unit = ''] = words;
        const done = await take(ws, [name, unit], await callOf(ws, options), options);
        out.result(done, () => stepText(done, ws, out.lang));
      }),
    );
}

function levelOf(text = 'province'): 'province' | 'nation' {
  if (text === 'province' || text === 'nation') return text;
  throw new AfterlodeError('CALL_OPTION', '--level', {
    found: text,
    expected: phrases.oneOf('province, nation'),
  });
}
