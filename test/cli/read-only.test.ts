import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';
import { callHere } from './here.js';

/** Folders that may be read and not written: each call ends with one clear line, and nothing is left half-written. */

const folder = temporaryFolder();
/** May be written. */
const open = temporaryFolder();
const used = join(folder, 'used');
const empty = join(folder, 'empty');
const table = join(folder, 'table.csv');
const kept = join(folder, 'kept.backup');
const report = (out: string) => ['report', '鹤岗', '--out', out, '--workspace', empty];

/**
 * Calls the program as somebody whom modes of files stop. They do not stop root, as whom containers run tests, unless he lays down
 * his right to pass over them; another user could not read a checkout that is root's alone.
 */
function callStopped(words: readonly string[]) {
  const program = [process.execPath, 'bin/afterlode', ...words, '--lang', 'en', '--quiet'];
  const isRoot = process.geteuid?.() === 0;
  const less = ['setpriv', '--bounding-set', '-dac_override,-dac_read_search', '--inh-caps', '-all'];
  const [name = '', ...rest] = isRoot ? [...less, ...program] : program;
  const { status, stdout, stderr, error } = spawnSync(name, rest, { encoding: 'utf8' });
  if (error) throw error;
  return { status, out: stdout, err: stderr };
}

/** All files and folders below a folder with their sizes. */
function contents(): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => `${name} ${statSync(join(folder, name)).size}`).toSorted();
}

function setModes(mode: number): void {
  chmodSync(folder, mode);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) chmodSync(path, mode);
  }
}

beforeAll(async () => {
  mkdirSync(empty);
  writeFileSync(table, 'city,period,indicator,value,unit\n鹤岗,2021,population,880000,person\n');
  for (const words of [
    ['import', table, '--workspace', used],
    ['backup', kept, '--workspace', used],
  ])
    if ((await callHere(words)).status !== 0) throw new Error(words.join(' '));
  setModes(0o555);
});
afterAll(() => setModes(0o755));

const workspaceRefused = (where: string) =>
  new RegExp(`^STORE_NOT_WRITABLE: the workspace ${where} cannot be written \\(EACCES\\)`);
const fileRefused = (name: string) => new RegExp(`^FILE_NOT_WRITABLE: .*${name} cannot be written: EACCES`);

describe('a folder that cannot be written', () => {
  it.each([
    ['serve', ['serve', '--port', '0', '--workspace', used], workspaceRefused(used)],
    ['import', ['import', table, '--workspace', used], workspaceRefused(used)],
    ['backup', ['backup', join(open, 'b.backup'), '--workspace', used], workspaceRefused(used)],
    ['restore', ['restore', kept, '--workspace', empty], workspaceRefused(empty)],
    ['report', report(join(folder, 'r.html')), fileRefused('r.html')],
  ])('is told by %s', (_name, words, said) => {
    const before = contents();
    const { status, out, err } = callStopped(words);
    expect(err.trim()).toMatch(said);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([status, out]).toEqual([2, '']);
    expect([contents(), readdirSync(open)]).toEqual([before, []]);
  });

  it('is told where it lies below a file, whoever asks', async () => {
    const { status, err } = await callHere(['restore', kept, '--workspace', join(table, 'below')]);
    expect([status, err]).toEqual([2, expect.stringMatching(/^STORE_NOT_WRITABLE: .*ENOTDIR/)]);
  });
});
