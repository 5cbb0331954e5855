import type { View } from '../disorder/view.js';
import type { Frame } from '../zonal/outlines.js';
import type { MapGround } from './layer-types.js';

/** Where a plane drawing in degrees shows what, as its view stands. */
export function frameGround(frame: Frame, { zoom, x, y }: View, width: number): MapGround {
  const { height } = frame;
  const [left, top] = [x - width / zoom / 2, y - height / zoom / 2];
  const positionAt = (px: number, py: number) => frame.positionAt(left + px / zoom, top + py / zoom);
  const [[west, north], [east, south]] = [positionAt(0, 0), positionAt(width, height)];
  return {
    width,
    height,
    box: [west, south, east, north],
    place: (longitude, latitude) => {
      const [px, py] = frame.place(longitude, latitude);
      return [(px - left) * zoom, (py - top) * zoom];
    },
    positionAt,
  };
}
