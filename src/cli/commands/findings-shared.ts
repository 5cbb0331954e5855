import { resolve } from 'node:path';
import type { Command } from 'commander';
import { attachedFile, attachFile, ledgerCalendar, operator, recordStep } from '../../app/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { writeAtomically } from '../../files/index.js';
import { action, type CommonOptions } from '../call.js';
import { findingHistory } from '../findings-tables.js';

interface Options extends CommonOptions {
  readonly by?: string;
  readonly document?: string;
  readonly person?: string;
  readonly office?: string;
  readonly deadline?: string;
  readonly note?: string;
  readonly after?: string;
  readonly answers?: string;
  readonly edits?: string;
  readonly caption?: string;
  readonly city?: string;
  readonly area?: string;
  readonly finding?: string;
  readonly remind: string;
}

const access = () => ({ actor: operator() });

/** What many do about a finding: `findings assign`, `comment`, `attach`, `fetch`, `calendar`. */
export function addSharedFindings(findings: Command): void {
  addAssign(findings);
  addComment(findings);
  addAttach(findings);
  addCalendar(findings);
}

function addAssign(findings: Command): void {
  signed(findings.command('assign'))
    .description('say who has to see to a finding until when; without --person and --office nobody has to')
    .argument('<finding>')
    .option('--person <name>', 'account, or a name')
    .option('--office <name>')
    .option('--deadline <day>', 'such as 2027-06-30')
    .option('--note <words>', 'what is asked for')
    .option('--after <event>', 'the last event that you have seen: refused where somebody has decided since')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const { person, office, deadline, note, after } = options;
        const row = await recordStep(
          ws,
          {
            finding: words[0] as string,
            kind: 'assigned',
            content: { person, office, deadline, note },
            ...(after !== undefined && { after }),
            ...signedBy(options),
          },
          access(),
        );
        out.result(row, () => findingHistory(row, out.lang));
      }),
    );
}

function addComment(findings: Command): void {
  signed(findings.command('comment'))
    .description('say something about a finding')
    .argument('<finding>')
    .argument('<words>')
    .option('--answers <comment>', 'id of the comment that it answers')
    .option('--edits <comment>', 'id of the own comment whose words these replace')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [finding, text] = words as [string, string];
        const content = { text, answers: options.answers, edits: options.edits };
        const step = { finding, kind: 'comment', content, ...signedBy(options) };
        const row = await recordStep(ws, step, access());
        out.result(row, () => findingHistory(row, out.lang));
      }),
    );
}

function addAttach(findings: Command): void {
  signed(findings.command('attach'))
    .description(
      'add a photo or document (JPEG, PNG, PDF up to 8 MiB); position and device are left out of photos',
    )
    .argument('<finding>')
    .argument('<file>')
    .option('--caption <words>')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [finding, path] = words as [string, string];
        const { caption } = options;
        const call = { finding, path, ...(caption !== undefined && { caption }), ...signedBy(options) };
        const row = await attachFile(ws, call, access());
        out.result(row, () => findingHistory(row, out.lang));
      }),
    );
  findings
    .command('fetch')
    .description('write a photo or document of a finding to a file')
    .argument('<finding>')
    .argument('<id>', 'of the file, as `findings show` names it')
    .argument('<file>')
    .action(
      action<Options>(async ({ ws, out, words }) => {
        const [finding, file, target] = words as [string, string, string];
        const { bytes } = await attachedFile(ws, { finding, file }, access());
        const done = { path: resolve(target), bytes: bytes.length };
        await writeAtomically(done.path, bytes);
        out.result(done, () => `${done.path}: ${done.bytes} bytes`);
      }),
    );
}

function addCalendar(findings: Command): void {
  findings
    .command('calendar')
    .description('write deadlines of findings as a calendar file (.ics)')
    .argument('<file>')
    .option('--city <city>', 'only of this city')
    .option('--area <area>', 'only of this city or province')
    .option('--person <name>', 'only what this person has to see to; me: who asks')
    .option('--finding <id>', 'only this finding')
    .option('--remind <days>', 'so many days before the day', '0')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const { city, area, person, finding } = options;
        const call = {
          lang: out.lang,
          remind: daysOf(options.remind),
          ...(city !== undefined && { city }),
          ...(area !== undefined && { area }),
          ...(person !== undefined && { person }),
          ...(finding !== undefined && { finding }),
        };
        const { bytes } = await ledgerCalendar(ws, call, access());
        const done = { path: resolve(words[0] as string), bytes: bytes.length };
        await writeAtomically(done.path, bytes);
        out.result(done, () => `${done.path}: ${done.bytes} bytes`);
      }),
    );
}

function daysOf(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new AfterlodeError('CALL_OPTION', '--remind', { found: text, expected: phrases.number });
}

/** Options of everything that is recorded about a finding. */
export function signed(command: Command): Command {
  return command
    .option('--by <name>', 'who records it; default the user of the system')
    .option('--document <number>', 'paper it rests on');
}

/** Those options as the use cases take them. */
export function signedBy({ by, document }: { readonly by?: string; readonly document?: string }) {
  return { ...(by !== undefined && { by }), ...(document !== undefined && { document }) };
}
