import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { CalibrationForm, ElementJoin } from '../../locate/index.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of the command `disorder` and its request, as written. */
export interface DisorderWords {
  /** `max` or `mean` of the elements of a dimension; default that of the list. */
  readonly join?: string;
  /** Share of the dimensions that must be judged for a score; 0. */
  readonly minimumCoverage?: Written;
  /** `logistic` or `linear`: curve from scores to presence. */
  readonly calibration?: string;
  /** Id of the list of elements; default the newest in force. */
  readonly list?: string;
}

/** Options, checked. */
export interface DisorderOptions {
  /** null: that of the list. */
  readonly join: ElementJoin | null;
  readonly minimumCoverage: number;
  readonly form: CalibrationForm;
}

/**
 * Checks the words of a call.
 *
 * @throws AfterlodeError CALL_OPTION
 */
export function disorderOptions(words: DisorderWords): DisorderOptions {
  const coverage = numberOf('--minimum-coverage', words.minimumCoverage ?? 0);
  if (!(coverage >= 0 && coverage <= 1))
    throw wrong('--minimum-coverage', String(words.minimumCoverage), phrases.share);
  return {
    join: words.join === undefined ? null : oneOf<ElementJoin>('--join', words.join, ['max', 'mean']),
    minimumCoverage: coverage,
    form: oneOf('--calibration', words.calibration ?? 'logistic', ['logistic', 'linear']),
  };
}

/** Options of a sampling plan, as written. */
export interface PlanWords {
  /** Between points along a street, m; default that of the catalog. */
  readonly spacing?: Written;
  /** Pictures count within this distance of a point, m; default half the spacing. */
  readonly within?: Written;
  /** `5-9` or `4,5,9`: only pictures of these months count. */
  readonly months?: string;
  /** `9-16`: only pictures of these hours of the local day count. */
  readonly hours?: string;
}

/** Options of a sampling plan, checked. */
export interface PlanOptions {
  readonly spacingM: number;
  readonly withinM: number;
  readonly months: ReadonlySet<number> | null;
  readonly hours: readonly [number, number] | null;
}

/**
 * Checks the words of a plan.
 *
 * @param spacing m, of the catalog
 * @throws AfterlodeError CALL_OPTION
 */
export function planOptions(words: PlanWords, spacing: number): PlanOptions {
  const spacingM = lengthOf('--spacing', words.spacing ?? spacing);
  return {
    spacingM,
    withinM: lengthOf('--within', words.within ?? spacingM / 2),
    months: words.months === undefined ? null : monthsOf(words.months),
    hours: words.hours === undefined ? null : hoursOf(words.hours),
  };
}

function lengthOf(option: string, written: Written): number {
  const found = numberOf(option, written);
  // Below a metre a city has millions of points; above 10 km a street has none of its own.
  if (found >= 1 && found <= 10_000) return found;
  throw wrong(option, String(written), { en: 'metres, from 1 to 10000', zh: '以米为单位，1 至 10000' });
}

function monthsOf(word: string): ReadonlySet<number> {
  const months = word.split(',').flatMap((part) => {
    const found = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part.trim());
    const [first, last] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
    const inYear = (month: number) => month >= 1 && month <= 12;
    if (!inYear(first) || !inYear(last)) {
      throw wrong('--months', word, { en: 'months such as 5-9 or 11-2', zh: '月份，如 5-9 或 11-2' });
    }
    // 11-2 goes over the new year.
    const count = ((last - first + 12) % 12) + 1;
    return Array.from({ length: count }, (_, at) => ((first - 1 + at) % 12) + 1);
  });
  return new Set(months);
}

function hoursOf(word: string): readonly [number, number] {
  const found = /^(\d{1,2})-(\d{1,2})$/.exec(word.trim());
  const [first, last] = [Number(found?.[1]), Number(found?.[2])];
  if (found !== null && first <= last && last <= 23) return [first, last];
  throw wrong('--hours', word, { en: 'hours such as 9-16', zh: '小时，如 9-16' });
}

function oneOf<Word extends string>(option: string, found: string, words: readonly Word[]): Word {
  const word = words.find((one) => one === found);
  if (word === undefined) throw wrong(option, found, phrases.oneOf(words.join(', ')));
  return word;
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
