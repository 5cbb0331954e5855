import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { openWorkspace, type Workspace, type WorkspaceOptions } from '../../src/app/index.js';
import { workspaces } from '../../src/cli/call.js';
import { run } from '../../src/cli/run.js';
import type { Called } from './call.js';

/** Workspaces of earlier calls with all that they have read, the latest last. */
const kept = new Map<string, Promise<Workspace>>();
const most = 2;

/**
 * Calls a command inside the test's own process, in English unless the call says otherwise: the same words, output, faults
 * and exit status as `call` without the start of the program and, after the first call of a workspace, without reading
 * catalog and tables again. For tests of many calls; what is about processes takes `call`.
 */
export async function callHere(words: readonly string[]): Promise<Called> {
  const told = { out: '', err: '' };
  const take = (name: keyof typeof told) => (text: unknown) => {
    told[name] += String(text);
    return true;
  };
  const status = process.exitCode;
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
    vi.spyOn(workspaces, 'open').mockImplementation(keptWorkspace),
  ];
  const lang = words.includes('--lang') ? [] : ['--lang', 'en'];
  try {
    return { status: await run([...words, ...lang]), ...told };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = status;
  }
}

/** The JSON answer of a call that must succeed and print nothing else. */
export async function jsonHere<T>(words: readonly string[]): Promise<T> {
  const { status, out, err } = await callHere([...words, '--json']);
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out) as T;
}

/** Each call closes the store, so that the next finds what is saved, as a new process would. */
async function keptWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const name = JSON.stringify(options);
  const opening = kept.get(name) ?? openWorkspace(options);
  kept.delete(name);
  const ws = await opening;
  kept.set(name, opening);
  for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
  if (options.database !== null || existsSync(join(options.folder, 'database'))) ws.changed();
  return ws;
}
