import { AfterlodeError, type Text } from '../../base/index.js';
import type { Grid } from '../raster/types.js';
import { medianOf } from './median.js';
import type { Series, Stack } from './types.js';

const noValue: Text = { en: 'no value at the reference', zh: '参考区内没有数值' };

/** Ground to which all motion is told. */
export interface ReferenceWindow {
  /** From 0, counted from the grid's first row and column. */
  readonly row: number;
  readonly column: number;
  /** The window has 2 · half + 1 cells a side; 0 is the cell alone. */
  readonly half: number;
}

/**
 * Cells of a window, as far as they lie on the grid.
 *
 * @throws AfterlodeError DISPLACEMENT_REFERENCE where its middle lies outside
 */
export function cellsOfWindow(grid: Grid, { row, column, half }: ReferenceWindow): number[] {
  if (row < 0 || column < 0 || row >= grid.height || column >= grid.width) {
    throw new AfterlodeError('DISPLACEMENT_REFERENCE', `${row},${column}`, {
      found: {
        en: `a place outside the ${grid.height} rows and ${grid.width} columns of the stack`,
        zh: `位置超出数据范围（共 ${grid.height} 行 ${grid.width} 列）`,
      },
    });
  }
  const cells: number[] = [];
  for (let y = Math.max(0, row - half); y <= Math.min(grid.height - 1, row + half); y++)
    for (let x = Math.max(0, column - half); x <= Math.min(grid.width - 1, column + half); x++)
      cells.push(y * grid.width + x);
  return cells;
}

/**
 * Cells whose middle lies in a polygon; rings count by turns, so that inner rings are holes.
 *
 * @param rings closed lines of x, y in the reference system of the grid
 * @throws AfterlodeError DISPLACEMENT_REFERENCE where no middle of a cell lies in it
 */
export function cellsOfPolygon(grid: Grid, rings: readonly (readonly (readonly number[])[])[]): number[] {
  const cells: number[] = [];
  for (let row = 0; row < grid.height; row++) {
    const y = grid.originY + (row + 0.5) * grid.cellHeight;
    const crossings: number[] = [];
    for (const ring of rings)
      for (let at = 1; at < ring.length; at++) {
        const [x1, y1] = ring[at - 1] as readonly [number, number];
        const [x2, y2] = ring[at] as readonly [number, number];
        if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    for (let column = 0; column < grid.width; column++) {
      const x = grid.originX + (column + 0.5) * grid.cellWidth;
      if (crossings.filter((crossing) => crossing < x).length % 2 === 1)
        cells.push(row * grid.width + column);
    }
  }
  if (cells.length === 0) {
    const found: Text = { en: 'a polygon without the middle of any cell', zh: '多边形内没有任何像元中心' };
    throw new AfterlodeError('DISPLACEMENT_REFERENCE', 'polygon', { found });
  }
  return cells;
}

/**
 * Median change of the reference cells, by pair, mm.
 *
 * @param names what a message calls each pair
 * @throws AfterlodeError DISPLACEMENT_REFERENCE where a pair has no value there: nothing can be told against it then
 */
export function referenceMedians(
  stack: Stack,
  cells: readonly number[],
  names: readonly string[],
): Float64Array {
  const medians = Float64Array.from(stack.changesMm, (changes) => medianOf(changes, cells));
  const empty = medians.findIndex(Number.isNaN);
  if (empty >= 0)
    throw new AfterlodeError('DISPLACEMENT_REFERENCE', names[empty] ?? String(empty + 1), { found: noValue });
  return medians;
}

/** Takes a number from each pair, so that all motion is told against the ground that it was measured on. */
export function minusMedians(stack: Stack, medians: Float64Array): Stack {
  const changesMm = stack.changesMm.map((changes, pair) => {
    const middle = medians[pair] as number;
    return changes.map((value) => value - middle);
  });
  return { ...stack, changesMm };
}

/** Median of each pair's own cells, mm: no place is the reference then, but the middle of the scene. `NaN` for an empty pair. */
export function sceneMedians(stack: Stack): Float64Array {
  return Float64Array.from(stack.changesMm, (changes) => medianOf(changes));
}

/**
 * A series told against other ground: the median of the new reference is taken from every epoch, and so from every number that
 * is made of the series afterwards.
 *
 * @throws AfterlodeError DISPLACEMENT_REFERENCE where an epoch has no value there
 */
export function rereference(series: Series, cells: readonly number[]): Series {
  const cumulativeMm = series.cumulativeMm.map((values) => values.slice());
  return rereferenceInPlace({ ...series, cumulativeMm }, cells);
}

/**
 * As `rereference`, in the arrays of the series itself, for whoever has no more use for them: of a large scene there is no room for two.
 *
 * @returns the series, changed; as it was where an error is thrown
 * @throws AfterlodeError DISPLACEMENT_REFERENCE where an epoch has no value there
 */
export function rereferenceInPlace(series: Series, cells: readonly number[]): Series {
  const middles = series.cumulativeMm.map((values) => medianOf(values, cells));
  const without = middles.findIndex(Number.isNaN);
  if (without !== -1)
    throw new AfterlodeError('DISPLACEMENT_REFERENCE', series.epochs[without] as string, { found: noValue });
  for (const [epoch, values] of series.cumulativeMm.entries()) {
    const middle = middles[epoch] as number;
    for (let cell = 0; cell < values.length; cell++) values[cell] = (values[cell] as number) - middle;
  }
  return series;
}
