import { mean } from '../../base/index.js';

/** An item of a column, or a point where a link passes it, with its neighbours in the columns before and after. */
export interface Spot {
  readonly id: string;
  readonly layer: number;
  readonly height: number;
  readonly before: string[];
  readonly after: string[];
}

/** Centres by id, the highest item at the top: columns from the top first, then each drawn to its neighbours in turn. */
export function placed(
  spots: ReadonlyMap<string, Spot>,
  columns: readonly (readonly string[])[],
  gap: number,
  sweeps: number,
): ReadonlyMap<string, number> {
  const centres = new Map<string, number>();
  const settle = (column: readonly string[], wanted: (id: string) => number) => {
    const heights = column.map((id) => (spots.get(id) as Spot).height);
    const places = apart(column.map(wanted), heights, gap);
    for (const [at, id] of column.entries()) centres.set(id, places[at] as number);
  };
  for (const column of columns) settle(column, () => 0);
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed())
      settle(column, (id) => {
        const { before, after } = spots.get(id) as Spot;
        const near = [...before, ...after].map((other) => centres.get(other) as number);
        return near.length === 0 ? (centres.get(id) as number) : mean(near);
      });
  const tops = [...centres].map(([id, centre]) => centre - (spots.get(id) as Spot).height / 2);
  const top = Math.min(...tops);
  return new Map([...centres].map(([id, centre]) => [id, centre - top]));
}

/**
 * Centres as near as possible to the wanted ones (least squares) in the given order and without overlap: pools of neighbours that
 * would overlap share their shift.
 */
function apart(wanted: readonly number[], heights: readonly number[], gap: number): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const height of heights) {
    offsets.push(at + height / 2);
    at += height + gap;
  }
  const pools: { sum: number; count: number }[] = [];
  for (const [place, value] of wanted.entries()) {
    let pool = { sum: value - (offsets[place] as number), count: 1 };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.count <= pool.sum / pool.count) break;
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const shifts = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return offsets.map((offset, place) => offset + (shifts[place] as number));
}
