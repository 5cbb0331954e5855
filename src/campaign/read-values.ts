import { AfterlodeError, type Code, type Facts, id, issue, type Text } from '../base/index.js';
import type { Catalog, FormEntry, Layout } from '../catalog/index.js';
import { type CellReader, cellReader, isFault } from '../observe/index.js';
import type { GivenValue, ReturnIssue, ReturnValue } from './types.js';

/** What of the catalog is needed to read values. */
export type FormCatalog = Pick<Catalog, 'units' | 'indicators' | 'layouts' | 'parameters'>;

/** Values as they would be kept, and what could not be read. */
export interface ReadValues {
  readonly values: readonly ReturnValue[];
  /** Errors only: of a faulty entry nothing is kept. */
  readonly issues: readonly ReturnIssue[];
}

/** Longest words that stand beside a value, in characters. */
const longest = 2000;

/**
 * Reads what somebody hands in for a return, entry by entry, against what is there already. Numbers stay in the unit in which they were
 * given; words for another unit of the same kind are understood.
 *
 * @param entries of all forms of the round, by indicator
 * @param present values in force, by indicator
 * @throws AfterlodeError ROUND_INDICATOR, ACCESS_WORDS for words that no store can keep
 */
export function readValues(
  given: readonly GivenValue[],
  entries: ReadonlyMap<string, FormEntry>,
  present: ReadonlyMap<string, ReturnValue>,
  catalog: FormCatalog,
): ReadValues {
  const reader = cellReader(cellLayout(catalog), catalog);
  const values: ReturnValue[] = [];
  const issues: ReturnIssue[] = [];
  for (const one of given) {
    const entry = entries.get(one.indicator);
    if (entry === undefined) {
      const where = one.cell ?? one.indicator;
      throw new AfterlodeError('ROUND_INDICATOR', where, { found: one.indicator.slice(0, 60) });
    }
    const before = present.get(one.indicator) ?? emptyValue(entry);
    const read = readNumber(one, entry, before, reader, catalog);
    if ('code' in read) issues.push(faultIssue(one, entry, read, catalog));
    else values.push(withWords(one, { ...before, ...read }));
  }
  return { values, issues };
}

/** A value of which nothing is known. */
export function emptyValue(entry: FormEntry): ReturnValue {
  return {
    indicator: entry.indicator,
    value: null,
    unit: entry.unit,
    missing: '',
    source: '',
    explanation: '',
  };
}

/** Words of cells that say "missing" are those of long tables. */
function cellLayout({ layouts }: FormCatalog): Layout {
  const [first] = layouts.values();
  return layouts.get('long') ?? (first as Layout);
}

function readNumber(
  one: GivenValue,
  entry: FormEntry,
  before: ReturnValue,
  reader: CellReader,
  catalog: FormCatalog,
): Pick<ReturnValue, 'value' | 'unit'> | { readonly code: Code; readonly facts: Facts } {
  if (one.value === undefined) return { value: before.value, unit: before.unit };
  if (one.value === null) return { value: null, unit: entry.unit };
  const text = String(one.value).trim();
  if (reader.isMissing(text)) return { value: null, unit: entry.unit };
  const words = one.unit?.trim() ?? '';
  // A unit of the catalog by its id is taken as it is; anything else is read as words.
  const known = catalog.units.has(id<'unit'>(words));
  const unit = reader.unitOf(
    known ? '' : words,
    known ? id<'unit'>(words) : words === '' ? entry.unit : null,
    entry.indicator,
  );
  if (isFault(unit)) return unit;
  if (typeof one.value === 'number' && Number.isFinite(one.value) && unit.exponent === 0) {
    return { value: one.value, unit: unit.unit };
  }
  return reader.valueOf(text, unit, entry.indicator);
}

function withWords(one: GivenValue, value: ReturnValue): ReturnValue {
  return {
    ...value,
    missing: wordsOf(one.missing, value.missing, one),
    source: wordsOf(one.source, value.source, one),
    explanation: wordsOf(one.explanation, value.explanation, one),
  };
}

function wordsOf(given: string | undefined, before: string, one: GivenValue): string {
  if (given === undefined) return before;
  const words = given.trim();
  // Line breaks may stand in an explanation; other control characters no store and no workbook can keep.
  if (words.length <= longest && !/[^\P{Cc}\n\t\r]|\p{Surrogate}/u.test(words)) return words;
  throw new AfterlodeError('ACCESS_WORDS', one.cell ?? one.indicator, {
    found: JSON.stringify(words.slice(0, 40)),
    expected: { en: `at most ${longest} characters of text`, zh: `不超过 ${longest} 个字符的文字` },
  });
}

function faultIssue(
  one: GivenValue,
  entry: FormEntry,
  { code, facts }: { readonly code: Code; readonly facts: Facts },
  catalog: FormCatalog,
): ReturnIssue {
  const label = catalog.indicators.get(entry.indicator)?.label;
  const where: Text = {
    en: [one.cell, label?.en ?? entry.indicator].filter(Boolean).join(', '),
    zh: [one.cell, label?.zh ?? entry.indicator].filter(Boolean).join('，'),
  };
  const found = issue(code, 'error', where, facts);
  return {
    ...found,
    severity: 'error',
    indicator: entry.indicator,
    found: String(one.value).slice(0, 60),
    expected: entry.unit,
    explained: false,
  };
}
