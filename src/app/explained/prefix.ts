import type { ResultAddress, ResultKind } from '../../assess/index.js';

/** What a row of an answer says of the addresses of its numbers. */
export interface Addressed {
  /** Followed by `/` and the path of a number in the row it is the number's address. */
  readonly explain: string;
}

/** As `Addressed`; null where what the answer was made of is kept nowhere, or has no explanation yet. */
export interface MaybeAddressed {
  readonly explain: string | null;
}

/** Options of a call that a number depends on; what is absent is not in the address. */
export type AddressOptions = Readonly<Record<string, string | number | boolean | undefined>>;

/** The years an answer speaks of: one, both ends, or none where a table does not say. */
export type Years = string | readonly [from: string | number, to: string | number] | null;

/**
 * The beginning of the addresses of a row: `population/cn-230400/2010..2020`, `carbon/A/2000..2020,chained=true,table=…`.
 * Options stand by name, so that equal calls have equal addresses.
 *
 * @param place id of a unit or the place of a table, as written
 */
export function resultPrefix(
  kind: ResultKind,
  place: string,
  years: Years,
  options: AddressOptions = {},
): string {
  const when = years === null ? '-' : typeof years === 'string' ? years : `${years[0]}..${years[1]}`;
  const given = Object.entries(options)
    .filter(([, value]) => value !== undefined && value !== false)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${escaped(String(value))}`);
  return [kind, escaped(place), [when, ...given].join(',')].join('/');
}

/** An address taken apart again. */
export interface ReadPrefix {
  readonly place: string;
  readonly years: Years;
  readonly options: Readonly<Record<string, string>>;
}

/** Reads what `resultPrefix` wrote. */
export function readPrefix({ place, span }: Pick<ResultAddress, 'place' | 'span'>): ReadPrefix {
  const [when = '', ...given] = span.split(',');
  const ends = when.split('..');
  const years: Years = when === '-' ? null : ends.length === 2 ? [ends[0] ?? '', ends[1] ?? ''] : when;
  const options = given.map((one) => {
    const at = one.indexOf('=');
    return at < 0 ? [one, 'true'] : [one.slice(0, at), decoded(one.slice(at + 1))];
  });
  return { place: decoded(place), years, options: Object.fromEntries(options) };
}

/** What would end a part of an address is percent-encoded; Chinese stays readable. */
export function escaped(text: string): string {
  return text.replace(/[/,#%?&=\s]/g, encodeURIComponent);
}

/** The opposite of `escaped`; what is no encoding is taken as it stands. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
