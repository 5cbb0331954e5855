import type { PolygonShape, VacantLandAnswer } from '../../api/contract.js';
import type { ToCells } from '../subsidence/cells.js';
import type { Box } from './use-view.js';

/** Ground of one class in one piece, as it was found. */
export type FoundPolygon = VacantLandAnswer['polygons'][number];

/** A block in which labels would teach much, with its place on the image. */
export interface NextBlock {
  readonly id: string;
  /** 0 all certain, 1 all guessed. */
  readonly uncertainty: number;
  readonly unlabelled: number;
  readonly box: Box;
}

/** Outline of a polygon in longitude and latitude. */
export function shapeOf({ geometry }: FoundPolygon): PolygonShape {
  return geometry as PolygonShape;
}

/** The rectangle around a polygon, in cells. */
export function boxOf(polygon: FoundPolygon, toCells: ToCells): Box {
  const shape = shapeOf(polygon);
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  return around(rings.flatMap((ring) => ring.map(([lon, lat]) => toCells(lon, lat))));
}

/** Blocks to label, the most uncertain first. */
export function nextBlocks({ labelNext }: VacantLandAnswer, toCells: ToCells, most: number): NextBlock[] {
  return labelNext.slice(0, most).map(({ column, row, uncertainty, unlabelled, box }) => {
    const [west, south, east, north] = box;
    const corners = [
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ] as const;
    return {
      id: `${column},${row}`,
      uncertainty,
      unlabelled,
      box: around(corners.map(([lon, lat]) => toCells(lon, lat))),
    };
  });
}

function around(places: readonly (readonly [column: number, row: number])[]): Box {
  const [columns, rows] = [places.map(([column]) => column), places.map(([, row]) => row)];
  const [column, row] = [Math.min(...columns), Math.min(...rows)];
  return { column, row, width: Math.max(...columns) - column, height: Math.max(...rows) - row };
}
