import {
  type CriterionWeighting,
  criterionWeightings,
  type DecisionMethod,
  type DecisionMethodName,
  type DecisionOptions,
  decisionMethods,
  decisionNormalisations,
  missingRules,
  type Preference,
  preferenceFunctions,
  type ReadDecision,
  readJudgements,
  readThreshold,
  tieRules,
} from '../../assess/index.js';
import { AfterlodeError, phrases, type Text } from '../../base/index.js';

/** Settings of `mcda` as words. */
export interface McdaWords {
  readonly method: string;
  readonly weights: string;
  readonly ties: string;
  readonly tieDigits: string;
  readonly missing: string;
  readonly normalise?: string;
  readonly v?: string;
  readonly lambda?: string;
  readonly rho?: string;
  readonly threshold?: string;
  readonly concordance?: string;
  readonly discordance?: string;
  readonly form?: string;
  readonly preference?: string;
  readonly indifference?: string;
  readonly strict?: string;
  readonly inflection?: string;
}

const forms = ['ratio', 'reference-point', 'multiplicative'] as const;
const thresholds = ['preference', 'indifference', 'strict', 'inflection'] as const;

/** Which settings a method takes; another one is a mistake of the caller, not something to pass over. */
const settings: Readonly<Record<DecisionMethodName, readonly (keyof McdaWords)[]>> = {
  topsis: ['normalise'],
  vikor: ['v'],
  wsm: ['normalise'],
  wpm: ['normalise'],
  waspas: ['normalise', 'lambda'],
  promethee1: thresholds,
  promethee2: thresholds,
  copras: [],
  edas: [],
  mabac: ['normalise'],
  mairca: ['normalise'],
  moora: ['form'],
  multimoora: [],
  aras: [],
  codas: ['normalise', 'threshold'],
  grey: ['rho'],
  cocoso: ['normalise', 'lambda'],
  marcos: [],
  spotis: [],
  electre1: ['normalise', 'concordance', 'discordance'],
};

/**
 * Settings of a decision from words and the tables.
 *
 * @throws AfterlodeError CALL_OPTION for an unknown word, a number that is none, or a setting the method does not take
 */
export function optionsOf(
  words: McdaWords,
  { preferences, bounds }: Pick<ReadDecision, 'preferences' | 'bounds'>,
  judgements: readonly (readonly string[])[] | null,
): DecisionOptions {
  const method = oneOf('--method', words.method, decisionMethods);
  refuseOthers(words, method);
  const preference = preferenceOf(words);
  // Only settings of the method are there, by the check above; the union of methods cannot say so.
  const chosen = {
    method,
    ...(words.normalise !== undefined && {
      normalise: oneOf('--normalise', words.normalise, decisionNormalisations),
    }),
    ...(words.form !== undefined && { form: oneOf('--form', words.form, forms) }),
    ...numbersOf(words),
    ...(preference && { preference }),
    ...(method.startsWith('promethee') && { preferences }),
    ...(method === 'spotis' && { bounds }),
  } as DecisionMethod;
  return {
    ...chosen,
    weigh: weighingOf(words.weights, judgements),
    ties: oneOf('--ties', words.ties, tieRules),
    tieDigits: words.tieDigits === 'none' ? null : digitsOf(words.tieDigits),
    missing: oneOf('--missing', words.missing, missingRules),
  };
}

function refuseOthers(words: McdaWords, method: DecisionMethodName): void {
  const all = [...new Set(Object.values(settings).flat())];
  const other = all.find((name) => words[name] !== undefined && !settings[method].includes(name));
  if (other === undefined) return;
  const takers = decisionMethods.filter((name) => settings[name].includes(other));
  throw wrong(
    `--${other}`,
    { en: `given with ${method}`, zh: `与 ${method} 一同给出` },
    { en: `one of the methods ${takers.join(', ')}`, zh: `下列方法之一：${takers.join(', ')}` },
  );
}

function numbersOf(words: McdaWords): Readonly<Record<string, number>> {
  const names = { v: 'v', lambda: 'lambda', rho: 'distinguishing', threshold: 'threshold' } as const;
  const more = { concordance: 'concordance', discordance: 'discordance' } as const;
  return Object.fromEntries(
    Object.entries({ ...names, ...more }).flatMap(([word, name]) => {
      const text = words[word as keyof typeof names];
      return text === undefined ? [] : [[name, numberOf(`--${word}`, text)]];
    }),
  );
}

function preferenceOf(words: McdaWords): Preference | null {
  const read = (name: 'indifference' | 'strict' | 'inflection') => {
    const text = words[name];
    if (text === undefined) return null;
    const found = /^[\d.]+(e[+-]?\d+)?%?$/i.test(text) ? readThreshold(text, `--${name}`) : null;
    if (!found)
      throw wrong(`--${name}`, text, {
        en: 'a number in units, or 10% of the range',
        zh: '以单位计的数，或值域的 10%（写作 10%）',
      });
    return found;
  };
  const [indifference, strict, inflection] = [read('indifference'), read('strict'), read('inflection')];
  if (words.preference === undefined) {
    const idle = (['indifference', 'strict', 'inflection'] as const).find(
      (name) => words[name] !== undefined,
    );
    if (idle)
      throw wrong(
        `--${idle}`,
        { en: 'given without --preference', zh: '未给出 --preference' },
        { en: 'a preference function beside it', zh: '与偏好函数一同给出' },
      );
    return null;
  }
  return {
    function: oneOf('--preference', words.preference, preferenceFunctions),
    ...(indifference && { indifference }),
    ...(strict && { strict }),
    ...(inflection && { inflection }),
  };
}

function weighingOf(word: string, judgements: readonly (readonly string[])[] | null): CriterionWeighting {
  const method = oneOf('--weights', word, criterionWeightings);
  if (method !== 'ahp') {
    if (judgements !== null)
      throw wrong(
        '--judgements',
        { en: `given with ${method}`, zh: `与 ${method} 一同给出` },
        { en: '--weights ahp beside it', zh: '与 --weights ahp 一同给出' },
      );
    return { method };
  }
  if (judgements === null)
    throw wrong('--weights', 'ahp', {
      en: 'ahp with --judgements FILE',
      zh: 'ahp 与 --judgements FILE 一同给出',
    });
  return { method, judgements: readJudgements(judgements) };
}

function oneOf<Word extends string>(option: string, word: string, words: readonly Word[]): Word {
  const found = words.find((one) => one === word);
  if (found === undefined) throw wrong(option, word, words.join(', '));
  return found;
}

function numberOf(option: string, text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) throw wrong(option, text, phrases.number);
  return number;
}

function digitsOf(text: string): number {
  const digits = numberOf('--tie-digits', text);
  if (!Number.isInteger(digits) || digits < 1 || digits > 15)
    throw wrong('--tie-digits', text, {
      en: 'a whole number from 1 to 15, or none',
      zh: '1 到 15 的整数，或 none',
    });
  return digits;
}

function wrong(option: string, found: string | Text, expected: string | Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
