import type { PlacesComparison } from '../../api/contract.js';
import { sheetLine } from '../../base/index.js';

const columns = [
  'measure',
  'unit',
  'period',
  'kind',
  'id',
  'name_zh',
  'name_en',
  'value',
  'rank',
  'rank_low',
  'rank_high',
  'ranked',
  'q1',
  'q3',
  'count',
  'flags',
  'boundary_changes',
  'catalog',
];

/** A row for each measure, period and place or group; of a group the value is the median. Missing is empty, numbers unrounded. */
export function placesCsv({ places, groups, measures, catalog }: PlacesComparison): string {
  const lines = measures.flatMap(({ id, unit, places: rows, groups: bands }) => [
    ...rows.flatMap(({ place, points }, at) =>
      points.map((one) => [
        ...[id, unit, one.period, 'place', place, places[at]?.name.zh ?? '', places[at]?.name.en ?? ''],
        ...[one.value, one.rank, one.rankInterval?.[0] ?? null, one.rankInterval?.[1] ?? null, one.ranked],
        ...[null, null, null, one.flags.map((flag) => flag.id).join(';')],
        ...[one.breaks.map(({ year }) => year).join(';'), catalog],
      ]),
    ),
    ...bands.flatMap(({ group, points }, at) =>
      points.map((one) => [
        ...[id, unit, one.period, 'group', group, groups[at]?.label.zh ?? '', groups[at]?.label.en ?? ''],
        ...[one.median, null, null, null, null, one.q1, one.q3, one.count, '', '', catalog],
      ]),
    ),
  ]);
  return `${[columns.join(','), ...lines.map((line) => sheetLine(line))].join('\r\n')}\r\n`;
}
