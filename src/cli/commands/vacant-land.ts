import type { Command } from 'commander';
import { operator, type VacantLandCall, vacantLand } from '../../app/index.js';
import { action, type CommonOptions } from '../call.js';
import { slowProgress } from '../slow-progress.js';
import { vacantLandTables } from '../vacant-land-tables.js';

type Options = CommonOptions & VacantLandCall;

/** `vacant-land`: classes of ground learnt from labels, found in an image. */
export function addVacantLand(program: Command): void {
  program
    .command('vacant-land')
    .description('learn classes of ground from labels in an image, find vacant land, and tell the error')
    .requiredOption('--image <I.tif>', 'GeoTIFF of several bands, a path or an http(s) address')
    .option('--labels <L.geojson>', 'polygons with a class: to learn from, or with --model to judge it by')
    .option(
      '--model <M>',
      'model.json of an earlier run, or the manifest (YAML) of an ONNX model of your own, in place of learning',
    )
    .option('--out <dir>', 'folder for model, probability.tif, polygons, tables and a report')
    .option('--bands <names>', 'of the image in their order: red,green,blue,nir,swir; - leaves a band out')
    .option('--class-property <name>', 'property of the labels that holds the class', 'class')
    .option('--label-class <name>', 'class of labels without that property')
    .option('--labels-crs <EPSG:n>', 'reference system of labels that do not say theirs; default EPSG:4326')
    .option('--look-for <classes>', 'classes that become polygons; default vacant, 空地')
    .option(
      '--rest <class>',
      'class of all ground outside the labels, where somebody has looked at all of it',
    )
    .option('--group <name>', 'group of cities that the model is for; told when used on another')
    .option('--patch <cells>', 'side of a patch; this and what follows: default the parameter vacant_…')
    .option('--radii <patches>', 'half sides of the squares of context: 1,3,8,16')
    .option('--trees <n>', 'of the forest')
    .option('--samples <n>', 'labelled patches that a forest learns from at most')
    .option('--block <patches>', 'side of the blocks that are held out')
    .option('--folds <n>', 'parts into which blocks are dealt')
    .option('--gap <patches>', 'between what is learnt and what is judged')
    .option('--seed <number>', 'equal seeds give equal answers', '1')
    .option('--least-cover <share>', 'of a patch that a class must cover to be its label')
    .option('--probability <share>', 'that a patch must have to become part of a polygon')
    .option('--min-area <m2>', 'smaller polygons are left out')
    .option('--parcels <P.geojson>', 'plots: vacant share of each')
    .option('--parcel-id <property>', 'property that names the plots')
    .option('--built-up <B.geojson>', 'built-up area, of which the vacant share is told')
    .option('--crs <EPSG:n>', 'reference system of plots and built-up area that do not say theirs')
    .option(
      '--population <P.tif>',
      'persons by cell: polygons with more than --max-population are screened out',
    )
    .option('--max-population <n>', 'persons per km²')
    .option('--night-light <N.tif>', 'polygons with a mean above --max-light are screened out')
    .option('--max-light <value>', 'in the unit of that raster')
    .option('--findings <city>', 'opens a finding in the ledger of the city for each polygon')
    .option('--period <year>', 'of the findings')
    .action(
      action<Options>(async ({ ws, out, options }) => {
        const progress = slowProgress(out, { en: 'of the work done', zh: '已完成' });
        const answer = await vacantLand(
          ws,
          { ...options, language: out.lang, access: { actor: operator() } },
          progress,
        );
        out.issues(answer.issues);
        out.result(answer, () => vacantLandTables(answer, out.lang));
      }),
    );
}
