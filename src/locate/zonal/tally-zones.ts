import { AfterlodeError } from '../../base/index.js';
import type { RasterSource, Tile, Window } from '../raster/types.js';
import { storedWindows } from '../raster/windows.js';
import { addTile, answerOf, createTally } from './tally.js';
import type { Cover, ZonalAnswer, ZonalStatistic } from './types.js';

/** Cells read at once, of one band: what is held does not grow with the raster. */
const most = 1 << 20;

/** What `tallyZones` is asked. */
export interface ZonalQuestion {
  readonly raster: RasterSource;
  /** On the grid of the raster; with one band for all bands of the raster, or with one for each. */
  readonly weights: RasterSource | null;
  /** Bands of the raster from 0. */
  readonly bands: readonly number[];
  readonly zones: readonly { readonly id: string; readonly cover: Cover }[];
  readonly asked: readonly ZonalStatistic[];
  /** Called after each window with the share done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** One zone and band. */
export interface ZonalRow {
  readonly zone: string;
  /** From 0. */
  readonly band: number;
  readonly answer: ZonalAnswer;
}

/**
 * Statistics of all zones and bands in one pass through the raster, window by window; windows that no zone reaches are not
 * read. Rows stand zone by zone, bands in the order asked.
 *
 * @throws AfterlodeError ZONAL_WEIGHT_NEGATIVE, ZONAL_TOO_MANY_VALUES, and faults of reading
 */
export async function tallyZones(question: ZonalQuestion): Promise<ZonalRow[]> {
  const { raster, weights, bands, zones, asked, progress } = question;
  const tallies = zones.map(({ id }) =>
    bands.map((band) => createTally(asked, `${id}, ${raster.name} ${band + 1}`)),
  );
  const stops = stopsOf(
    raster,
    zones.map(({ cover }) => cover),
  );
  for (const [done, { window, reached }] of stops.entries()) {
    const shared = weights?.bands === 1 ? await weigh(weights, window, 0) : null;
    for (const [at, band] of bands.entries()) {
      const tile: Tile = { window, values: await raster.read(window, band) };
      const weight = shared ?? (weights === null ? null : await weigh(weights, window, band));
      for (const zone of reached) {
        const [tally, { cover }] = [tallies[zone]?.[at], zones[zone] as (typeof zones)[number]];
        if (tally !== undefined) addTile(tally, cover, tile, weight);
      }
    }
    progress?.((done + 1) / stops.length);
  }
  return zones.flatMap(({ id }, zone) =>
    bands.map((band, at) => {
      const tally = tallies[zone]?.[at] ?? createTally(asked, id);
      return { zone: id, band, answer: answerOf(tally, asked) };
    }),
  );
}

async function weigh(weights: RasterSource, window: Window, band: number): Promise<Float64Array> {
  const values = await weights.read(window, band);
  const at = values.findIndex((value) => value < 0);
  if (at >= 0) {
    throw new AfterlodeError('ZONAL_WEIGHT_NEGATIVE', weights.name, {
      found: values[at] as number,
      column: window.column + (at % window.width),
      row: window.row + Math.floor(at / window.width),
    });
  }
  return values;
}

interface Stop {
  readonly window: Window;
  /** Zones that reach it. */
  readonly reached: readonly number[];
}

/** Windows along the pieces that the file is stored in, cut down to what zones reach, row by row. */
function stopsOf(raster: RasterSource, covers: readonly Cover[]): Stop[] {
  return storedWindows(raster, 1, most).flatMap((step): Stop[] => {
    const reached = covers.flatMap(({ window }, zone) => (meet(window, step) ? [zone] : []));
    if (reached.length === 0) return [];
    const window = narrowed(
      step,
      reached.map((zone) => (covers[zone] as Cover).window),
    );
    return [{ window, reached }];
  });
}

function meet(one: Window, other: Window): boolean {
  return (
    one.column < other.column + other.width &&
    other.column < one.column + one.width &&
    one.row < other.row + other.height &&
    other.row < one.row + one.height
  );
}

/** The part of a window that the others reach. */
function narrowed(step: Window, others: readonly Window[]): Window {
  let [column, row, right, bottom] = [Infinity, Infinity, 0, 0];
  for (const one of others) {
    column = Math.min(column, one.column);
    row = Math.min(row, one.row);
    right = Math.max(right, one.column + one.width);
    bottom = Math.max(bottom, one.row + one.height);
  }
  column = Math.max(column, step.column);
  row = Math.max(row, step.row);
  return {
    column,
    row,
    width: Math.min(right, step.column + step.width) - column,
    height: Math.min(bottom, step.row + step.height) - row,
  };
}
