import type { Text } from '../../../base/index.js';

/** A named stretch of values: above the upper end of the one before, up to its own, which belongs to it. */
export interface Grade {
  readonly upTo: number;
  readonly label: Text;
}

/**
 * Stages of the coupling degree C. Intervals are open on the left and closed on the right; 0 itself belongs to the first (D).
 *
 * Source: Tian Shenzhen et al. 2021, Acta Geographica Sinica 76(4): 781, table 1 (V).
 */
export const couplingStages: readonly Grade[] = [
  { upTo: 0.3, label: { en: 'low coupling', zh: '低水平耦合' } },
  { upTo: 0.5, label: { en: 'antagonism', zh: '拮抗' } },
  { upTo: 0.8, label: { en: 'running-in', zh: '磨合' } },
  { upTo: 1, label: { en: 'high coupling', zh: '高水平耦合' } },
];

/** Grades of the coupling coordination degree D. Source: the same table (V). */
export const coordinationGrades: readonly Grade[] = [
  { upTo: 0.1, label: { en: 'extreme imbalance', zh: '极度失调' } },
  { upTo: 0.2, label: { en: 'severe imbalance', zh: '严重失调' } },
  { upTo: 0.3, label: { en: 'moderate imbalance', zh: '中度失调' } },
  { upTo: 0.4, label: { en: 'light imbalance', zh: '轻度失调' } },
  { upTo: 0.5, label: { en: 'near imbalance', zh: '濒临失调' } },
  { upTo: 0.6, label: { en: 'barely coordinated', zh: '勉强协调' } },
  { upTo: 0.7, label: { en: 'primary coordination', zh: '初级协调' } },
  { upTo: 0.8, label: { en: 'intermediate coordination', zh: '中级协调' } },
  { upTo: 0.9, label: { en: 'good coordination', zh: '良好协调' } },
  { upTo: 1, label: { en: 'quality coordination', zh: '优质协调' } },
];

/** Subsystems that differ by at most so much are synchronous (D). */
export const synchronousUpTo = 0.1;

/** Sums such as 0.1 + 0.2 must not leave their interval by rounding. */
export const rounding = 1e-12;

/** Number of the grade that a value from 0 to 1 belongs to; -1 where it is missing. */
export function gradeOf(value: number, grades: readonly Grade[]): number {
  return Number.isNaN(value) ? -1 : grades.findIndex(({ upTo }) => value <= upTo + rounding);
}
