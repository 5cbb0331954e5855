import type { Network, Stack } from '../types.js';

/** A date every twelve days from 2018-01-01. */
export function datesEvery12(count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(2018, 0, 1 + 12 * at)).toISOString().slice(0, 10),
  );
}

/** Pairs of each epoch with the next few. */
export function nearPairs(count: number, reach: number): Network {
  const pairs = Array.from({ length: count }, (_, first) =>
    Array.from({ length: reach }, (__, step) => ({ first, second: first + step + 1 })),
  )
    .flat()
    .filter(({ second }) => second < count);
  return { epochs: datesEvery12(count), pairs };
}

/** A stack that fits a displacement by epoch and cell exactly. */
export function stackOf(
  network: Network,
  width: number,
  height: number,
  mm: (epoch: number, cell: number) => number,
): Stack {
  return {
    grid: { width, height, originX: 0, originY: 0, cellWidth: 1, cellHeight: -1, crs: null },
    network,
    changesMm: network.pairs.map(({ first, second }) =>
      Float64Array.from({ length: width * height }, (_, cell) => mm(second, cell) - mm(first, cell)),
    ),
    coherence: null,
  };
}

/** A stack with values changed where `change` gives another one. */
export function withChanges(
  stack: Stack,
  change: (value: number, pair: number, cell: number) => number,
): Stack {
  return {
    ...stack,
    changesMm: stack.changesMm.map((changes, pair) =>
      changes.map((value, cell) => change(value, pair, cell)),
    ),
  };
}

/** The values of all epochs of one cell. */
export function seriesAt(cumulativeMm: readonly Float64Array[], cell: number): number[] {
  return cumulativeMm.map((values) => values[cell] as number);
}
