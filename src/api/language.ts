import type { Language } from '../base/index.js';

/**
 * The language of an answer by an `Accept-Language` header: the better of zh and en, the first where they are equal, en without either.
 *
 * @example `languageOf('zh-CN,zh;q=0.9,en;q=0.8')` is `zh`
 */
export function languageOf(header: string | undefined): Language {
  let best: Language = 'en';
  let most = 0;
  for (const part of (header ?? '').split(',')) {
    const [tag = '', ...words] = part.trim().toLowerCase().split(';');
    const language = /^(zh|en)(-|$)/.exec(tag.trim())?.[1];
    const quality = Number(words.find((word) => word.trim().startsWith('q='))?.split('=')[1] ?? 1);
    if ((language === 'zh' || language === 'en') && quality > most) {
      best = language;
      most = quality;
    }
  }
  return best;
}
