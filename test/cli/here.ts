import { vi } from 'vitest';
import { AfterlodeError } from '../../src/base/index.js';
import { errorLine } from '../../src/cli/output.js';
import { buildProgram } from '../../src/cli/program.js';
import type { Called } from './call.js';

/**
 * Calls a command inside the test's own process, in English unless the call says otherwise: the same words, output and
 * faults as `call` without the start of the program, for tests of many calls.
 */
export async function callHere(words: readonly string[]): Promise<Called> {
  const kept = { out: '', err: '' };
  const take = (name: keyof typeof kept) => (text: unknown) => {
    kept[name] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(take('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(take('err')),
  ];
  const lang = words.includes('--lang') ? [] : ['--lang', 'en'];
  try {
    await buildProgram('0.0.0').parseAsync([...words, ...lang], { from: 'user' });
    return { status: 0, ...kept };
  } catch (error) {
    if (!(error instanceof AfterlodeError)) throw error;
    return { status: 2, out: kept.out, err: `${kept.err}${errorLine(error, 'en')}\n` };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** The JSON answer of a call that must succeed and print nothing else. */
export async function jsonHere<T>(words: readonly string[]): Promise<T> {
  const { status, out, err } = await callHere([...words, '--json']);
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${err}`);
  return JSON.parse(out) as T;
}
