import type { Scale, Stretch, Values } from '../types.js';
import { placeOf } from './place.js';

/**
 * Scores of a column on a scale; missing stays missing.
 *
 * @param values by row, in the units the scale was fitted in; may be `into` itself
 * @param into where scores are written; else a new column, missing outside the stretch
 * @param stretch rows that are scored; all if absent
 * @returns `into`
 */
export function applyScale(scale: Scale, values: Values, into?: Values, stretch?: Stretch): Values {
  const { from, to } = stretch ?? { from: 0, to: values.length };
  const scores = into ?? new Float64Array(values.length).fill(Number.NaN);
  if (scale.kind === 'linear') applyLinear(scale, values, scores, from, to);
  else if (scale.kind === 'empty') scores.fill(Number.NaN, from, to);
  else for (let row = from; row < to; row++) scores[row] = scaleScore(scale, values[row] as number);
  return scores;
}

/** Score of one value, the same as `applyScale` gives; `NaN` for a missing one. */
export function scaleScore(scale: Scale, value: number): number {
  switch (scale.kind) {
    case 'linear': {
      const score = scale.low + ((value - scale.from) / scale.span) * scale.width;
      if (scale.bounds === null) return score;
      const [least, most] = scale.bounds;
      return score < least ? least : score > most ? most : score;
    }
    case 'place':
      return placeOf(scale, value);
    case 'reciprocal':
      // A value of 0 or below has no share of the best: the ratio would be infinite or change its sign.
      return value > 0 ? scale.best / value : Number.NaN;
    case 'empty':
      return Number.NaN;
  }
}

function applyLinear(
  { from, span, low, width, bounds }: Extract<Scale, { kind: 'linear' }>,
  values: Values,
  into: Values,
  first: number,
  end: number,
): void {
  if (bounds === null) {
    for (let row = first; row < end; row++)
      into[row] = low + (((values[row] as number) - from) / span) * width;
    return;
  }
  const [least, most] = bounds;
  for (let row = first; row < end; row++) {
    const score = low + (((values[row] as number) - from) / span) * width;
    into[row] = score < least ? least : score > most ? most : score;
  }
}
