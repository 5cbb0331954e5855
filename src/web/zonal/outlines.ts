import type { Zone } from '../../locate/index.js';

/** Outlines of zones fitted to a frame of a given width. */
export interface Outlines {
  readonly height: number;
  /** One for each zone, for the attribute `d`; holes by the even-odd rule. */
  readonly paths: readonly string[];
}

/**
 * Plane outlines in the reference system of the zones, north up; degrees of longitude are drawn as short as they are at the
 * middle latitude.
 *
 * @param width in pixels
 * @param most height in pixels at most
 */
export function outlinesOf(
  zones: readonly Zone[],
  crs: string | null,
  width: number,
  most: number,
): Outlines {
  const { height, place } = frameOf(
    zones.flatMap(({ rings }) => rings),
    crs,
    width,
    most,
  );
  return {
    height,
    paths: zones.map(({ rings }) => rings.map((ring) => `${pathOf(ring, place)}Z`).join('')),
  };
}

/** Where positions lie in a frame. */
export interface Frame {
  readonly height: number;
  /** Pixels from the left and the top. */
  readonly place: (x: number, y: number) => readonly [number, number];
  /** The position at a pixel: the other way round. */
  readonly positionAt: (x: number, y: number) => readonly [number, number];
  /** Units of the reference system northwards in a pixel. */
  readonly unit: number;
}

/** Fits positions, x and y in turn, to a frame, as `outlinesOf` does. */
export function frameOf(
  lines: readonly Float64Array[],
  crs: string | null,
  width: number,
  most: number,
): Frame {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at += 2) {
      west = Math.min(west, line[at] as number);
      east = Math.max(east, line[at] as number);
      south = Math.min(south, line[at + 1] as number);
      north = Math.max(north, line[at + 1] as number);
    }
  const shorter = crs === 'EPSG:4326' ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const margin = 4;
  const wide = (east - west) * shorter || 1;
  const high = north - south || 1;
  const scale = Math.min((width - 2 * margin) / wide, (most - 2 * margin) / high);
  const left = (width - wide * scale) / 2;
  return {
    height: Math.ceil(high * scale + 2 * margin),
    place: (x, y) => [left + (x - west) * shorter * scale, margin + (north - y) * scale],
    positionAt: (px, py) => [west + (px - left) / (shorter * scale), north - (py - margin) / scale],
    unit: 1 / scale,
  };
}

/** Corners nearer than the rounding of the drawing are left out. */
export function pathOf(line: Float64Array, place: Frame['place']): string {
  let last = '';
  let path = '';
  for (let at = 0; at + 1 < line.length; at += 2) {
    const [x, y] = place(line[at] as number, line[at + 1] as number);
    const next = `${x.toFixed(1)},${y.toFixed(1)}`;
    if (next === last) continue;
    path += path === '' ? `M${next}` : `L${next}`;
    last = next;
  }
  return path;
}
