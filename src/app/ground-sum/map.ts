import type { Catalog } from '../../catalog/index.js';
import { rounded } from '../disorder/streets.js';
import { inDegrees } from '../disorder/write.js';
import type { GroundFeatures } from './answer.js';
import type { GroundResult } from './result.js';
import { cellProperties, zoneProperties } from './sheets.js';

/** Cells or parcels with the columns of their table. */
export function cellFeatures(catalog: Catalog, { answer, base, places }: GroundResult): GroundFeatures {
  const features = answer.rows.map((row, at) => ({
    type: 'Feature' as const,
    id: row.cell,
    properties: cellProperties(row, catalog),
    geometry: base?.geometry(places[at] as number) ?? {},
  }));
  return inDegrees(features);
}

/** Double-high zones with the columns of their table. */
export async function zoneFeatures({ answer, zones, measuring }: GroundResult): Promise<GroundFeatures> {
  const degrees = await measuring.degrees();
  const features = (answer.doubleHigh?.zones ?? []).map((zone, at) => ({
    type: 'Feature' as const,
    id: zone.zone,
    properties: zoneProperties(zone),
    geometry: {
      type: 'Polygon',
      coordinates: zones?.zones[at]?.grown.outline.map((ring) =>
        ring.map(([x, y]) => degrees(x, y).map(rounded)),
      ),
    },
  }));
  return inDegrees(features);
}
