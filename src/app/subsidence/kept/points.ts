import { join } from 'node:path';
import { AfterlodeError, toEdge } from '../../../base/index.js';
import { exists, openRows, readNpyRow } from '../../../files/index.js';
import type { Workspace } from '../../workspace.js';
import { pointSeriesName, pointTableName } from '../points.js';
import { base64Of } from './base64.js';
import { type OpenRun, openRun } from './runs.js';

/** Points that travel at most. */
const mostPoints = 200_000;

/** `GET /api/subsidence/:id/points`. Rates are along the line of sight, mm per year, negative away from the satellite. */
export interface SubsidencePointsAnswer {
  /** Points of the run. */
  readonly total: number;
  /** Every so many of them travel. */
  readonly step: number;
  readonly ids: readonly string[];
  /** Coordinates as the file of the points has them; `x` and `y` are told from here. */
  readonly originX: number;
  readonly originY: number;
  /** Base64 of little-endian 32-bit floating point numbers, one for each id; NaN is missing. */
  readonly x: string;
  readonly y: string;
  readonly rates: string;
}

/** Points of a run, one row of `points.csv` each; NaN is missing. */
interface PointRows {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly rate: Float64Array;
  readonly error: Float64Array;
  readonly tied: Float64Array;
}

/**
 * Points of a run with their rates; of very many every so many.
 *
 * @throws AfterlodeError GROUND_RUN_UNKNOWN, GROUND_NO_POINTS, GROUND_RUN_DAMAGED
 */
export async function subsidencePoints(ws: Workspace, id: string): Promise<SubsidencePointsAnswer> {
  const { ids, x, y, rate } = await rowsOf(await openRun(ws, id));
  const step = Math.max(1, Math.ceil(ids.length / mostPoints));
  const shown = Array.from({ length: Math.ceil(ids.length / step) }, (_, at) => at * step);
  const originX = leastOf(x);
  const originY = leastOf(y);
  const packed = (values: Float64Array, origin: number) =>
    base64Of(Float32Array.from(shown, (at) => (values[at] as number) - origin));
  return {
    total: ids.length,
    step,
    ids: shown.map((at) => ids[at] as string),
    originX,
    originY,
    x: packed(x, originX),
    y: packed(y, originY),
    rates: packed(rate, 0),
  };
}

/** A point with its motion since the first date, mm; NaN is missing. */
export interface PointOfRun {
  /** Row of `points.csv` from 0. */
  readonly at: number;
  readonly tied: boolean;
  readonly rate: number;
  readonly error: number;
  readonly mm: Float64Array;
}

/**
 * A point of a run by its id; of equal ids the first.
 *
 * @throws AfterlodeError GROUND_NO_POINTS, GROUND_RUN_DAMAGED also for runs of older versions, which kept no series of points,
 *   CALL_OPTION for an id that the run does not have
 */
export async function pointOfRun(open: OpenRun, point: string): Promise<PointOfRun> {
  const { ids, tied, rate, error } = await rowsOf(open);
  const at = ids.indexOf(point);
  if (at === -1) {
    const expected = { en: 'the id of a point of the run', zh: '该计算中某点的编号' };
    throw new AfterlodeError('CALL_OPTION', 'point', { found: point, expected });
  }
  const mm = await readNpyRow(join(open.folder, pointSeriesName), at).catch((cause: unknown) => {
    throw damaged(open, pointSeriesName, cause);
  });
  return { at, tied: tied[at] === 1, rate: rate[at] as number, error: error[at] as number, mm };
}

/** Tables that were read last; a run never changes. */
const held = new Map<string, Promise<PointRows>>();
const mostHeld = 2;

async function rowsOf(open: OpenRun): Promise<PointRows> {
  const { folder, run } = open;
  if (!(await exists(join(folder, pointTableName)))) throw new AfterlodeError('GROUND_NO_POINTS', run.id);
  const reading = held.get(folder) ?? readRows(open);
  held.delete(folder);
  held.set(folder, reading);
  for (const old of [...held.keys()].slice(0, Math.max(0, held.size - mostHeld))) held.delete(old);
  reading.catch(() => held.delete(folder));
  return reading;
}

const columns = ['id', 'x', 'y', 'rate_mm_yr', 'rate_se_mm_yr', 'tied'] as const;

async function readRows(open: OpenRun): Promise<PointRows> {
  const path = join(open.folder, pointTableName);
  const ids: string[] = [];
  const numbers: number[][] = columns.slice(1).map(() => []);
  let places: readonly number[] | null = null;
  try {
    for await (const batch of openRows(path, { delimiter: ',' }))
      for (const { cells } of batch) {
        if (places === null) {
          places = columns.map((name) => cells.indexOf(name));
          if (places.includes(-1))
            throw new AfterlodeError('FILE_FORMAT', path, { found: cells.join(), expected: columns.join() });
          continue;
        }
        for (const [column, place] of places.entries()) {
          const cell = cells[place] ?? '';
          if (column === 0) ids.push(cell);
          else numbers[column - 1]?.push(cell === '' ? Number.NaN : Number(cell));
        }
      }
  } catch (cause) {
    throw damaged(open, pointTableName, cause);
  }
  const [x, y, rate, error, tied] = numbers.map((list) => Float64Array.from(list)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { ids, x, y, rate, error, tied };
}

function damaged({ run }: OpenRun, name: string, cause: unknown): unknown {
  if (!(cause instanceof AfterlodeError)) return cause;
  const { en, zh } = cause.text;
  const found = { en: `${name}: ${en}`, zh: `${name}：${zh}` };
  return new AfterlodeError('GROUND_RUN_DAMAGED', run.id, { found }, cause);
}

/** 0 where no number is there. */
function leastOf(values: Float64Array): number {
  const least = values.reduce((one, value) => (value < one ? value : one), Number.POSITIVE_INFINITY);
  return toEdge(least) ?? 0;
}
