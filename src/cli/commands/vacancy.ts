import type { Command } from 'commander';
import { operator, type VacancyCall, vacancy } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { action, type CommonOptions } from '../call.js';
import { slowProgress } from '../slow-progress.js';
import { vacancyTables } from '../vacancy-tables.js';

type Options = CommonOptions & VacancyCall & { readonly whole?: boolean };

/** `vacancy`: how many homes stand empty. */
export function addVacancy(program: Command): void {
  program
    .command('vacancy')
    .description('vacant homes by estate from several sources, with intervals, and of the city')
    .requiredOption('--estates <E.csv>', 'table: estate,units[,cell]')
    .option(
      '--occupied <O.csv>',
      'table: estate,source,occupied,error (units; the error is a standard error)',
    )
    .option(
      '--meters <M.csv>',
      'readings by month, of any size (CSV, CSV.gz, Parquet): estate,unit,month,water,power, or …,kind,value; m³ and kWh a month',
    )
    .option('--checked <F.csv>', 'visits: estate,checked,occupied; they calibrate the sources')
    .option('--places <P.geojson>', 'polygons of the estates, for vacancy.geojson')
    .option('--crs <EPSG:n>', 'reference system of the polygons where the file does not say it')
    .option('--out <dir>', 'folder for CSV files, a workbook and GeoJSON')
    .option('--method <method>', 'bayes (sources joined by their errors) or median', 'bayes')
    .option('--confidence <share>', 'of the intervals; default the parameter vacancy_confidence')
    .option('--heating <first-last>', 'months of the heating season, such as 11-3')
    .option('--findings <city>', 'opens a finding for each estate whose rate is surely above --finding-rate')
    .option('--finding-rate <share>', 'default the parameter vacancy_finding')
    .option('--period <year>', 'of the findings')
    .option('--whole', 'with --json: city, cells, calibration and issues around the rows')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const progress = slowProgress(out, { en: 'of the readings read', zh: '的抄表数据已读取' });
        const answer = await vacancy(ws, { ...options, access: { actor: operator() } }, progress);
        out.issues(answer.issues);
        const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id)[out.lang];
        out.result(options.whole === true ? answer : answer.rows, () =>
          vacancyTables(answer, out.lang, label),
        );
      }),
    );
}
