import { toEdge } from '../../base/index.js';
import {
  type DoubleHigh,
  doubleHigh,
  type Grid,
  type GrownZone,
  grownZones,
  holds,
  type PointCounts,
  type PointTransform,
  type Shape,
  shapeOf,
} from '../../locate/index.js';
import type { CountedPoints, DoubleHighAnswer, GroundRow, GroundZone } from './answer.js';
import type { GroundOptions } from './call.js';
import { boxOf, cellName, gridOver } from './grid.js';

/** Points in the plane. */
export interface PlanePoints {
  /** x and y in turn, m. */
  readonly places: Float64Array;
  /** What each is about; empty where nobody says. */
  readonly kinds: readonly string[];
}

/** A zone with its shape, for what lies in it. */
export interface ShapedZone extends GroundZone {
  readonly shape: Shape;
  readonly grown: GrownZone;
  /** Name of its strongest cell: that of the place, where the plane is named. */
  readonly anchor: string;
}

/** Double-high zones before projects are counted. */
export interface FoundZones {
  readonly answer: Omit<DoubleHighAnswer, 'zones' | 'projects'>;
  readonly zones: readonly ShapedZone[];
  /** From which shapes are told, m of the plane. */
  readonly corner: { readonly x: number; readonly y: number };
}

/**
 * Zones with many findings and many complaints, the largest number of both first.
 *
 * @param degrees from the plane to longitude and latitude
 * @throws AfterlodeError GROUND_GRID
 */
export function foundZones(
  findings: PlanePoints,
  complaints: PlanePoints,
  options: GroundOptions,
  degrees: PointTransform,
): FoundZones {
  const { zoneCellM: side, quantile, bufferM } = options;
  // A point on the upper or right edge of the box belongs to the next cell.
  const box = boxOf([findings.places, complaints.places]);
  const grid = gridOver({ ...box, right: box.right + 1e-6, top: box.top + 1e-6 }, side, '--zone-cell');
  const found = doubleHigh(findings.places, complaints.places, grid, quantile);
  const corner = { x: grid.originX, y: grid.originY };
  const zones = grownZones(found.cells, grid, bufferM).map((grown) => {
    const shape = shapeOf(
      grown.outline.map((ring) => Float64Array.from(ring.flat())),
      corner,
    );
    return {
      ...zoneOf(grown, shape, corner, findings, complaints),
      ...anchorOf(grown, found, grid, degrees),
      shape,
      grown,
    };
  });
  const sorted = zones.toSorted((a, b) => b.findings + b.complaints - (a.findings + a.complaints));
  return {
    corner,
    zones: sorted.map((zone, at) => ({ ...zone, zone: `Z${at + 1}` })),
    answer: {
      cellM: side,
      quantile,
      bufferM,
      findings: counted(findings, found.findings),
      complaints: counted(complaints, found.complaints),
      cells: found.cells.length,
    },
  };
}

function counted({ places }: PlanePoints, { cells, threshold }: PointCounts): CountedPoints {
  return { points: places.length / 2, cells, threshold: toEdge(threshold) };
}

function zoneOf(
  grown: GrownZone,
  shape: Shape,
  corner: FoundZones['corner'],
  findings: PlanePoints,
  complaints: PlanePoints,
) {
  const inside = pointsIn(complaints.places, shape, corner);
  const kinds = new Map<string, number>();
  for (const at of inside) {
    const kind = complaints.kinds[at] ?? '';
    if (kind !== '') kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const most = [...kinds]
    .toSorted(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, 3);
  return {
    cells: grown.cells.length,
    areaM2: grown.areaM2,
    findings: pointsIn(findings.places, shape, corner).length,
    complaints: inside.length,
    kinds: most.map(([kind, number]) => ({ kind, complaints: number })),
    projects: null,
    worst: null,
  };
}

/** The double-high cell with most of both. */
function anchorOf(
  { cells }: GrownZone,
  { findings, complaints }: DoubleHigh,
  grid: Grid,
  degrees: PointTransform,
) {
  const both = (cell: number) => (findings.counts[cell] as number) + (complaints.counts[cell] as number);
  const cell = cells.reduce((best, one) => (both(one) > both(best) ? one : best));
  const [column, row] = [cell % grid.width, Math.floor(cell / grid.width)];
  const [lon, lat] = degrees(
    grid.originX + (column + 0.5) * grid.cellWidth,
    grid.originY + (row + 0.5) * grid.cellHeight,
  );
  return { lon, lat, anchor: cellName(grid, cell) };
}

/** Positions of the points that a zone holds. */
export function pointsIn(
  places: Float64Array,
  shape: Shape,
  { x, y }: FoundZones['corner'],
): readonly number[] {
  const inside: number[] = [];
  for (let at = 0; at + 1 < places.length; at += 2)
    if (holds(shape, (places[at] as number) - x, (places[at + 1] as number) - y)) inside.push(at / 2);
  return inside;
}

/** The worst cell or parcel whose middle a zone holds. */
export function worstIn(
  rows: readonly GroundRow[],
  middles: Float64Array,
  { shape }: ShapedZone,
  corner: FoundZones['corner'],
): GroundZone['worst'] {
  const inside = pointsIn(middles, shape, corner).map((at) => rows[at] as GroundRow);
  const [worst] = inside.toSorted((a, b) => b.final - a.final);
  return worst === undefined ? null : { cell: worst.cell, final: worst.final };
}
