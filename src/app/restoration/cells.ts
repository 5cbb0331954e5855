import { phrases, type Text } from '../../base/index.js';
import type { NamedRow } from '../tables/named-rows.js';

const aYear: Text = { en: 'a year such as 2020', zh: '年份，如 2020' };
const yesOrNo: Text = { en: 'yes, no or nothing', zh: '是、否或留空' };
const words: Readonly<Record<string, boolean>> = { yes: true, 是: true, no: false, 否: false };

/** A year of four digits. @throws what the row throws */
export function yearAt<Name extends string>(row: NamedRow<Name>, name: Name): number {
  const year = row.number(name);
  if (Number.isInteger(year) && year >= 1000 && year <= 9999) return year;
  throw row.wrong(name, row.text(name) || phrases.empty, aYear);
}

/** A number from 0, up to `most` where that is given; `NaN` where nothing stands there. @throws what the row throws */
export function from0At<Name extends string>(
  row: NamedRow<Name>,
  name: Name,
  most = Number.POSITIVE_INFINITY,
): number {
  const value = row.number(name);
  if (value < 0 || value > most)
    throw row.wrong(name, row.text(name), most === 1 ? phrases.share : phrases.numberFrom0);
  return value;
}

/** Yes or no; null where nothing stands there. @throws what the row throws */
export function yesAt<Name extends string>(row: NamedRow<Name>, name: Name): boolean | null {
  const text = row.text(name).toLowerCase();
  if (text === '') return null;
  const said = words[text];
  if (said === undefined) throw row.wrong(name, row.text(name), yesOrNo);
  return said;
}

/** One of some words. @throws what the row throws */
export function wordAt<Name extends string, Word extends string>(
  row: NamedRow<Name>,
  name: Name,
  known: readonly Word[],
): Word {
  const expected = phrases.oneOf(known.join(', '));
  const found = row.word(name, expected);
  const word = known.find((one) => one === found);
  if (word === undefined) throw row.wrong(name, found, expected);
  return word;
}

/** A name that stands once in its table. @throws what the row throws */
export function onceAt<Name extends string>(
  row: NamedRow<Name>,
  name: Name,
  seen: Set<string>,
  expected: Text,
): string {
  const word = row.word(name, expected);
  if (seen.has(word)) throw row.wrong(name, phrases.twice(word), expected);
  seen.add(word);
  return word;
}
