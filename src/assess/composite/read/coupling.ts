import { AfterlodeError } from '../../../base/index.js';
import type { Values } from '../types.js';
import { coordinationGrades, couplingStages, gradeOf, rounding, synchronousUpTo } from './coupling-grades.js';

/** Form of the coupling degree. */
export type CouplingForm = 'standard' | 'modified';

/** Coupling of subsystems, by row; `NaN` and -1 are missing. */
export interface Coupling {
  /** C, 0–1: how equal the subsystems are. */
  readonly coupling: Values;
  /** T, 0–1: their weighted mean. */
  readonly level: Values;
  /** D = √(C · T), 0–1. */
  readonly coordination: Values;
  /** Numbers in `couplingStages` and `coordinationGrades`. */
  readonly stage: Int8Array;
  readonly grade: Int8Array;
  /** Number of the subsystem that lags more than `synchronousUpTo` behind the best; -1: none, -2: missing. */
  readonly lagging: Int16Array;
}

/**
 * Coupling coordination degree of two or more subsystems.
 *
 * standard: C = (∏ U ÷ (Σ U ÷ n)ⁿ)^(1/n), the geometric over the arithmetic mean.
 * modified: C = √((1 − Σ_{i>j} |Uᵢ − Uⱼ| ÷ Σ_{m=1}^{n−1} m) · ∏ (Uᵢ ÷ max U)^(1/(n−1))), which spreads over 0 to 1.
 * T = Σ a U with weights brought to a sum of 1; D = √(C T). A row is missing where a subsystem is, and where all are 0.
 *
 * Source: the R package "coupling" for both forms (V); grades see `couplingStages`.
 *
 * @param subsystems scores from 0 to 1, more is better
 * @param weights relative; equal if absent
 * @throws AfterlodeError INDEX_OUT_OF_BOUNDS for a score outside 0 to 1, INDEX_OPTION for fewer than two subsystems, INDEX_WEIGHTS
 */
export function couplingCoordination(
  subsystems: readonly Values[],
  given: { readonly form?: CouplingForm; readonly weights?: ArrayLike<number> } = {},
): Coupling {
  const weights = sharesOf(subsystems, given.weights);
  const rows = subsystems[0]?.length ?? 0;
  const coupling = new Float64Array(rows).fill(Number.NaN);
  const level = new Float64Array(rows).fill(Number.NaN);
  const lagging = new Int16Array(rows).fill(-2);
  const scores = new Float64Array(subsystems.length);
  for (let row = 0; row < rows; row++) {
    subsystems.forEach((column, at) => {
      scores[at] = held(column[row] as number, at, row);
    });
    if (scores.some(Number.isNaN)) continue;
    coupling[row] = given.form === 'modified' ? modified(scores) : standard(scores);
    level[row] = scores.reduce((sum, score, at) => sum + score * (weights[at] as number), 0);
    lagging[row] = laggingOf(scores);
  }
  const coordination = coupling.map((value, row) => Math.sqrt(value * (level[row] as number)));
  return {
    coupling,
    level,
    coordination,
    stage: Int8Array.from(coupling, (value) => gradeOf(value, couplingStages)),
    grade: Int8Array.from(coordination, (value) => gradeOf(value, coordinationGrades)),
    lagging,
  };
}

function sharesOf(subsystems: readonly Values[], weights: ArrayLike<number> | undefined): Float64Array {
  const given = Float64Array.from(weights ?? subsystems.map(() => 1));
  const sum = given.reduce((total, weight) => total + weight, 0);
  if (subsystems.length < 2) {
    throw new AfterlodeError('INDEX_OPTION', 'subsystems', {
      found: subsystems.length,
      expected: { en: 'two or more', zh: '至少两个' },
    });
  }
  if (given.length !== subsystems.length || given.some((weight) => !(weight >= 0)) || !(sum > 0)) {
    throw new AfterlodeError(
      'INDEX_WEIGHTS',
      { en: 'the subsystems', zh: '各子系统' },
      {
        found: given.join(', '),
        expected: {
          en: `${subsystems.length} numbers from 0, one above 0`,
          zh: `${subsystems.length} 个不小于 0 的数，至少一个大于 0`,
        },
      },
    );
  }
  return given.map((weight) => weight / sum);
}

/** The score, with rounding beyond 0 and 1 cut off. */
function held(score: number, subsystem: number, row: number): number {
  if (score < -rounding || score > 1 + rounding) {
    throw new AfterlodeError(
      'INDEX_OUT_OF_BOUNDS',
      {
        en: `subsystem ${subsystem + 1}, row ${row + 1}`,
        zh: `第 ${subsystem + 1} 个子系统第 ${row + 1} 行`,
      },
      {
        found: score,
        expected: { en: 'a score from 0 to 1', zh: '0 到 1 之间的得分' },
      },
    );
  }
  return Math.min(1, Math.max(0, score));
}

function standard(scores: Float64Array): number {
  const product = scores.reduce((made, score) => made * score, 1);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (mean === 0) return Number.NaN;
  return Math.min(1, product ** (1 / scores.length) / mean);
}

function modified(scores: Float64Array): number {
  const count = scores.length;
  const largest = Math.max(...scores);
  if (largest === 0) return Number.NaN;
  let [apart, product] = [0, 1];
  for (let i = 0; i < count; i++) {
    product *= (scores[i] as number) / largest;
    for (let j = 0; j < i; j++) apart += Math.abs((scores[i] as number) - (scores[j] as number));
  }
  const pairs = (count * (count - 1)) / 2;
  return Math.sqrt(Math.max(0, 1 - apart / pairs) * product ** (1 / (count - 1)));
}

function laggingOf(scores: Float64Array): number {
  const least = Math.min(...scores);
  return Math.max(...scores) - least <= synchronousUpTo + rounding ? -1 : scores.indexOf(least);
}
