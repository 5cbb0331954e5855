/** A number as written in a foreign table. */
export interface WrittenNumber {
  /** With 万 or 亿 applied; a percentage stays as written: `12.5%` is 12.5. */
  readonly value: number;
  readonly percent: boolean;
  /** 万, 亿…; empty where there was none. */
  readonly suffix: string;
}

const exponents: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 万: 4, 千: 3 };
const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)`;
const number = new RegExp(
  String.raw`^([+-]?)(${digits}(?:\.\d*)?|\.\d+)(?:e([+-]?\d{1,3}))?\s*(万亿|亿|千万|百万|万|千|%)?$`,
  'i',
);
/** Errors of spreadsheet formulas, and a cell too narrow for its number that was saved as text. */
const formulaError = /^#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|ERROR!|#+)$/i;

/**
 * Reads a number with thousands separators (comma or space, groups of three), full-width digits, 万 / 亿 or a percent sign.
 * `1,23` and `1.234,5` are not numbers: a comma that may be a decimal point is not guessed at.
 *
 * @returns null for anything else
 * @example `readNumber('1,234.5万')?.value` is 12345000
 */
export function readNumber(text: string): WrittenNumber | null {
  if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return { value: Number(text), percent: false, suffix: '' };
  const plain = text.normalize('NFKC').replaceAll('\u2212', '-').trim();
  const match = number.exec(plain);
  if (match === null) return null;
  const [, sign = '', body = '', exponent = '0', suffix = ''] = match;
  const percent = suffix === '%';
  const shift = Number(exponent) + (percent ? 0 : (exponents[suffix] ?? 0));
  const value = Number(`${sign}${body.replaceAll(/[, ]/g, '')}e${shift}`);
  return Number.isFinite(value) ? { value, percent, suffix: percent ? '' : suffix } : null;
}

/** Whether a cell holds the error of a formula. */
export function isFormulaError(text: string): boolean {
  return text.startsWith('#') && formulaError.test(text.trim());
}

/** Shifts the decimal point without the noise of a multiplication. */
export function shifted(value: number, exponent: number): number {
  return exponent === 0 || value === 0 || !Number.isFinite(value)
    ? value
    : Number(shiftText(value, exponent));
}

function shiftText(value: number, exponent: number): string {
  const [body = '0', own = '0'] = String(value).split('e');
  return `${body}e${Number(own) + exponent}`;
}
