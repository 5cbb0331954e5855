import type { TapioState } from '../../assess/index.js';
import type { Look } from '../charts/colours.js';

/** Symbols of the states: shape and colour differ for each, so that neither is needed alone. */
export const stateLooks: Readonly<Record<TapioState, Look>> = {
  'strong decoupling': { shape: 'circle', colour: '#009e73' },
  'weak decoupling': { shape: 'square', colour: '#56b4e9' },
  'expansive coupling': { shape: 'diamond', colour: '#8338d6' },
  'expansive negative decoupling': { shape: 'triangle', colour: '#d55e00' },
  'strong negative decoupling': { shape: 'cross', colour: '#b3261e' },
  'weak negative decoupling': { shape: 'down', colour: '#cc79a7' },
  'recessive coupling': { shape: 'hexagon', colour: '#6b6f76' },
  'recessive decoupling': { shape: 'square', colour: '#8a5a00' },
  'growth too small to judge': { shape: 'circle', colour: null },
};

export interface Extent {
  readonly least: number;
  readonly most: number;
}

/** Extent of percents with nought inside and a little room at both ends, at least 2 wide. */
export function extentOf(values: readonly number[]): Extent {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const room = Math.max(1, (most - least) * 0.08);
  return { least: least - room, most: most + room };
}

/** Round marks of an axis within an extent, six or fewer. */
export function ticksOf({ least, most }: Extent): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((one) => (most - least) / one <= 6) ?? 5000;
  const first = Math.ceil(least / step);
  const count = Math.floor(most / step) - first + 1;
  return Array.from({ length: count }, (_, at) => (first + at) * step + 0);
}
