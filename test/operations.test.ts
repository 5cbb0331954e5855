import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../src/cli/program.js';
import { settingNames } from '../src/cli/settings.js';

/** The page for operators against the program. Its drill is run in test/cli/operations.test.ts. */

const page = readFileSync('docs/guide/operations.md', 'utf8');
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
  .map((name) => [name, readFileSync(`src/${name}`, 'utf8')] as const);

describe('docs/guide/operations.md', () => {
  const rows = [...page.matchAll(/^\| `((?:AFTERLODE|OTEL)_\w+)` \| (?:`(--[\w-]+)`)? *\|/gm)];

  it('has a row for each variable that the program reads, and no other', () => {
    expect(rows.map(([, name]) => name)).toEqual([...settingNames]);
  });

  it('names options that are there', () => {
    const flags = new Set(
      [buildProgram(''), ...buildProgram('').commands].flatMap((one) => one.options.map(({ long }) => long)),
    );
    expect(rows.flatMap(([, , option]) => (option && !flags.has(option) ? [option] : []))).toEqual([]);
  });

  it('names every metric', () => {
    const told = new Set([...page.matchAll(/`((?:afterlode|process|nodejs)_\w+)`/g)].map(([, name]) => name));
    const written = sources
      .filter(([name]) => name.startsWith('api/running/'))
      .flatMap(([, text]) =>
        [...text.matchAll(/'((?:afterlode|process|nodejs)_\w+)'/g)].map(([, name]) => name),
      );
    expect(written.length).toBeGreaterThan(10);
    expect([...told].toSorted()).toEqual([...new Set(written)].toSorted());
  });
});

describe('the environment', () => {
  it('is read in one file, but for the language of the terminal', () => {
    const readers = sources.filter(([, text]) => text.includes('process.env')).map(([name]) => name);
    expect(readers.toSorted()).toEqual(['cli/call.ts', 'cli/settings.ts']);
    const read = /process\.env\.(\w+)/g;
    const named = [...String(sources.find(([name]) => name === 'cli/call.ts')?.[1]).matchAll(read)];
    expect(named.map(([, name]) => name)).toEqual(['LC_ALL', 'LANG']);
  });
});
