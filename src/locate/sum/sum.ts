import { hazardGrades } from '../bowl/types.js';

/** One layer of the sum. */
export interface WeighedLayer {
  /** 0 to 1 by place; `NaN` is missing. */
  readonly values: Float64Array;
  /** From 0; those of the catalog are equal. */
  readonly weight: number;
  /** Whether the result may never lie below it; of one layer at most. */
  readonly isHazard: boolean;
}

/** The sum by place. */
export interface GroundSum {
  /** Layers with a value. */
  readonly present: Uint8Array;
  /** Mean of these by their weights; `NaN` without any. A layer that is missing has no part and is not 0. */
  readonly sum: Float64Array;
  /** The larger of sum and hazard: what is good elsewhere does not make up for ground that gives way. */
  readonly final: Float64Array;
}

/** Joins layers of the same places. */
export function sumLayers(layers: readonly WeighedLayer[]): GroundSum {
  const count = layers[0]?.values.length ?? 0;
  const present = new Uint8Array(count);
  const sum = new Float64Array(count);
  const final = new Float64Array(count);
  for (let place = 0; place < count; place++) {
    let [all, weights, hazard, there] = [0, 0, Number.NaN, 0];
    for (const { values, weight, isHazard } of layers) {
      const value = values[place] as number;
      if (Number.isNaN(value)) continue;
      there += 1;
      all += weight * value;
      weights += weight;
      if (isHazard) hazard = value;
    }
    present[place] = there;
    const mean = weights > 0 ? all / weights : Number.NaN;
    sum[place] = mean;
    final[place] = hazard >= mean || Number.isNaN(mean) ? hazard : mean;
  }
  return { present, sum, final };
}

/** Values of the grades of hazard, ascending: low, moderate, high, severe. */
export type GradeValues = readonly [low: number, moderate: number, high: number, severe: number];

/**
 * The highest grade whose value a result reaches, so that a cell is never graded below its hazard.
 *
 * @returns position among the grades of hazard; -1: below all of them, and for `NaN`
 */
export function groundGrade(final: number, values: GradeValues): number {
  let grade = -1;
  for (let at = 0; at < hazardGrades.length; at++) if (final >= (values[at] as number)) grade = at;
  return grade;
}
