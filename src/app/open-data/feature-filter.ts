import { AfterlodeError, type Text } from '../../base/index.js';
import type { PointFeature } from '../../print/index.js';

/** What of a collection is asked for, in the words of OGC API Features. */
export interface FeatureFilter {
  /** `west,south,east,north`, or six numbers with heights, in degrees by CRS84; west may be greater: across the date line. */
  readonly bbox?: string;
  /** A time by RFC 3339 or an interval `from/to`, where an end may be open: `..` or nothing. */
  readonly datetime?: string;
  /** Values that properties must have, as text. */
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Whether a feature is asked for. One without a place matches every box, one without a time every time, as the standard wants it.
 *
 * @param periodOf the period of a feature, `2020`, `2020-07` or `2020-Q3`; null without
 * @throws AfterlodeError CALL_OPTION for a box or a time that is none
 */
export function featureFilter(
  { bbox, datetime, properties }: FeatureFilter,
  periodOf: (feature: PointFeature) => string | null,
): (feature: PointFeature) => boolean {
  const inBox = bbox === undefined ? null : boxTest(bbox);
  const times = datetime === undefined ? null : intervalOf(datetime);
  const wanted = Object.entries(properties);
  return (feature) => {
    const period = periodOf(feature);
    return (
      (inBox === null || feature.point === null || inBox(feature.point)) &&
      (times === null || period === null || meets(spanOf(period), times)) &&
      wanted.every(([name, value]) => String(feature.properties[name] ?? '') === value)
    );
  };
}

function boxTest(text: string): (point: readonly [number, number]) => boolean {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at]) : numbers;
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = flat;
  const isBox =
    flat.length === 4 &&
    numbers.every(Number.isFinite) &&
    [west, east].every((one) => Math.abs(one) <= 180) &&
    [south, north].every((one) => Math.abs(one) <= 90) &&
    south <= north;
  if (!isBox)
    refuse('bbox', text, {
      en: 'west,south,east,north in degrees, south not above north',
      zh: '西,南,东,北（度），南不大于北',
    });
  return ([lon, lat]) =>
    lat >= south && lat <= north && (west <= east ? lon >= west && lon <= east : lon >= west || lon <= east);
}

/** Two times in milliseconds since 1970, both within. */
type Span = readonly [from: number, to: number];

const dateTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/i;
const day = 86_400_000;

function intervalOf(text: string): Span {
  const parts = text.split('/');
  const isOpen = (part: string) => part === '' || part === '..';
  const times = parts.map((part) => (dateTime.test(part) ? Date.parse(part) : Number.NaN));
  const isRight =
    parts.length <= 2 &&
    parts.every((part, at) => !Number.isNaN(times[at]) || (parts.length === 2 && isOpen(part))) &&
    !(parts.length === 2 && parts.every(isOpen));
  const first = isOpen(parts[0] ?? '') ? Number.NEGATIVE_INFINITY : (times[0] ?? Number.NaN);
  const last = parts.at(-1) ?? '';
  // A day without a time is the whole day.
  const end = isOpen(last)
    ? Number.POSITIVE_INFINITY
    : (times.at(-1) ?? 0) + (last.length === 10 ? day - 1 : 0);
  if (!isRight || first > end)
    refuse('datetime', text, {
      en: 'a time such as 2020-11-01T00:00:00Z or 2020-11-01, or an interval such as 2015-01-01/..',
      zh: '时间（如 2020-11-01T00:00:00Z 或 2020-11-01）或区间（如 2015-01-01/..）',
    });
  return [first, end];
}

/** First and last moment of a period. */
function spanOf(period: string): Span {
  const [, year = '', quarter, month] = /^(\d{4})(?:-Q([1-4])|-(\d{2}))?$/.exec(period) ?? [];
  const first = quarter === undefined ? Number(month ?? 1) - 1 : (Number(quarter) - 1) * 3;
  const months = quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  return [Date.UTC(Number(year), first), Date.UTC(Number(year), first + months) - 1];
}

function meets([from, to]: Span, [first, last]: Span): boolean {
  return from <= last && to >= first;
}

function refuse(option: string, found: string, expected: Text): never {
  throw new AfterlodeError('CALL_OPTION', option, { found, expected });
}
