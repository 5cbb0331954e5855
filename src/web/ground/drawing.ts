import type { GroundFeatures, GroundShown } from '../../api/contract.js';
import { type Frame, frameOf, pathOf } from '../zonal/outlines.js';

/** A cell as it is drawn. */
export interface DrawnCell {
  readonly id: string;
  /** For the attribute `d`. */
  readonly path: string;
  /** Pixels, x and y in turn. */
  readonly rings: readonly Float64Array[];
  readonly middle: { readonly x: number; readonly y: number };
}

/** Cells, zones and points fitted to a frame; all but the cells as one path each. */
export interface DrawnGround extends Frame {
  readonly cells: readonly DrawnCell[];
  readonly zones: string;
  readonly findings: string;
  readonly complaints: string;
  readonly projects: string;
}

/** Fits all to a frame, north up; where there are no cells, zones and points set the frame. */
export function drawnGround(map: GroundShown['map'], width: number, most: number): DrawnGround {
  const cells = map.cells.features.map(({ geometry }) => ringsOf(geometry));
  const zones = map.zones.features.map(({ geometry }) => ringsOf(geometry));
  const points = [map.findings, map.complaints, map.projects].map((list) => Float64Array.from(list.flat()));
  const all = [...cells.flat(), ...zones.flat()];
  const frame = frameOf(all.length > 0 ? all : points, 'EPSG:4326', width, most);
  const { place } = frame;
  const dots = (list: GroundShown['map']['findings'], shape: (x: number, y: number) => string) =>
    list.map(([lon, lat]) => shape(...place(lon, lat))).join('');
  return {
    ...frame,
    cells: map.cells.features.map(({ id }, at) => drawnCell(id, cells[at] ?? [], frame)),
    zones: zones.flatMap((rings) => rings.map((ring) => `${pathOf(ring, place)}Z`)).join(''),
    // Three forms, so that they are told apart without colours.
    findings: dots(map.findings, (x, y) => `M${at(x, y - 3.2)}l3,5.4h-6Z`),
    complaints: dots(
      map.complaints,
      (x, y) => `M${at(x - 1.8, y)}a1.8,1.8 0 1 0 3.6,0a1.8,1.8 0 1 0 -3.6,0Z`,
    ),
    projects: dots(map.projects, (x, y) => `M${at(x, y - 4.5)}l4.5,4.5l-4.5,4.5l-4.5,-4.5Z`),
  };
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function ringsOf(geometry: GroundFeatures['features'][number]['geometry']): readonly Float64Array[] {
  const { type, coordinates } = geometry as { readonly type?: string; readonly coordinates?: unknown };
  const parts = (
    type === 'MultiPolygon' ? coordinates : [coordinates ?? []]
  ) as readonly (readonly number[][])[][];
  return parts.flatMap((rings) =>
    rings.map((ring) =>
      Float64Array.from(ring.flatMap((position) => position.slice(0, 2) as unknown as number[])),
    ),
  );
}

function drawnCell(id: string, rings: readonly Float64Array[], { place }: Frame): DrawnCell {
  const pixels = rings.map((ring) => {
    const moved = ring.slice();
    for (let one = 0; one + 1 < ring.length; one += 2)
      moved.set(place(ring[one] as number, ring[one + 1] as number), one);
    return moved;
  });
  const xs = pixels.flatMap((ring) => Array.from(ring).filter((_, one) => one % 2 === 0));
  const ys = pixels.flatMap((ring) => Array.from(ring).filter((_, one) => one % 2 === 1));
  return {
    id,
    path: rings.map((ring) => `${pathOf(ring, place)}Z`).join(''),
    rings: pixels,
    middle: { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 },
  };
}

/** The cell or parcel at a place of the drawing; null where there is none. */
export function cellAtPixel(cells: readonly DrawnCell[], x: number, y: number): string | null {
  return (
    cells.find(({ rings }) => rings.filter((ring) => goesRound(ring, x, y)).length % 2 === 1)?.id ?? null
  );
}

function goesRound(ring: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let one = 0; one + 3 < ring.length; one += 2) {
    const [x0, y0] = [ring[one] as number, ring[one + 1] as number];
    const [x1, y1] = [ring[one + 2] as number, ring[one + 3] as number];
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  }
  return inside;
}
