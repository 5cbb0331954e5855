import type { Command } from 'commander';
import {
  type AnalyseCall,
  analyseCarbon,
  analyseJobs,
  analysePopulation,
  analyseStructure,
  type Workspace,
} from '../../app/index.js';
import type { Issue } from '../../base/index.js';
import { carbonTables, peopleTables, structureTables } from '../analyse-tables.js';
import { action, type CommonOptions } from '../call.js';
import { jobsTables } from '../jobs-tables.js';

type Options = CommonOptions & Omit<AnalyseCall, 'cities'>;

type Labels = (scheme: string, word: string | null) => string;

interface Kind<Row> {
  readonly name: string;
  readonly about: string;
  readonly run: (ws: Workspace, call: AnalyseCall) => Promise<readonly Row[]>;
  readonly tables: (rows: readonly Row[], zh: boolean, labels: Labels) => string;
}

/** `analyse`: population, carbon, jobs and structure of places, from a table or from the data of the workspace. */
export function addAnalyse(program: Command): void {
  const analyse = program
    .command('analyse')
    .description(
      'analyse people, carbon, jobs or structure of places, from a table or the data of the workspace',
    );
  add(analyse, {
    name: 'population',
    about:
      'change, grade, form, age and advice; table: place,first,last (persons, one boundary); services: place,age,people,survival,children[,migration]',
    run: analysePopulation,
    tables: peopleTables,
  })
    .option(
      '--years <n>',
      'years between both counts of the table, else from --from and --to; of cohorts the years to come, default 10,20',
    )
    .option(
      '--services <file>',
      'services of places; table: place,service,amount[,from_age][,to_age][,standard]',
    );
  add(analyse, {
    name: 'carbon',
    about:
      'decoupling, drivers, trend, peak; table: place,year,co2,gdp,population[,energy][,co2_consumption][,inventory]',
    run: analyseCarbon,
    tables: carbonTables,
  })
    .option('--chained', 'drivers as the sum of yearly steps, not of both end years')
    .option('--interval <side>', 'side of the lower bound of coupling: coupling or decoupling')
    .option('--sectors <file>', 'drivers by sector; table: place,year,sector,output,energy,co2');
  add(analyse, {
    name: 'jobs',
    about:
      'quotients, shift-share, Okun, replacement, hidden unemployment, skills; table: place,activity,first,last or a form of --help',
    run: analyseJobs,
    tables: jobsTables,
  })
    .option('--reference <place>', 'place of the table to compare with; default all together')
    .option('--skills <file>', 'levels of skills; table: occupation,skill,level')
    .option('--similarity <share>', 'similarity from which an occupation fits, 0 to 1; it has no usual value')
    .addHelpText('after', jobsForms);
  add(analyse, {
    name: 'structure',
    about:
      'shares, diversity, upgrading; table: place,sector,first,last[,jobs_first,jobs_last][,group]; resilience: place,year,value[,price]',
    run: analyseStructure,
    tables: structureTables,
  })
    .option('--reference <place>', 'place of the table to compare with; default all together')
    .option(
      '--shock <years>',
      'resilience: years before, at the bottom and after, such as 2008,2009,2012; default the largest fall of the reference',
    );
}

const jobsForms = `
Forms of the table, told by its columns (docs/methods/jobs):
  place,activity,first,last                             quotients, shift-share; an activity without a row is 0
  place,activity,year,jobs                              shift-share: static, dynamic, Esteban's
  place,year,unemployment_percent,output                Okun in both forms: 10 years, surveyed rate, output in prices of one year
  place,year,successor_jobs,resource_jobs[,wage_ratio]  replacement ratio since the first year
  place,working_age,inactive_health[,employed][,jobs]   hidden unemployment, employment rate, job density
  place,occupation,displaced,vacancies                  skills match, with --skills and --similarity`;

function add<Row extends object>(parent: Command, kind: Kind<Row>): Command {
  return parent
    .command(kind.name)
    .description(kind.about)
    .argument('[city...]', 'code, Chinese or English name; default all; not with --table')
    .option('--from <year>', 'first year')
    .option('--to <year>', 'last year')
    .option('--table <file>', 'CSV in place of the data of the workspace')
    .action(
      action<Options>(async ({ ws, out, options, words }) => {
        const rows = await kind.run(ws, { ...options, cities: words });
        // Of all cities at once there would be thousands; the rows of JSON carry them.
        out.issues(words.length > 0 || options.table !== undefined ? rows.flatMap(issuesOf) : []);
        const labels: Labels = (scheme, word) => {
          const found = ws.catalog.classes.get(scheme)?.classes.find(({ id }) => id === word);
          return found?.label[out.lang] ?? word ?? '—';
        };
        out.result(rows, () => kind.tables(rows, out.lang === 'zh', labels));
      }),
    );
}

function issuesOf(row: object): readonly Issue[] {
  return 'issues' in row ? (row.issues as readonly Issue[]) : [];
}
