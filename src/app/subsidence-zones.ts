import { classLabel, parameterValue } from '../assess/index.js';
import { type Text, toEdge } from '../base/index.js';
import {
  type Bowl,
  type BowlRemark,
  type BowlSettings,
  type BowlTrend,
  type DamageClass,
  type ExposedBuilding,
  type ExposedLine,
  type HazardGrade,
  type Series,
  type Transform,
  transformer,
} from '../locate/index.js';
import type { Workspace } from './workspace.js';

/** A zone of ground that sank, in one piece. Missing is null. */
export interface SubsidenceZone {
  readonly zone: string;
  readonly cells: number;
  /** Cells whose dates are all tied; what the others add is least-norm. */
  readonly tied: number;
  /** Along the line of sight: lowest of the last date, mm, and fastest rate, mm per year. */
  readonly lowestMm: number;
  readonly fastestMmPerYear: number;
  /** What all that follows tells: vertical where the incidence is known. */
  readonly direction: 'vertical' | 'line_of_sight';
  /** Sinking of the line through the series, mm, positive down. */
  readonly depthMm: number;
  /** Where it is deepest, degrees; null where the reference system is not known. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly rateMmPerYear: number;
  readonly rateErrorMmPerYear: number | null;
  readonly areaHa: number | null;
  readonly volumeM3: number | null;
  readonly tiltMmPerM: number | null;
  /** mm per m², which is 10⁻³ per m. */
  readonly curvatureMmPerM2: number | null;
  readonly strainMmPerM: number | null;
  readonly rateGrade: HazardGrade;
  readonly damageClass: DamageClass | null;
  readonly hazard: HazardGrade;
  readonly trend: BowlTrend;
  /** mm per year, first and second half of the dates. */
  readonly earlyMmPerYear: number | null;
  readonly lateMmPerYear: number | null;
  /** null where no file was given. */
  readonly buildings: number | null;
  readonly persons: number | null;
  readonly linesM: number | null;
  readonly remarks: readonly { readonly id: BowlRemark; readonly text: Text }[];
}

/** What stands and lives on the zones; null where no file was given. */
export interface Exposure {
  readonly buildings: readonly ExposedBuilding[] | null;
  /** By zone. */
  readonly persons: readonly number[] | null;
  readonly lines: readonly ExposedLine[] | null;
}

const remarkTexts: Readonly<Record<BowlRemark, Text>> = {
  line_of_sight: {
    en: 'Motion is along the line of sight, not vertical: sinking is larger. Give --incidence.',
    zh: '数值为视线向形变而非垂直形变，实际下沉更大；可用 --incidence 指定入射角。',
  },
  untied_inside: {
    en: 'Some cells are not tied: a fast middle loses coherence, so depth, tilt and rate are lower bounds.',
    zh: '区内有未联测像元：快速下沉的中心会失相干，下沉、倾斜和速率均为下限。',
  },
  all_untied: {
    en: 'No cell is tied: the zone rests on least-norm guesses.',
    zh: '区内没有已联测像元：此区仅依据最小范数推测。',
  },
  missing_beside: {
    en: 'Cells in or beside the zone have no value: the zone may be larger and deeper.',
    zh: '区内或边缘有无值像元：沉陷区可能更大、更深。',
  },
  cut_by_scene: {
    en: 'The scene ends in the zone: the zone is larger.',
    zh: '沉陷区被影像边界截断，实际范围更大。',
  },
  reference_doubtful: {
    en: 'The reference may itself be moving: all rates may be shifted by one number.',
    zh: '参考区本身可能在移动：全部速率可能整体偏移。',
  },
  metres_unknown: {
    en: 'The file names no reference system: area, tilt and damage class are not known.',
    zh: '文件未注明坐标系：面积、倾斜和损坏等级无法得出。',
  },
  strain_not_estimated: {
    en: 'Horizontal strain is not estimated: the parameter subsidence_strain_length is empty.',
    zh: '未估算水平变形：参数 subsidence_strain_length 为空。',
  },
};

