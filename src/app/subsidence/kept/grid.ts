import { AfterlodeError, phrases } from '../../../base/index.js';
import { type Grid, gridOfWindow, type RasterSource, type Window } from '../../../locate/index.js';
import type { Workspace } from '../../workspace.js';
import { base64Of } from './base64.js';
import { blockMeans } from './block-means.js';
import { openLayer } from './open-layer.js';
import { cornersOf, type RunGrid } from './run-answer.js';
import { openRun } from './runs.js';
import { tiesOf } from './ties.js';

/** Cells that travel at most, and as many as travel where a call does not say. */
export const mostCells = 1_000_000;

/** What is asked of the raster of a run. */
export interface GridCall {
  readonly layer: 'rate' | 'cumulative';
  /** Of the cumulative motion; the last one. */
  readonly date?: string;
  /** Cells that travel at most; fewer than `mostCells`. */
  readonly cells?: number;
  /** `COLUMN,ROW,WIDTH,HEIGHT` from 0; the whole raster. */
  readonly window?: string;
}

/** `GET /api/subsidence/:id/grid`. Numbers are along the line of sight, negative away from the satellite. */
export interface SubsidenceGridAnswer {
  readonly layer: 'rate' | 'cumulative';
  /** null for the rate. */
  readonly date: string | null;
  readonly unit: 'mm/yr' | 'mm';
  /** Cells of the run that were asked for. */
  readonly window: Window;
  readonly corners: RunGrid['corners'];
  /** Cells of the run along each side of one that travels, which is the mean of those that have a value. */
  readonly step: number;
  readonly width: number;
  readonly height: number;
  /** Base64 of little-endian 32-bit floating point numbers, row by row; NaN is missing. */
  readonly values: string;
  /** Base64 of a byte for each: 0 without a value at any date, 1 tied, 2 not tied, whose motion is only guessed. */
  readonly ties: string;
}

/**
 * Rates or the motion up to a date in a window, made coarser until it is small enough.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_NO_RASTER, CALL_OPTION for a date or window that the run does not have
 */
export async function subsidenceGrid(
  ws: Workspace,
  id: string,
  call: GridCall,
): Promise<SubsidenceGridAnswer> {
  const { folder } = await openRun(ws, id);
  const series = await openLayer(folder, 'cumulative_mm.tif', id);
  const opened = [series];
  try {
    const values = call.layer === 'rate' ? await openLayer(folder, 'rate_mm_yr.tif', id) : series;
    opened.push(values);
    const { date, band } = call.layer === 'rate' ? { date: null, band: 0 } : bandOf(series, call.date);
    const window = windowIn(series.grid, call.window);
    const most = Math.min(call.cells ?? mostCells, mostCells);
    const step = stepFor(window, most);
    const shown = await blockMeans(values, window, band, step);
    return {
      layer: call.layer,
      date,
      unit: call.layer === 'rate' ? 'mm/yr' : 'mm',
      window,
      corners: await cornersOf(gridOfWindow(series.grid, window)),
      step,
      width: Math.ceil(window.width / step),
      height: Math.ceil(window.height / step),
      values: base64Of(Float32Array.from(shown)),
      ties: await tiesOf(folder, series, window, step),
    };
  } finally {
    await Promise.all(opened.map((source) => source.close()));
  }
}

function bandOf({ bandNames }: RasterSource, asked: string | undefined) {
  const date = asked ?? (bandNames.at(-1) as string);
  const band = bandNames.indexOf(date);
  if (band >= 0) return { date, band };
  throw new AfterlodeError('CALL_OPTION', 'date', {
    found: date,
    expected: phrases.oneOf(bandNames.join(', ')),
  });
}

/**
 * A window in words.
 *
 * @param words `COLUMN,ROW,WIDTH,HEIGHT` from 0; the whole raster where undefined
 * @throws AfterlodeError CALL_OPTION
 */
export function windowIn(grid: Pick<Grid, 'width' | 'height'>, words: string | undefined): Window {
  if (words === undefined) return { column: 0, row: 0, width: grid.width, height: grid.height };
  const numbers = words.split(',').map((word) => (/^\d{1,7}$/.test(word) ? Number(word) : Number.NaN));
  const [column, row, width, height] = numbers as [number, number, number, number];
  const inside = width > 0 && height > 0 && column + width <= grid.width && row + height <= grid.height;
  if (numbers.length === 4 && inside) return { column, row, width, height };
  const size = `${grid.width} × ${grid.height}`;
  throw new AfterlodeError('CALL_OPTION', 'window', {
    found: words,
    expected: { en: `COLUMN,ROW,WIDTH,HEIGHT inside ${size}`, zh: `${size} 范围内的 列,行,宽,高` },
  });
}

/** Cells along each side of a square, so that a window falls into no more than so many squares. */
export function stepFor({ width, height }: Window, most: number): number {
  let step = Math.max(1, Math.floor(Math.sqrt((width * height) / most)));
  while (Math.ceil(width / step) * Math.ceil(height / step) > most) step += 1;
  return step;
}
