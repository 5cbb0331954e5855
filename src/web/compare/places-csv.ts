import type { PlacesComparison } from '../../api/contract.js';
import { sheetLine, type Text } from '../../base/index.js';

/** A line of the file; what is not there stays empty. */
interface Line {
  readonly measure: string;
  readonly unit: string;
  readonly period: string;
  readonly kind: 'place' | 'group';
  readonly id: string;
  readonly name: Text;
  /** Of a group the median. */
  readonly value: number | null;
  readonly rank?: number | null;
  readonly interval?: readonly [number, number] | null;
  readonly ranked?: number | null;
  readonly q1?: number | null;
  readonly q3?: number | null;
  readonly count?: number;
  readonly flags?: string;
  readonly breaks?: string;
}

const columns: readonly (readonly [string, (line: Line) => string | number | null])[] = [
  ['measure', (line) => line.measure],
  ['unit', (line) => line.unit],
  ['period', (line) => line.period],
  ['kind', (line) => line.kind],
  ['id', (line) => line.id],
  ['name_zh', (line) => line.name.zh],
  ['name_en', (line) => line.name.en],
  ['value', (line) => line.value],
  ['rank', (line) => line.rank ?? null],
  ['rank_low', (line) => line.interval?.[0] ?? null],
  ['rank_high', (line) => line.interval?.[1] ?? null],
  ['ranked', (line) => line.ranked ?? null],
  ['q1', (line) => line.q1 ?? null],
  ['q3', (line) => line.q3 ?? null],
  ['count', (line) => line.count ?? null],
  ['flags', (line) => line.flags ?? null],
  ['boundary_changes', (line) => line.breaks ?? null],
];

/** A row for each measure, period and place or group, with the catalog; numbers are unrounded. */
export function placesCsv(answer: PlacesComparison): string {
  const head = [...columns.map(([name]) => name), 'catalog'];
  const lines = linesOf(answer).map((line) =>
    sheetLine([...columns.map(([, of]) => of(line)), answer.catalog]),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}

const noName: Text = { en: '', zh: '' };

function linesOf({ places, groups, measures }: PlacesComparison): readonly Line[] {
  return measures.flatMap(({ id: measure, unit, places: rows, groups: bands }) => [
    ...rows.flatMap(({ place: id, points }, at) =>
      points.map(
        ({ period, value, rank, ranked, rankInterval, flags, breaks }): Line => ({
          measure,
          unit,
          period,
          id,
          value,
          rank,
          ranked,
          kind: 'place',
          name: places[at]?.name ?? noName,
          interval: rankInterval,
          flags: flags.map((flag) => flag.id).join(';'),
          breaks: breaks.map(({ year }) => year).join(';'),
        }),
      ),
    ),
    ...bands.flatMap(({ group: id, points }, at) =>
      points.map(
        ({ period, median, q1, q3, count }): Line => ({
          measure,
          unit,
          period,
          id,
          q1,
          q3,
          count,
          kind: 'group',
          name: groups[at]?.label ?? noName,
          value: median,
        }),
      ),
    ),
  ]);
}
