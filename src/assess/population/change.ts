/** Grades of change in ten years on aligned boundaries, from the worst. */
export const populationGrades = [
  'severe',
  'moderate',
  'slight shrinkage',
  'stable growth',
  'growth',
] as const;
export type PopulationGrade = (typeof populationGrades)[number];

/** Bounds of the grades; catalog parameters `shrinkage_severe`, `shrinkage_moderate`, `growth_clear`. */
export interface GradeRules {
  /** At or below: severe. */
  readonly severe: number;
  /** At or below: moderate. */
  readonly moderate: number;
  /** At or above: growth. */
  readonly growth: number;
}

/** How a number of people moved; shares. */
export interface PopulationChange {
  readonly change: number;
  /** Compound rate per year; missing without a number of years. */
  readonly annual: number;
  readonly grade: PopulationGrade | null;
}

/**
 * Change of a number of people: P₁ ÷ P₀ − 1, computed as (P₁ − P₀) ÷ P₀, which is exact at the bounds; compound rate
 * (P₁ ÷ P₀)^(1 ÷ years) − 1; and the grade: severe at or below −15 %, moderate to −5 % inclusive, slight below 0, stable
 * growth from 0, growth from 5 % on (bounds of the catalog).
 *
 * Source: grades ours (D), cut points of Wu et al. 2023 (V).
 *
 * @param first persons, above 0, on the boundaries of `last`
 * @param years between both counts; `NaN` where unknown
 */
export function populationChange(
  first: number,
  last: number,
  years: number,
  rules: GradeRules,
): PopulationChange {
  const known = first > 0 && last >= 0;
  const change = known ? (last - first) / first : Number.NaN;
  const annual = known && years > 0 ? Math.expm1(Math.log(last / first) / years) : Number.NaN;
  return { change, annual, grade: populationGradeOf(change, rules) };
}

/** Grade of a change, a share; null where it is missing. */
export function populationGradeOf(change: number, rules: GradeRules): PopulationGrade | null {
  if (Number.isNaN(change)) return null;
  if (change <= rules.severe) return 'severe';
  if (change <= rules.moderate) return 'moderate';
  if (change < 0) return 'slight shrinkage';
  return change < rules.growth ? 'stable growth' : 'growth';
}

export const populationCourses = ['continuous shrinkage', 'turned', 'recovered', 'no shrinkage'] as const;
export type PopulationCourse = (typeof populationCourses)[number];

/**
 * Course over two periods: continuous where both lost people, turned where only the later, recovered where only the
 * earlier. Null where a change is missing.
 *
 * Source: ours (D).
 */
export function courseOf(earlier: number, later: number): PopulationCourse | null {
  if (Number.isNaN(earlier) || Number.isNaN(later)) return null;
  if (later < 0) return earlier < 0 ? 'continuous shrinkage' : 'turned';
  return earlier < 0 ? 'recovered' : 'no shrinkage';
}

/**
 * How sure a verdict on change is: high for counts of a census on aligned boundaries, medium for counts that are not
 * aligned, low for yearly estimates.
 *
 * Source: ours (D).
 */
export function confidenceOf(source: {
  readonly census: boolean;
  readonly aligned: boolean;
}): 'high' | 'medium' | 'low' {
  if (!source.census) return 'low';
  return source.aligned ? 'high' : 'medium';
}
