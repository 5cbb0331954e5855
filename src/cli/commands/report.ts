import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  planTables,
  type ReportKind,
  type ReportsDone,
  reportKinds,
  saveNationReport,
  saveReport,
  saveReports,
  type Workspace,
} from '../../app/index.js';
import { AfterlodeError, type Language, phrases } from '../../base/index.js';
import { type ReportFormat, reportFormats } from '../../report/index.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly all?: boolean;
  readonly nation?: boolean;
  readonly province?: string;
  readonly kind: string;
  readonly format: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly scenario?: readonly string[];
  readonly budget?: string;
  readonly threads?: string;
  readonly out?: string;
}

/** Options that say nothing of a kind of report. */
const strayOptions = {
  checkup: ['from', 'to', 'scenario', 'budget'],
  evaluation: ['period', 'scenario', 'budget'],
  plan: ['from', 'to'],
} as const;

/** `report CITY…`: the check-up, the five-year evaluation or the plan of one city as a file, of many as a folder. */
export function addReport(program: Command): void {
  program
    .command('report')
    .description('write the check-up, the evaluation or the plan of cities as documents')
    .argument('[city...]', 'one: a file; several, or --all: a folder of files with a list of them')
    .option('--all', 'of every assessed city')
    .option('--nation', 'instead: one evaluation report of all cities together')
    .option('--province <name>', 'instead: one evaluation report of the cities of a province')
    .option('--kind <kind>', reportKinds.join(', '), 'checkup')
    .option('--format <format>', reportFormats.join(', '), 'html')
    .option('--period <year>', 'checkup, plan: year of the data; default the latest with an index')
    .option('--from <year>', 'evaluation: first year; default the first of the first evaluation')
    .option('--to <year>', 'evaluation: last year')
    .option('--scenario <file...>', 'plan: plan files, one scenario each')
    .option('--budget <B.csv>', 'plan: table year,budget in yuan')
    .option('--threads <n>', 'several cities: threads that print; default the cores but one')
    .option('--out <file>', 'file, or folder of several; default named after city and period, or "reports"')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        if (options.nation === true || options.province !== undefined) {
          const whole = await ofMany(ws, options, words, out.lang);
          return out.result(whole, () => whole.path);
        }
        const { kind, format } = formOf(options);
        const call = { kind, format, lang: out.lang, ...yearsOf(options) };
        const [city] = words;
        if (options.all === true ? city !== undefined : city === undefined) throw whichCities(words);
        if (options.all === true || words.length > 1) {
          refuse(options, ['scenario', 'budget'], { en: 'for one city', zh: '仅用于一座城市' });
          const folder = resolve(options.out ?? 'reports');
          const threads = threadsOf(options.threads);
          const done = await saveReports(ws, { ...call, cities: words, folder, threads }, (name, share) =>
            out.progress({ en: name, zh: name }, share),
          );
          for (const { city: one, code, message } of done.failed)
            out.say({ en: `${one}: ${code}: ${message.en}`, zh: `${one}：${code}：${message.zh}` });
          if (done.failed.length > 0) process.exitCode = 2;
          return out.result(done, () => summary(done, out.lang));
        }
        refuse(options, ['threads'], { en: 'for several cities', zh: '仅用于多座城市' });
        const written = await saveReport(ws, {
          ...call,
          city: city as string,
          ...(kind === 'plan' && { plan: await planTables(options) }),
          ...(options.out !== undefined && { path: resolve(options.out) }),
        });
        out.result(written, () => written.path);
      }),
    );
}

/** The evaluation of all cities together, or of those of one province. */
function ofMany(ws: Workspace, options: Options, words: readonly string[], lang: Language) {
  if (words.length > 0 || options.all === true) throw whichCities(words);
  const given = options.kind === 'checkup' ? { ...options, kind: 'evaluation' } : options;
  const { format } = formOf(given);
  refuse(options, ['threads'], { en: 'for several cities', zh: '仅用于多座城市' });
  const { province, out } = options;
  return saveNationReport(ws, {
    format,
    lang,
    ...yearsOf(options),
    ...(province !== undefined && { province }),
    ...(out !== undefined && { path: resolve(out) }),
  });
}

/** @throws AfterlodeError CALL_OPTION for an unknown kind or format, or an option of another kind */
function formOf(options: Options): { readonly kind: ReportKind; readonly format: ReportFormat } {
  const kind = reportKinds.find((one) => one === options.kind);
  if (kind === undefined) throw unknown('--kind', options.kind, reportKinds);
  refuse(options, strayOptions[kind], { en: `not with --kind ${kind}`, zh: `不与 --kind ${kind} 同用` });
  const format = reportFormats.find((one) => one === options.format);
  if (format === undefined) throw unknown('--format', options.format, reportFormats);
  return { kind, format };
}

function unknown(option: string, found: string, words: readonly string[]): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected: phrases.oneOf(words.join(', ')) });
}

function refuse(
  options: Options,
  stray: readonly (keyof Options)[],
  expected: Readonly<Record<Language, string>>,
): void {
  for (const name of stray) {
    if (options[name] === undefined) continue;
    const found = { en: 'given', zh: '已给出' };
    throw new AfterlodeError('CALL_OPTION', `--${name}`, { found, expected });
  }
}

function whichCities(words: readonly string[]): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', '--all', {
    found: words.length > 0 ? { en: 'given beside a city', zh: '与城市一同给出' } : phrases.none,
    expected: { en: 'a city, several, or --all', zh: '一座或多座城市，或 --all' },
  });
}

function yearsOf({ period, from, to }: Options) {
  return {
    ...(period !== undefined && { period }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

function threadsOf(written: string | undefined): number {
  if (written === undefined) return Math.max(1, availableParallelism() - 1);
  const threads = Number(written);
  if (Number.isInteger(threads) && threads >= 1) return threads;
  const expected = { en: 'a whole number from 1', zh: '不小于 1 的整数' };
  throw new AfterlodeError('CALL_OPTION', '--threads', { found: written, expected });
}

function summary({ folder, written, kept, failed, index }: ReportsDone, lang: Language): string {
  const counts = [written, kept, failed.length] as const;
  return lang === 'zh'
    ? `${folder}：写出 ${counts[0]} 份，沿用 ${counts[1]} 份，未成 ${counts[2]} 份；清单 ${index}`
    : `${folder}: ${counts[0]} written, ${counts[1]} kept, ${counts[2]} failed; listed in ${index}`;
}
