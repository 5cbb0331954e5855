import {
  type Bend,
  type BowlSettings,
  type DamageBounds,
  type DamageClass,
  damageClasses,
  type HazardGrade,
  hazardGrades,
} from './types.js';

/**
 * Class of a rate: below the first bound low, below the second moderate, up to and with the third high, above it severe.
 *
 * @param mmPerYear negative sinks; rising ground is low, as it is no subsidence
 */
export function gradeOfRate(
  mmPerYear: number,
  [moderate, high, end]: BowlSettings['rateBounds'],
): HazardGrade {
  const sinking = -mmPerYear;
  if (sinking > end) return 'severe';
  if (sinking >= high) return 'high';
  return sinking >= moderate ? 'moderate' : 'low';
}

/**
 * Damage class of a brick building: the worst that tilt, curvature or strain alone give. What is `NaN` says nothing.
 *
 * @returns null where all are `NaN`
 */
export function damageOf(bend: Bend, bounds: BowlSettings['damage']): DamageClass | null {
  const of = (value: number, limits: DamageBounds) =>
    Number.isNaN(value) ? -1 : limits.filter((limit) => value > limit).length;
  const worst = Math.max(
    of(bend.tilt, bounds.tilt),
    of(bend.curvature, bounds.curvature),
    of(bend.strain, bounds.strain),
  );
  return damageClasses[worst] ?? null;
}

/** The worse of rate and damage, class I beside low, IV beside severe. */
export function hazardOf(rate: HazardGrade, damage: DamageClass | null): HazardGrade {
  const place = Math.max(hazardGrades.indexOf(rate), damage === null ? 0 : damageClasses.indexOf(damage));
  return hazardGrades[place] as HazardGrade;
}
