import { AfterlodeError, phrases } from '../../base/index.js';
import type { Network, Pair } from './types.js';

/** Days of a year wherever a rate is said: the Julian year, as in all programs of the field. */
export const daysPerYear = 365.25;

const millisecondsPerDay = 86_400_000;

/**
 * Dates and pairs of a stack.
 *
 * @param dates ISO dates of both acquisitions of each pair, in the order of its measurements
 * @param names what a message calls each pair: its file
 * @throws AfterlodeError DISPLACEMENT_PAIRS for no pair, a date that is none, two equal or turned dates, a pair given twice
 */
export function networkOf(
  dates: readonly (readonly [first: string, second: string])[],
  names: readonly string[],
): Network {
  const wrong = (at: number, found: string, expected: { en: string; zh: string }) =>
    new AfterlodeError('DISPLACEMENT_PAIRS', names[at] ?? String(at + 1), { found, expected });
  if (dates.length === 0) {
    throw new AfterlodeError('DISPLACEMENT_PAIRS', 'pairs.csv', {
      found: phrases.noRows,
      expected: { en: 'at least one pair of dates', zh: '至少一对日期' },
    });
  }
  const seen = new Set<string>();
  for (const [at, [first, second]] of dates.entries()) {
    for (const date of [first, second])
      if (!isDate(date)) throw wrong(at, date, { en: 'a day such as 2018-01-30', zh: '日期，如 2018-01-30' });
    const found = `${first} ${second}`;
    if (first >= second)
      throw wrong(at, found, { en: 'two dates, the earlier date first', zh: '两个不同日期，早的在前' });
    if (seen.has(found)) throw wrong(at, found, { en: 'each pair of dates once', zh: '每对日期只出现一次' });
    seen.add(found);
  }
  const epochs = [...new Set(dates.flat())].toSorted();
  const place = new Map(epochs.map((date, at) => [date, at]));
  const pairs = dates.map(([first, second]) => ({
    first: place.get(first) as number,
    second: place.get(second) as number,
  }));
  return { epochs, pairs };
}

/** Years since the first date; a year is 365.25 days. */
export function yearsOf(epochs: readonly string[]): Float64Array {
  const start = Date.parse(epochs[0] as string);
  return Float64Array.from(epochs, (date) => (Date.parse(date) - start) / millisecondsPerDay / daysPerYear);
}

/**
 * Parts of the network that no pair joins, each as ascending positions of epochs, in the order of their first epoch. One part:
 * every epoch can be told against every other.
 */
export function partsOf(count: number, pairs: readonly Pair[]): readonly (readonly number[])[] {
  const root = Array.from({ length: count }, (_, at) => at);
  const find = (at: number): number => {
    while (root[at] !== at) at = root[at] = root[root[at] as number] as number;
    return at;
  };
  for (const { first, second } of pairs)
    root[Math.max(find(first), find(second))] = Math.min(find(first), find(second));
  const parts = new Map<number, number[]>();
  for (let at = 0; at < count; at++) {
    const top = find(at);
    const part = parts.get(top);
    if (part) part.push(at);
    else parts.set(top, [at]);
  }
  return [...parts.values()];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // The parser of dates takes 31 February and moves it on.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
