import type { Text } from '../base/index.js';
import { beginWriting } from './blocks.js';
import { carbonSection } from './carbon.js';
import { leadParagraphs } from './lead.js';
import type { Block, ReportContext, ReportPage } from './types.js';

/** A sentence or two, and whether it warns. */
export interface ShortParagraph {
  readonly text: Text;
  readonly caution: boolean;
}

/** The city in a few sentences, in both languages. */
export interface CityInShort {
  /** Who it is, its people, its dependence, what made services weigh more, what nothing is known of. */
  readonly lead: readonly ShortParagraph[];
  /** What is missing for carbon and how it is filled; empty where there is no such analysis, or an inventory is there. */
  readonly carbon: readonly ShortParagraph[];
}

/**
 * The sentences of the report for a page that shows more than a document: equal words at both doors.
 *
 * @param page with its story
 */
export function cityInShort(page: ReportPage, context: ReportContext): CityInShort {
  const zh = beginWriting(page, context, 'zh');
  const en = beginWriting(page, context, 'en');
  const rows = page.story?.carbon ?? [];
  return {
    lead: together(leadParagraphs(en), leadParagraphs(zh)),
    carbon: rows.length === 0 ? [] : together(carbonSection(en, rows).blocks, carbonSection(zh, rows).blocks),
  };
}

/** Paragraphs of both languages side by side; the same decisions made both, so they are equally many. */
function together(en: readonly Block[], zh: readonly Block[]): readonly ShortParagraph[] {
  return en.flatMap((block, at) => {
    const other = zh[at];
    if (block.kind !== 'paragraph' || other?.kind !== 'paragraph') return [];
    return [{ text: { en: block.text, zh: other.text }, caution: block.tone === 'caution' }];
  });
}
