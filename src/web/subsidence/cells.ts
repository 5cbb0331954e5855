import type { RunGrid, ShapeCollection, SubsidenceGridAnswer } from '../../api/contract.js';
import { isGeographic, type PointTransform, transformer, type Window } from '../../locate/index.js';

/** The cells of an answer, unpacked. */
export interface Cells extends Omit<SubsidenceGridAnswer, 'values' | 'ties'> {
  /** NaN is missing. */
  readonly values: Float32Array;
  /** 0 no value, 1 tied, 2 not tied. */
  readonly ties: Uint8Array;
}

/** Unpacks the cells of an answer. */
export function cellsOf({ values, ties, ...more }: SubsidenceGridAnswer): Cells {
  return { ...more, values: floatsOf(values), ties: bytesOf(ties) };
}

/** Numbers of 32-bit floating point, little-endian, in Base64. */
export function floatsOf(text: string): Float32Array {
  const bytes = bytesOf(text);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 4 }, (_, at) => view.getFloat32(at * 4, true));
}

/** Bytes in Base64. */
export function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Position in cells of the run: column and row of the first corner are 0, 0. */
export type ToCells = (lon: number, lat: number) => readonly [column: number, row: number];

/** The way from longitude and latitude to cells; where the reference system is not known, from the grid's own coordinates. */
export async function wayToCells(grid: RunGrid): Promise<ToCells> {
  const way: PointTransform =
    grid.crs === null ? (x, y) => [x, y] : await transformer('EPSG:4326', grid.crs, grid.crs);
  return (lon, lat) => {
    const [x, y] = way(lon, lat);
    return [(x - grid.originX) / grid.cellWidth, (y - grid.originY) / grid.cellHeight];
  };
}

/** How wide a cell is drawn for one of height 1: degrees of longitude are as short as they are at the middle of the scene. */
export function cellAspect({ cellWidth, cellHeight, height, originY, crs }: RunGrid): number {
  const square = Math.abs(cellWidth / cellHeight);
  return crs !== null && isGeographic(crs)
    ? square * Math.cos(((originY + (height / 2) * cellHeight) * Math.PI) / 180)
    : square;
}

/** Metres across a cell; null where the place is not known. */
export function cellMetres({ corners, width }: RunGrid): number | null {
  const [from, to] = corners ?? [];
  if (from === undefined || to === undefined || corners === null) return null;
  const radius = 6_371_000;
  const turn = Math.PI / 180;
  const east = (to[0] - from[0]) * turn * Math.cos(((from[1] + to[1]) / 2) * turn);
  return (radius * Math.hypot(east, (to[1] - from[1]) * turn)) / width;
}

type Shape = ShapeCollection['features'][number]['geometry'];

/** Outline of a shape in cells, for the attribute `d`; holes by the even-odd rule. */
export function pathIn(shape: Shape, toCells: ToCells): string {
  return ringsOf(shape)
    .map((ring) => `M${ring.map(([lon, lat]) => toCells(lon, lat).map(short).join(',')).join('L')}Z`)
    .join('');
}

/** The window around a shape, with a margin of half its size, inside the grid. */
export function windowAround(shape: Shape, toCells: ToCells, grid: RunGrid): Window {
  const places = ringsOf(shape).flatMap((ring) => ring.map(([lon, lat]) => toCells(lon, lat)));
  const [left, right] = spread(
    places.map(([column]) => column),
    grid.width,
  );
  const [top, bottom] = spread(
    places.map(([, row]) => row),
    grid.height,
  );
  return { column: left, row: top, width: right - left, height: bottom - top };
}

/** Middle of a shape's corners in cells. */
export function middleIn(shape: Shape, toCells: ToCells): readonly [column: number, row: number] {
  const ring = ringsOf(shape)[0] ?? [];
  const places = ring.slice(1).map(([lon, lat]) => toCells(lon, lat));
  const mean = (of: (place: readonly [number, number]) => number) =>
    places.reduce((sum, place) => sum + of(place), 0) / places.length;
  return [mean(([column]) => column), mean(([, row]) => row)];
}

function spread(values: readonly number[], most: number): readonly [number, number] {
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(4, (largest - least) / 2);
  return [Math.max(0, Math.floor(least - margin)), Math.min(most, Math.ceil(largest + margin))];
}

function ringsOf(shape: Shape) {
  return shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
}

function short(value: number): string {
  return value.toFixed(2);
}
