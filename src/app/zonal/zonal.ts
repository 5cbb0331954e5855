import { AfterlodeError, type Issue, issue } from '../../base/index.js';
import { openGeoTiff, readTextFile } from '../../files/index.js';
import {
  type Cover,
  coverOf,
  type Grid,
  type RasterSource,
  readZones,
  reprojectRings,
  requireSameGrid,
  tallyZones,
  transformer,
  type ZonalRow,
  type ZonalStatistic,
  type Zone,
} from '../../locate/index.js';
import { agreedCrs } from './crs.js';
import { zonalIssues } from './issues.js';
import { bandsOf, crsOfWord, statisticsOf } from './words.js';

/** Options of zonal statistics as a command or a request writes them. */
export interface ZonalWords {
  /** `mean,sum`; default `count,mean`. */
  readonly stats?: string;
  /** `3`, `1-12` or `all`; bands count from 1; default the first. */
  readonly band?: readonly string[];
  readonly zonesCrs?: string;
  readonly rasterCrs?: string;
  readonly zoneId?: string;
  readonly reprojectZones?: boolean;
}

/** Options of the command `zonal`, as written. */
export interface ZonalCall extends ZonalWords {
  /** GeoTIFF, a path or an http(s) address. */
  readonly raster: string;
  /** GeoJSON. */
  readonly zones: string;
  /** GeoTIFF on the grid of the raster. */
  readonly weights?: string;
}

/** A file and what messages call it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
}

/** Files of a request: rasters that lie somewhere, zones that came with it. */
export interface ZonalFiles {
  readonly raster: NamedFile;
  readonly weights?: NamedFile;
  /** GeoJSON as text, or what it says. */
  readonly zones: { readonly name: string; readonly document: string | object };
}

/** One zone and band; missing is null. */
export type ZonalAnswerRow = {
  readonly zone: string;
  /** From 1. */
  readonly band: number;
  /** What the file calls the band, where it names its bands. */
  readonly bandName?: string;
} & Readonly<Partial<Record<ZonalStatistic, number | null>>>;

/** Statistics of a raster over zones. */
export interface ZonalAnswer {
  readonly rows: readonly ZonalAnswerRow[];
  readonly issues: readonly Issue[];
}

/**
 * Exact statistics of the cells of a raster that zones cover (docs/methods/locate/zonal.md).
 *
 * @param progress told the share done after each window
 * @throws AfterlodeError CALL_OPTION, faults of files, RASTER_…, ZONES_… and ZONAL_…
 */
export async function zonal(call: ZonalCall, progress?: (share: number) => void): Promise<ZonalAnswer> {
  const named = (path: string) => ({ path, name: path });
  const zones = { name: call.zones, document: await readTextFile(call.zones) };
  const weights = call.weights === undefined ? {} : { weights: named(call.weights) };
  return zonalOf({ raster: named(call.raster), zones, ...weights }, call, progress);
}

/** As `zonal`, with zones that are there as text. */
export async function zonalOf(
  files: ZonalFiles,
  asked: ZonalWords,
  progress?: (share: number) => void,
): Promise<ZonalAnswer> {
  const statistics = statisticsOf(asked.stats ?? 'count,mean');
  const read = readZones(files.zones.document, files.zones.name, asked.zoneId);
  const raster = await openGeoTiff(files.raster.path, files.raster.name);
  try {
    const crs = agreedCrs(
      { where: files.zones.name, file: read.crs, call: crsOfWord('--zones-crs', asked.zonesCrs) },
      { where: files.raster.name, file: raster.grid.crs, call: crsOfWord('--raster-crs', asked.rasterCrs) },
      asked.reprojectZones === true,
    );
    const bands = bandsOf(asked.band ?? [], raster.bands);
    const zones = await coversOf(read.zones, raster.grid, crs, files.zones.name);
    const weights = files.weights === undefined ? null : await openWeights(files.weights, raster);
    try {
      const rows = await tallyZones({
        raster,
        weights,
        bands,
        zones,
        asked: statistics,
        ...(progress && { progress }),
      });
      const left = raster.bands > 1 && (asked.band ?? []).length === 0;
      return {
        rows: rows.map((row) => answerRow(row, raster)),
        issues: [
          ...read.issues,
          ...(left ? [issue('ZONAL_BANDS_LEFT', 'note', files.raster.name, { found: raster.bands })] : []),
          ...zonalIssues(zones, rows, raster),
        ],
      };
    } finally {
      await weights?.close();
    }
  } finally {
    await raster.close();
  }
}

/** A zone with its cells. */
export interface CoveredZone {
  readonly id: string;
  readonly cover: Cover;
}

async function coversOf(
  zones: readonly Zone[],
  grid: Grid,
  crs: { readonly zones: string; readonly raster: string },
  where: string,
): Promise<CoveredZone[]> {
  if (crs.zones === crs.raster) return zones.map(({ id, rings }) => ({ id, cover: coverOf(rings, grid) }));
  const reproject = await transformer(crs.zones, crs.raster, where);
  return zones.map(({ id, rings }) => ({
    id,
    cover: coverOf(reprojectRings(rings, reproject, grid, id), grid),
  }));
}

async function openWeights({ path, name }: NamedFile, raster: RasterSource): Promise<RasterSource> {
  const weights = await openGeoTiff(path, name);
  try {
    requireSameGrid(raster.grid, weights.grid, name, raster.name);
    if (weights.bands !== 1 && weights.bands !== raster.bands) {
      const facts = { found: weights.bands, expected: raster.bands };
      throw new AfterlodeError('ZONAL_WEIGHTS_BANDS', name, facts);
    }
    return weights;
  } catch (error) {
    await weights.close();
    throw error;
  }
}

function answerRow({ zone, band, answer }: ZonalRow, { bandNames }: RasterSource): ZonalAnswerRow {
  const name = bandNames[band] ?? '';
  return { zone, band: band + 1, ...(name !== '' && { bandName: name }), ...answer };
}
