import type { Light } from '../assess/index.js';
import type { Language, Text } from '../base/index.js';
import { formatDecimal, formatNumber, formatPercent, formatScore, shownValue } from './format.js';
import { type Labels, labelsOf } from './labels.js';
import type { Block, Cell, DisplayUnit, ReportContext, ReportPage, TableColumnHead } from './types.js';
import { say, sentences, words } from './words.js';

/** What every page that is reported on says of itself. */
export type Dated = Pick<ReportPage, 'period' | 'sources'>;

/** What every section of one report is written from. */
export interface Writing<Page extends Dated = ReportPage> {
  readonly page: Page;
  readonly context: ReportContext;
  readonly lang: Language;
  readonly labels: Labels;
  /** Line below each table and chart: period, sources, catalog. */
  readonly origin: string;
  /** `catalog 0.1.0 (3f2a91c04b7e)`. */
  readonly catalog: string;
  readonly t: (text: Text) => string;
}

/** Gathers what the sections share. */
export function beginWriting<Page extends Dated>(
  page: Page,
  context: ReportContext,
  lang: Language,
): Writing<Page> {
  const { version, hash } = context.catalog;
  const catalog = say(sentences.catalog, lang, { version, hash: hash.slice(0, 12) });
  return {
    page,
    context,
    lang,
    labels: labelsOf(context.catalog, lang),
    origin: say(sentences.tableNote, lang, {
      period: page.period,
      sources: sourceNote(page, context, lang),
      catalog,
    }),
    catalog,
    t: (text) => text[lang],
  };
}

/** The title of the one source; of several their numbers in the last section, which names them whole. */
function sourceNote(page: Dated, context: ReportContext, lang: Language): string {
  const [first] = page.sources;
  if (first === undefined) return words.noData[lang];
  if (page.sources.length === 1) {
    return context.sources.find((source) => source.id === first)?.title[lang] ?? first;
  }
  const facts = { last: page.sources.length, title: words.sections.sources[lang] };
  return say(sentences.severalSources, lang, facts);
}

export function textCell(text: string): Cell {
  return { kind: 'text', text };
}

export function codeCell(text: string): Cell {
  return { kind: 'text', text, code: true };
}

/** A number in the unit shown, with its rounded text; `mark` is put behind the text (`?` for a doubt). */
export function numberCell(
  value: number | null,
  display: DisplayUnit,
  lang: Language,
  address: string,
  mark = '',
): Cell {
  const shown = value === null || !Number.isFinite(value) ? null : shownValue(value, display);
  const text = formatNumber(value, display, lang);
  return {
    kind: 'number',
    value: shown,
    text: shown === null ? text : text + mark,
    digits: display.digits,
    address,
  };
}

/** A score from 0 to 100. */
export function scoreCell(score: number | null, lang: Language, address: string): Cell {
  return { kind: 'number', value: score, text: formatScore(score, lang), digits: 1, address };
}

/** A share in percent, the sign in the column's head. */
export function percentCell(share: number, lang: Language): Cell {
  const text = formatPercent(share, lang, 0).replace(' %', '');
  return { kind: 'number', value: Number.isFinite(share) ? share * 100 : null, text, digits: 0, address: '' };
}

/** A whole number, for counts and ranks. */
export function countCell(value: number, address = ''): Cell {
  return { kind: 'number', value, text: formatDecimal(value, 0), digits: 0, address };
}

/** A year: never grouped by thousands. */
export function yearCell(year: number): Cell {
  return { kind: 'text', text: String(year) };
}

export function lightCell(light: Light, lang: Language): Cell {
  return { kind: 'light', light, text: words.lights[light][lang] };
}

export function column(title: Text, lang: Language, align: 'left' | 'right', width: number): TableColumnHead {
  return { title: title[lang], align, width };
}

export function paragraph(text: string, tone: 'plain' | 'caution' | 'small' = 'plain'): Block {
  return { kind: 'paragraph', text, tone };
}

/** A word by its key; a key without a word stands for itself. */
export function named(all: Readonly<Record<string, Text>>, key: string, lang: Language): string {
  return all[key]?.[lang] ?? key;
}

/** Joins labels, which may hold commas themselves: `a, b; c`, `甲；乙`. */
export function joinLabels(items: readonly string[], lang: Language): string {
  return items.join(words.reasonSeparator[lang]);
}

/** Joins words of a list: `a, b`, `甲、乙`. */
export function join(items: readonly string[], lang: Language): string {
  return items.join(words.listSeparator[lang]);
}
