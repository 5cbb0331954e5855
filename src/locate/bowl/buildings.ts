import { coverOf } from '../zonal/cover.js';
import type { Cover } from '../zonal/types.js';
import { bendAt } from './bend.js';
import { largestBend, type Sinking } from './bowls.js';
import { footprintSize } from './building-size.js';
import { damageOf, gradeOfRate, hazardOf } from './grade.js';
import {
  type Bend,
  type Bowl,
  type BowlSettings,
  type DamageClass,
  damageClasses,
  type HazardGrade,
} from './types.js';

/** A footprint; rings in the reference system of the grid, the outer ones first. */
export interface Footprint {
  readonly id: string;
  readonly rings: readonly Float64Array[];
  /** m; null where it is not known. */
  readonly heightM: number | null;
}

/** A building on a zone. Sinking is positive down. */
export interface ExposedBuilding {
  readonly id: string;
  /** Position of the zone among the bowls. */
  readonly bowl: number;
  readonly heightM: number | null;
  /** Longer and shorter side of the smallest rectangle around the footprint, m; `NaN` where metres are not known. */
  readonly lengthM: number;
  readonly widthM: number;
  /** Mean over the footprint, mm and mm per year (negative sinks). */
  readonly depthMm: number;
  readonly mmPerYear: number;
  /** Largest over the cells that the footprint touches. */
  readonly bend: Bend;
  /** Between the deepest and the highest corner, mm; `NaN` where sinking beside a corner is not known. */
  readonly settlementMm: number;
  /** Sag of the middle below the ends over the length, curvature · length ÷ 8, mm per m. */
  readonly deflection: number;
  /** By the class edges alone, which know no length. */
  readonly damage: DamageClass | null;
  readonly grade: HazardGrade;
  /** Whether all cells that it touches are tied. */
  readonly tied: boolean;
}

/**
 * Buildings that touch a zone, the worst first: by damage class, in a class by deflection ratio, as a longer building is hurt
 * more by the same ground (Cui et al. 2021).
 */
export function exposedBuildings(
  footprints: readonly Footprint[],
  bowls: readonly Bowl[],
  sinking: Sinking,
  tied: Uint8Array,
  settings: BowlSettings,
): readonly ExposedBuilding[] {
  const owner = new Map<number, number>();
  for (const [at, { cells }] of bowls.entries()) for (const cell of cells) owner.set(cell, at);
  const rank = (one: ExposedBuilding) => (one.damage === null ? -1 : damageClasses.indexOf(one.damage));
  const size = (value: number) => (Number.isNaN(value) ? -1 : value);
  return footprints
    .flatMap((footprint) => exposedOne(footprint, owner, sinking, tied, settings) ?? [])
    .toSorted(
      (a, b) => rank(b) - rank(a) || size(b.deflection) - size(a.deflection) || b.depthMm - a.depthMm,
    );
}

function exposedOne(
  { id, rings, heightM }: Footprint,
  owner: ReadonlyMap<number, number>,
  sinking: Sinking,
  tied: Uint8Array,
  settings: BowlSettings,
): ExposedBuilding | null {
  const { grid, metres, depthMm, mmPerYear } = sinking;
  const touched = cellsOf(coverOf(rings, grid), grid.width);
  const zones = touched.flatMap(({ cell }) => owner.get(cell) ?? []);
  if (zones.length === 0) return null;
  const row = Math.floor((touched[0]?.cell as number) / grid.width);
  const [perX, perY] = [
    (metres?.width[row] ?? Number.NaN) / Math.abs(grid.cellWidth),
    (metres?.height[row] ?? Number.NaN) / Math.abs(grid.cellHeight),
  ];
  const outer = rings[0] as Float64Array;
  const [x0, y0] = [outer[0] as number, outer[1] as number];
  // Told from the first corner: large coordinates would cost digits.
  const size = footprintSize(
    outer.map((value, at) => (at % 2 === 0 ? (value - x0) * perX : (value - y0) * perY)),
  );
  const unknown = Number.isNaN(perX) ? { length: Number.NaN, width: Number.NaN } : size;
  const bend = largestBend(
    touched.map(({ cell }) => bendAt(depthMm, grid.width, cell, metres, settings.strainCoefficientM)),
  );
  const damage = damageOf(bend, settings.damage);
  const rate = meanOf(touched, mmPerYear);
  return {
    id,
    bowl: Math.min(...zones),
    heightM,
    lengthM: unknown.length,
    widthM: unknown.width,
    depthMm: meanOf(touched, depthMm),
    mmPerYear: rate,
    bend,
    settlementMm: settlementOf(outer, sinking),
    deflection: (bend.curvature * unknown.length) / 8,
    damage,
    grade: hazardOf(gradeOfRate(rate, settings.rateBounds), damage),
    tied: touched.every(({ cell }) => tied[cell] === 1),
  };
}

interface Touched {
  readonly cell: number;
  readonly share: number;
}

function cellsOf({ window, starts, from, to, shares }: Cover, gridWidth: number): readonly Touched[] {
  const cells: Touched[] = [];
  for (let row = 0; row < window.height; row++)
    for (let run = starts[row] as number; run < (starts[row + 1] as number); run++)
      for (let column = from[run] as number; column < (to[run] as number); column++)
        cells.push({ cell: (window.row + row) * gridWidth + column, share: shares[run] as number });
  return cells;
}

/** Weighted by shares, of cells that have a value. */
function meanOf(touched: readonly Touched[], values: Float64Array): number {
  let [total, weight] = [0, 0];
  for (const { cell, share } of touched) {
    const value = values[cell] as number;
    if (Number.isNaN(value)) continue;
    total += value * share;
    weight += share;
  }
  return total / weight;
}

/** Difference of sinking between corners, each between the middles of the four cells around it. */
function settlementOf(ring: Float64Array, { grid, depthMm }: Sinking): number {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const u = ((ring[at] as number) - grid.originX) / grid.cellWidth - 0.5;
    const v = ((ring[at + 1] as number) - grid.originY) / grid.cellHeight - 0.5;
    const [column, row] = [Math.floor(u), Math.floor(v)];
    if (column < 0 || row < 0 || column + 1 >= grid.width || row + 1 >= grid.height) return Number.NaN;
    const value = (right: number, down: number) =>
      depthMm[(row + down) * grid.width + column + right] as number;
    const [du, dv] = [u - column, v - row];
    const sunk =
      (value(0, 0) * (1 - du) + value(1, 0) * du) * (1 - dv) +
      (value(0, 1) * (1 - du) + value(1, 1) * du) * dv;
    if (Number.isNaN(sunk)) return Number.NaN;
    [least, largest] = [Math.min(least, sunk), Math.max(largest, sunk)];
  }
  return largest - least;
}
