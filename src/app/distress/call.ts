import { type RankOptions, rankOptionsOf } from '../../assess/index.js';
import { AfterlodeError, type IsoDate, id, phrases, type Text } from '../../base/index.js';
import type { Catalog } from '../../catalog/index.js';
import { numberOf, type Written } from '../composite/words.js';

/** Options of county distress as a command or a request writes them. */
export interface DistressWords {
  /** Row of the country; default `country`. */
  readonly country?: string;
  /** Day whose thresholds are held beside the ranks; none did decide after fiscal 2006. */
  readonly thresholdsOf?: string;
  readonly runs?: Written;
  readonly seed?: Written;
  /** Of the weights, 0 to 1. */
  readonly spread?: Written;
}

/** The command `distress`, as written. */
export interface DistressCall extends DistressWords {
  readonly table?: string;
  /** Folder for a CSV file and a workbook. */
  readonly out?: string;
}

/** How ranks are tried: the rule of the catalog, but for what the call says. @throws AfterlodeError CALL_OPTION */
export function rangeOptions(catalog: Catalog, words: DistressWords): RankOptions {
  const usual = rankOptionsOf(catalog);
  const given = (option: string, written: Written | undefined, usualValue: number) =>
    written === undefined ? usualValue : numberOf(option, written);
  const runs = given('--runs', words.runs, usual.runs);
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= 10_000))
    throw wrong('--runs', String(words.runs), {
      en: 'a whole number from 1 to 10000',
      zh: '1 到 10000 的整数',
    });
  const spread = given('--spread', words.spread, usual.spread);
  if (!(spread >= 0 && spread <= 1)) throw wrong('--spread', String(words.spread), phrases.share);
  return { ...usual, runs, spread, seed: given('--seed', words.seed, usual.seed) };
}

/** @throws AfterlodeError CALL_OPTION for what is no day */
export function thresholdsDay({ thresholdsOf }: DistressWords): IsoDate | null {
  if (thresholdsOf === undefined) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(thresholdsOf)
    ? Date.parse(`${thresholdsOf}T00:00:00Z`)
    : Number.NaN;
  // 31 April is read as 1 May.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(thresholdsOf))
    return id<'date'>(thresholdsOf);
  throw wrong('--thresholds-of', thresholdsOf, { en: 'a day, YYYY-MM-DD', zh: '日期 YYYY-MM-DD' });
}

function wrong(option: string, found: string, expected: Text): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', option, { found, expected });
}
