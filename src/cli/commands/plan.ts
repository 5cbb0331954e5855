import type { Command } from 'commander';
import { type CityPlanCall, cityPlan } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { cityPlanText } from '../city-plan-text.js';

/** `plan CITY`: from findings to measures to years under a budget, scenarios side by side. */
export function addPlan(program: Command): void {
  program
    .command('plan')
    .argument('<city>', 'code, Chinese or English name of a listed city')
    .description('findings, measures with their conditions, and scenarios of a plan under yearly budgets')
    .option('--period <year>', 'year of the data; default the latest with an index')
    .option('--scenario <file...>', 'plan files in YAML, one scenario each')
    .option('--budget <B.csv>', 'table year,budget in yuan, in place of the budgets of the plan files')
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .action(
      action<CommonOptions & CityPlanCall>(async ({ ws, out, options, words: [city = ''] }) => {
        const answer = await cityPlan(ws, city, options);
        out.issues([...answer.issues, ...answer.scenarios.flatMap(({ issues }) => issues)]);
        out.result(answer, () => cityPlanText(answer, out.lang));
      }),
    );
}
