import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { words } from '../src/web/words.js';
import { writtenFiles } from '../tools/checkout.js';

/** docs/guide/glossary.md against the words that the program uses. Its links are followed in test/docs.test.ts. */

const rows = readFileSync('docs/guide/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!English|---)/.test(line))
  .map((line) => line.slice(2, -2).split(' | ') as [en: string, zh: string, meaning: string]);
const terms = new Map(rows.map(([en, zh]) => [en, zh]));

describe('the glossary', () => {
  it('has each word once, with a sentence in both languages', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(terms.size).toBe(rows.length);
    const lacking = rows.filter(
      ([, zh, meaning]) => !/^\p{Script=Han}+$/u.test(zh) || !/\..*\p{Script=Han}.*。$/u.test(meaning),
    );
    expect(lacking).toEqual([]);
  });

  it('calls the official types as the catalog does', () => {
    const { classes } = parse(readFileSync('catalog/classes/official_type.yaml', 'utf8')) as {
      classes: readonly { label: { en: string; zh: string } }[];
    };
    expect(classes.map(({ label }) => [label.en, terms.get(label.en)])).toEqual(
      classes.map(({ label }) => [label.en, label.zh]),
    );
  });

  it('uses the words of pages, messages, catalog and methods', () => {
    const folders = ['catalog', 'docs/methods', 'docs/reference'].flatMap((folder) => writtenFiles(folder));
    const texts = folders.map((path) => readFileSync(path, 'utf8'));
    const used = [...Object.values(words).map(({ zh }) => zh), ...texts].join('\n');
    expect([...terms.values()].filter((zh) => !used.includes(zh))).toEqual([]);
  });
});
