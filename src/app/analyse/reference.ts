import { AfterlodeError } from '../../base/index.js';
import type { AnalyseCall } from './call.js';
import type { AnalysisRow } from './table.js';

/** Rows of the reference place, or of all places together. */
export function referenceRows(
  call: AnalyseCall,
  rows: readonly AnalysisRow[],
  places: ReadonlyMap<string, readonly AnalysisRow[]>,
): readonly AnalysisRow[] {
  if (call.reference === undefined) return rows;
  const found = places.get(call.reference);
  if (found) return found;
  const known = [...places.keys()].slice(0, 10).join(', ');
  throw new AfterlodeError('CALL_OPTION', '--reference', {
    found: call.reference,
    expected: { en: `a place of the table: ${known}`, zh: `表中的地点：${known}` },
  });
}

/** Amounts by key, summed over rows; a key without a row is 0: the place has none of it. */
export function column(
  keys: readonly string[],
  rows: readonly AnalysisRow[],
  name: string,
  key = 'activity',
): Float64Array {
  const at = new Map(keys.map((one, place) => [one, place]));
  const sums = new Float64Array(keys.length);
  for (const row of rows) {
    const place = at.get(row.text[key] as string) as number;
    sums[place] = (sums[place] as number) + (row.number[name] as number);
  }
  return sums;
}
