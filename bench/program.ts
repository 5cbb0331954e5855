import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** What a finished call of the program gave and took. */
export interface Call {
  readonly status: number | null;
  readonly output: string;
  readonly ms: number;
  /** Largest resident memory in MB; `NaN` where the system does not tell (it does on Linux). */
  readonly peakMegabytes: number;
}

/** Runs Node with some words to its end. */
export function callNode(words: readonly string[]): Promise<Call> {
  const started = performance.now();
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  let peak = Number.NaN;
  child.stdout.on('data', (piece: Buffer) => {
    output += piece.toString('utf8');
  });
  const watch = setInterval(() => {
    peak = peakOf(child) ?? peak;
  }, 50);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ status, output, ms: performance.now() - started, peakMegabytes: peak });
    });
  });
}

/** The system keeps the peak itself, so looking now and then is enough. */
function peakOf(child: ChildProcess): number | null {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}

/** Linux counts hundredths of a second of all threads: fields 14 and 15 of `stat`, the name in brackets left out. */
function cpuOf(child: ChildProcess): number | null {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/** A started server that answers. */
export interface Started {
  readonly address: string;
  readonly ms: number;
  /** Largest resident memory so far in MB; `NaN` where the system does not tell. */
  readonly peakMegabytes: () => number;
  /** Seconds of the processor that the server took so far, which other programs do not lengthen; `NaN` where the system does not tell. */
  readonly cpuSeconds: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts Node with words that make it serve on the port, and waits until the path answers. */
export async function startServer(
  words: (port: number) => readonly string[],
  path: string,
): Promise<Started> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, words(port), { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const until = started + 120_000;
  while (!(await answers(`${address}${path}`))) {
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`no server with ${words(port).join(' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const peakMegabytes = () => peakOf(child) ?? Number.NaN;
  const cpuSeconds = () => cpuOf(child) ?? Number.NaN;
  return { address, ms: performance.now() - started, peakMegabytes, cpuSeconds, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
