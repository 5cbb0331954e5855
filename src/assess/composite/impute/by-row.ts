import type { Hierarchy, ImputedPoint, IndicatorSpec, Stretch, Values } from '../types.js';
import { hasGap, type Middle } from './middle.js';

/**
 * Fills a gap with what the row's other indicators under the same parent say: their min-max scores (0–1, directions
 * applied, over the rows of the stretch) have a mean or median, and the gap takes the value that has this score.
 *
 * A row without any score in the group stays missing. A column whose values are all equal has no score and lends none;
 * its own gaps take the one value.
 */
export function fillByRow(
  columns: readonly Values[],
  stretches: readonly Stretch[],
  { hierarchy, indicators }: { hierarchy: Hierarchy; indicators: readonly IndicatorSpec[] },
  middle: Middle,
): ImputedPoint[] {
  const points: ImputedPoint[] = [];
  for (const { children } of hierarchy.nodes) {
    const leaves = children.filter((child) => child < hierarchy.leaves);
    for (const { from, to } of stretches) {
      if (!leaves.some((leaf) => hasGap(columns[leaf] as Values, from, to))) continue;
      const group = leaves.map((leaf) =>
        rangeOf(columns[leaf] as Values, { from, to }, leaf, indicators[leaf]?.direction ?? 1),
      );
      fillRows(group, { from, to }, middle, points);
    }
  }
  return points;
}

/** A column with the value that scores 0 and the distance to the one that scores 1. */
interface Ranged {
  readonly column: number;
  readonly values: Values;
  readonly worst: number;
  readonly span: number;
}

function fillRows(
  group: readonly Ranged[],
  { from, to }: Stretch,
  middle: Middle,
  points: ImputedPoint[],
): void {
  const scores = new Float64Array(group.length);
  for (let row = from; row < to; row++) {
    if (!group.some(({ values }) => Number.isNaN(values[row]))) continue;
    group.forEach(({ values, worst, span }, at) => {
      // 0 ÷ 0 of a column of equal values is no number, and so left out like a missing score.
      scores[at] = ((values[row] as number) - worst) / span;
    });
    const score = middle(scores);
    if (Number.isNaN(score)) continue;
    for (const { column, values, worst, span } of group) {
      const value = worst + score * span;
      if (Number.isNaN(values[row]) && !Number.isNaN(value)) points.push({ column, row, value });
    }
  }
}

function rangeOf(values: Values, { from, to }: Stretch, column: number, direction: 1 | -1): Ranged {
  let least = Number.NaN;
  let most = Number.NaN;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    // Negated, so that the first value replaces NaN.
    if (!(value >= least) && !Number.isNaN(value)) least = value;
    if (!(value <= most) && !Number.isNaN(value)) most = value;
  }
  return direction === 1
    ? { column, values, worst: least, span: most - least }
    : { column, values, worst: most, span: least - most };
}
