import type { Command } from 'commander';
import { type ZonalCall, zonal } from '../../app/index.js';
import { type CommonOptions, fileAction } from '../call.js';
import { slowProgress } from '../slow-progress.js';
import { zonalTable } from '../zonal-table.js';

type Options = CommonOptions & ZonalCall;

/** `zonal`: statistics of a raster over polygons, by the exact share of every cell. */
export function addZonal(program: Command): void {
  program
    .command('zonal')
    .description('statistics of a raster over zones, by the exact share of each cell')
    .requiredOption('--raster <R.tif>', 'GeoTIFF, a path or an http(s) address')
    .requiredOption('--zones <Z.geojson>', 'polygons; a zone is named by its id, else properties.id')
    .option(
      '--stats <names>',
      'count, sum, mean, min, max, stdev, median, q90, variety, majority',
      'count,mean',
    )
    .option('--band <N...>', 'bands from 1: 3, 1-12 or all; default the first')
    .option('--weights <W.tif>', 'raster on the same grid whose values weigh the cells')
    .option('--zones-crs <EPSG:n>', 'reference system of the zones where the file does not say it')
    .option('--raster-crs <EPSG:n>', 'reference system of the raster where the file does not say it')
    .option('--reproject-zones', 'bring the zones into the reference system of the raster')
    .option('--zone-id <property>', 'property that names the zones')
    .action(
      fileAction<Options>(async ({ out, options }) => {
        const progress = slowProgress(out, { en: 'of the raster read', zh: '的栅格已读取' });
        const answer = await zonal(options, progress);
        out.issues(answer.issues);
        out.result(answer.rows, () => zonalTable(answer.rows, out.lang));
      }),
    );
}
