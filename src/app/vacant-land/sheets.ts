import { collectionOf } from './shares.js';
import type { LandCollection, VacantPolygon } from './types.js';

/** Polygons as GeoJSON, under the names of the table. */
export function polygonMap(rows: readonly VacantPolygon[]): LandCollection {
  return collectionOf(
    rows.map((row) => ({
      type: 'Feature',
      id: row.id,
      properties: {
        id: row.id,
        class: row.class,
        area_m2: row.areaM2,
        confidence: row.confidence,
        patches: row.patches,
        persons_per_km2: row.personsPerKm2,
        night_light: row.nightLight,
        screened: row.screened.join(' '),
      },
      geometry: row.geometry,
    })),
  );
}
