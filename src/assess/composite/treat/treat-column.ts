import type { ForcedTreatment, TreatedPoint, Treatment, TreatmentRecord, Values } from '../types.js';
import { passes, type Shape, shapeOf } from './shape.js';
import { transform } from './transform.js';
import { winsorise } from './winsorise.js';

/** A treated column and what was done to it. */
export interface TreatedColumn {
  /** The given array where nothing was changed. */
  readonly values: Values;
  readonly record: Omit<TreatmentRecord, 'column' | 'stretch'>;
}

/**
 * Treats the outliers of one column as a whole. It is left alone unless |skewness| and kurtosis both reach their
 * limits; then its outermost values are drawn in one after the other, at most `points`; if that does not suffice, the
 * fallback bends the untreated values (`combined`: the drawn-in ones). What is forced for `code` is done without asking.
 *
 * @param values any unit; missing ones stay missing
 * @param code of the indicator, by which forced treatments are found
 * @throws AfterlodeError INDEX_OPTION where an exponent is too large
 * @remarks Source: documentation of COINr's `Treat` (V).
 */
export function treatColumn(values: Values, how: Treatment, code: string): TreatedColumn {
  const before = shapeOf(values);
  const forced = how.forced.get(code);
  if (forced) return force(values, forced, before);
  if (how.method === 'none' || passes(before, how)) return done('passed', values, before, before);
  const drawn = winsorise(values, how.points, (shape) => passes(shape, how));
  if (passes(drawn.shape, how)) {
    return done('winsorised', drawn.values, before, drawn.shape, drawn.points);
  }
  if (how.fallback === null) return done('failed', drawn.values, before, drawn.shape, drawn.points);
  const start = how.combined ? drawn.values : values;
  const bent = transform(start, how.fallback);
  const after = shapeOf(bent);
  const outcome = passes(after, how) ? 'transformed' : 'failed';
  return done(outcome, bent, before, after, how.combined ? drawn.points : [], how.fallback);
}

function force(values: Values, how: ForcedTreatment, before: Shape): TreatedColumn {
  if ('leave' in how) return done('forced', values, before, before);
  if ('winsorise' in how) {
    const drawn = winsorise(values, how.winsorise, () => false);
    return done('forced', drawn.values, before, drawn.shape, drawn.points);
  }
  const bent = transform(values, how.transform);
  return done('forced', bent, before, shapeOf(bent), [], bent === values ? null : how.transform);
}

function done(
  outcome: TreatmentRecord['outcome'],
  values: Values,
  before: Shape,
  after: Shape,
  points: readonly TreatedPoint[] = [],
  transform: TreatmentRecord['transform'] = null,
): TreatedColumn {
  const record = {
    outcome,
    skewBefore: before.skew,
    kurtosisBefore: before.kurtosis,
    skewAfter: after.skew,
    kurtosisAfter: after.kurtosis,
    points,
    transform,
  };
  return { values, record };
}
