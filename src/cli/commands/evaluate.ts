import type { Command } from 'commander';
import { effects, evaluate, listCities, matched } from '../../app/index.js';
import { AfterlodeError } from '../../base/index.js';
import { action, type CommonOptions } from '../call.js';
import { effectsText, evaluationDetails, evaluationTable, matchText } from '../evaluate-tables.js';

interface Options extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly index?: string;
  readonly targets?: string;
  readonly effect?: string;
  readonly matched?: string;
  readonly covariates?: string;
  readonly seed: string;
}

/** `evaluate`: level, change and gap to the region between two years, plan targets, and effects against a comparison. */
export function addEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description(
      'evaluate all cities, or those named, between two years: level, change, gap to the region, ranks in the class',
    )
    .argument('[city...]')
    .option('--from <year>', 'first year')
    .option('--to <year>', 'last year')
    .option('--index <id>', 'index to evaluate by; default the first that has both years')
    .option(
      '--targets <file>',
      'plan targets: city,indicator,year,target,document[,unit][,issued]; default those imported, and targets.csv of the workspace',
    )
    .option(
      '--effect <file>',
      'instead: difference in differences and event study of place,year,outcome,treated_from[,cluster]',
    )
    .option(
      '--matched <indicator>',
      'instead: change of an indicator in listed prefectures against matched others',
    )
    .option('--covariates <ids>', 'indicators of the first year to match by, divided by commas')
    .option('--seed <number>', 'decides between equally near units', '1')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        if (options.effect !== undefined) {
          const found = await effects(ws, { table: options.effect });
          out.issues([...found.difference.issues, ...(found.events?.issues.slice(0, 1) ?? [])]);
          out.result(found, () => effectsText(found, out.lang));
          return;
        }
        const years = { from: needed(options.from, '--from'), to: needed(options.to, '--to') };
        if (options.matched !== undefined) {
          const found = await matched(ws, {
            ...years,
            indicator: options.matched,
            covariates: needed(options.covariates, '--covariates')
              .split(',')
              .map((name) => name.trim()),
            seed: Number(options.seed),
          });
          out.issues(found.issues);
          out.result(found, () => matchText(found, out.lang));
          return;
        }
        const found = await evaluate(ws, {
          ...years,
          cities: words,
          ...(options.index !== undefined && { index: options.index }),
          ...(options.targets !== undefined && { targets: options.targets }),
        });
        const names = new Map((await listCities(ws, {})).map((city) => [city.id, city.name]));
        const titled = found.map((one) => ({ ...one, name: names.get(one.city) ?? null }));
        out.issues(words.length > 0 ? found.flatMap((one) => one.issues) : []);
        const details =
          words.length > 0 ? titled.map((one) => evaluationDetails(one, ws.catalog, out.lang)) : [];
        out.result(titled, () => [evaluationTable(titled, ws.catalog, out.lang), ...details].join('\n\n'));
      }),
    );
}

function needed(given: string | undefined, option: string): string {
  if (given !== undefined) return given;
  throw new AfterlodeError('CALL_OPTION', option, { found: 'nothing', expected: 'a value' });
}
