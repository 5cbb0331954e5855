import type { ResultInput, ResultNumber } from '../../assess/index.js';
import type { Issue, Text } from '../../base/index.js';
import { decoded, escaped } from './prefix.js';

/** English and Chinese. */
export type Words = readonly [en: string, zh: string];

/** Words of the segments that stand in braces in the path of a rule. */
export type At = Readonly<Record<string, string>>;

/** How the numbers under a path came about: one entry for all numbers of a kind. */
export interface NumberRule {
  /** `ageing/{end}/young`: what stands in braces fits any one segment. */
  readonly path: string;
  readonly label: Words | ((at: At) => Words);
  readonly unit: string;
  readonly how: Words | ((at: At) => Words);
  /** Page below `docs/methods/`. */
  readonly method: string;
  /** What it was made from; an address beginning with `./` is another number of the row. */
  readonly inputs: (at: At) => readonly ResultInput[];
}

/** A row of an answer with the rules of its numbers. */
export interface RuledRow {
  /** `population/cn-230400/2010..2020` */
  readonly prefix: string;
  /** Place and years, for labels. */
  readonly title: Text;
  readonly row: object;
  readonly rules: readonly NumberRule[];
}

/** The number under a path of a row with what it was made from; undefined where there is no such number. */
export function numberOf(ruled: RuledRow, path: string): ResultNumber | undefined {
  const value = valueAt(ruled.row, path);
  if (value === undefined) return undefined;
  for (const rule of ruled.rules) {
    const at = matched(rule.path, path);
    if (at) return ruledNumber(ruled, rule, at, value);
  }
  return undefined;
}

function ruledNumber(ruled: RuledRow, rule: NumberRule, at: At, value: number): ResultNumber {
  const label = textOf(rule.label, at);
  const { title, prefix, row } = ruled;
  return {
    label: { en: `${label.en}, ${title.en}`, zh: `${label.zh}，${title.zh}` },
    value,
    unit: rule.unit,
    how: textOf(rule.how, at),
    method: rule.method,
    remarks: Number.isNaN(value) ? reasons(row) : [],
    inputs: rule
      .inputs(at)
      .map((input) =>
        typeof input === 'string' && input.startsWith('./') ? prefix + input.slice(1) : input,
      ),
  };
}

/** Doubts of the row that leave numbers missing although figures are there. */
const withholding = new Set(['ANALYSIS_BOUNDARY', 'ANALYSIS_PARTS', 'ANALYSIS_GAPS']);

function reasons(row: object): readonly Text[] {
  const issues = 'issues' in row ? (row.issues as readonly Issue[]) : [];
  return issues.filter(({ code }) => withholding.has(code)).map(({ message }) => message);
}

function textOf(words: Words | ((at: At) => Words), at: At): Text {
  const [en, zh] = typeof words === 'function' ? words(at) : words;
  return { en, zh };
}

function matched(pattern: string, path: string): At | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const at: Record<string, string> = {};
  for (const [place, segment] of wanted.entries()) {
    const own = given[place] as string;
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name !== undefined) at[name] = decoded(own);
    else if (segment !== own) return null;
  }
  return at;
}

/**
 * The number under a path; `NaN` where it is null or something on the way is; undefined where it is no number.
 * Items of a list are named by `itemKey`, in lists of numbers by their place.
 */
function valueAt(row: object, path: string): number | undefined {
  let here: unknown = row;
  for (const segment of path.split('/')) {
    if (here === null) return Number.NaN;
    if (typeof here !== 'object') return undefined;
    if (Array.isArray(here)) {
      here = here.find((item, at) => (itemKey(item) ?? String(at)) === decoded(segment));
    } else here = Object.hasOwn(here, segment) ? (here as Record<string, unknown>)[segment] : undefined;
    if (here === undefined) return undefined;
  }
  if (here === null) return Number.NaN;
  return typeof here === 'number' ? here : undefined;
}

/** Fields by which an item of a list is told from the others, joined by dots; first found first. */
const keys: readonly (readonly string[])[] = [
  ['set', 'test'],
  ['resource', 'basis'],
  ['branch'],
  ['sector'],
  ['activity'],
  ['aspect'],
  ['node'],
  ['id'],
  ['indicator', 'year'],
  ['indicator'],
  ['place'],
  ['period'],
  ['year'],
  ['from', 'to'],
];

/** What an item of a list is called in a path; null for what has no such field. */
export function itemKey(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const fields = item as Record<string, unknown>;
  const found = keys.find((names) => names.every((name) => Object.hasOwn(fields, name)));
  return found ? found.map((name) => String(fields[name])).join('.') : null;
}

/** Everything in a row that is a number or missing, with its path. */
export function numbersIn(row: object): readonly (readonly [path: string, value: number | null])[] {
  const found: (readonly [string, number | null])[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    if (value === null || typeof value === 'number') found.push([path.join('/'), value]);
    else if (Array.isArray(value)) {
      value.forEach((item, at) => {
        walk(item, [...path, escaped(itemKey(item) ?? String(at))]);
      });
    } else if (typeof value === 'object') {
      for (const [name, inside] of Object.entries(value as object)) walk(inside, [...path, name]);
    }
  };
  walk(row, []);
  return found;
}

/** `first` and `last` in words, for labels. */
export const endWords: Readonly<Record<string, Words>> = {
  first: ['at the beginning', '期初'],
  last: ['at the end', '期末'],
};

/** A label with the end it speaks of. */
export function atEnd(en: string, zh: string): (at: At) => Words {
  return ({ end = '' }) => {
    const word = endWords[end] ?? [end, end];
    return [`${en} ${word[0]}`, `${word[1]}${zh}`];
  };
}

/** A sum on the way to a number. */
export function sumStep(
  label: Words,
  unit: string,
  parts: readonly { readonly value: number; readonly input: ResultInput }[],
  method = 'formulas',
): ResultInput {
  const value = parts.reduce((sum, part) => sum + part.value, 0);
  return {
    input: 'step',
    label: { en: label[0], zh: label[1] },
    value,
    unit,
    how: { en: `sum of ${parts.length}`, zh: `${parts.length} 项之和` },
    method,
    inputs: parts.map((part) => part.input),
  };
}

/** A rule in one line. */
export function simpleRule(
  path: string,
  label: NumberRule['label'],
  unit: string,
  how: Words,
  inputs: NumberRule['inputs'],
  method: string,
): NumberRule {
  return { path, label, unit, how, method, inputs };
}
