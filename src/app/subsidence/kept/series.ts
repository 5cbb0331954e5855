import { AfterlodeError, sheetLine, type Text, toEdge } from '../../../base/index.js';
import {
  cellAt,
  type Grid,
  middleOf,
  type RasterSource,
  transformer,
  yearsOf,
} from '../../../locate/index.js';
import type { Workspace } from '../../workspace.js';
import { openLayer } from './open-layer.js';
import { pointOfRun } from './points.js';
import { answerOfRun, type OpenRun, openRun } from './runs.js';

/** A position: longitude and latitude, or column and row from 0. */
export type PointCall =
  | { readonly lon: number; readonly lat: number }
  | { readonly column: number; readonly row: number }
  /** Of a run of points: the id of one. */
  | { readonly point: string };

/** `GET /api/subsidence/:id/series`: the cell at a position, along the line of sight, negative away from the satellite. */
export interface SubsidenceSeriesAnswer {
  /** Of a point its place in the table of points, from 0, and 0. */
  readonly column: number;
  readonly row: number;
  /** Id of the point; null for a cell. */
  readonly point: string | null;
  /** Middle of the cell; null where the reference system is not known. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** Whether all dates are tied to one another; else the series is the least-norm guess. */
  readonly tied: boolean;
  /** mm per year of 365.25 days; null for cells that are not tied. */
  readonly rateMmPerYear: number | null;
  readonly rateErrorMmPerYear: number | null;
  /** Motion since the first date and the line through it, mm; null where there is none. */
  readonly points: readonly {
    readonly date: string;
    readonly mm: number | null;
    readonly lineMm: number | null;
  }[];
}

/**
 * The series of the cell at a position, or of a point.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_NO_RASTER, GROUND_NO_POINTS, GROUND_RUN_DAMAGED, CALL_OPTION for a position outside the raster or one in degrees where
 *   the reference system is not known
 */
export async function subsidenceSeries(
  ws: Workspace,
  id: string,
  call: PointCall,
): Promise<SubsidenceSeriesAnswer> {
  const run = await openRun(ws, id);
  const { folder } = run;
  if ('point' in call) return ofPoint(run, call.point);
  const opened: RasterSource[] = [];
  const open = async (name: string) => {
    const source = await openLayer(folder, name, id);
    opened.push(source);
    return source;
  };
  try {
    const series = await open('cumulative_mm.tif');
    const place = await placeOf(series.grid, call);
    const at = async (source: RasterSource, band = 0) =>
      (await source.read({ ...place, width: 1, height: 1 }, band))[0] as number;
    const rate = await at(await open('rate_mm_yr.tif'));
    const error = await at(await open('rate_se_mm_yr.tif'));
    const tied = (await at(await open('tied.tif'))) === 1;
    const values: number[] = [];
    for (let band = 0; band < series.bands; band++) values.push(await at(series, band));
    return {
      ...place,
      point: null,
      ...(await degreesOf(series.grid, place)),
      tied,
      rateMmPerYear: toEdge(rate),
      rateErrorMmPerYear: toEdge(error),
      points: withLine(series.bandNames, values, rate),
    };
  } finally {
    await Promise.all(opened.map((source) => source.close()));
  }
}

async function ofPoint(run: OpenRun, point: string): Promise<SubsidenceSeriesAnswer> {
  const { at, tied, rate, error, mm } = await pointOfRun(run, point);
  const { dates } = await answerOfRun(run);
  return {
    column: at,
    row: 0,
    point,
    // The file of the points does not say what its coordinates are.
    lon: null,
    lat: null,
    tied,
    rateMmPerYear: toEdge(rate),
    rateErrorMmPerYear: toEdge(error),
    points: withLine(dates, [...mm], rate),
  };
}

/** The series as CSV; missing is an empty cell. */
export function seriesCsv({ points, tied }: SubsidenceSeriesAnswer): string {
  const rows = points.map(({ date, mm, lineMm }) => sheetLine([date, mm, lineMm, tied ? 1 : 0]));
  return `${['date,displacement_mm,line_mm,tied', ...rows].join('\n')}\n`;
}

function withLine(dates: readonly string[], values: readonly number[], rate: number) {
  const years = yearsOf(dates);
  const level =
    values.reduce((sum, value, at) => sum + value - rate * (years[at] as number), 0) / values.length;
  return values.map((value, at) => ({
    date: dates[at] as string,
    mm: toEdge(value),
    lineMm: toEdge(level + rate * (years[at] as number)),
  }));
}

async function placeOf(grid: Grid, call: Exclude<PointCall, { readonly point: string }>) {
  if ('column' in call) {
    const { column, row } = call;
    if (column < grid.width && row < grid.height) return { column, row };
    throw outside(`${column},${row}`, { en: 'a cell of the raster', zh: '栅格内的像元' });
  }
  const words = `${call.lon},${call.lat}`;
  if (grid.crs === null)
    throw outside(words, {
      en: 'column and row: the raster has no reference system',
      zh: '列与行：栅格没有坐标系',
    });
  const way = await transformer('EPSG:4326', grid.crs, grid.crs);
  const place = cellAt(grid, ...way(call.lon, call.lat));
  if (place === null) throw outside(words, { en: 'a position in the raster', zh: '栅格范围内的位置' });
  return place;
}

async function degreesOf(grid: Grid, { column, row }: { readonly column: number; readonly row: number }) {
  if (grid.crs === null) return { lon: null, lat: null };
  const { x, y } = middleOf(grid, column, row);
  const [lon, lat] = (await transformer(grid.crs, 'EPSG:4326', grid.crs))(x, y);
  return { lon: toEdge(lon), lat: toEdge(lat) };
}

function outside(found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', 'position', { found, expected });
}
