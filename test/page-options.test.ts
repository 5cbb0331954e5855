import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../src/cli/program.js';
import { writtenFiles } from '../tools/checkout.js';
import { pageCommands } from '../tools/page-commands.js';

const program = buildProgram('');
const pages = writtenFiles().filter((path) => path.endsWith('.md') && !path.startsWith('docs/reference/'));

/** What a line of code names that no command has: an option or, of a command with parts, a part. */
function unknownWords(words: readonly string[]): string[] {
  let command: Command | undefined = program.commands.find((one) => one.name() === words[0]);
  if (command === undefined) return [];
  const known = [...program.options];
  let at = 1;
  for (; command !== undefined; at++) {
    known.push(...command.options);
    const part: Command | undefined = command.commands.find((one) => one.name() === words[at]);
    if (part === undefined) break;
    command = part;
  }
  const flags = new Set(known.flatMap(({ long, short }) => [long, short]));
  return words.slice(at).filter((word) => /^--[a-z]/.test(word) && !flags.has(word));
}

describe('options on the pages', () => {
  it('are those of their command, also where a line names the command alone', () => {
    const wrong = pages.flatMap((page) => {
      const text = readFileSync(page, 'utf8');
      const bare = [...text.matchAll(/`([a-z][a-z-]+ [^`\n]+)`/g)].map(([, code]) =>
        String(code).split(/\s+/),
      );
      const lines = [...pageCommands(text).map(({ words }) => words), ...bare];
      return lines.flatMap((words) =>
        unknownWords(words).map((word) => `${page}: ${words.join(' ')}: ${word}`),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('would be caught if they were not, those of the parts of a command too', () => {
    expect(unknownWords(['checkup', '--perod', '2020', '--json'])).toEqual(['--perod']);
    expect(unknownWords(['account', 'add', 'li', '--role', 'reader', '--form'])).toEqual(['--form']);
  });
});

describe('commands of a page', () => {
  it('are read from code, continued lines and comments included', () => {
    const text = [
      '    ./bin/afterlode cities --type declining   # all of them',
      '      afterlode report "a b" \\',
      '        --format pdf',
      'and `afterlode claims` but not `afterlode index …` or `checkup`',
      '```',
      '$ ./bin/afterlode backup FILE',
      '```',
    ].join('\n');
    expect(pageCommands(text).map(({ words, line }) => [line, ...words])).toEqual([
      [1, 'cities', '--type', 'declining'],
      [2, 'report', 'a b', '--format', 'pdf'],
      [4, 'claims'],
      [6, 'backup', 'FILE'],
    ]);
  });
});
