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
  /** What the texts name, the place included. */
  readonly facts: Facts;

  constructor(code: Code, where: string | Text, facts: Facts = {}, cause?: unknown) {
    const text = fill(codes[code].message, { where, ...facts });
    super(`${code}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.name = 'AfterlodeError';
    this.code = code;
    this.where = plainPlace(where);
    this.facts = { where, ...facts };
    this.text = text;
    this.remedy = fill(codes[code].remedy, { where, ...facts });
  }
}

/**
 * The same error with another name in place of one that is nobody's business, such as that of a file that was sent and lies
 * somewhere for as long as it is read.
 */
export function renamedIn(error: AfterlodeError, from: string, to: string): AfterlodeError {
  const put = (text: string) => text.replaceAll(from, () => to);
  const both = ({ en, zh }: Text): Text => ({ en: put(en), zh: put(zh) });
  const renamed = ([name, fact]: readonly [string, string | number | Text]) => {
    if (typeof fact === 'number') return [name, fact] as const;
    return [name, typeof fact === 'string' ? put(fact) : both(fact)] as const;
  };
  const facts = Object.fromEntries(Object.entries(error.facts).map(renamed));
  const copy = new AfterlodeError(error.code, put(error.where), facts, error.cause);
  // Its own texts: an error that came from another thread has no facts to make them from.
  const texts = { text: both(error.text), remedy: both(error.remedy), message: put(error.message) };
  return Object.assign(copy, texts);
}

/**
 * Builds an issue from its code.
 *
 * @param where file and line, row and column, or city and period; words in both languages
 * @param facts values for the `{name}` places of the code's texts
 */
export function issue(
  code: Code,
  severity: Issue['severity'],
  where: string | Text,
  facts: Facts = {},
): Issue {
  const all = { where, ...facts };
  return {
    code,
    severity,
    where: plainPlace(where),
    message: fill(codes[code].message, all),
    remedy: fill(codes[code].remedy, all),
  };
}

/** The field `where` is one text for programs; only messages say a place in both languages. */
function plainPlace(where: string | Text): string {
  return typeof where === 'string' ? where : where.en;
}

function fill(template: Text, facts: Facts): Text {
  const put = (language: Language) =>
    template[language].replace(/( ?)\{(\w+)\}( ?)/g, (_, before: string, name: string, after: string) => {
      const fact = facts[name] ?? `{${name}}`;
      if (typeof fact !== 'object') return `${before}${fact}${after}`;
      const words = fact[language];
      // Templates leave a blank round names and numbers; Chinese words stand without.
      const left = language === 'zh' && /^\p{Script=Han}/u.test(words) ? '' : before;
      const right = language === 'zh' && /[\p{Script=Han}）”]$/u.test(words) ? '' : after;
      return `${left}${words}${right}`;
    });
  return { en: put('en'), zh: put('zh') };
}
