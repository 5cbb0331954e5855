import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import {
  boundsOf,
  cellSide,
  definitionOf,
  labelNext,
  type PointTransform,
  transformer,
} from '../../locate/index.js';
import type { VacantLandOptions } from './call.js';
import { lookedFor } from './look-for.js';
import { foundPolygons } from './polygons.js';
import { kindsOfGround, parcelShares, rateOf } from './shares.js';
import { polygonMap } from './sheets.js';
import { type ToldLand, tellByLearning, tellByModel } from './tell.js';
import type { FoundLand, LabelNextRow, LandInputs, VacantPolygon } from './types.js';

/** Blocks that are named for further labels at most. */
const mostBlocks = 100;

/**
 * Finds classes of ground in an image: by a classifier that is given, or by one that is learnt from labels and has told its error on ground
 * that it had not seen. Opens and writes nothing (docs/methods/locate/vacant-land.md).
 *
 * @param progress told the share done, 0 to 1
 * @throws AfterlodeError CALL_OPTION, VACANT_…, RASTER_…, ZONES_…, LAND_CRS_UNKNOWN
 */
export async function landFromImage(
  inputs: LandInputs,
  options: VacantLandOptions,
  progress: (share: number) => void = () => undefined,
): Promise<FoundLand> {
  // Without a reference system neither areas nor places are known; that and the like is said before anybody waits.
  definitionOf(inputs.image.grid.crs, inputs.image.name);
  refuseLimits(inputs, options);
  const { classifier: given } = inputs;
  if (given !== null) lookedFor(options.lookFor, given.classes);
  const told = await (given === null
    ? tellByLearning(inputs, options, progress)
    : tellByModel(given, inputs, options, progress));
  const { image, classifier, grid, probabilities, model, accuracy } = told;
  const { classes } = classifier;
  const degrees = await transformer(grid.crs, 'EPSG:4326', image.name);
  const lookFor = lookedFor(options.lookFor, classes);
  const polygons = await foundPolygons({ grid, classes, lookFor, probabilities, degrees }, inputs, options);
  const kinds = kindsOfGround(grid, probabilities[0] as Float32Array, polygons, image.name);
  const parcels = inputs.parcels && (await parcelShares(kinds, inputs.parcels, options));
  const rows = polygons.map(({ row }) => row);
  const answer = {
    model: {
      trained: model !== null,
      classes,
      bands: classifier.bands,
      lookedFor: lookFor,
      group: classifier.group || null,
      cellM: Number.isNaN(classifier.cellM) ? null : classifier.cellM,
      patchM: cellSide(grid, image.name),
      labelled: model && Object.fromEntries(classes.map((name, at) => [name, model.labelled[at] as number])),
    },
    accuracy,
    labelNext: nextBlocks(told, degrees),
    rate: await rateOf(kinds, polygons, inputs.builtUp, options.crs),
    polygons: rows,
    parcels: parcels && parcels.rows,
    findings: null,
    files: [],
    issues: [...told.issues, ...speckIssue(rows, options, image.name), ...screenIssues(rows, inputs)],
  };
  const shown = { polygons: polygonMap(rows), parcels: parcels && parcels.map };
  const patches = polygons.map((one) => one.patches);
  return { answer, classes, grid, probabilities, patches, model, ...shown };
}

/** A limit without the raster that it is of would screen nothing without a word. */
function refuseLimits(inputs: LandInputs, { asked }: VacantLandOptions): void {
  const needs = (option: string, raster: string) =>
    new AfterlodeError('CALL_OPTION', raster, {
      found: phrases.nothing,
      expected: { en: `a raster, as ${option} needs it`, zh: `栅格（${option} 需要）` },
    });
  if (asked.population && inputs.population === null) throw needs('--max-population', '--population');
  if (asked.light && inputs.nightLight === null) throw needs('--max-light', '--night-light');
}

function nextBlocks(
  { labels, probabilities, blocks, grid }: ToldLand,
  degrees: PointTransform,
): readonly LabelNextRow[] {
  const of = labels?.of ?? new Int8Array(grid.width * grid.height).fill(-1);
  return labelNext(of, probabilities, blocks)
    .slice(0, mostBlocks)
    .map((one) => {
      const { side } = blocks;
      const [column, row] = [one.column * side, one.row * side];
      const width = Math.min(side, grid.width - column);
      const height = Math.min(side, grid.height - row);
      const { left, bottom, right, top } = boundsOf(grid, { column, row, width, height });
      const corners = [
        degrees(left, bottom),
        degrees(right, bottom),
        degrees(left, top),
        degrees(right, top),
      ];
      const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
      const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const;
      return { ...one, box };
    });
}

/** Without a smallest size every speck is a piece of land. */
function speckIssue(
  rows: readonly VacantPolygon[],
  { minimumM2 }: VacantLandOptions,
  where: string,
): readonly Issue[] {
  const found = rows.filter(({ patches }) => patches === 1).length;
  if (minimumM2 > 0 || found === 0) return [];
  return [issue('VACANT_SPECKS', 'warning', where, { found, expected: rows.length })];
}

/** Pieces of which a raster knows nothing are kept, and told. */
function screenIssues(
  rows: readonly VacantPolygon[],
  { population, nightLight }: LandInputs,
): readonly Issue[] {
  const missing = (where: string, found: number) =>
    found === 0 ? [] : [issue('VACANT_SCREEN_MISSING', 'note', where, { found, expected: rows.length })];
  return [
    ...(population === null
      ? []
      : missing(population.name, rows.filter(({ personsPerKm2 }) => personsPerKm2 === null).length)),
    ...(nightLight === null
      ? []
      : missing(nightLight.name, rows.filter((row) => row.nightLight === null).length)),
  ];
}
