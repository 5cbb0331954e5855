import type { Command } from 'commander';
import { type ImportAnswer, importFile, operator } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';

interface Options extends CommonOptions {
  readonly layout?: string;
  readonly dryRun?: boolean;
}

/** `import`: tables through declared layouts into the workspace, all or nothing per file. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('import CSV, CSV.gz, XLSX or Parquet files')
    .argument('<file...>')
    .option('--layout <id>', 'layout of the catalog; default the one whose headings fit')
    .option('--dry-run', 'check only, change nothing')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const answers: ImportAnswer[] = [];
        for (const path of words) {
          const answer = await importFile(
            ws,
            {
              path,
              dryRun: options.dryRun === true,
              onProgress: (share, text) => out.progress(text, share),
              ...(options.layout !== undefined && { layout: options.layout }),
            },
            { actor: operator() },
          );
          out.issues(answer.issues);
          answers.push(answer);
        }
        out.result(answers.length === 1 ? answers[0] : answers, () =>
          answers.map(summary(out.lang)).join('\n'),
        );
      }),
    );
}

function summary(lang: 'zh' | 'en'): (answer: ImportAnswer) => string {
  return (answer) => {
    const { file, layout, read, accepted, unchanged, revised, rejected, doubtful, rejects, dryRun } = answer;
    const kept =
      rejects === null
        ? ''
        : lang === 'zh'
          ? `；被拒行及原因见 ${rejects}`
          : `; rejected rows and reasons: ${rejects}`;
    if (lang === 'zh') {
      return `${dryRun ? '试读' : '已导入'} ${file}（格式 ${layout}）：读取 ${read} 行，接受 ${accepted}（其中未变 ${unchanged}、修订 ${revised}、存疑 ${doubtful}），拒绝 ${rejected}${kept}`;
    }
    return `${dryRun ? 'dry run of' : 'imported'} ${file} (layout ${layout}): ${read} rows read, ${accepted} accepted (${unchanged} unchanged, ${revised} revised, ${doubtful} doubtful), ${rejected} rejected${kept}`;
  };
}
