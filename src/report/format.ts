import type { Language } from '../base/index.js';
import type { DisplayUnit } from './types.js';
import { words } from './words.js';

/** Counts from this size on are shown in units of ten thousand persons in Chinese. */
const tenThousand = 10_000;

const formats = new Map<number, Intl.NumberFormat>();

/**
 * A number as readers see it, without its unit: grouped by thousands, rounded half away from zero, minus sign U+2212.
 *
 * @param value in the base unit; null and values that are not finite are missing
 * @param display `factor` divides the value, `digits` stand after the point
 * @returns the words for "no data" where the value is missing, never a zero
 * @example `formatNumber(0.4567, { unit: 'percent', factor: 0.01, digits: 1, … }, 'en')` is `45.7`
 */
export function formatNumber(value: number | null, display: DisplayUnit, lang: Language): string {
  if (value === null || !Number.isFinite(value)) return missingText(lang);
  return formatDecimal(shownValue(value, display), display.digits);
}

/** A value in the unit shown, unrounded. Division by 0.01 becomes a product with 100, which keeps decimal figures clean. */
export function shownValue(value: number, display: DisplayUnit): number {
  return display.factor < 1 ? value * (1 / display.factor) : value / display.factor;
}

/** As `formatNumber`, followed by the unit: `45.7 %`, `105.99 万人`. */
export function formatQuantity(value: number | null, display: DisplayUnit, lang: Language): string {
  const shown = displayFor(display, lang, value === null ? [] : [value]);
  const number = formatNumber(value, shown, lang);
  return value === null || !Number.isFinite(value) ? number : withUnit(number, shown, lang);
}

/** A share as percent: `0.123` is `12.3 %`. */
export function formatPercent(share: number | null, lang: Language, digits = 1): string {
  if (share === null || !Number.isFinite(share)) return missingText(lang);
  return `${formatDecimal(share * 100, digits)} %`;
}

/** A difference with its sign: `+3.1`, `−12.0`, `0.0`. */
export function formatSigned(value: number, digits: number): string {
  const text = formatDecimal(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A score from 0 to 100, one digit after the point. */
export function formatScore(score: number | null, lang: Language): string {
  return score === null || !Number.isFinite(score) ? missingText(lang) : formatDecimal(score, 1);
}

/** Two bounds of one interval: `180–214`; `−20.0 … −10.0` where a dash could be read as a minus. */
export function formatInterval(low: number, high: number, digits: number): string {
  const between = low < 0 || high < 0 ? ' … ' : '–';
  return formatDecimal(low, digits) + between + formatDecimal(high, digits);
}

/** What stands in place of a missing value: `— 无数据`, `— no data`. */
export function missingText(lang: Language): string {
  return `— ${words.noData[lang]}`;
}

/**
 * The unit for a row of numbers that are read together. Persons stand in ten thousands in Chinese when the largest reaches
 * that size, and as persons in English, whatever the catalog prefers; every other unit stays as it is.
 */
export function displayFor(
  display: DisplayUnit,
  lang: Language,
  together: readonly (number | null)[],
): DisplayUnit {
  const scale = display.unit === 'person' ? 1 : display.unit === '10_thousand_person' ? tenThousand : 0;
  if (scale === 0) return display;
  const person = display.factor / scale;
  const largest = Math.max(0, ...together.map((value) => Math.abs(value ?? 0))) / person;
  const word = words.units;
  return lang === 'zh' && largest >= tenThousand
    ? { unit: '10_thousand_person', label: word.tenThousandPersons, factor: person * tenThousand, digits: 2 }
    : { unit: 'person', label: word.persons, factor: person, digits: 0 };
}

/** Units whose name says nothing beside a number. */
const bareUnits: ReadonlySet<string> = new Set(['ratio', 'count']);

/** A shown number with the label of its unit; ratios and counts stand alone. */
export function withUnit(number: string, display: DisplayUnit, lang: Language): string {
  const label = bareUnits.has(display.unit) ? '' : display.label[lang];
  return label === '' ? number : `${number} ${label}`;
}

/** A decimal number with so many digits after the point: grouped, rounded half away from zero. Not for missing values. */
export function formatDecimal(value: number, digits: number): string {
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative',
    });
    formats.set(digits, format);
  }
  return format.format(value).replace('-', '−');
}
