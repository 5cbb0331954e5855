import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { secrets } from '../../src/cli/ask-secret.js';
import { writtenFiles } from '../../tools/checkout.js';
import { type PageCommand, pageCommands } from '../../tools/page-commands.js';
import { temporaryFolder } from './call.js';
import { callHere } from './here.js';
import { moreWords, type PagePlaces, pagePlaces, prepareOwn } from './page-fixtures.js';

/** Every call of the program that README, the guide and the examples have is made, or stands in `notRun` with the reason. */

const notRun: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^serve /, 'runs until it is stopped: test/cli/serve-stop.test.ts'],
  [/^worker /, 'runs until it is stopped, and needs a queue: test/cli/worker.test.ts'],
  [/^subsidence .*--engine queue/, 'needs a queue: test/postgresql and test/redis'],
  [/^subsidence https:/, 'asks another machine: test/app/subsidence-address.test.ts'],
  [/^health\b/, 'asks a running service: test/cli/operations.test.ts'],
  [
    /^report --all /,
    'prints 262 files: npm run bench -- report; test/cli/reports.test.ts does it on three places',
  ],
  [/^report ([^\s-]\S* ){2,}--/, 'prints by threads: test/cli/reports.test.ts does it on three places'],
  [/--model (vacant|streets)\.yaml/, 'needs a model of the reader: test/cli/brought-models.test.ts'],
  [/ (WORKSPACE|DRILL)$/, 'the drill is played in its order: test/cli/operations.test.ts'],
  [/^renewal .*--parcels/, 'proves its plan for many seconds: test/cli/renewal.test.ts'],
];
const reasonOf = (line: string) => notRun.find(([pattern]) => pattern.test(line));

const pages = writtenFiles().filter((path) => /^(README|docs\/guide\/.+|examples\/.+)\.md$/.test(path));
/** A name of a command alone is a mention. */
const callsOf = (page: string) =>
  pageCommands(readFileSync(page, 'utf8')).filter(({ words }) => words.length > 1);
const found = pages.map((page) => [page, callsOf(page)] as const).filter(([, calls]) => calls.length > 0);
const lines = found.flatMap(([, calls]) => calls.map(({ words }) => words.join(' ')));

const folder = temporaryFolder();
const reading = ['--workspace', join(folder, 'reading')];
const own = ['--workspace', join(folder, 'own')];
const writes = /^(import|findings|account|audit|backup|survey|decide) |--save/;
const patient = 300_000;

const atFirst = readdirSync('.');
let places: PagePlaces;
beforeAll(async () => {
  places = await pagePlaces(folder, own);
  await prepareOwn(own);
}, patient);
afterEach(() => vi.restoreAllMocks());

/** The words of a page with what the reader puts in; what is written goes into the test's folder. */
async function callOf({ words }: PageCommand): Promise<string[]> {
  const call: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = words[at - 1] ?? '';
    const place = places[word];
    if (before === '>' || word === '>') continue;
    if (word === '--database' || before === '--database') continue;
    if (/^--(out|export|form)$/.test(before)) call.push(join(folder, basename(word)));
    else if (before === 'calendar') call.push(join(folder, word));
    else if (before === 'ID' && words[1] === 'fetch') call.push(join(folder, `fetched-${word}`));
    else if (place !== undefined) call.push(typeof place === 'string' ? place : await place());
    else if (word.includes('*')) call.push(...named(word));
    else call.push(/^[\w-]+(\|[\w-]+)+$/.test(word) ? String(word.split('|')[0]) : word);
  }
  // without a name its file would lie in the checkout
  if (words[0] === 'export' && !call.includes('--out')) call.push('--out', join(folder, 'exported'));
  return [...call, ...(moreWords[words[0] ?? ''] ?? []), ...(writes.test(words.join(' ')) ? own : reading)];
}

/** Files that a pattern names. */
function named(pattern: string): string[] {
  const directory = posix.dirname(pattern);
  return readdirSync(directory)
    .filter((name) => name.endsWith(pattern.slice(pattern.indexOf('*') + 1)))
    .map((name) => posix.join(directory, name));
}

/** Pages say the same in two languages; what differs is the language, names of cities and of files. */
function plain({ words }: PageCommand): string {
  const english: Readonly<Record<string, string>> = {
    鹤岗: 'Hegang',
    淮北: 'Huaibei',
    备份: 'FILE',
    文件夹: 'DIR',
  };
  const kept = words.filter((word, at) => word !== '--lang' && words[at - 1] !== '--lang');
  return kept
    .map((word, at) => (/^--(out|form)$/.test(kept[at - 1] ?? '') ? 'OUT' : (english[word] ?? word)))
    .join(' ');
}

const made = new Set<string>();

describe('commands of the pages', () => {
  it.each(found)(
    '%s',
    async (page, calls) => {
      vi.spyOn(secrets, 'newPassword').mockResolvedValue('coal ferry umbrella');
      const failed: string[] = [];
      for (const call of calls) {
        const line = call.words.join(' ');
        if (made.has(plain(call)) || reasonOf(line) !== undefined) continue;
        made.add(plain(call));
        const { status, err } = await callHere(await callOf(call));
        if (status !== 0) failed.push(`${page}:${call.line}: ${line}: ${status} ${err}`);
      }
      expect(failed).toEqual([]);
    },
    patient,
  );

  it('write nothing into the checkout', () => {
    expect(readdirSync('.').filter((name) => !name.startsWith('.') && !atFirst.includes(name))).toEqual([]);
  });

  it('leave none out but for a reason that holds', () => {
    const idle = notRun.filter(([pattern]) => !lines.some((line) => pattern.test(line)));
    expect(idle.map(([pattern]) => String(pattern))).toEqual([]);
    expect(lines.length).toBeGreaterThan(100);
    // a change of the reader of pages must not leave them out in silence
    expect(found.map(([page]) => page)).toEqual(
      expect.arrayContaining(['README.md', 'docs/guide/questions.md']),
    );
    expect(lines.filter((line) => reasonOf(line) !== undefined).length).toBeLessThan(lines.length / 5);
  });
});
