import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** What one call of the program came to. */
export interface Called {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder that is removed after the file's tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterlode-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Calls the built program as a user does, in English unless the call says otherwise. */
export function call(words: readonly string[], options: { readonly cwd?: string } = {}): Called {
  const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' };
  const done = spawnSync(process.execPath, [join(process.cwd(), 'bin', 'afterlode'), ...words], {
    encoding: 'utf8',
    env,
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

/** The JSON answer of a call that must succeed and print nothing else. */
export function json<T>(words: readonly string[]): T {
  const { status, out, err } = call([...words, '--json']);
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out) as T;
}
