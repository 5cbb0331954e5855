import { type Code, codes } from './codes/index.js';
import type { Language, Text } from './text.js';

/**
 * What a message names: where it happened, what was found, what was expected, and whatever else its template uses. Words
 * are given in both languages, names and numbers as they stand.
 */
export type Facts = Readonly<Record<string, string | number | Text>>;

/** A doubt or fault that travels with data. */
export interface Issue {
  readonly code: Code;
  readonly severity: 'note' | 'warning' | 'error';
  /** File and line, row and column, city and period: as exact as the finder knew it. */
  readonly where: string;
  readonly message: Text;
  readonly remedy: Text;
}

/** A value with the doubts found on the way. */
export interface Checked<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

/** A mistake the caller can mend. Both texts name place, finding, expectation and the next step. */
export class AfterlodeError extends Error {
  readonly code: Code;
  readonly where: string;
  readonly text: Text;
  readonly remedy: Text;

  constructor(code: Code, where: string, facts: Facts = {}, cause?: unknown) {
    const text = fill(codes[code].message, { where, ...facts });
    super(`${code}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.name = 'AfterlodeError';
    this.code = code;
    this.where = where;
    this.text = text;
    this.remedy = fill(codes[code].remedy, { where, ...facts });
  }
}

/**
 * Builds an issue from its code.
 *
 * @param where file and line, row and column, or city and period
 * @param facts values for the `{name}` places of the code's texts
 */
export function issue(code: Code, severity: Issue['severity'], where: string, facts: Facts = {}): Issue {
  const all = { where, ...facts };
  return {
    code,
    severity,
    where,
    message: fill(codes[code].message, all),
    remedy: fill(codes[code].remedy, all),
  };
}

function fill(template: Text, facts: Facts): Text {
  const put = (text: string, language: Language) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = facts[name] ?? whole;
      return String(typeof fact === 'object' ? fact[language] : fact);
    });
  return { en: put(template.en, 'en'), zh: put(template.zh, 'zh') };
}
