import type { ImputedPoint, Stretch, Values } from '../types.js';
import { hasGap, type Middle } from './middle.js';

/**
 * Fills every gap with the mean or median of the column over the rows of the same group in the same stretch. One known
 * value is enough; a group without any stays missing, and so does a row without a group.
 *
 * @param words group of each row; an empty word is no group
 */
export function fillByGroup(
  columns: readonly Values[],
  stretches: readonly Stretch[],
  words: readonly string[],
  middle: Middle,
): ImputedPoint[] {
  const points: ImputedPoint[] = [];
  const groups = stretches.map((stretch) => groupRows(words, stretch));
  columns.forEach((values, column) => {
    stretches.forEach(({ from, to }, at) => {
      if (!hasGap(values, from, to)) return;
      for (const rows of groups[at] ?? []) {
        const gaps = rows.filter((row) => Number.isNaN(values[row]));
        if (gaps.length === 0) continue;
        const value = middle(Float64Array.from(rows, (row) => values[row] as number));
        if (Number.isNaN(value)) continue;
        for (const row of gaps) points.push({ column, row, value });
      }
    });
  });
  return points;
}

/** Rows of each group of a stretch. */
function groupRows(words: readonly string[], { from, to }: Stretch): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (let row = from; row < to; row++) {
    const word = words[row] ?? '';
    if (word === '') continue;
    const rows = groups.get(word);
    if (rows) rows.push(row);
    else groups.set(word, [row]);
  }
  return [...groups.values()];
}
