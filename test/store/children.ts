import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process that runs one of the scripts beside this file and tells its state line by line. */
export interface Child {
  readonly process: ChildProcess;
  /** Waits for a line that begins with a word and returns it; throws if the process ends before. */
  line(word: string): Promise<string>;
  /** All lines so far that begin with a word. */
  lines(word: string): readonly string[];
  /** Waits for the end. */
  ended(): Promise<void>;
}

/** Starts a script of this folder, from its TypeScript. */
export function startChild(script: string, args: readonly string[]): Child {
  const path = new URL(script, import.meta.url).pathname;
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const told: string[] = [];
  const end = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => told.push(line));
  return {
    process: child,
    async line(word) {
      for (;;) {
        const found = told.find((line) => line.startsWith(word));
        if (found !== undefined) return found;
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`${script} ended before "${word}"; it said: ${told.join(' | ')}`);
        }
        await Promise.race([once(lines, 'line'), end]);
      }
    },
    lines: (word) => told.filter((line) => line.startsWith(word)),
    async ended() {
      await end;
    },
  };
}
