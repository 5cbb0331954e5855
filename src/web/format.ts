import type { Language } from '../base/index.js';

/** What stands where a value is missing; never 0. */
export const absent = '–';

const formats = new Map<string, Intl.NumberFormat>();

/** Number for readers with a fixed count of digits after the point; missing is a dash. */
export function formatNumber(value: number | null | undefined, digits: number, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return absent;
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(key, format);
  }
  const text = format.format(value).replace('-', '−');
  return /[1-9]/.test(text) ? text : text.replace('−', '');
}

/** Share 0–1 as whole percent: `0.857` is `86 %`. */
export function formatShare(value: number | null | undefined, language: Language, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return absent;
  return `${formatNumber(value * 100, digits, language)}${language === 'zh' ? '%' : ' %'}`;
}

/** Bound of a class of shares in percent, with the digits that it has: `0.125` is `12.5 %`. */
export function formatShareBound(value: number, language: Language): string {
  return `${formatShort(Number((value * 100).toPrecision(12)), language)}${language === 'zh' ? '%' : ' %'}`;
}

/** Persons in the form readers know: 万 in Chinese, thousands or millions in English. */
export function formatPersons(value: number | null | undefined, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return absent;
  if (language === 'zh') {
    return value >= 1e4
      ? `${formatNumber(value / 1e4, value >= 1e6 ? 0 : 1, language)}万`
      : formatNumber(value, 0, language);
  }
  return value >= 1e6 ? `${formatNumber(value / 1e6, 2, language)} m` : formatNumber(value, 0, language);
}

/** A unit with the one readers expect. */
export interface ShownUnit {
  readonly label: string;
  readonly factor: number;
  readonly digits: number;
}

/** Value of an answer in the unit readers expect: shown = value / factor. */
export function formatIn(value: number | null | undefined, unit: ShownUnit, language: Language): string {
  return formatNumber(
    value === null || value === undefined ? null : value / unit.factor,
    unit.digits,
    language,
  );
}

/** A number of the method as it was written: without added noughts, four digits after the point at most. */
export function formatExact(value: number | null, unit: ShownUnit, language: Language): string {
  if (value === null || !Number.isFinite(value)) return absent;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return (value / unit.factor).toLocaleString(locale, { maximumFractionDigits: 4 }).replace('-', '−');
}

/** Number of a source whose unit is not known: five significant digits, without added noughts. */
export function formatShort(value: number, language: Language): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return value.toLocaleString(locale, { maximumSignificantDigits: 5 }).replace('-', '−');
}
