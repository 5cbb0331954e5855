import type { Command } from 'commander';
import {
  catalogAnswer,
  catalogEffect,
  catalogLibrary,
  checkCatalog,
  type LibraryRow,
} from '../../app/index.js';
import type { Language } from '../../base/index.js';
import { action, type CommonOptions, languageOf, outputFor, workspaceOptions } from '../call.js';
import { issueLine } from '../output.js';
import { printTable } from '../table.js';

interface EffectOptions extends CommonOptions {
  readonly base?: string;
  readonly period?: string;
}

/** `catalog check|effect|list`: what planners edit. */
export function addCatalog(program: Command): void {
  const catalog = program
    .command('catalog')
    .description('check, list and try out the definitions in catalog/');
  catalog
    .command('check')
    .description('list all faults with file and line; status 2 where there are errors')
    .action(async (_options: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>();
      const out = outputFor(options);
      const lang = languageOf(options);
      const { issues, counts } = await checkCatalog(workspaceOptions(options));
      const errors = issues.filter((issue) => issue.severity === 'error').length;
      out.result({ errors, warnings: issues.length - errors, counts, issues }, () =>
        [
          ...issues.map((issue) => issueLine(issue, lang)),
          `${Object.entries(counts)
            .map(([what, count]) => `${count} ${what}`)
            .join(', ')}; ${errors} errors, ${issues.length - errors} warnings`,
        ].join('\n'),
      );
      if (errors > 0) process.exitCode = 2;
    });
  catalog
    .command('list')
    .argument('[kind]', 'indicators (default, with all other definitions in JSON), cases or measures')
    .description('list indicators with unit, direction, formula and mark; transition cases; measures')
    .action(
      action(async ({ ws, out, words: [kind = 'indicators'] }) => {
        if (kind !== 'indicators') {
          const rows = catalogLibrary(ws, kind);
          out.result(rows, () => libraryTable(rows, out.lang));
          return;
        }
        const answer = await catalogAnswer(ws);
        out.result(answer, () =>
          printTable(answer.indicators, [
            { title: 'id', of: (one) => one.id },
            { title: out.lang === 'zh' ? '名称' : 'label', of: (one) => one.label[out.lang] },
            { title: out.lang === 'zh' ? '单位' : 'unit', of: (one) => one.unit },
            { title: out.lang === 'zh' ? '方向' : 'better', of: (one) => one.better },
            { title: out.lang === 'zh' ? '公式' : 'formula', of: (one) => one.formula?.[out.lang] ?? '' },
            { title: out.lang === 'zh' ? '标记' : 'mark', of: (one) => one.mark },
          ]),
        );
      }),
    );
  addEffect(catalog);
}

function libraryTable(rows: readonly LibraryRow[], lang: Language): string {
  return printTable(rows, [
    { title: 'id', of: (one) => one.id },
    { title: lang === 'zh' ? '名称' : 'label', of: (one) => ('place' in one ? one.place : one.label)[lang] },
    { title: lang === 'zh' ? '标记' : 'mark', of: (one) => one.mark },
    { title: lang === 'zh' ? '文件' : 'file', of: (one) => `${one.file}:${one.line}` },
  ]);
}

function addEffect(catalog: Command): void {
  catalog
    .command('effect')
    .description('which cities change score, rank or light against the committed catalog, or another one')
    .option('--base <dir>', 'folder with the catalog to compare with; default the last commit of this one')
    .option('--period <year>', 'year of the data; default the latest with an index')
    .action(
      action<EffectOptions>(async ({ ws, out, options }) => {
        const effect = await catalogEffect(ws, {
          ...(options.base !== undefined && { base: options.base }),
          ...(options.period !== undefined && { period: options.period }),
        });
        const signed = (value: number | null) =>
          value === null ? '—' : value > 0 ? `+${value}` : String(value);
        out.result(effect, () =>
          [
            printTable(effect.moved, [
              { title: out.lang === 'zh' ? '城市' : 'city', of: (one) => `${one.name.zh} ${one.name.en}` },
              { title: out.lang === 'zh' ? '指数' : 'index', of: (one) => one.index },
              {
                title: out.lang === 'zh' ? '原名次' : 'rank before',
                of: (one) => String(one.rankBefore ?? '—'),
                right: true,
              },
              {
                title: out.lang === 'zh' ? '现名次' : 'rank now',
                of: (one) => String(one.rankNow ?? '—'),
                right: true,
              },
              {
                title: out.lang === 'zh' ? '名次变动' : 'places',
                of: (one) => signed(one.places),
                right: true,
              },
              {
                title: out.lang === 'zh' ? '得分变动' : 'score',
                of: (one) => signed(one.scoreChange),
                right: true,
              },
              {
                title: out.lang === 'zh' ? '灯变动' : 'lights',
                of: (one) => String(one.lightsChanged),
                right: true,
              },
            ]),
            out.lang === 'zh'
              ? `${effect.period} 年：${effect.moved.length} 个变动，${effect.unmoved} 个不变`
              : `${effect.period}: ${effect.moved.length} moved, ${effect.unmoved} did not`,
          ].join('\n'),
        );
      }),
    );
}
