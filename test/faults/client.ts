import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { App } from './campaign.js';
import type { Asked } from './changes.js';

/** Starts a process that takes changes one a line, and waits until it does. */
export async function startApp(folder: string, database: string | null): Promise<App<Asked>> {
  const path = new URL('app-child.ts', import.meta.url).pathname;
  const words = ['--import', 'tsx', path, folder, database ?? ''];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (kept: boolean) => void>();
  let number = 0;
  const ended = once(child, 'close');
  const ready = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { number?: number; kept?: boolean };
      if (said.number === undefined) return resolve(true);
      waiting.get(said.number)?.(said.kept === true);
    });
    child.on('close', () => {
      resolve(false);
      for (const tell of waiting.values()) tell(false);
    });
  });
  // Writing to one that has just died is what this is about.
  child.stdin.on('error', () => {});
  if (!(await ready)) throw new Error('an app process did not start');
  return {
    ask: (asked) =>
      new Promise((resolve) => {
        if (hasEnded(child)) return resolve(false);
        number += 1;
        const own = number;
        waiting.set(own, (kept) => {
          waiting.delete(own);
          resolve(kept);
        });
        child.stdin.write(`${JSON.stringify({ ...asked, number: own })}\n`);
      }),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
