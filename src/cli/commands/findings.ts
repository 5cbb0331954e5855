import type { Command } from 'commander';
import {
  exportLedgerTo,
  finding,
  importLedger,
  type LedgerRow,
  ledger,
  openFinding,
  operator,
  recheckFindings,
  recordStep,
} from '../../app/index.js';
import { AfterlodeError, phrases, sameText } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { findingHistory, findingsTable } from '../findings-tables.js';
import { addSharedFindings, signed, signedBy } from './findings-shared.js';

interface Options extends CommonOptions {
  readonly period?: string;
  readonly by?: string;
  readonly document?: string;
  readonly level?: string;
  readonly place?: string;
  readonly lon?: string;
  readonly lat?: string;
  readonly type?: string;
  readonly note?: string;
  readonly measure?: string;
  readonly body?: string;
  readonly budget?: string;
  readonly deadline?: string;
  readonly workItem?: string;
  readonly status?: string;
  readonly reason?: string;
  readonly city?: string;
  readonly area?: string;
  readonly person?: string;
  readonly overdue?: boolean;
  readonly text?: string;
}

/** `findings`: what check-ups found, what is done about it, and whether it helped. */
export function addFindings(program: Command): void {
  const findings = program
    .command('findings')
    .description('findings in the ledger, of all cities or of one; of one also what nobody has opened yet')
    .argument('[city]')
    .option(
      '--period <year>',
      'of the list: only this period; of open: default the latest known; of recheck: the later period',
    )
    .option('--area <area>', 'of the list: a city or province by name or code')
    .option('--person <name>', 'of the list: who has to see to them, as they were assigned; me: who asks')
    .option('--overdue', 'of the list: only those whose day has passed')
    .option('--status <status>', 'of the list: found, open, planned, under_way, done, closed or dropped')
    .option('--text <words>', 'of the list: words that stand somewhere in them')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [city] = words;
        const rows = await ledger(
          ws,
          { ...(city !== undefined && { city }), ...filterOf(options) },
          { actor: operator() },
        );
        out.result(rows, () => findingsTable(rows, out.lang));
      }),
    );
  addShow(findings);
  addOpen(findings);
  addRecord(findings);
  addRecheck(findings);
  addFiles(findings);
  addSharedFindings(findings);
}

function addShow(findings: Command): void {
  findings
    .command('show')
    .description('one finding with everything that was recorded about it')
    .argument('<finding>')
    .action(
      action(async ({ ws, out, words }) => {
        const row = await finding(ws, words[0] as string, { actor: operator() });
        out.result(row, () => findingHistory(row, out.lang));
      }),
    );
}

function addOpen(findings: Command): void {
  signed(findings.command('open'))
    .description('put a finding of the check-up into the ledger, with its judgement of today')
    .argument('<city>')
    .argument('<about>', 'an indicator of the lists or a problem that was found')
    .option('--level <level>', 'dwelling, residential_area, block, urban_area', 'urban_area')
    .option('--place <name>', 'building, estate, street or block')
    .option('--lon <degrees>', 'position of the place')
    .option('--lat <degrees>', 'position of the place')
    .option('--type <words>', 'concrete type of the problem, such as blocked stairs')
    .option('--note <words>')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [city, about] = words as [string, string];
        const { level, place, note } = options;
        const row = await openFinding(
          ws,
          {
            city,
            about,
            lon: numberOf('--lon', options.lon),
            lat: numberOf('--lat', options.lat),
            ...periodOf(options),
            ...signedBy(options),
            ...(level !== undefined && { level }),
            ...(place !== undefined && { place }),
            ...(note !== undefined && { note }),
            ...(options.type !== undefined && { problemType: options.type }),
          },
          { actor: operator() },
        );
        out.result(row, () => findingHistory(row, out.lang));
      }),
    );
}

