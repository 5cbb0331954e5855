import { solveDamped } from './solve-damped.js';
import { withinBounds } from './within-bounds.js';

/** What is brought to 0: one residual per weight, or null where none can be computed. */
export type Residuals = (weights: Float64Array) => Float64Array | null;

export interface Found {
  readonly weights: Float64Array;
  /** Largest residual, as a size. */
  readonly gap: number;
}

export interface Limits {
  readonly bounds: readonly [number, number];
  /** Enough if the largest residual is not above it. */
  readonly tolerance: number;
  readonly steps: number;
}

/**
 * Damped Gauss–Newton steps (Levenberg and Marquardt) over weights that sum to 1 and lie within bounds: a weight stays at
 * its bound as long as the way down leads beyond it. Uses no chance: the same start gives the same answer.
 *
 * @returns null where the start itself has no residuals
 */
export function dampedSteps(residuals: Residuals, start: Float64Array, limits: Limits): Found | null {
  let weights = withinBounds(start, limits.bounds);
  let residual = residuals(weights);
  if (!residual) return null;
  let damping = 1e-3;
  for (let step = 0; step < limits.steps && largest(residual) > limits.tolerance; step++) {
    const jacobian = slopes(residuals, weights, residual);
    const free = freeColumns(jacobian, residual, weights, limits.bounds);
    const centred = centre(jacobian, free, weights.length);
    const before: Float64Array = residual;
    let moved = false;
    for (; !moved && damping < 1e12; damping *= moved ? 0.1 : 8) {
      const way = solveDamped(centred, before, free.length, damping);
      const tried = Float64Array.from(weights);
      free.forEach((at, i) => {
        tried[at] = (tried[at] as number) + (way[i] as number);
      });
      const next = withinBounds(tried, limits.bounds);
      const found = residuals(next);
      if (!found || !(squares(found) < squares(before))) continue;
      moved = true;
      weights = next;
      residual = found;
    }
    if (!moved) break;
    damping = Math.max(damping, 1e-14);
  }
  return { weights, gap: largest(residual) };
}

/** Small against a weight, large against rounding. */
const nudge = 1e-7;

/** By forward differences; a residual that cannot be computed beside has slope 0. */
function slopes(residuals: Residuals, weights: Float64Array, residual: Float64Array): Float64Array {
  const count = weights.length;
  const jacobian = new Float64Array(residual.length * count);
  const moved = Float64Array.from(weights);
  for (let column = 0; column < count; column++) {
    moved[column] = (weights[column] as number) + nudge;
    const found = residuals(moved);
    moved[column] = weights[column] as number;
    if (!found) continue;
    for (let row = 0; row < residual.length; row++) {
      jacobian[row * count + column] = ((found[row] as number) - (residual[row] as number)) / nudge;
    }
  }
  return jacobian;
}

/** All weights but those that stand at a bound and would be pressed beyond it. */
function freeColumns(
  jacobian: Float64Array,
  residual: Float64Array,
  weights: Float64Array,
  [low, high]: readonly [number, number],
): number[] {
  const count = weights.length;
  const gradient = new Float64Array(count);
  for (let row = 0; row < residual.length; row++) {
    for (let column = 0; column < count; column++) {
      gradient[column] =
        (gradient[column] as number) + (jacobian[row * count + column] as number) * (residual[row] as number);
    }
  }
  const all = Array.from(weights.keys());
  const inside = all.filter((at) => (weights[at] as number) > low && (weights[at] as number) < high);
  if (inside.length === 0) return all;
  const level = inside.reduce((sum, at) => sum + (gradient[at] as number), 0) / inside.length;
  return all.filter((at) => {
    const rise = (gradient[at] as number) - level;
    return !((weights[at] as number) <= low && rise > 0) && !((weights[at] as number) >= high && rise < 0);
  });
}

/** The columns of free weights less their mean, so that steps leave the sum of weights as it is. */
function centre(jacobian: Float64Array, free: readonly number[], count: number): Float64Array {
  const rows = jacobian.length / count;
  const centred = new Float64Array(rows * free.length);
  for (let row = 0; row < rows; row++) {
    const mean = free.reduce((sum, at) => sum + (jacobian[row * count + at] as number), 0) / free.length;
    free.forEach((at, i) => {
      centred[row * free.length + i] = (jacobian[row * count + at] as number) - mean;
    });
  }
  return centred;
}

function squares(residual: Float64Array): number {
  return residual.reduce((sum, one) => sum + one * one, 0);
}

function largest(residual: Float64Array): number {
  return residual.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
}
