/** A tile of the web map: column and row from 0, north-west first. */
export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** Latitude at which the square of the web map ends. */
const mostLatitude = 85.05112877980659;

/** Longitude and latitude of a place in a tile; `u` and `v` from 0 at its west and north edge to 1. */
export function tilePlace({ z, x, y }: TileAddress, u: number, v: number): readonly [number, number] {
  const size = 2 ** z;
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + v)) / size)));
  return [((x + u) / size) * 360 - 180, (latitude * 180) / Math.PI];
}

/**
 * The tiles that cover a box at the finest level at which they are `most` at the most, between the levels that there are;
 * none where the box lies beside the web map.
 */
export function tilesOver(
  [west, south, east, north]: Box,
  levels: { readonly least: number; readonly finest: number },
  most: number,
): readonly TileAddress[] {
  for (let z = levels.finest; z >= levels.least; z--) {
    const size = 2 ** z;
    const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * size);
    const row = (latitude: number) => {
      const held = Math.max(-mostLatitude, Math.min(mostLatitude, latitude));
      return Math.floor(((1 - Math.asinh(Math.tan((held * Math.PI) / 180)) / Math.PI) / 2) * size);
    };
    const held = (at: number) => Math.max(0, Math.min(size - 1, at));
    const [left, right, top, bottom] = [
      held(column(west)),
      held(column(east)),
      held(row(north)),
      held(row(south)),
    ];
    const count = (right - left + 1) * (bottom - top + 1);
    if (count > most && z > levels.least) continue;
    return Array.from({ length: Math.max(0, Math.min(count, 4 * most)) }, (_, at) => ({
      z,
      x: left + (at % (right - left + 1)),
      y: top + Math.floor(at / (right - left + 1)),
    }));
  }
  return [];
}
