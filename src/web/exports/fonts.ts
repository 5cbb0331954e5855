import { dataAddress } from './picture.js';

/**
 * The shipped fonts as rules with the fonts inside, those pieces only whose letters the text has: a picture that is drawn from a file
 * knows no font of the page.
 */
export async function pageFonts(text: string): Promise<string> {
  const letters = new Set(Array.from(text, (letter) => letter.codePointAt(0) as number));
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule && holdsOne(rule.style.getPropertyValue('unicode-range'), letters)
        ? [{ rule, base: sheet.href ?? location.href }]
        : [],
    ),
  );
  return (await Promise.all(rules.map(({ rule, base }) => inside(rule, base)))).join('\n');
}

async function inside(rule: CSSFontFaceRule, base: string): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (address === undefined) return '';
  const font = await dataAddress(await (await fetch(new URL(address, base))).blob());
  const kept = ['font-family', 'font-weight', 'font-style', 'unicode-range'].map(
    (name) => `${name}:${rule.style.getPropertyValue(name)}`,
  );
  return `@font-face{${kept.join(';')};src:url(${font})}`;
}

/** Whether one of the letters lies in a range as style sheets write it: `U+4E00-9FFF, U+26`; every letter where there is none. */
export function holdsOne(range: string, letters: ReadonlySet<number>): boolean {
  if (range.trim() === '') return true;
  const parts = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ] as const;
  });
  return [...letters].some((letter) => parts.some(([from, to]) => letter >= from && letter <= to));
}
