import { classLabel } from '../../assess/index.js';
import { type Bowl, type PointTransform, type Series, transformer } from '../../locate/index.js';
import type { Workspace } from '../workspace.js';
import type { SubsidenceZone } from './zones.js';

/**
 * Zones as GeoJSON in longitude and latitude; where the reference system is not known, in the coordinates of the stack without a
 * member `crs`.
 */
export async function zoneCollection(
  ws: Pick<Workspace, 'catalog'>,
  zones: readonly SubsidenceZone[],
  bowls: readonly Bowl[],
  { grid, epochs }: Series,
): Promise<string> {
  const { crs } = grid;
  const degrees = crs === null ? null : await transformer(crs, 'EPSG:4326', crs);
  const label = (scheme: string, id: string) => classLabel(ws.catalog, scheme, id);
  const features = zones.map((zone, at) => ({
    type: 'Feature',
    id: zone.zone,
    properties: {
      id: zone.zone,
      from: epochs[0],
      to: epochs.at(-1),
      cells: zone.cells,
      tied: zone.tied,
      lowest_mm: zone.lowestMm,
      fastest_mm_yr: zone.fastestMmPerYear,
      direction: zone.direction,
      depth_mm: zone.depthMm,
      deepest_lon: zone.lon,
      deepest_lat: zone.lat,
      rate_mm_yr: zone.rateMmPerYear,
      rate_se_mm_yr: zone.rateErrorMmPerYear,
      area_ha: zone.areaHa,
      volume_m3: zone.volumeM3,
      tilt_mm_m: zone.tiltMmPerM,
      curvature_mm_m2: zone.curvatureMmPerM2,
      strain_mm_m: zone.strainMmPerM,
      rate_grade: zone.rateGrade,
      damage_class: zone.damageClass,
      hazard: zone.hazard,
      hazard_zh: label('subsidence_grade', zone.hazard).zh,
      trend: zone.trend,
      trend_zh: label('subsidence_trend', zone.trend).zh,
      early_mm_yr: zone.earlyMmPerYear,
      late_mm_yr: zone.lateMmPerYear,
      buildings: zone.buildings,
      persons: zone.persons,
      lines_m: zone.linesM,
      remarks: zone.remarks.map(({ id }) => id),
      remarks_en: zone.remarks.map(({ text }) => text.en).join(' '),
      remarks_zh: zone.remarks.map(({ text }) => text.zh).join(''),
    },
    geometry: geometryOf(bowls[at] as Bowl, degrees),
  }));
  const member = crs === null ? {} : { crs: { type: 'name', properties: { name: 'EPSG:4326' } } };
  return `${JSON.stringify({ type: 'FeatureCollection', ...member, features })}\n`;
}

function geometryOf({ outlines }: Bowl, degrees: PointTransform | null) {
  const placed = outlines.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => degrees?.(x, y) ?? [x, y])),
  );
  return placed.length === 1
    ? { type: 'Polygon', coordinates: placed[0] }
    : { type: 'MultiPolygon', coordinates: placed };
}
