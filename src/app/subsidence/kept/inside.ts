type Ring = readonly (readonly [number, number])[];

/** Polygons of a GeoJSON geometry. */
export type PolygonShape =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Zones or footprints as GeoJSON. */
export interface ShapeCollection<Properties = Readonly<Record<string, unknown>>> {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly id: string;
    readonly properties: Properties;
    readonly geometry: PolygonShape;
  }[];
}

/** Whether a position lies in polygons; holes are outside, by the even-odd rule. */
export function insideOf(shape: PolygonShape, x: number, y: number): boolean {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat();
  let inside = false;
  for (const ring of rings)
    for (let at = 0; at + 1 < ring.length; at++) {
      const [[fromX, fromY], [toX, toY]] = [ring[at], ring[at + 1]] as [Ring[number], Ring[number]];
      if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX)
        inside = !inside;
    }
  return inside;
}
