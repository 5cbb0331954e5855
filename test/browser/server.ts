import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  /** Fills the workspace before the program owns it. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** More options of `serve`. */
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built program on a free port with an empty workspace; `stop` ends it and removes what it wrote. */
export async function startServer({
  prepare,
  words: more = [],
  env = {},
}: StartOptions = {}): Promise<RunningServer> {
  const workspace = await mkdtemp(join(tmpdir(), 'afterlode-browser-'));
  await prepare?.(join(workspace, 'workspace'));
  const words = [
    'bin/afterlode',
    'serve',
    '--port',
    '0',
    '--json',
    '--workspace',
    join(workspace, 'workspace'),
    ...more,
  ];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(workspace, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(child), stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** Waits for `{"address": …}` on standard output; fails with all that was said if the program ends before. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /"address":\s*"([^"]+)"/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      reject(new Error(`serve ended with ${code} before it listened:\n${said}${complaint}`)),
    );
  });
}
