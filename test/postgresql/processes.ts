import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach } from 'vitest';

/** A call of the built program that runs beside the test. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has said so far, on either stream. */
  said(): string;
  /** Waits until it has said something that fits. */
  says(what: RegExp): Promise<void>;
  /** Waits for its end and gives its status; null where a signal ended it. */
  ended(): Promise<number | null>;
}

/** Starts calls of the built program and ends those that are left after a test. */
export function caller(): (words: readonly string[]) => Running {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  return (words) => {
    const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' };
    const program = join(process.cwd(), 'bin', 'afterlode');
    const child = spawn(process.execPath, [program, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.push(child);
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (piece: Buffer) => (told += piece.toString()));
    const end = new Promise<number | null>((resolve) => child.on('close', resolve));
    return {
      process: child,
      said: () => told,
      ended: () => end,
      async says(what) {
        while (!what.test(told)) {
          if (child.exitCode !== null || child.signalCode !== null)
            throw new Error(`${words.join(' ')} ended before it said ${what}; it said: ${told}`);
          await wait(20);
        }
      },
    };
  };
}

/** Results of tiles that were seen in a folder while it was there. */
export interface SeenTiles {
  /** Their number. */
  readonly count: number;
  /** Names under which another file stood later on: effects that came twice. */
  readonly twice: readonly string[];
}

/** Looks into a folder of tiles as often as it is asked to. */
export function tileWatcher(folder: string): () => SeenTiles {
  const seen = new Map<string, number>();
  const twice: string[] = [];
  const look = () => {
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.bin')) continue;
      const { ino } = statSync(join(folder, name));
      if (seen.has(name) && seen.get(name) !== ino) twice.push(name);
      seen.set(name, ino);
    }
  };
  return () => {
    try {
      look();
    } catch (error) {
      // Before it is made and after it is removed.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return { count: seen.size, twice };
  };
}