function addRecord(findings: Command): void {
  signed(findings.command('record'))
    .description('record a measure, a change of status or a note; all three may be given at once')
    .argument('<finding>')
    .option('--measure <words>', 'what is to be done')
    .option('--body <name>', 'responsible body')
    .option('--budget <yuan>')
    .option('--deadline <day>', 'such as 2027-06-30')
    .option('--work-item <name>', 'item of the yearly work plan')
    .option('--status <status>', 'open, planned, under_way, done, closed, dropped')
    .option('--reason <words>', 'of the change of status')
    .option('--note <words>')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const name = words[0] as string;
        const steps = stepsOf(options);
        if (steps.length === 0) {
          const expected = { en: '--measure, --status or --note', zh: '--measure、--status 或 --note' };
          throw new AfterlodeError('CALL_OPTION', sameText('findings record'), {
            found: { en: 'nothing to record', zh: '没有可记录的内容' },
            expected,
          });
        }
        let row: LedgerRow | null = null;
        for (const step of steps)
          row = await recordStep(ws, { finding: name, ...step, ...signedBy(options) }, { actor: operator() });
        out.result(row, () => (row === null ? '' : findingHistory(row, out.lang)));
      }),
    );
}

function stepsOf(options: Options) {
  const { measure, body, budget, deadline, workItem, status, reason, note } = options;
  const steps: { kind: string; content: Readonly<Record<string, unknown>> }[] = [];
  const planned = [measure, body, budget, deadline, workItem].some((one) => one !== undefined);
  if (planned) {
    const amount = numberOf('--budget', budget);
    steps.push({ kind: 'measure', content: { measure, body, budget: amount, deadline, workItem } });
  }
  if (status !== undefined) steps.push({ kind: 'status', content: { status, reason } });
  if (note !== undefined) steps.push({ kind: 'note', content: { text: note } });
  return steps;
}

function addRecheck(findings: Command): void {
  signed(findings.command('recheck'))
    .description('compare a later check-up with findings, and record improved, same, worse or cannot tell')
    .argument('[finding]', 'default all that are older than --period and were not dropped')
    .option('--city <city>', 'only findings of this city')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [name] = words;
        if (options.period === undefined) {
          const expected = {
            en: 'the later period, such as --period 2025',
            zh: '较晚的时期，如 --period 2025',
          };
          throw new AfterlodeError('CALL_OPTION', '--period', { found: phrases.nothing, expected });
        }
        const rows = await recheckFindings(
          ws,
          {
            period: options.period,
            ...(name !== undefined && { finding: name }),
            ...(options.city !== undefined && { city: options.city }),
            ...signedBy(options),
          },
          { actor: operator() },
        );
        out.result(rows, () => findingsTable(rows, out.lang));
      }),
    );
}

function addFiles(findings: Command): void {
  findings
    .command('export')
    .description('write the whole ledger to a file that can be read back without loss')
    .argument('<file>', 'ends in .csv or .json')
    .action(
      action(async ({ ws, out, words }) => {
        const done = await exportLedgerTo(ws, words[0] as string, { actor: operator() });
        out.result(done, () => `${done.path}: ${done.bytes} bytes`);
      }),
    );
  findings
    .command('import')
    .description('read such a file; events that are here already change nothing')
    .argument('<file>')
    .action(
      action(async ({ ws, out, words }) => {
        const done = await importLedger(ws, { path: words[0] as string }, { actor: operator() });
        out.result(done, () =>
          out.lang === 'zh'
            ? `${done.file}：读入 ${done.read} 条，新增 ${done.added}，已有 ${done.known}`
            : `${done.file}: ${done.read} events read, ${done.added} added, ${done.known} known`,
        );
      }),
    );
}

function filterOf({ area, person, overdue, status, text, ...options }: Options) {
  return {
    ...periodOf(options),
    ...(area !== undefined && { area }),
    ...(person !== undefined && { person }),
    ...(overdue === true && { overdue }),
    ...(status !== undefined && { status }),
    ...(text !== undefined && { text }),
  };
}

function periodOf({ period }: Options) {
  return period === undefined ? {} : { period };
}

function numberOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) {
    throw new AfterlodeError('CALL_OPTION', option, { found: text, expected: phrases.number });
  }
  return number;
}
