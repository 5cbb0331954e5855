import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from './call.js';
import { callHere } from './here.js';

/** A real process that is told to stop while somebody is still sending a request. */

const folder = temporaryFolder();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function start(words: readonly string[]) {
  const all = [
    'bin/afterlode',
    'serve',
    '--port',
    '0',
    '--json',
    '--workspace',
    join(folder, 'ws'),
    ...words,
  ];
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const said = { err: '' };
  child.stderr.on('data', (piece: Buffer) => (said.err += piece.toString()));
  const [first] = (await once(child.stdout, 'data')) as [Buffer];
  const { address, metrics } = JSON.parse(first.toString()) as { address: string; metrics?: string };
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, address, metrics, ended, said };
}

const body = JSON.stringify({ data: 'uCode,a\nx,1\ny,2\n' });

/** Sends headers and half a body; `finish` sends the rest and gives the status. */
async function slowRequest(address: string) {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sending = request(`${address}/api/index`, { method: 'POST', headers });
  const answered = new Promise<number>((resolve, reject) => {
    sending.on('response', (response) => resolve(response.resume().statusCode as number));
    sending.on('error', reject);
  });
  answered.catch(() => {});
  sending.write(body.slice(0, 5));
  // The server has it when it answers a request that was sent after it.
  await fetch(`${address}/health`);
  return {
    answered,
    finish() {
      sending.end(body.slice(5));
      return answered;
    },
  };
}

/** Asks until the answer is another than 200. */
async function notReady(address: string): Promise<unknown> {
  for (;;) {
    const answer = await fetch(`${address}/ready`);
    if (answer.status !== 200) return answer.json();
    await wait(10);
  }
}

describe('a server with accounts', () => {
  it('says how to make an administrator, and asks who calls', async () => {
    const { address, said } = await start(['--accounts', 'on', '--anonymous', 'off', '--proxy', 'loopback']);
    await expect.poll(() => said.err).toMatch(/no administrator yet: `afterlode account add/);
    const session = (await (await fetch(`${address}/api/session`)).json()) as object;
    expect(session).toMatchObject({ mode: 'accounts', anonymous: false, account: null, may: [] });
    expect((await fetch(`${address}/api/meta`)).status).toBe(401);
    expect((await fetch(`${address}/health`)).status).toBe(200);
  });
});

describe('a server that is told to stop', () => {
  it('is not ready from then on, answers who is under way, and takes nobody else', async () => {
    const { child, address, ended, said } = await start(['--drain-seconds', '1', '--log-level', 'info']);
    expect(await callHere(['health', '--address', address])).toMatchObject({
      status: 0,
      out: expect.stringContaining('catalog: ok'),
    });
    const slow = await slowRequest(address);
    child.kill('SIGTERM');
    expect(await notReady(address)).toMatchObject({ ready: false, parts: [{ part: 'server' }, {}, {}] });
    await refused(address);
    // Half a request is answered too: what it asks is refused, as it names no indicators.
    expect(await slow.finish()).toBe(400);
    expect(await ended).toEqual([0, null]);
    expect(said.err).toMatch(/"route":"\/api\/index","status":400/);
    const gone = await callHere(['health', '--address', address]);
    expect([gone.status, gone.err]).toEqual([1, expect.stringMatching(/^SERVICE_NOT_READY: .*ECONNREFUSED/)]);
  });

  it('cuts off who takes too long', async () => {
    const { child, address, ended, said } = await start(['--stop-seconds', '0']);
    const slow = await slowRequest(address);
    child.kill('SIGTERM');
    await expect(slow.answered).rejects.toThrow('socket hang up');
    expect(await ended).toEqual([1, null]);
    expect(said.err).toContain('cut off after 0 s');
  });

  it('ends at once when it is told twice', async () => {
    const { child, address, ended } = await start([]);
    await slowRequest(address);
    child.kill('SIGTERM');
    await refused(address);
    child.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
  });
});

/** Waits until nobody is let in any more. */
async function refused(address: string): Promise<void> {
  const isOpen = () =>
    fetch(`${address}/health`).then(
      () => true,
      () => false,
    );
  while (await isOpen()) await wait(10);
}
