import { AfterlodeError } from '../../../base/index.js';

/** A word of an option with what stands behind its colons: `power:2` is `power` and `['2']`. */
export interface Word {
  readonly word: string;
  readonly rest: readonly string[];
  readonly option: string;
  readonly text: string;
}

/** Splits a word of the command line and checks that it is one of those the option knows. */
export function wordOf<Known extends string>(
  text: string,
  known: readonly Known[],
  option: string,
): Word & { readonly word: Known } {
  const [head = '', ...rest] = text.trim().split(':');
  const word = known.find((one) => one === head);
  if (word) return { word, rest, option, text };
  throw new AfterlodeError('CALL_OPTION', option, { found: text, expected: known.join(', ') });
}

/** Number behind the n-th colon, or the usual one where the word stops before. */
export function numberAt({ rest, option, text }: Word, at: number, usual: number): number {
  const found = rest[at];
  if (found === undefined) return usual;
  const value = found.trim() === '' ? Number.NaN : Number(found);
  if (Number.isFinite(value)) return value;
  throw new AfterlodeError('CALL_OPTION', option, {
    found: text,
    expected: { en: 'numbers behind the colons', zh: '冒号后为数字' },
  });
}

/** Text behind the n-th colon. */
export function textAt({ rest, option, text, word }: Word, at: number, what: string): string {
  const found = rest[at]?.trim();
  if (found) return found;
  throw new AfterlodeError('CALL_OPTION', option, { found: text, expected: `${word}:${what}` });
}

/** One of a few texts behind the n-th colon, or the first of them where the word stops before. */
export function choiceAt<Known extends string>(
  word: Word,
  at: number,
  known: readonly [Known, ...Known[]],
): Known {
  const found = word.rest[at]?.trim() ?? known[0];
  const choice = known.find((one) => one === found);
  if (choice) return choice;
  throw new AfterlodeError('CALL_OPTION', word.option, {
    found: word.text,
    expected: known.map((one) => `${word.word}:${one}`).join(', '),
  });
}

/** `A=x,B=y` as pairs; an empty text has none. */
export function pairsOf(text: string, option: string): readonly (readonly [code: string, word: string])[] {
  if (text.trim() === '') return [];
  return text.split(',').map((pair) => {
    const [code = '', word = ''] = pair.split('=').map((part) => part.trim());
    if (code && word) return [code, word] as const;
    throw new AfterlodeError('CALL_OPTION', option, {
      found: pair,
      expected: { en: 'CODE=WORD, separated by commas', zh: '以逗号分隔的 CODE=WORD' },
    });
  });
}
