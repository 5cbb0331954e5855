import type { Command } from 'commander';
import {
  importSurvey,
  operator,
  type SurveyImportAnswer,
  type SurveyItemAnswer,
  surveys,
} from '../../app/index.js';
import type { Language } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly dryRun?: boolean;
  readonly period?: string;
}

/** `survey import|list`: what residents say. */
export function addSurvey(program: Command): void {
  const survey = program.command('survey').description("the residents' survey of the check-up");
  survey
    .command('import')
    .description('import tables with city, period, item, n, satisfied, dissatisfied and, if known, indicator')
    .argument('<file...>')
    .option('--dry-run', 'check only, change nothing')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const done: SurveyImportAnswer[] = [];
        for (const path of words)
          done.push(await importSurvey(ws, { path, dryRun: options.dryRun === true }, { actor: operator() }));
        const [first] = done;
        out.issues(done.flatMap((one) => one.issues));
        out.result(done.length === 1 ? first : done, () =>
          done.map((one) => importLine(one, out.lang)).join('\n'),
        );
        if (done.some((one) => one.read > 0 && one.rejected === one.read)) process.exitCode = 2;
      }),
    );
  survey
    .command('list')
    .description('answers in force with the margin of error and the light they give')
    .argument('[city]')
    .option('--period <year>', 'only answers of this period')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [city] = words;
        const rows = await surveys(ws, {
          ...(city !== undefined && { city }),
          ...(options.period !== undefined && { period: options.period }),
        });
        out.result(rows, () => surveyTable(rows, out.lang));
      }),
    );
}

function importLine(one: SurveyImportAnswer, lang: Language): string {
  const { file, read, accepted, revised, unchanged, rejected, rejects } = one;
  const where = rejects === null ? '' : ` (${rejects})`;
  return lang === 'zh'
    ? `${file}：读入 ${read} 行，新增 ${accepted}，修订 ${revised}，未变 ${unchanged}，拒绝 ${rejected}${where}`
    : `${file}: ${read} rows read, ${accepted} new, ${revised} revised, ${unchanged} unchanged, ${rejected} rejected${where}`;
}

function surveyTable(rows: readonly SurveyItemAnswer[], lang: Language): string {
  const zh = lang === 'zh';
  const percent = (share: number | null) => (share === null ? '—' : (share * 100).toFixed(1));
  const words = {
    green: zh ? '绿' : 'green',
    yellow: zh ? '黄' : 'yellow',
    red: zh ? '红' : 'red',
    none: '—',
  };
  return printTable(rows, [
    { title: zh ? '城市' : 'city', of: (row) => row.city },
    { title: zh ? '年份' : 'period', of: (row) => row.period },
    { title: zh ? '调查项' : 'item', of: (row) => row.label[lang] },
    { title: 'n', of: (row) => String(row.asked), right: true },
    {
      title: zh ? '满意 %' : 'satisfied %',
      of: ({ satisfiedShare: { low, mid, high } }) => `${percent(mid)} [${percent(low)}, ${percent(high)}]`,
      right: true,
    },
    {
      title: zh ? '不满意 %' : 'dissatisfied %',
      of: (row) => percent(row.dissatisfiedShare.mid),
      right: true,
    },
    { title: zh ? '灯' : 'light', of: (row) => words[row.light] },
    {
      title: zh ? '对应指标' : 'indicators',
      of: (row) => row.indicators.map((one) => one.label[lang]).join('; '),
    },
  ]);
}
