/** A step between two positions: metres, and degrees from north, clockwise. */
export interface StreetStep {
  readonly metres: number;
  readonly bearing: number;
}

/** How lengths are taken: positions in degrees on the ellipsoid of WGS 84, or in metres of a plane. */
export type StreetMetric = 'degrees' | 'plane';

/** Half axis, m, and squared eccentricity of WGS 84. */
const a = 6378137;
const e2 = 0.00669437999014;

/**
 * Length and direction from one position to another. In degrees by the radii at the middle latitude, which is right to
 * 10⁻⁷ for steps of up to 10 km; corners of streets are nearer.
 */
export function stepBetween(
  metric: StreetMetric,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): StreetStep {
  const [east, north] = metric === 'plane' ? [1, 1] : metresPerDegree((fromY + toY) / 2);
  const [x, y] = [(toX - fromX) * east, (toY - fromY) * north];
  return { metres: Math.hypot(x, y), bearing: ((Math.atan2(x, y) * 180) / Math.PI + 360) % 360 };
}

/** Metres of a degree to the east and to the north at a latitude in degrees. */
export function metresPerDegree(latitude: number): readonly [east: number, north: number] {
  const radians = (latitude * Math.PI) / 180;
  const w = 1 - e2 * Math.sin(radians) ** 2;
  const degree = Math.PI / 180;
  return [(degree * a * Math.cos(radians)) / Math.sqrt(w), (degree * a * (1 - e2)) / w ** 1.5];
}
