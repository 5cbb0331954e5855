import { type GeoProjection, geoBounds, geoConicConformal, geoEqualEarth, geoMercator } from 'd3-geo';

export type Point = readonly [longitude: number, latitude: number];

/** Size of the drawing in pixels and the margin that symbols may need. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/**
 * A projection that suits where the places lie, fitted to the frame: Equal Earth when they span the globe, conic conformal
 * for wide regions of middle latitudes (standard parallels a sixth of the height inside, as is usual), else Mercator.
 */
export function projectionFor(places: readonly Point[], frame: Frame): GeoProjection {
  const points = { type: 'MultiPoint' as const, coordinates: places.map(([x, y]) => [x, y]) };
  const [[west, south], [east, north]] =
    places.length > 0
      ? geoBounds(points)
      : [
          [-180, -60],
          [180, 75],
        ];
  const width = east >= west ? east - west : 360 - west + east;
  const middle = west + width / 2;
  const projection = choose(width, south, north).rotate([-middle, 0]);
  const { margin } = frame;
  return projection.fitExtent(
    [
      [margin, margin],
      [Math.max(margin + 1, frame.width - margin), Math.max(margin + 1, frame.height - margin)],
    ],
    places.length > 1 ? points : around(places[0] ?? [middle, (south + north) / 2]),
  );
}

function choose(width: number, south: number, north: number): GeoProjection {
  if (width > 150 || south * north < -1500) return geoEqualEarth();
  const oneSide = south > 5 || north < -5;
  if (oneSide && width > 12) {
    const sixth = (north - south) / 6;
    return geoConicConformal().parallels([south + sixth, north - sixth]);
  }
  return geoMercator();
}

/** A few degrees around a single place, so that its map has an extent. */
function around([x, y]: Point) {
  return {
    type: 'MultiPoint' as const,
    coordinates: [
      [x - 3, y - 2],
      [x + 3, y + 2],
    ],
  };
}
