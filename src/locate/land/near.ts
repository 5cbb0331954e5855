import type { Shape } from './shape.js';

/** The box of a shape; one without area meets nothing. */
export type Box = Pick<Shape, 'left' | 'right' | 'low' | 'high' | 'area'>;

/**
 * Finds shapes near others by squares of the mean size of a shape, so that each is held against its neighbours only.
 *
 * @returns for a shape the positions of those whose boxes meet its own, ascending
 */
export function nearShapes(shapes: readonly Shape[]): (shape: Box) => readonly number[] {
  const there = shapes.filter(({ area }) => area > 0);
  const side = Math.max(
    1e-3,
    there.reduce((sum, { left, right, low, high }) => sum + Math.max(right - left, high - low), 0) /
      Math.max(1, there.length),
  );
  const squares = new Map<string, number[]>();
  for (const [at, shape] of shapes.entries()) {
    if (!(shape.area > 0)) continue;
    for (const name of squaresOf(shape, side)) {
      const list = squares.get(name);
      if (list === undefined) squares.set(name, [at]);
      else list.push(at);
    }
  }
  return (shape) => {
    if (!(shape.area > 0)) return [];
    const found = new Set<number>();
    // A large plot has more squares than there are shapes: then these are looked through one by one.
    const all = ((shape.right - shape.left) / side + 1) * ((shape.high - shape.low) / side + 1);
    if (all > shapes.length) for (const at of shapes.keys()) found.add(at);
    else for (const name of squaresOf(shape, side)) for (const at of squares.get(name) ?? []) found.add(at);
    return [...found].filter((at) => meet(shape, shapes[at] as Shape)).sort((a, b) => a - b);
  };
}

function* squaresOf({ left, right, low, high }: Box, side: number): Generator<string> {
  for (let column = Math.floor(left / side); column * side < right; column++)
    for (let row = Math.floor(low / side); row * side < high; row++) yield `${column} ${row}`;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high;
}
