import type { Values } from '../types.js';
import { type Group, refuseNegative } from './group.js';

/** What a power mean does to each score before summing, and to the weighted mean afterwards. */
export interface MeanForm {
  /** Makes a new column, except where scores are summed as they are; missing stays missing. */
  readonly inside: (column: Values, child: number) => Values;
  /** In place. */
  readonly outside: (means: Values) => void;
}

/** The form for an exponent; columns with a score below 0 are refused, except by the arithmetic mean. */
export function meanForm(exponent: number, group: Group): MeanForm {
  if (exponent === 1) return { inside: (column) => column, outside: () => undefined };
  const { inside, outside } = functions(exponent, group);
  return {
    inside: (column, child) => {
      const made = new Float64Array(column.length);
      for (let row = 0; row < column.length; row++) {
        const score = column[row] as number;
        if (score < 0) refuseNegative(group, child, row, score);
        made[row] = inside(score);
      }
      return made;
    },
    outside: (means) => {
      for (let row = 0; row < means.length; row++) means[row] = outside(means[row] as number);
    },
  };
}

interface Functions {
  readonly inside: (score: number) => number;
  readonly outside: (mean: number) => number;
}

function functions(exponent: number, group: Group): Functions {
  if (exponent === 0) return { inside: Math.log, outside: Math.exp };
  // Adding 0 makes -0 a plain 0, whose reciprocal is positive.
  if (exponent === -1) return { inside: (score) => 1 / (score + 0), outside: (mean) => 1 / mean };
  if (exponent === 2) return { inside: (score) => score * score, outside: Math.sqrt };
  // Scaled, so that high powers neither overflow nor vanish.
  const scale = extreme(group.columns, exponent > 0);
  return {
    inside: (score) => (Math.abs(score) / scale) ** exponent,
    outside: (mean) => scale * mean ** (1 / exponent),
  };
}

/** The largest score, or the smallest above 0; 1 where there is none. */
function extreme(columns: readonly Values[], largest: boolean): number {
  let found = largest ? 0 : Number.POSITIVE_INFINITY;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const score = column[row] as number;
      if (score > 0 && (largest ? score > found : score < found)) found = score;
    }
  }
  return found > 0 && Number.isFinite(found) ? found : 1;
}
