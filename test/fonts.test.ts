import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../src/web/words.js';

/** Whether the font that pages ship has every character that the program and its data show. */

const require = createRequire(import.meta.url);
const ranges = Object.values(
  require('@fontsource-variable/noto-sans-sc/unicode.json') as Readonly<Record<string, string>>,
).flatMap((part) =>
  part.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
  }),
);
const isCovered = (letter: string) => {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x20 || ranges.some(([from, to]) => from <= code && code <= to);
};

/** Signs of formulas and classes that come from a font of the machine, as Latin fonts mostly have them. */
const ofTheMachine = /\p{Script=Greek}|[µⅠ-Ⅳ₊₋ₖ⅓⅔∛⌈⌉⌊⌋]/u;

/** Characters of texts that the font lacks and that are not left to the machine, each once. */
function lacking(texts: Iterable<string>): readonly string[] {
  const letters = new Set<string>();
  for (const text of texts) for (const letter of text) letters.add(letter);
  return [...letters].filter((letter) => !isCovered(letter) && !ofTheMachine.test(letter)).toSorted();
}

/** Texts of all files below a folder of the checkout that end so. */
function* textsBelow(folder: string, ending: string): Generator<string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const file of found) {
    if (file.isFile() && extname(file.name) === ending)
      yield readFileSync(join(file.parentPath, file.name), 'utf8');
  }
}

describe('the font of the pages has what is shown', () => {
  it('by the words of the pages', () => {
    expect(lacking(Object.values(words).flatMap(({ zh, en }) => [zh, en]))).toEqual([]);
  });

  it.each([
    ['the register', 'data/register', '.csv'],
    ['the descriptions of the tables', 'data/tables', '.yaml'],
    ['the catalog', 'catalog', '.yaml'],
    ['the messages', 'src/base/codes', '.ts'],
    ['the pages of the methods', 'docs/methods', '.md'],
    ['the pages', 'src/web', '.tsx'],
  ])('by %s', (_, folder, ending) => {
    const texts = [...textsBelow(folder, ending)];
    expect(texts.length).toBeGreaterThan(0);
    expect(lacking(texts)).toEqual([]);
  });

  it('and not what nobody shows: a letter of a far script is told', () => {
    expect(lacking(['鹤岗', 'ꦲ'])).toEqual(['ꦲ']);
  });
});
