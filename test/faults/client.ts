import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { ChangeKind } from './changes.js';
import type { ReturnStep } from './returns.js';

/** A change that a client asks for. */
export interface Asked {
  readonly kind: ChangeKind | ReturnStep;
  readonly of: number;
}

/** An app process as its client sees it. */
export interface App {
  /** True once the process has said that the change is kept; false where it refused it or died before. */
  ask(asked: Asked): Promise<boolean>;
  /** Ends it at once, as a cut of power would. */
  kill(): Promise<void>;
  /** Ends it when everything it was asked is answered. */
  stop(): Promise<void>;
  /** Codes of refusals so far. */
  readonly refusals: readonly string[];
}

/** Starts an app process and waits until it takes changes. Null where it ended before. */
export async function startApp(folder: string, database: string | null): Promise<App | null> {
  const path = new URL('app-child.ts', import.meta.url).pathname;
  const words = ['--import', 'tsx', path, folder, database ?? ''];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (kept: boolean) => void>();
  const refusals: string[] = [];
  let number = 0;
  const ended = once(child, 'close');
  const ready = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { number?: number; kept?: boolean; code?: string };
      if (said.number === undefined) return resolve(true);
      if (said.code !== undefined) refusals.push(said.code);
      waiting.get(said.number)?.(said.kept === true);
    });
    child.on('close', () => {
      resolve(false);
      for (const tell of waiting.values()) tell(false);
    });
  });
  // Writing to one that has just died is what this is about.
  child.stdin.on('error', () => {});
  if (!(await ready)) return null;
  return {
    refusals,
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
