import { type Text, toEdge } from '../../base/index.js';
import {
  type Bowl,
  type BowlRemark,
  type BowlTrend,
  type DamageClass,
  type ExposedBuilding,
  type ExposedLine,
  type HazardGrade,
  type Series,
  transformer,
} from '../../locate/index.js';
import { remarkTexts } from './remarks.js';

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
  /** GeoJSON geometry of footprints by their id, degrees. */
  readonly outlines: ReadonlyMap<string, object | null> | null;
  /** By zone. */
  readonly persons: readonly number[] | null;
  readonly lines: readonly ExposedLine[] | null;
}

/** Zones as the answer tells them. */
export async function zonesOf(
  bowls: readonly Bowl[],
  series: Series,
  cosineAt: (cell: number) => number,
  exposure: Exposure,
): Promise<readonly SubsidenceZone[]> {
  const { grid } = series;
  const degrees = grid.crs === null ? null : await transformer(grid.crs, 'EPSG:4326', grid.crs);
  const last = series.cumulativeMm.at(-1) as Float64Array;
  const buildings = exposure.buildings && totals(exposure.buildings, () => 1);
  const lines = exposure.lines && totals(exposure.lines, ({ lengthM }) => lengthM);
  return bowls.map((bowl, at) => {
    const [lon, lat] = degrees?.(bowl.deepest.x, bowl.deepest.y) ?? [Number.NaN, Number.NaN];
    return {
      zone: String(at + 1),
      cells: bowl.cells.length,
      tied: bowl.tied,
      lowestMm: bowl.cells.reduce(
        (low, cell) => Math.min(low, last[cell] as number),
        Number.POSITIVE_INFINITY,
      ),
      fastestMmPerYear: bowl.rateMmPerYear * cosineAt(bowl.fastest.row * grid.width + bowl.fastest.column),
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
      buildings: buildings && (buildings.get(at) ?? 0),
      persons: toEdge(exposure.persons?.[at] ?? Number.NaN),
      linesM: lines && toEdge(lines.get(at) ?? 0),
      remarks: bowl.remarks.map((id) => ({ id, text: remarkTexts[id] })),
    };
  });
}

function totals<Row extends { readonly bowl: number }>(rows: readonly Row[], of: (row: Row) => number) {
  const sums = new Map<number, number>();
  for (const row of rows) sums.set(row.bowl, (sums.get(row.bowl) ?? 0) + of(row));
  return sums;
}
