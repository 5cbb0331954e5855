import type { ScoreTablesOptions } from '../../assess/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';

/** A number as a command or a request writes it. */
export type Written = string | number;

/** The steps of an index in words, as a command or a request writes them; each has a usual value. */
export interface IndexWords {
  readonly denominate?: boolean;
  readonly impute?: string;
  readonly screen?: string;
  readonly treat?: string;
  readonly treatSkew?: Written;
  readonly treatKurtosis?: Written;
  readonly treatPoints?: Written;
  readonly treatFallback?: string;
  readonly treatCombined?: boolean;
  readonly treatForced?: string;
  readonly normalise?: string;
  readonly normaliseOne?: string;
  readonly scale?: string;
  readonly weights?: string;
  readonly aggregate?: string;
  readonly minimumCoverage?: Written;
}

/** What stands where a word is absent; a workbook of results names these too. */
export const usualWords = {
  denominate: false,
  impute: 'none',
  screen: 'none',
  treat: 'none',
  treatSkew: 2,
  treatKurtosis: 3.5,
  treatPoints: 5,
  treatFallback: 'log',
  treatCombined: false,
  treatForced: '',
  normalise: 'minmax',
  normaliseOne: '',
  scale: 'whole',
  weights: 'meta',
  aggregate: 'amean',
} as const satisfies IndexWords;

/** Names of the options, `treatSkew` as `--treat-skew`. */
export function optionName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Options of the engine from words.
 *
 * @param judgements table of pairwise judgements, for the weights `ahp`
 * @throws AfterlodeError CALL_OPTION for a number that is none; unknown words are left to the engine
 */
export function scoreOptionsOf(
  words: IndexWords,
  judgements: readonly (readonly string[])[] | undefined,
): ScoreTablesOptions {
  const { treatSkew, treatKurtosis, treatPoints, minimumCoverage, ...texts } = words;
  const numbers = { treatSkew, treatKurtosis, treatPoints, minimumCoverage };
  if (judgements && words.weights !== 'ahp') {
    const found = {
      en: `given with ${words.weights ?? usualWords.weights}`,
      zh: `与 ${words.weights ?? usualWords.weights} 一同给出`,
    };
    throw new AfterlodeError('CALL_OPTION', '--judgements', {
      found,
      expected: { en: '--weights ahp beside it', zh: '与 --weights ahp 一同给出' },
    });
  }
  return {
    ...texts,
    ...Object.fromEntries(
      Object.entries(numbers).flatMap(([name, written]) =>
        written === undefined ? [] : [[name, numberOf(optionName(name), written)]],
      ),
    ),
    ...(judgements && { judgements }),
  };
}

/**
 * The number that was written.
 *
 * @throws AfterlodeError CALL_OPTION for anything else
 */
export function numberOf(option: string, written: Written): number {
  const text = String(written).trim();
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw new AfterlodeError('CALL_OPTION', option, { found: text || '""', expected: phrases.number });
}

/**
 * A whole number of at least `from`.
 *
 * @throws AfterlodeError CALL_OPTION for anything else
 */
export function wholeOf(option: string, written: Written, from: number): number {
  const number = numberOf(option, written);
  if (Number.isSafeInteger(number) && number >= from) return number;
  const expected = phrases.wholeFrom(from);
  throw new AfterlodeError('CALL_OPTION', option, { found: String(written), expected });
}
