import type { Command } from 'commander';
import {
  importTargets,
  operator,
  type PlanTargetAnswer,
  planTargets,
  type TargetImportAnswer,
} from '../../app/index.js';
import type { Language, Text, Unit } from '../../base/index.js';
import { type Catalog, displayOf } from '../../catalog/index.js';
import { action, type CommonOptions } from '../call.js';
import { printTable } from '../table.js';

interface Options extends CommonOptions {
  readonly dryRun?: boolean;
  readonly year?: string;
  readonly history?: boolean;
}

/** `targets import|list`: what plans set for cities. */
export function addTargets(program: Command): void {
  const targets = program
    .command('targets')
    .description('targets of plans that bind cities, with their documents');
  targets
    .command('import')
    .description(
      'import tables with city, indicator, year, target, document, issued (day of the document) and, if other, unit',
    )
    .argument('<file...>')
    .option('--dry-run', 'check only, change nothing')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const done: TargetImportAnswer[] = [];
        for (const path of words)
          done.push(
            await importTargets(ws, { path, dryRun: options.dryRun === true }, { actor: operator() }),
          );
        out.result(done.length === 1 ? done[0] : done, () =>
          done.map((one) => importLine(one, out.lang)).join('\n'),
        );
      }),
    );
  targets
    .command('list')
    .description('targets in force, or all documents and readings that ever were')
    .argument('[city]')
    .option('--year <year>', 'only targets for this year')
    .option('--history', 'superseded and corrected versions too')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const [city] = words;
        const rows = await planTargets(ws, {
          history: options.history === true,
          ...(city !== undefined && { city }),
          ...(options.year !== undefined && { year: options.year }),
        });
        out.result(rows, () => targetTable(rows, ws.catalog, out.lang));
      }),
    );
}

function importLine(one: TargetImportAnswer, lang: Language): string {
  const { file, read, accepted, revised, unchanged, dryRun } = one;
  if (lang === 'zh')
    return dryRun
      ? `${file}：读入 ${read} 条目标，未发现错误；未作改动`
      : `${file}：读入 ${read} 条目标，新增 ${accepted}，更正 ${revised}，未变 ${unchanged}`;
  return dryRun
    ? `${file}: ${read} targets read without fault; nothing was changed`
    : `${file}: ${read} targets read, ${accepted} new, ${revised} corrected, ${unchanged} unchanged`;
}

const states: Readonly<Record<PlanTargetAnswer['state'], Text>> = {
  'in-force': { en: 'in force', zh: '现行' },
  'not-yet': { en: 'not yet valid', zh: '尚未生效' },
  superseded: { en: 'superseded', zh: '已被取代' },
  corrected: { en: 'corrected', zh: '已更正' },
};

function targetTable(rows: readonly PlanTargetAnswer[], catalog: Catalog, lang: Language): string {
  const zh = lang === 'zh';
  if (rows.length === 0) return zh ? '没有已导入的规划目标' : 'no plan targets have been imported';
  const amount = ({ target, unit }: PlanTargetAnswer) => {
    if (!catalog.units.has(unit as Unit)) return String(target);
    const shown = displayOf(unit as Unit, catalog);
    return `${Number((target / shown.factor).toPrecision(6))} ${shown.label[lang]}`;
  };
  return printTable(rows, [
    { title: zh ? '城市' : 'city', of: (row) => `${row.name.zh} ${row.name.en}` },
    { title: zh ? '指标' : 'indicator', of: (row) => row.label[lang] },
    { title: zh ? '目标年' : 'year', of: (row) => row.year },
    { title: zh ? '目标值' : 'target', of: amount, right: true },
    { title: zh ? '文件' : 'document', of: (row) => row.document },
    { title: zh ? '印发日期' : 'issued', of: (row) => row.issued },
    { title: zh ? '状态' : 'state', of: (row) => states[row.state][lang] },
  ]);
}