/** Bounds of the catalog in mm and m. */
export function bowlSettings({ catalog }: Pick<Workspace, 'catalog'>): BowlSettings {
  const value = (name: string) => parameterValue(catalog, name);
  // Told in the units of measurement: 0.03 m · 1000 is not quite 30.
  const thousand = (name: string) => Number((value(name) * 1000).toPrecision(12));
  const bounds = (name: string) =>
    [1, 2, 3].map((place) =>
      thousand(`damage_${name}_${place}`),
    ) as unknown as BowlSettings['damage']['tilt'];
  return {
    edgeMm: thousand('subsidence_edge'),
    fastMmPerYear: thousand('subsidence_rate_high'),
    sureErrors: value('subsidence_sure_errors'),
    minimumAreaM2: value('subsidence_zone_area'),
    stillMmPerYear: thousand('subsidence_still_rate'),
    rateBounds: [
      thousand('subsidence_rate_moderate'),
      thousand('subsidence_rate_high'),
      thousand('subsidence_rate_severe'),
    ],
    damage: { tilt: bounds('tilt'), curvature: bounds('curvature'), strain: bounds('strain') },
    strainCoefficientM: catalog.parameters.get('subsidence_strain_length')?.value ?? null,
  };
}

/** Zones as the answer tells them. */
export async function zonesOf(
  bowls: readonly Bowl[],
  series: Series,
  cosine: number,
  exposure: Exposure,
): Promise<readonly SubsidenceZone[]> {
  const { grid } = series;
  const degrees = grid.crs === null ? null : await transformer(grid.crs, 'EPSG:4326', grid.crs);
  const last = series.cumulativeMm.at(-1) as Float64Array;
  return bowls.map((bowl, at) => {
    const [lon, lat] = degrees?.(bowl.deepest.x, bowl.deepest.y) ?? [Number.NaN, Number.NaN];
    const lines = exposure.lines?.filter((line) => line.bowl === at);
    return {
      zone: String(at + 1),
      cells: bowl.cells.length,
      tied: bowl.tied,
      lowestMm: bowl.cells.reduce(
        (low, cell) => Math.min(low, last[cell] as number),
        Number.POSITIVE_INFINITY,
      ),
      fastestMmPerYear: bowl.rateMmPerYear * cosine,
      direction: bowl.remarks.includes('line_of_sight') ? 'line_of_sight' : 'vertical',
      depthMm: bowl.depthMm,
      lon: toEdge(lon),
      lat: toEdge(lat),
      rateMmPerYear: bowl.rateMmPerYear,
      rateErrorMmPerYear: toEdge(bowl.rateErrorMmPerYear),
      areaHa: toEdge(bowl.areaM2 / 10000),
      volumeM3: toEdge(bowl.volumeM3),
      tiltMmPerM: toEdge(bowl.bend.tilt),
      curvatureMmPerM2: toEdge(bowl.bend.curvature),
      strainMmPerM: toEdge(bowl.bend.strain),
      rateGrade: bowl.rateGrade,
      damageClass: bowl.damage,
      hazard: bowl.grade,
      trend: bowl.trend,
      earlyMmPerYear: toEdge(bowl.earlyMmPerYear),
      lateMmPerYear: toEdge(bowl.lateMmPerYear),
      buildings: exposure.buildings && exposure.buildings.filter((one) => one.bowl === at).length,
      persons: toEdge(exposure.persons?.[at] ?? Number.NaN),
      linesM: toEdge(lines?.reduce((sum, line) => sum + line.lengthM, 0) ?? Number.NaN),
      remarks: bowl.remarks.map((id) => ({ id, text: remarkTexts[id] })),
    };
  });
}

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

function geometryOf({ outlines }: Bowl, degrees: Transform | null) {
  const placed = outlines.map((rings) =>
    rings.map((ring) => ring.map(([x, y]) => degrees?.(x, y) ?? [x, y])),
  );
  return placed.length === 1
    ? { type: 'Polygon', coordinates: placed[0] }
    : { type: 'MultiPolygon', coordinates: placed };
}
