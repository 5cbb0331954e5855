import type { Window } from '../raster/types.js';
import { solvePositive } from './least-norm.js';
import type { Stack } from './types.js';

/** a + b·column + c·row, mm; middles of columns and rows run from −1 to 1 over the whole grid. */
export type Plane = readonly [a: number, b: number, c: number];

/** Columns and rows of a grid. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a plane a + b·column + c·row from each pair, fitted by least squares to the cells that have a value: what errors of the
 * orbit and wide weather leave. It also takes away real tilts as wide as the scene; leave it out where the bowl fills the scene.
 *
 * @param keep cells that take no part in the fit, such as a known bowl; they are corrected all the same
 */
export function withoutPlanes(stack: Stack, keep?: Uint8Array): Stack {
  const { width, height } = stack.grid;
  const everything = { column: 0, row: 0, width, height };
  const changesMm = stack.changesMm.map((changes) =>
    minusPlane(changes, planeOf(changes, stack.grid, keep), everything, stack.grid),
  );
  return { ...stack, changesMm };
}

/**
 * The plane through the cells of one pair.
 *
 * @param changes of the whole grid, mm; `NaN` is missing
 * @param keep cells that take no part
 * @returns null where no plane is better than another: three cells or fewer, or all in one line
 */
export function planeOf(changes: Float64Array, size: Size, keep?: Uint8Array): Plane | null {
  const { width, height } = size;
  const normal = new Float64Array(9);
  const plane = new Float64Array(3);
  let count = 0;
  for (let cell = 0; cell < changes.length; cell++) {
    const value = changes[cell] as number;
    if (Number.isNaN(value) || keep?.[cell] === 1) continue;
    const column = cell % width;
    const term = [1, termAt(column, width), termAt((cell - column) / width, height)] as const;
    count += 1;
    for (let i = 0; i < 3; i++) {
      plane[i] = (plane[i] as number) + (term[i] as number) * value;
      for (let j = 0; j < 3; j++)
        normal[i * 3 + j] = (normal[i * 3 + j] as number) + (term[i] as number) * (term[j] as number);
    }
  }
  // Three values fix a plane and say nothing about how well it fits.
  if (count <= 3) return null;
  solvePositive(normal, plane);
  const [a, b, c] = plane as unknown as Plane;
  return plane.every(Number.isFinite) ? [a, b, c] : null;
}

/**
 * Changes of a window less the plane of their pair.
 *
 * @param size of the grid that the window lies in
 */
export function minusPlane(
  changes: Float64Array,
  plane: Plane | null,
  window: Window,
  size: Size,
): Float64Array {
  if (plane === null) return changes;
  const [a, b, c] = plane;
  return changes.map((value, cell) => {
    const column = cell % window.width;
    const x = termAt(window.column + column, size.width);
    const y = termAt(window.row + (cell - column) / window.width, size.height);
    return value - (a + x * b + y * c);
  });
}

/** Middle of a column or row from −1 to 1, so that the equations stay well behaved on large grids. */
function termAt(place: number, count: number): number {
  return (2 * place + 1) / count - 1;
}
