/** Text in both languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** A language of the product. */
export type Language = 'zh' | 'en';

/** The same words in both languages: names, codes, numbers. */
export function sameText(text: string): Text {
  return { en: text, zh: text };
}
