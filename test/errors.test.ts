import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes } from '../src/base/index.js';
import { codeAreas, errorPage } from '../tools/errors.js';

const areas = await codeAreas();
const listed = areas.flatMap((area) => Object.keys(area.codes));

describe('error and issue codes', () => {
  it('stand on the page docs/reference/errors.md (npm run docs)', () => {
    expect(readFileSync('docs/reference/errors.md', 'utf8')).toBe(errorPage(areas));
  });

  it('are all in the table of the program, and each in one area only', () => {
    expect(listed.toSorted()).toEqual(Object.keys(codes).toSorted());
  });

  it('are used somewhere in the program', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name) && !name.startsWith('base/codes'))
      .map((name) => readFileSync(`src/${name}`, 'utf8'))
      .join('\n');
    expect(listed.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it.each(Object.entries(codes))(
    '%s speaks both languages with the same places to fill in',
    (code, definition) => {
      expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/);
      expect([200, 400, 401, 403, 404, 408, 409, 413, 415, 422, 423, 429, 431, 500, 503, 507]).toContain(
        definition.http,
      );
      for (const text of [definition.message, definition.remedy]) {
        expect(text.en.trim()).not.toBe('');
        expect(text.zh).toMatch(/\p{Script=Han}/u);
        expect(places(text.zh)).toEqual(places(text.en));
      }
    },
  );
});

/** Names in braces; a word that itself comes in two languages is called en or zh, or ends so. */
function places(text: string): string[] {
  const names = text.match(/\{\w+\}/g) ?? [];
  return [...new Set(names.map((name) => name.replace(/(en|zh)\}$/i, '}')))].toSorted();
}
