import type { Verdict } from '../conditions.js';
import type { Light } from '../types.js';
import type { RecheckReason, RecheckResult } from './types.js';

const order: readonly Light[] = ['red', 'yellow', 'green'];

/** A re-check's answer and, where it cannot tell, why. */
export interface RecheckAnswer {
  readonly result: RecheckResult;
  readonly reason: RecheckReason;
}

/**
 * Compares the light of a later period with that of the finding: a better colour is improved, a worse one worse, the same
 * colour the same. Nothing can be told where either has none or where the boundary changed in between.
 *
 * @param broken whether the boundary changed between the periods
 */
export function recheckLight(before: Light, after: Light, broken: boolean): RecheckAnswer {
  if (broken) return { result: 'cannot_tell', reason: 'boundary_changed' };
  if (after === 'none') return { result: 'cannot_tell', reason: 'no_judgement_now' };
  if (before === 'none') return { result: 'cannot_tell', reason: 'no_judgement_then' };
  const step = order.indexOf(after) - order.indexOf(before);
  return { result: step === 0 ? 'same' : step > 0 ? 'improved' : 'worse', reason: '' };
}

/**
 * A problem that is found again is the same, one that is no longer found improved; what lacks a value cannot be told.
 * A graver problem in its place is a finding of its own.
 */
export function recheckProblem(now: Verdict, broken: boolean): RecheckAnswer {
  if (broken) return { result: 'cannot_tell', reason: 'boundary_changed' };
  if (now === 'open') return { result: 'cannot_tell', reason: 'values_missing' };
  return { result: now === 'yes' ? 'same' : 'improved', reason: '' };
}
