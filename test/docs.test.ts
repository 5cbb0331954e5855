import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../src/cli/program.js';
import { anchors, relativeLinks, textOf, writtenFiles } from '../tools/checkout.js';
import { cliPage } from '../tools/cli-page.js';

const files = writtenFiles();
const pages = files.filter((path) => path.endsWith('.md'));

describe('pages', () => {
  it('have links that lead somewhere', () => {
    expect(pages.length).toBeGreaterThan(8);
    expect(pages.flatMap((page) => deadLinks(page, readFileSync(page, 'utf8')))).toEqual([]);
  });

  it('would be caught with a dead link', () => {
    const text = '[a](no-such.md) [b](#nowhere) `[c](code.md)`\n```\n[d](fenced.md)\n```\n# Here\n[e](#here)';
    expect(deadLinks('docs/x.md', text)).toEqual(['docs/x.md:1: no-such.md', 'docs/x.md:1: #nowhere']);
  });

  it('describe the commands as they are (npm run docs)', () => {
    expect(readFileSync('docs/reference/cli.md', 'utf8')).toBe(cliPage(buildProgram('')));
  });

  it('number the decisions without gaps', () => {
    const numbers = pages
      .filter((page) => page.startsWith('docs/decisions/'))
      .map((page) => Number(posix.basename(page).slice(0, 4)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index));
  });
});

/** Put together from parts, so that this file does not contain what it looks for. */
const foreign: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a path of one machine',
    new RegExp(`(^|[\\s"'\`(=])/(${['work', 'root', 'home', 'Users'].join('|')})/[\\w.]`, 'm'),
  ],
  [
    'a host of a package registry',
    new RegExp(['registry\\.(npm', '|yarn)|npm', 'mirror|deb\\.deb', 'ian|pypi\\.', 'org'].join('')),
  ],
];

describe('written files', () => {
  it('name no path of one machine and no registry', () => {
    const found = files.flatMap((path) => {
      const text = textOf(path);
      return foreign
        .filter(([, pattern]) => text !== null && pattern.test(text))
        .map(([what]) => `${path}: ${what}`);
    });
    expect(found).toEqual([]);
  });

  it('would be caught naming them', () => {
    expect(foreign[0]?.[1].test(['see "', 'work', 'x"'].join('/'))).toBe(true);
    expect(foreign[1]?.[1].test(['https://registry', 'npmjs', 'org'].join('.'))).toBe(true);
  });

  it('stay small, so that a clone does', () => {
    const large = files.filter((path) => readFileSync(path).length > 5_000_000);
    expect(large).toEqual([]);
  });
});

function deadLinks(page: string, text: string): string[] {
  return relativeLinks(text)
    .filter(({ target }) => {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : posix.join(posix.dirname(page), decodeURI(path));
      if (path !== '' && !existsSync(file)) return true;
      if (anchor === undefined) return false;
      return !anchors(path === '' ? text : readFileSync(file, 'utf8')).has(anchor);
    })
    .map(({ target, line }) => `${page}:${line}: ${target}`);
}
