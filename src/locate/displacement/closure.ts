import type { Network, Stack } from './types.js';

/** Three pairs that close: a–b, b–c and a–c, as positions among the pairs. */
export interface Triangle {
  readonly early: number;
  readonly late: number;
  readonly whole: number;
}

/** All triangles of a network, in the order of their dates. */
export function trianglesOf(network: Network): readonly Triangle[] {
  const count = network.epochs.length;
  const at = new Map(network.pairs.map(({ first, second }, pair) => [first * count + second, pair]));
  const found: Triangle[] = [];
  for (const [whole, { first, second }] of network.pairs.entries())
    for (let middle = first + 1; middle < second; middle++) {
      const early = at.get(first * count + middle);
      const late = at.get(middle * count + second);
      if (early !== undefined && late !== undefined) found.push({ early, late, whole });
    }
  return found;
}

/** Triangles whose changes do not add up, by cell. */
export interface Closure {
  readonly triangles: readonly Triangle[];
  /** How many triangles of the cell have all three pairs. */
  readonly checked: Uint16Array;
  /** How many of them are off by one whole cycle or more: an unwrapping error in one of their pairs. */
  readonly broken: Uint16Array;
}

/**
 * Checks each cell's triangles: change a–b plus b–c less a–c is a small rest of filtering and soil moisture unless a pair was
 * unwrapped wrongly; then it is near whole cycles. What rounds to no cycle counts as closed. Pairs in no triangle stay unchecked.
 *
 * @param cycleMm displacement of one cycle of phase: half a wavelength, mm
 */
export function checkClosure(stack: Stack, cycleMm: number): Closure {
  const triangles = trianglesOf(stack.network);
  const cells = stack.grid.width * stack.grid.height;
  const checked = new Uint16Array(cells);
  const broken = new Uint16Array(cells);
  for (const { early, late, whole } of triangles) {
    const [a, b, c] = [early, late, whole].map((pair) => stack.changesMm[pair]) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let cell = 0; cell < cells; cell++) {
      const rest = (a[cell] as number) + (b[cell] as number) - (c[cell] as number);
      if (Number.isNaN(rest)) continue;
      checked[cell] = (checked[cell] as number) + 1;
      if (Math.round(rest / cycleMm) !== 0) broken[cell] = (broken[cell] as number) + 1;
    }
  }
  return { triangles, checked, broken };
}

/**
 * Takes whole cycles out of pairs until no more can be gained: in each cell the change of one pair by one cycle that lowers the
 * sum of |cycles| over its triangles most, again and again. Only a pair in more broken than sound triangles is touched; where two
 * pairs explain a break equally well, nothing is done, as either may be wrong.
 *
 * @param cycleMm as in `checkClosure`
 * @returns the stack and how many values were changed
 */
export function mendCycles(
  stack: Stack,
  cycleMm: number,
): { readonly stack: Stack; readonly mended: number } {
  const triangles = trianglesOf(stack.network);
  const changesMm = stack.changesMm.map((changes) => changes.slice());
  const cells = stack.grid.width * stack.grid.height;
  let mended = 0;
  for (let cell = 0; cell < cells; cell++) {
    // Each step lowers the sum by one at least, so this ends.
    for (;;) {
      const step = bestStep(triangles, changesMm, cell, cycleMm);
      if (step === null) break;
      const changes = changesMm[step.pair] as Float64Array;
      changes[cell] = (changes[cell] as number) + step.cycles * cycleMm;
      mended += 1;
    }
  }
  return { stack: { ...stack, changesMm }, mended };
}

/** What one cycle more or less in a pair closes, and the fewest cycles that any of its triangles is off by. */
interface Gain {
  up: number;
  down: number;
  least: number;
}

/** The one pair and number of cycles that close most; null where none helps or two help alike. */
function bestStep(
  triangles: readonly Triangle[],
  changesMm: readonly Float64Array[],
  cell: number,
  cycleMm: number,
): { readonly pair: number; readonly cycles: number } | null {
  const gains = new Map<number, Gain>();
  const at = (pair: number) => changesMm[pair]?.[cell] as number;
  let broken = false;
  for (const { early, late, whole } of triangles) {
    const cycles = Math.round((at(early) + at(late) - at(whole)) / cycleMm);
    if (Number.isNaN(cycles)) continue;
    broken ||= cycles !== 0;
    for (const [pair, sign] of [
      [early, 1],
      [late, 1],
      [whole, -1],
    ] as const) {
      const gain = gains.get(pair) ?? { up: 0, down: 0, least: Number.POSITIVE_INFINITY };
      gain.up += Math.abs(cycles) - Math.abs(cycles + sign);
      gain.down += Math.abs(cycles) - Math.abs(cycles - sign);
      gain.least = Math.min(gain.least, Math.abs(cycles));
      gains.set(pair, gain);
    }
  }
  if (!broken) return null;
  const steps = [...gains].flatMap(([pair, { up, down, least }]) => {
    // Until a triangle closes, each further step gains as much as the first: a value that is far off takes one stride.
    const stride = Math.max(1, least - 1);
    return [
      { pair, cycles: stride, gain: up },
      { pair, cycles: -stride, gain: down },
    ];
  });
  const most = Math.max(...steps.map(({ gain }) => gain));
  const best = steps.filter(({ gain }) => gain === most);
  return most > 0 && best.length === 1 ? (best[0] as (typeof steps)[number]) : null;
}
