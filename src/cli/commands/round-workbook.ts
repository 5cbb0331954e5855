import { basename } from 'node:path';
import type { Command } from 'commander';
import { cityOfWorkbook, returnWorkbook, type UploadAnswer, uploadReturn } from '../../app/index.js';
import { writeAtomically } from '../../files/index.js';
import { action } from '../call.js';
import { acting, callOf, changing, type RoundOptions } from '../round-call.js';
import { uploadText } from '../round-upload-text.js';

interface UploadOptions extends RoundOptions {
  readonly city?: string;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
}

/** `round workbook` and `round upload`: the form of a city as a spreadsheet, there and back. */
export function addRoundWorkbooks(round: Command): void {
  acting(round.command('workbook'))
    .description('write the workbook that a city fills in: what is asked for, values of last year and so far')
    .argument('<round>')
    .argument('<unit>', 'name, code or id')
    .option('--out <file>', 'where to; default ROUND-CODE.xlsx')
    .action(
      action<RoundOptions>(async ({ ws, out, options, words }) => {
        const [name = '', unit = ''] = words;
        const file = await returnWorkbook(ws, name, unit, out.lang, await callOf(ws, options));
        const path = options.out ?? file.fileName;
        await writeAtomically(path, file.bytes);
        const answer = { path, bytes: file.bytes.length };
        out.result(answer, () => (out.lang === 'zh' ? `已写出 ${path}` : `written: ${path}`));
      }),
    );
  changing(round.command('upload'))
    .description('save what filled workbooks say; each names its city on a hidden sheet')
    .argument('<round>')
    .argument('<files...>', 'XLSX')
    .option('--city <unit>', 'city whose workbook it must be; default the one that the file names')
    .option('--dry-run', 'only say what would change')
    .option('--partial', 'save the cells that can be read although others have faults')
    .action(
      action<UploadOptions>(async ({ ws, out, options, words }) => {
        const [name = '', ...paths] = words;
        const { seen, ...call } = await callOf(ws, options);
        const answers: UploadAnswer[] = [];
        for (const path of paths) {
          const file = { name: basename(path), path };
          const city = options.city ?? (await cityOfWorkbook(file));
          const asked = { dryRun: options.dryRun === true, partial: options.partial === true };
          const given = { ...file, ...asked, ...(seen !== undefined && { seen }) };
          answers.push(await uploadReturn(ws, name, city, given, call));
        }
        // What was not saved for its faults is no success, though the others are.
        if (options.dryRun !== true && answers.some(({ saved }) => !saved)) process.exitCode = 2;
        out.result(answers, () => answers.map((one) => uploadText(one, out.lang)).join('\n\n'));
      }),
    );
}
