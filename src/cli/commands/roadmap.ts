import type { Command } from 'commander';
import { type RoadmapCall, roadmap } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { roadmapTables } from '../roadmap-tables.js';

type Options = CommonOptions & RoadmapCall & { readonly whole?: boolean };

/** `roadmap`: when emissions may peak, and who loses and finds a job. */
export function addRoadmap(program: Command): void {
  program
    .command('roadmap')
    .description('emissions and jobs of places under scenarios: paths, peak and neutrality, replacement')
    .requiredOption('--table <T.csv>', 'table: place,year,co2,gdp,population and further drivers')
    .requiredOption('--scenarios <S.yaml>', 'horizon, regression and growth by driver of each scenario')
    .option('--jobs <J.csv>', 'jobs that end: place,year,sector,jobs[,occupation][,retiring]')
    .option(
      '--successors <A.csv>',
      'new jobs: place,sector,jobs,elasticity (or jobs_before,output_before,output)[,match][,cost_per_job][,wage_ratio]',
    )
    .option('--matches <M.csv>', 'who fits what: occupation,sector,match')
    .option('--labour <L.csv>', 'of the last year with data: place,labour_force,employed')
    .option('--out <dir>', 'folder for CSV files and a workbook')
    .option('--whole', 'with --json: regressions, issues and files around the rows')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await roadmap(ws, options);
        const ofModels = new Set(answer.issues.map((one) => JSON.stringify(one)));
        const ofRows = answer.rows.flatMap(({ warnings }) => warnings);
        out.issues([...answer.issues, ...ofRows.filter((one) => !ofModels.has(JSON.stringify(one)))]);
        out.result(options.whole === true ? answer : answer.rows, () => roadmapTables(answer, out.lang));
      }),
    );
}
