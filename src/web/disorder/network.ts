import type { StreetMap } from '../../api/contract.js';
import { type Frame, frameOf, pathOf } from '../zonal/outlines.js';

/** A street as it is drawn. */
export interface DrawnStreet {
  readonly id: string;
  /** For the attribute `d`. */
  readonly path: string;
  /** Pixels, x and y in turn. */
  readonly lines: readonly Float64Array[];
}

/** Streets fitted to a frame. */
export interface Network extends Frame {
  readonly streets: readonly DrawnStreet[];
}

/** Fits streets to a frame, north up, degrees of longitude as short as they are. */
export function networkOf({ features }: StreetMap, width: number, most: number): Network {
  const parts = features.map(({ geometry }) =>
    (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map((line) =>
      Float64Array.from(line.flatMap(([lon, lat]) => [lon as number, lat as number])),
    ),
  );
  const frame = frameOf(parts.flat(), 'EPSG:4326', width, most);
  const streets = features.map(({ id }, at) => {
    const lines = parts[at] ?? [];
    return {
      id,
      path: lines.map((line) => pathOf(line, frame.place)).join(''),
      lines: lines.map((line) => placed(line, frame)),
    };
  });
  return { ...frame, streets };
}

function placed(line: Float64Array, { place }: Frame): Float64Array {
  const pixels = line.slice();
  for (let at = 0; at + 1 < line.length; at += 2)
    pixels.set(place(line[at] as number, line[at + 1] as number), at);
  return pixels;
}

/**
 * The street nearest to a place, in pixels.
 *
 * @param within farther ones are not meant
 */
export function nearestStreet(
  streets: readonly DrawnStreet[],
  x: number,
  y: number,
  within: number,
): DrawnStreet | null {
  let [found, least]: [DrawnStreet | null, number] = [null, within];
  for (const street of streets)
    for (const line of street.lines)
      for (let at = 0; at + 3 < line.length; at += 2) {
        const distance = distanceTo(line, at, x, y);
        if (distance > least) continue;
        found = street;
        least = distance;
      }
  return found;
}

function distanceTo(line: Float64Array, at: number, x: number, y: number): number {
  const [fromX, fromY, toX, toY] = line.subarray(at, at + 4) as unknown as [number, number, number, number];
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const square = alongX ** 2 + alongY ** 2;
  const share = square === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / square;
  const held = Math.min(1, Math.max(0, share));
  return Math.hypot(x - fromX - held * alongX, y - fromY - held * alongY);
}
