import type { Command } from 'commander';
import { type GroundCall, ground, operator } from '../../app/index.js';
import { classLabel } from '../../assess/index.js';
import { action, type CommonOptions } from '../call.js';
import { groundTables } from '../ground-tables.js';

type Options = CommonOptions & GroundCall;

/** `ground`: the five kinds of problem on the ground together, and zones with many findings and many complaints. */
export function addGround(program: Command): void {
  program
    .command('ground')
    .description('the five kinds of problem on the ground over cells or parcels; double-high zones')
    .option('--subsidence <zones.geojson>', 'of `subsidence --out`')
    .option('--disorder <segments.geojson>', 'of `disorder --streets --out`')
    .option('--vacant-land <polygons.geojson>', 'of `vacant-land --out`')
    .option('--vacancy <vacancy.geojson>', 'of `vacancy --places --out`')
    .option('--inefficient-land <plots.geojson>', 'of `inefficient-land --out`')
    .option('--area <A.geojson>', 'where subsidence and vacant land were looked for')
    .option(
      '--covered <kind=A.geojson...>',
      'the same for one kind: subsidence, vacant_land, inefficient_land',
    )
    .option('--cell <m>', 'side of the cells; default that of the catalog')
    .option('--parcels <P.geojson>', 'parcels in place of cells')
    .option('--parcel-id <property>', 'property that names the parcels')
    .option('--street-reach <m>', 'with --parcels: streets that pass a parcel within it count there')
    .option('--by-confidence', 'vacant land counts by its confidence')
    .option('--land-by <way>', 'inefficient land by area, or by score', 'area')
    .option('--found <F>', 'findings of a check-up: table with lon,lat or GeoJSON points')
    .option('--ledger <city>', 'findings of the ledger of a city, of the year --period')
    .option('--complaints <C>', 'table with lon,lat[,kind][,date] or GeoJSON points')
    .option('--projects <P>', 'renewal projects: table with lon,lat[,project], or GeoJSON points or polygons')
    .option('--zone-cell <m>', 'side of the cells in which findings and complaints are counted')
    .option('--quantile <share>', 'of these counts, above which a cell is high')
    .option('--buffer <m>', 'ground round double-high cells that belongs to their zone')
    .option('--crs <EPSG:n>', 'reference system of layers that do not say theirs')
    .option('--metres <EPSG:n>', 'plane in which all is measured; default an equal-area plane')
    .option('--out <dir>', 'folder for GeoJSON, CSV files, a workbook and, with --metres, a raster')
    .option('--findings <city>', 'opens a finding in the ledger of the city for each double-high zone')
    .option('--period <year>', 'of findings and complaints')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const answer = await ground(ws, { ...options, access: { actor: operator() } });
        out.issues(answer.issues);
        const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id)[out.lang];
        out.result(answer, () => groundTables(answer, out.lang, label));
      }),
    );
}
