import { AfterlodeError, type IndicatorId, type Language, type Text } from '../../base/index.js';
import { formSign, hiddenSheet } from './layout.js';
import type { FilledEntry, FilledSheet, FormBook, FormIdentity } from './types.js';

/** What the hidden sheet holds. */
export interface HiddenFacts extends FormIdentity {
  readonly language: Language;
  /** What each row held when the workbook was made. */
  readonly before: ReadonlyMap<string, FilledEntry>;
}

/** Rows of the hidden sheet: who and what, then each indicator with what it held. */
export function hiddenRows(book: FormBook, lang: Language): readonly (readonly (string | number | null)[])[] {
  const { round, city, form } = book.identity;
  const rows = book.sections.flatMap((section) => section.rows);
  return [
    [formSign],
    ['round', round],
    ['city', city],
    ['form', form],
    ['language', lang],
    ...rows.map(({ indicator, filled }) => ['row', indicator, filled.value, filled.why, filled.source]),
  ];
}

/**
 * Reads the hidden sheet and holds it against what is expected.
 *
 * @param name of the file, for messages
 * @throws AfterlodeError WORKBOOK_NO_FORM, WORKBOOK_OTHER_ROUND, WORKBOOK_OTHER_CITY, WORKBOOK_OTHER_FORM
 */
export function readIdentity(
  sheets: readonly FilledSheet[],
  book: Pick<FormBook, 'identity' | 'city'>,
  name: string,
): HiddenFacts {
  const rows = hiddenLines(sheets, name);
  const fact = (key: string) => factOf(rows, key);
  const { identity } = book;
  const round = fact('round');
  if (round !== identity.round)
    throw new AfterlodeError('WORKBOOK_OTHER_ROUND', name, { found: round, expected: identity.round });
  const city = fact('city');
  if (city !== identity.city) {
    const expected: Text = {
      en: `${book.city.en} (${identity.city})`,
      zh: `${book.city.zh}（${identity.city}）`,
    };
    throw new AfterlodeError('WORKBOOK_OTHER_CITY', name, { found: city, expected });
  }
  if (fact('form') !== identity.form) throw new AfterlodeError('WORKBOOK_OTHER_FORM', name);
  const language = fact('language') === 'en' ? 'en' : 'zh';
  return { ...identity, language, before: beforeOf(rows) };
}

/** The city that a workbook names. @throws AfterlodeError WORKBOOK_NO_FORM */
export function statedCity(sheets: readonly FilledSheet[], name: string): string {
  return factOf(hiddenLines(sheets, name), 'city');
}

type Lines = readonly (readonly string[])[];

function hiddenLines(sheets: readonly FilledSheet[], name: string): Lines {
  const rows = sheets.find((sheet) => sheet.name === hiddenSheet)?.rows.map(({ cells }) => cells);
  if (rows?.[0]?.[0] === formSign) return rows;
  const found = sheets.map((sheet) => sheet.name).join(', ');
  throw new AfterlodeError('WORKBOOK_NO_FORM', name, { found });
}

function factOf(rows: Lines, key: string): string {
  return rows.find((cells) => cells[0] === key)?.[1] ?? '';
}

function beforeOf(rows: Lines): ReadonlyMap<string, FilledEntry> {
  const found = new Map<string, FilledEntry>();
  for (const [key, indicator = '', value = '', why = '', source = ''] of rows) {
    if (key !== 'row') continue;
    found.set(indicator, { value: value === '' ? null : Number(value), why, source });
  }
  return found;
}

/** What a row held, for a form without that row's line on the hidden sheet. */
export function heldBefore(facts: HiddenFacts, indicator: IndicatorId): FilledEntry {
  return facts.before.get(indicator) ?? { value: null, why: '', source: '' };
}
