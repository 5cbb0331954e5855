import { solvePositive } from './least-norm.js';
import type { Stack } from './types.js';

/**
 * Takes a plane a + b·column + c·row from each pair, fitted by least squares to the cells that have a value: what errors of the
 * orbit and wide weather leave. It also takes away real tilts as wide as the scene; leave it out where the bowl fills the scene.
 *
 * @param keep cells that take no part in the fit, such as a known bowl; they are corrected all the same
 */
export function withoutPlanes(stack: Stack, keep?: Uint8Array): Stack {
  const { width, height } = stack.grid;
  const changesMm = stack.changesMm.map((changes) => {
    const normal = new Float64Array(9);
    const plane = new Float64Array(3);
    let count = 0;
    for (let cell = 0; cell < changes.length; cell++) {
      const value = changes[cell] as number;
      if (Number.isNaN(value) || keep?.[cell] === 1) continue;
      const term = termsAt(cell, width, height);
      count += 1;
      for (let i = 0; i < 3; i++) {
        plane[i] = (plane[i] as number) + (term[i] as number) * value;
        for (let j = 0; j < 3; j++)
          normal[i * 3 + j] = (normal[i * 3 + j] as number) + (term[i] as number) * (term[j] as number);
      }
    }
    // Three values fix a plane and say nothing about how well it fits.
    if (count <= 3) return changes;
    solvePositive(normal, plane);
    // All values in one line of cells: no plane through them is better than another.
    if (!plane.every(Number.isFinite)) return changes;
    return changes.map((value, cell) => {
      const term = termsAt(cell, width, height);
      return value - term.reduce((sum, one, i) => sum + one * (plane[i] as number), 0);
    });
  });
  return { ...stack, changesMm };
}

/** Middles of columns and rows from −1 to 1, so that the equations stay well behaved on large grids. */
function termsAt(cell: number, width: number, height: number): readonly [number, number, number] {
  const column = cell % width;
  const row = (cell - column) / width;
  return [1, (2 * column + 1) / width - 1, (2 * row + 1) / height - 1];
}
