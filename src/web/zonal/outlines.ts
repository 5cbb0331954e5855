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
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { rings } of zones)
    for (const ring of rings)
      for (let at = 0; at + 1 < ring.length; at += 2) {
        west = Math.min(west, ring[at] as number);
        east = Math.max(east, ring[at] as number);
        south = Math.min(south, ring[at + 1] as number);
        north = Math.max(north, ring[at + 1] as number);
      }
  const shorter = crs === 'EPSG:4326' ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const margin = 4;
  const wide = (east - west) * shorter || 1;
  const high = north - south || 1;
  const scale = Math.min((width - 2 * margin) / wide, (most - 2 * margin) / high);
  const left = (width - wide * scale) / 2;
  const place = (x: number, y: number) =>
    `${(left + (x - west) * shorter * scale).toFixed(1)},${(margin + (north - y) * scale).toFixed(1)}`;
  return {
    height: Math.ceil(high * scale + 2 * margin),
    paths: zones.map(({ rings }) => rings.map((ring) => pathOf(ring, place)).join('')),
  };
}

/** Corners nearer than the rounding of the drawing are left out. */
function pathOf(ring: Float64Array, place: (x: number, y: number) => string): string {
  let last = '';
  let path = '';
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const next = place(ring[at] as number, ring[at + 1] as number);
    if (next === last) continue;
    path += path === '' ? `M${next}` : `L${next}`;
    last = next;
  }
  return `${path}Z`;
}
