import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildServer } from '../../src/api/index.js';
import { testWorkspace } from '../app/workspace.js';
import { describedBy, type Operation } from './fuzz/described.js';
import { faultsOf, type OpenDoor, openDoor } from './fuzz/door.js';
import { namedFiles } from './fuzz/files.js';

/** Every endpoint that takes a file is sent every file that has broken readers elsewhere. */

const mebibyte = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'fuzz-files-'));
let door: OpenDoor;
let taking: readonly Operation[];

beforeAll(async () => {
  vi.stubEnv('TMPDIR', folder);
  const server = await buildServer({
    ws: await testWorkspace(),
    webFolder: 'no such folder',
    importLimit: 64 * mebibyte,
  });
  taking = (await describedBy(server)).operations.filter(({ takesFile }) => takesFile);
  door = await openDoor(server);
});
afterAll(async () => {
  await door.close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function sent(operation: Operation, name: string, body: Buffer): Promise<string | null> {
  const headers = { 'x-file-name': name, 'content-length': String(body.length) };
  const url = operation.path.replaceAll(/\{\w+\}/g, 'x');
  const answer = await door.ask({ method: operation.method, url, headers, body });
  const faults = faultsOf(operation, answer);
  if (answer.status === 200 && /^(bomb\.|huge\.|claims|entities|slip|link)/.test(name))
    faults.push('was taken');
  return faults.length === 0
    ? null
    : `${operation.path} ${name}: ${faults.join(', ')}: ${answer.text.slice(0, 300)}`;
}

describe('files that lie', () => {
  it.each(Object.keys(namedFiles()))('%s is refused or read, whoever takes it', async (name) => {
    const body = namedFiles()[name] as Buffer;
    expect(taking.length).toBeGreaterThan(4);
    const found = [];
    for (const operation of taking) found.push(await sent(operation, name, body));
    expect(found.filter((fault) => fault !== null)).toEqual([]);
  });

  it('leave nothing behind', async () => {
    expect(existsSync('/tmp/slipped-out')).toBe(false);
    const left = () => readdirSync(folder).filter((name) => name.startsWith('afterlode-import-'));
    await expect.poll(left).toEqual([]);
  });
});
