import { AfterlodeError, type Issue, issue, phrases } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { ActivityTable } from '../../plan/index.js';
import { readNamedRows } from '../tables/named-rows.js';

const columns = {
  place: { also: ['城市', '地区'], needed: true },
  activity: { also: ['industry', '行业', '产业'], needed: true },
  value: { also: ['jobs', '就业', '就业人数', '产出'], needed: true },
} as const;

/**
 * Reads `place,activity,value`. A pair that has no row is 0, as tables of this form leave zeros out; an empty cell is missing.
 *
 * @throws AfterlodeError COMPLEXITY_TABLE naming the cell, FILE_… of reading
 */
export async function readActivities(
  source: RowSource,
): Promise<{ readonly table: ActivityTable; readonly issues: readonly Issue[] }> {
  const { name, rows } = await readNamedRows(
    source,
    columns,
    (where, found, expected) => new AfterlodeError('COMPLEXITY_TABLE', where, { found, expected }),
  );
  const [places, activities] = [new Map<string, number>(), new Map<string, number>()];
  const cells = rows.map((row) => {
    const place = row.word('place', { en: 'a place', zh: '地区名称' });
    const activity = row.word('activity', { en: 'an activity', zh: '行业名称' });
    const value = row.number('value');
    if (value < 0) throw row.wrong('value', row.text('value'), phrases.numberFrom0);
    return { row, place: numbered(places, place), activity: numbered(activities, activity), value };
  });
  const values = new Float64Array(places.size * activities.size);
  const seen = new Uint8Array(values.length);
  for (const { row, place, activity, value } of cells) {
    const at = place * activities.size + activity;
    if (seen[at] === 1)
      throw row.wrong('activity', row.text('activity'), {
        en: 'each activity once for a place',
        zh: '每个地区每个行业只出现一次',
      });
    seen[at] = 1;
    values[at] = value;
  }
  const empty = cells.filter(({ value }) => Number.isNaN(value)).length;
  return {
    table: { places: [...places.keys()], activities: [...activities.keys()], values },
    issues: empty === 0 ? [] : [issue('COMPLEXITY_EMPTY', 'warning', name, { found: empty })],
  };
}

function numbered(known: Map<string, number>, word: string): number {
  const at = known.get(word) ?? known.size;
  known.set(word, at);
  return at;
}
