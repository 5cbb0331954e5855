/** Half axis, m, and flattening of WGS 84. */
const a = 6378137;
const f = 1 / 298.257223563;
const b = a * (1 - f);
const e = Math.sqrt(f * (2 - f));
const radians = Math.PI / 180;

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/**
 * Length of the shortest line between two positions on the ellipsoid of WGS 84, m, by Vincenty's inverse formula (1975):
 * right to a millimetre. Between positions that nearly face each other, where the formula does not settle, the length on
 * the sphere of equal area, right to half a percent.
 */
export function distanceBetween([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  if (lon1 === lon2 && lat1 === lat2) return 0;
  const l = (((((lon2 - lon1 + 540) % 360) + 360) % 360) - 180) * radians;
  const [u1, u2] = [lat1, lat2].map((latitude) => Math.atan((1 - f) * Math.tan(latitude * radians))) as [
    number,
    number,
  ];
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = l;
  for (let step = 0; step < 100; step++) {
    const sinSigma = Math.hypot(cos2 * Math.sin(lambda), cos1 * sin2 - sin1 * cos2 * Math.cos(lambda));
    const cosSigma = sin1 * sin2 + cos1 * cos2 * Math.cos(lambda);
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = sinSigma === 0 ? 0 : (cos1 * cos2 * Math.sin(lambda)) / sinSigma;
    const cos2Alpha = 1 - sinAlpha ** 2;
    // along the equator the middle is not defined
    const middle = cos2Alpha === 0 ? 0 : cosSigma - (2 * sin1 * sin2) / cos2Alpha;
    const c = (f / 16) * cos2Alpha * (4 + f * (4 - 3 * cos2Alpha));
    const before = lambda;
    lambda =
      l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (middle + c * cosSigma * (2 * middle ** 2 - 1)));
    if (Math.abs(lambda - before) < 1e-12)
      return vincentyLength({ cos2Alpha, sigma, sinSigma, cosSigma, middle });
  }
  const sine = Math.sin(((lat2 - lat1) * radians) / 2) ** 2;
  const across = Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(l / 2) ** 2;
  return 2 * authalicRadius * Math.asin(Math.min(1, Math.sqrt(sine + across)));
}

function vincentyLength(found: {
  readonly cos2Alpha: number;
  readonly sigma: number;
  readonly sinSigma: number;
  readonly cosSigma: number;
  readonly middle: number;
}): number {
  const { cos2Alpha, sigma, sinSigma, cosSigma, middle } = found;
  const u = (cos2Alpha * (a ** 2 - b ** 2)) / b ** 2;
  const big = 1 + (u / 16384) * (4096 + u * (-768 + u * (320 - 175 * u)));
  const small = (u / 1024) * (256 + u * (-128 + u * (74 - 47 * u)));
  const third = (small / 6) * middle * (4 * sinSigma ** 2 - 3) * (4 * middle ** 2 - 3);
  const delta = small * sinSigma * (middle + (small / 4) * (cosSigma * (2 * middle ** 2 - 1) - third));
  return b * big * (sigma - delta);
}

/** Length of a line through positions, m; 0 for fewer than two. */
export function lengthOf(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, to, at) => sum + distanceBetween(line[at] as Position, to), 0);
}

/** q of Snyder (1987), equation 3-12, from the sine of a latitude. */
function q(sine: number): number {
  return (1 - e ** 2) * (sine / (1 - (e * sine) ** 2) + Math.atanh(e * sine) / e);
}

/** Radius of the sphere that has the area of the ellipsoid, m. */
const authalicRadius = a * Math.sqrt(q(1) / 2);

/**
 * Area within a ring of positions, m², whichever way round; the last need not repeat the first. The corners are taken to the
 * sphere of equal area (authalic latitude, Snyder 1987), whose great circles stand for the shortest lines: exact for the whole
 * surface, and right to some parts in a hundred thousand for provinces. 0 for fewer than three positions. The ring must not
 * cross itself or hold a pole.
 */
export function areaWithin(ring: readonly Position[]): number {
  if (ring.length < 3) return 0;
  const halves = ring.map(([, latitude]) => Math.tan(Math.asin(q(Math.sin(latitude * radians)) / q(1)) / 2));
  let excess = 0;
  ring.forEach(([longitude], at) => {
    const next = (at + 1) % ring.length;
    const [t1, t2] = [halves[at] as number, halves[next] as number];
    const turn = ((((ring[next] as Position)[0] - longitude + 540) % 360) - 180) * radians;
    excess += 2 * Math.atan2(Math.tan(turn / 2) * (t1 + t2), 1 + t1 * t2);
  });
  return Math.abs(excess) * authalicRadius ** 2;
}
