import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { YearSteps } from '../../plan/index.js';

/** A value of a scenario file and where it stands, such as `roads.yaml: scenarios.base.growth`. */
export interface Place {
  readonly value: unknown;
  readonly where: string;
}

/** @returns an error that says what stands there and what should */
export function wrongWord({ where, value }: Place, expected: Text, found?: string | Text): AfterlodeError {
  const shown = value === undefined || value === null ? phrases.nothing : (JSON.stringify(value) ?? '?');
  const short = typeof shown === 'string' && shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
  return new AfterlodeError('ROADMAP_SCENARIOS', where, { found: found ?? short, expected });
}

/**
 * The entries of a mapping.
 *
 * @param known names that may stand in it; absent: any
 * @throws AfterlodeError ROADMAP_SCENARIOS
 */
export function entriesOf(place: Place, known?: readonly string[]): ReadonlyMap<string, Place> {
  const { value, where } = place;
  if (value === undefined || value === null) return new Map();
  if (typeof value !== 'object' || Array.isArray(value))
    throw wrongWord(place, { en: 'names with values', zh: '键值对' });
  const entries = Object.entries(value);
  for (const [name] of entries)
    if (known !== undefined && !known.includes(name))
      throw wrongWord(place, phrases.oneOf(known.join(', ')), name);
  return new Map(
    entries.map(([name, own]) => [
      name,
      { value: own as unknown, where: `${where}${where.endsWith(':') ? ' ' : '.'}${name}` },
    ]),
  );
}

/** @throws AfterlodeError ROADMAP_SCENARIOS unless a number that `holds` */
export function numberAt(place: Place, expected: Text, holds: (value: number) => boolean): number {
  const { value } = place;
  if (typeof value === 'number' && Number.isFinite(value) && holds(value)) return value;
  throw wrongWord(place, expected);
}

/** A label or a sentence: one text for both languages, or `{en, zh}`; null where there is none. */
export function textAt(place: Place | undefined): Text | null {
  if (place === undefined || place.value === null) return null;
  const { value } = place;
  if (typeof value === 'string') return { en: value, zh: value };
  const both = entriesOf(place, ['en', 'zh']);
  const [en, zh] = [both.get('en')?.value, both.get('zh')?.value];
  if (typeof en === 'string' && typeof zh === 'string') return { en, zh };
  throw wrongWord(place, { en: 'a text, or {en, zh}', zh: '文字，或 {en, zh}' });
}

const aYear = { en: 'a year such as 2026 for each value', zh: '以年份（如 2026）为键的数值' };

/**
 * One value for all years, or values by the year from which they hold.
 *
 * @param first year by which the first of them must begin
 * @throws AfterlodeError ROADMAP_SCENARIOS
 */
export function stepsAt(
  place: Place,
  first: number,
  expected: Text,
  holds: (value: number) => boolean,
): YearSteps {
  if (typeof place.value === 'number') return [{ from: first, value: numberAt(place, expected, holds) }];
  if (place.value === undefined || place.value === null || typeof place.value !== 'object')
    throw wrongWord(place, expected);
  const steps = Array.from(entriesOf(place), ([year, own]) => {
    if (!/^\d{4}$/.test(year)) throw wrongWord(place, aYear, year);
    return { from: Number(year), value: numberAt(own, expected, holds) };
  }).toSorted((a, b) => a.from - b.from);
  if (steps[0] !== undefined && steps[0].from <= first) return steps;
  throw wrongWord(place, {
    en: `values from ${first} on, the year after the data, or earlier`,
    zh: `自数据之后的 ${first} 年或更早年份起的数值`,
  });
}

/** Growth of a year as a share. */
export const growthWords = {
  en: 'growth a year as a share, above -1 and below 1 (0.05 is 5 %)',
  zh: '以小数表示的年增长率，大于 -1 且小于 1（0.05 即 5%）',
};
export const isGrowth = (value: number) => value > -1 && value < 1;
