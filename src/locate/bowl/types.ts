import type { Rate, Series } from '../displacement/types.js';
import type { Outline } from '../displacement/zones.js';

/** Classes by rate, and hazards: the worse of rate and damage. Ascending. */
export const hazardGrades = ['low', 'moderate', 'high', 'severe'] as const;
export type HazardGrade = (typeof hazardGrades)[number];

/** Damage classes of brick buildings, ascending. */
export const damageClasses = ['I', 'II', 'III', 'IV'] as const;
export type DamageClass = (typeof damageClasses)[number];

/** How the second half of a series compares with the first. */
export const bowlTrends = ['growing', 'steady', 'slowing', 'stopped', 'cannot_say'] as const;
export type BowlTrend = (typeof bowlTrends)[number];

/** What a reader of a zone must know. */
export const bowlRemarks = [
  'line_of_sight',
  'untied_inside',
  'all_untied',
  'missing_beside',
  'cut_by_scene',
  'reference_doubtful',
  'metres_unknown',
  'strain_not_estimated',
] as const;
export type BowlRemark = (typeof bowlRemarks)[number];

/** Upper bounds of the classes I to III; what is equal belongs to the lower class. */
export type DamageBounds = readonly [number, number, number];

/** Bounds of the catalog. */
export interface BowlSettings {
  /** Sinking at the edge of a basin, mm, above 0. */
  readonly edgeMm: number;
  /** Ground that surely sinks faster belongs to a zone however little it has sunk yet, mm per year. */
  readonly fastMmPerYear: number;
  /** Standard errors within which a difference is not told from none. */
  readonly sureErrors: number;
  /** Smaller zones are left out, m²; null: none is. */
  readonly minimumAreaM2: number | null;
  /** Ground that moves more slowly counts as still, mm per year. */
  readonly stillMmPerYear: number;
  /** Where moderate and high begin and high ends, mm per year. */
  readonly rateBounds: readonly [number, number, number];
  readonly damage: {
    /** mm per m. */
    readonly tilt: DamageBounds;
    /** mm per m², which is 10⁻³ per m. */
    readonly curvature: DamageBounds;
    /** mm per m. */
    readonly strain: DamageBounds;
  };
  /** Horizontal strain by curvature, m; null: strain is not estimated. */
  readonly strainCoefficientM: number | null;
}

/** Motion from which zones are made. */
export interface Motion {
  readonly series: Series;
  /** Also of cells that are not tied: the middle of a bowl often is not. Negative sinks. */
  readonly rate: Rate;
  /**
   * Of the line of sight, one for all cells or by cell; null: motion is taken as it is. Else everything is told as vertical,
   * divided by its cosine.
   */
  readonly incidenceDegrees: number | Float64Array | null;
  /** Whether the reference may be moving. */
  readonly referenceDoubtful: boolean;
}

/** How ground is bent at a place. `NaN` where neighbours are missing or metres are not known. */
export interface Bend {
  /** Steepest slope of the sinking, mm per m. */
  readonly tilt: number;
  /** Largest principal curvature by size, mm per m². */
  readonly curvature: number;
  /** Estimate, mm per m. */
  readonly strain: number;
}

/** A cell that is the most of a zone in something. Row and column from 0, position of its middle in the grid's system. */
export interface BowlPlace {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** Ground that sank or sinks, in one piece. */
export interface Bowl {
  /** Cells that share edges or corners, ascending. */
  readonly cells: readonly number[];
  /** Polygons along the edges of cells, of parts that share edges. */
  readonly outlines: readonly Outline[];
  /** Cells whose dates are all tied. */
  readonly tied: number;
  /** Cells without a value in or beside the zone. */
  readonly missing: number;
  /** Deepest sinking by the line through the series between first and last date, mm, positive down; and where. */
  readonly depthMm: number;
  readonly deepest: BowlPlace;
  /** Fastest rate, mm per year, negative sinks; its standard error; and where. */
  readonly rateMmPerYear: number;
  readonly rateErrorMmPerYear: number;
  readonly fastest: BowlPlace;
  /** `NaN` where metres are not known. */
  readonly areaM2: number;
  /** Sinking times area, m³. */
  readonly volumeM3: number;
  /** The largest of each over the cells, not of one cell. */
  readonly bend: Bend;
  readonly rateGrade: HazardGrade;
  /** Of a brick building there; null where neither tilt nor curvature is known. */
  readonly damage: DamageClass | null;
  readonly grade: HazardGrade;
  readonly trend: BowlTrend;
  /** Rates of the first and second half of the tied cells' mean, mm per year; `NaN` where too few dates. */
  readonly earlyMmPerYear: number;
  readonly lateMmPerYear: number;
  /** Standard error of their difference. */
  readonly changeErrorMmPerYear: number;
  readonly remarks: readonly BowlRemark[];
}
