import type { SubsidencePointsAnswer } from '../../api/contract.js';
import { floatsOf } from './cells.js';

/** Points of a run in a drawing: x to the right and y downward, in parts of its longer side from 0 to 1. */
export interface DrawnPoints {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** mm per year; NaN is missing. */
  readonly rates: Float32Array;
  /** Of the drawing, in the same parts. */
  readonly width: number;
  readonly height: number;
}

/** Empty edge of the drawing, so that no point is cut. */
const edge = 0.03;

/**
 * Places points in a drawing, north above. Coordinates that can be longitude and latitude are drawn as degrees are there, shorter
 * from west to east; others as lengths.
 */
export function drawnPoints(answer: SubsidencePointsAnswer): DrawnPoints {
  const { ids, originX, originY } = answer;
  const [east, north, rates] = [floatsOf(answer.x), floatsOf(answer.y), floatsOf(answer.rates)];
  const [right, top] = [mostOf(east), mostOf(north)];
  const isDegrees =
    Math.max(Math.abs(originX), originX + right) <= 180 && Math.abs(originY) <= 90 && originY + top <= 90;
  const stretch = isDegrees ? Math.cos(((originY + top / 2) * Math.PI) / 180) : 1;
  const size = Math.max(right * stretch, top) || 1;
  const scale = (1 - 2 * edge) / size;
  const long = (length: number) => Math.max(0.2, length * scale + 2 * edge);
  const [width, height] = [long(right * stretch), long(top)];
  const [left, below] = [(width - right * stretch * scale) / 2, (height - top * scale) / 2];
  return {
    ids,
    x: Float64Array.from(east, (one) => left + one * stretch * scale),
    y: Float64Array.from(north, (one) => height - below - one * scale),
    rates,
    width,
    height,
  };
}

function mostOf(values: Float32Array): number {
  return values.reduce((most, value) => (value > most ? value : most), 0);
}

/** Place in the list of the point next to a position; −1 where there is none. */
export function nearestPoint({ x, y }: DrawnPoints, atX: number, atY: number): number {
  return least(x.length, (at) => Math.hypot((x[at] as number) - atX, (y[at] as number) - atY));
}

/** The next point from one towards a side, within 45 degrees of it; the same where there is none. */
export function pointBeside(
  { x, y }: DrawnPoints,
  from: number,
  [right, down]: readonly [number, number],
): number {
  const found = least(x.length, (at) => {
    const [dx, dy] = [(x[at] as number) - (x[from] as number), (y[at] as number) - (y[from] as number)];
    const [along, across] = [dx * right + dy * down, Math.abs(dx * down) + Math.abs(dy * right)];
    return along > 0 && across <= along ? Math.hypot(dx, dy) : Number.NaN;
  });
  return found === -1 ? from : found;
}

/** Place of the smallest number; NaN is none. */
function least(length: number, numberAt: (at: number) => number): number {
  let [found, best] = [-1, Number.POSITIVE_INFINITY];
  for (let at = 0; at < length; at++) {
    const number = numberAt(at);
    if (number < best) [found, best] = [at, number];
  }
  return found;
}
