import type { TreatedPoint, Values } from '../types.js';
import { type Shape, shapeOf } from './shape.js';

/** A column whose outermost values were drawn in. */
export interface Winsorised {
  /** The given array where nothing was moved. */
  readonly values: Values;
  readonly points: readonly TreatedPoint[];
  readonly shape: Shape;
}

/**
 * Draws the outermost value in to the next different one, again and again: the largest where skewness is 0 or above, the
 * smallest where it is below.
 *
 * Equal values move together, so that equal units stay equal; the last move may therefore take more than `points`. The
 * last two different values of a column are never made one: nothing would be left to tell units apart.
 *
 * @param values any unit; missing ones stay missing
 * @param points no further move once so many values have been moved
 * @param isEnough looks at the column before every move
 * @remarks Source: documentation of COINr's `winsorise` (V); the rule on two values is our own (D).
 */
export function winsorise(values: Values, points: number, isEnough: (shape: Shape) => boolean): Winsorised {
  const work = values.slice();
  let shape = shapeOf(work);
  let high = 0;
  let low = 0;
  while (high + low < points && !Number.isNaN(shape.skew) && !isEnough(shape)) {
    const side = shape.skew >= 0 ? 1 : -1;
    const moved = drawIn(work, side);
    if (moved === 0) break;
    // Values moved before are tied with those of this move and counted with them.
    if (side === 1) high = moved;
    else low = moved;
    shape = shapeOf(work);
  }
  const moved = changes(values, work);
  return { values: moved.length > 0 ? work : values, points: moved, shape };
}

/** Sets all largest values (`side` 1) or smallest (-1) to the next; returns how many, 0 where that would leave one value. */
function drawIn(work: Values, side: 1 | -1): number {
  let outermost = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  let innermost = Number.POSITIVE_INFINITY;
  for (let i = 0; i < work.length; i++) {
    const value = side * (work[i] as number);
    if (value > outermost) {
      next = outermost;
      outermost = value;
    } else if (value > next && value < outermost) {
      next = value;
    }
    if (value < innermost) innermost = value;
  }
  if (!(next > innermost)) return 0;
  let moved = 0;
  for (let i = 0; i < work.length; i++) {
    if (side * (work[i] as number) !== outermost) continue;
    work[i] = side * next;
    moved += 1;
  }
  return moved;
}

function changes(before: Values, after: Values): TreatedPoint[] {
  const points: TreatedPoint[] = [];
  for (let row = 0; row < before.length; row++) {
    const [old, now] = [before[row] as number, after[row] as number];
    if (old !== now && !Number.isNaN(old)) points.push({ row, before: old, after: now });
  }
  return points;
}
