import type { GeoProjection } from 'd3-geo';
import type { MapGround } from '../layers/layer-types.js';
import type { View } from './zoom.js';

/** Samples on each side of the frame by which the box of the earth that is seen is found. */
const samples = 12;

/** Where an enlarged map shows what. Beside the earth, where a projection has no position, nothing is asked for. */
export function groundOf(projection: GeoProjection, view: View, width: number, height: number): MapGround {
  const { k, x, y } = view;
  const positionAt = (px: number, py: number) => projection.invert?.([(px - x) / k, (py - y) / k]) ?? null;
  const seen = Array.from({ length: (samples + 1) ** 2 }, (_, at) =>
    positionAt(((at % (samples + 1)) / samples) * width, (Math.floor(at / (samples + 1)) / samples) * height),
  ).filter((one): one is [number, number] => one !== null && one.every(Number.isFinite));
  const [longitudes, latitudes] = [
    seen.map(([longitude]) => longitude),
    seen.map(([, latitude]) => latitude),
  ];
  return {
    width,
    height,
    box: [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
    place: (longitude, latitude) => {
      const [px, py] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
      return [k * px + x, k * py + y];
    },
    positionAt,
  };
}
