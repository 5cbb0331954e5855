import { applyScale } from '../normalise/index.js';
import type { Scale, TreatmentRecord } from '../types.js';
import type { Place } from './types.js';

/** How a change of an indicator's score falls on its figure and on the ends it is held against. */
export interface ScoreParts {
  readonly value: number;
  readonly scale: number;
}

/**
 * Splits the change of a normalised score into the unit's own change of value and the change of the scale.
 *
 * Both steps are taken in both orders and averaged. With frozen scales all of it is value. Where the values are not in
 * the same units on both sides (another transform of outliers), or a value has no score on the other scale, nothing
 * can be told apart and all of it is value.
 */
export function splitScore(leaf: number, before: Place, beforeLeaf: number, after: Place): ScoreParts {
  const change = scoreAt(after, leaf) - scoreAt(before, beforeLeaf);
  const scales = [scaleAt(before, beforeLeaf), scaleAt(after, leaf)] as const;
  if (isSameScale(...scales)) return { value: change, scale: 0 };
  if (transformAt(before, beforeLeaf) !== transformAt(after, leaf)) return { value: change, scale: 0 };
  const values = Float64Array.of(
    before.run.treated[beforeLeaf]?.[before.row] ?? Number.NaN,
    after.run.treated[leaf]?.[after.row] ?? Number.NaN,
  );
  const [old, young] = scales.map((scale) => applyScale(scale, values)) as [Float64Array, Float64Array];
  const moved = (held: Float64Array) => (held[1] as number) - (held[0] as number);
  const value = (moved(old) + moved(young)) / 2;
  return Number.isFinite(value) ? { value, scale: change - value } : { value: change, scale: 0 };
}

function scoreAt({ run, row }: Place, leaf: number): number {
  return run.scores[leaf]?.[row] ?? Number.NaN;
}

function scaleAt({ run, row }: Place, leaf: number): Scale {
  const time = run.stretches.findIndex(({ from, to }) => row >= from && row < to);
  return (run.scales[time] ?? run.scales[0])?.[leaf] ?? { kind: 'empty' };
}

function isSameScale(a: Scale, b: Scale): boolean {
  if (a === b) return true;
  if (a.kind !== 'linear' || b.kind !== 'linear') return false;
  const bounds = (scale: typeof a) => scale.bounds?.join() ?? '';
  return (
    a.from === b.from &&
    a.span === b.span &&
    a.low === b.low &&
    a.width === b.width &&
    bounds(a) === bounds(b)
  );
}

/** The transform of the indicator's values in the row's time, as text; empty where they are in natural units. */
function transformAt({ run, row }: Place, leaf: number): string {
  const record = run.treatments.find(
    ({ column, stretch }: TreatmentRecord) => column === leaf && row >= stretch.from && row < stretch.to,
  );
  return record?.transform ? JSON.stringify(record.transform) : '';
}
