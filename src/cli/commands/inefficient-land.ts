import type { Command } from 'commander';
import { inefficientLand, type LandCall, operator } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { action, type CommonOptions } from '../call.js';
import { landTables } from '../land-tables.js';

type Options = CommonOptions & LandCall & { readonly whole?: boolean };

/** `inefficient-land`: density and use of plots. */
export function addInefficientLand(program: Command): void {
  program
    .command('inefficient-land')
    .description('floor-area ratio, coverage and use of plots; which industrial land is inefficient')
    .requiredOption('--plots <P.geojson>', 'polygons of plots')
    .requiredOption('--buildings <B.geojson>', 'footprints with storeys or height_m')
    .option(
      '--attributes <A.csv>',
      'table: plot[,use,industry,output,tax,jobs,energy,occupied,disuse,living,green,built,listed,exemption,safety_m2]',
    )
    .option('--heights <H.tif>', 'heights in metres, for buildings with neither storeys nor height')
    .option(
      '--height-statistic <name>',
      'of the cells under a building: median, mean, q90, max or min',
      'median',
    )
    .option('--out <dir>', 'folder for plots.geojson, CSV files and a workbook')
    .option('--crs <EPSG:n>', 'reference system of layers that do not say theirs')
    .option('--metres <EPSG:n>', 'plane in which areas are measured; default the plots’ own, else equal-area')
    .option('--plot-id <property>', 'property that names the plots')
    .option('--rules <id>', 'one text of catalog/land_rules, in place of those in force')
    .option('--industry-codes <classification>', 'what codes of industries are of: gbt_4754_2002')
    .option('--findings <city>', 'opens a finding in the ledger of the city for each inefficient plot')
    .option('--period <year>', 'of the findings')
    .option('--whole', 'with --json: summary, issues and files around the plots')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await inefficientLand(ws, { ...options, access: { actor: operator() } });
        out.issues(answer.issues);
        const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id)[out.lang];
        out.result(options.whole === true ? answer : answer.rows, () => landTables(answer, out.lang, label));
      }),
    );
}
