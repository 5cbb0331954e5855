import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { UseCases } from '../../src/api/index.js';
import { AfterlodeError } from '../../src/base/index.js';
import { fakeServer } from './fake.js';

type Asked = Parameters<UseCases['importFile']>[1];

/** A server that remembers what it was asked to import and what the file held meanwhile. */
async function importing(fail: Error | null = null, importLimit?: number) {
  const seen: { asked: Asked; text: string }[] = [];
  const importFile = async (_ws: unknown, asked: Asked) => {
    seen.push({ asked, text: await readFile(asked.path, 'utf8') });
    if (fail !== null) throw fail;
    return { id: '1' };
  };
  const { server } = await fakeServer(
    { importFile: importFile as never },
    importLimit === undefined ? {} : { importLimit },
  );
  return { server, seen };
}

function post(
  name: string,
  payload: string | Buffer,
  url = '/api/imports',
  type = 'application/octet-stream',
) {
  return {
    method: 'POST',
    url,
    payload,
    headers: { 'x-file-name': encodeURIComponent(name), 'content-type': type },
  } as const;
}

describe('an import for which there is no room now', () => {
  it('is told when to come again', async () => {
    const { server } = await importing(new AfterlodeError('JOB_BUSY', 'import', { found: 9, expected: 9 }));
    const response = await server.inject(post('a.csv', 'a,b\n'));
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '60']);
    await server.close();
  });
});

describe('imports over HTTP', () => {
  it.each(['application/octet-stream', 'text/csv', 'application/json', 'application/x-www-form-urlencoded'])(
    'hand the body on as a file, whatever %s it claims to be',
    async (type) => {
      const { server, seen } = await importing();
      const url = '/api/imports?layout=panel&dryRun=true';
      const response = await server.inject(post('数据 1.CSV.gz', '城市,年份\n', url, type));
      expect(response.json()).toEqual({ id: '1' });
      expect(seen[0]?.text).toBe('城市,年份\n');
      expect(seen[0]?.asked).toMatchObject({ fileName: '数据 1.CSV.gz', layout: 'panel', dryRun: true });
      expect(seen[0]?.asked.path).toMatch(/body\.csv\.gz$/);
      await server.close();
    },
  );

  it('leave nothing behind, done or failed', async () => {
    for (const fail of [null, new AfterlodeError('CALL_FILE_MISSING', 'x')]) {
      const { server, seen } = await importing(fail);
      const response = await server.inject(post('a.csv', 'a'));
      expect(response.statusCode).toBe(fail === null ? 200 : 404);
      expect(existsSync(seen[0]?.asked.path ?? '')).toBe(false);
      await server.close();
    }
  });

  it('keep the name from making a path', async () => {
    const { server, seen } = await importing();
    for (const name of ['../../etc/passwd.csv', 'C:\\x\\y.csv', 'a/../../b.c/../d.csv'])
      await server.inject(post(name, 'a'));
    expect(seen.map(({ asked }) => asked.fileName)).toEqual(['passwd.csv', 'y.csv', 'd.csv']);
    for (const { asked } of seen) expect(asked.path).toMatch(/afterlode-import-\w+[\\/]body\.csv$/);
    await server.close();
  });

  it('take a name that is not encoded', async () => {
    const { server, seen } = await importing();
    const headers = { 'x-file-name': '100% coal.csv', 'content-type': 'text/csv' };
    await server.inject({ method: 'POST', url: '/api/imports', payload: 'a', headers });
    expect(seen[0]?.asked).toMatchObject({ fileName: '100% coal.csv', dryRun: false });
    expect(seen[0]?.asked).not.toHaveProperty('layout');
    await server.close();
  });

  it('ask for a name and a body', async () => {
    const { server, seen } = await importing();
    const nameless = await server.inject({ method: 'POST', url: '/api/imports', payload: 'a' });
    expect(nameless.json()).toMatchObject({ status: 400, code: 'CALL_OPTION', where: 'x-file-name' });
    const headers = { 'x-file-name': 'a.csv' };
    const empty = await server.inject({ method: 'POST', url: '/api/imports', headers });
    expect(empty.json()).toMatchObject({ status: 400, code: 'CALL_OPTION', where: 'body' });
    const wrong = await server.inject(post('a.csv', 'a', '/api/imports?dryRun=yes'));
    expect(wrong.json()).toMatchObject({ code: 'CALL_OPTION', where: 'dryRun' });
    expect(seen).toEqual([]);
    await server.close();
  });

  it('refuse a body above the limit by its header and by its bytes', async () => {
    const { server, seen } = await importing(null, 1000);
    const announced = await server.inject(post('a.csv', 'x'.repeat(1001)));
    expect(announced.json()).toMatchObject({ status: 413, code: 'API_TOO_LARGE' });
    expect((await server.inject(post('a.csv', 'x'.repeat(1000)))).statusCode).toBe(200);
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    expect(await sendChunks(port, 50, 'x'.repeat(100))).toBe(413);
    expect(seen).toHaveLength(1);
    await server.close();
  });

  it('import nothing of an upload that breaks off', async () => {
    // Other suites upload at the same time: this one counts in a folder of its own.
    const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
    vi.stubEnv('TMPDIR', folder);
    const { server, seen } = await importing();
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/imports',
      headers: upload,
    });
    request.on('error', () => undefined);
    request.write('a,b\n');
    await expect.poll(() => readdirSync(folder).length).toBe(1);
    request.destroy();
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    expect(seen).toEqual([]);
    await server.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
});

const upload = { 'x-file-name': 'a.csv', 'content-type': 'text/csv', 'transfer-encoding': 'chunked' };

/** Sends a body without announcing its length; resolves with the status. */
function sendChunks(port: number, times: number, chunk: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { port, host: '127.0.0.1', method: 'POST', path: '/api/imports', headers: upload },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.on('error', reject);
    for (let time = 0; time < times; time++) request.write(chunk);
    request.end();
  });
}
