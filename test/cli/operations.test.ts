import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from './call.js';
import { callHere } from './here.js';

const folder = temporaryFolder();
afterEach(() => vi.unstubAllEnvs());

describe('the drill of docs/guide/operations.md', () => {
  it('is run as it stands there', async () => {
    const place: Readonly<Record<string, string>> = {
      WORKSPACE: join(folder, 'own'),
      DRILL: join(folder, 'drill'),
    };
    const table = join(folder, 'imported.csv');
    writeFileSync(table, 'city,period,indicator,value,unit\n鹤岗,2021,population,880000,person\n');
    expect((await callHere(['import', table, '--workspace', String(place['WORKSPACE'])])).status).toBe(0);
    const page = readFileSync('docs/guide/operations.md', 'utf8');
    const lines = [...page.matchAll(/^ {4}((?:afterlode|cmp) .*)$/gm)].map(([, line]) =>
      String(line).split(' '),
    );
    const at = (word: string) => place[word] ?? (/\.(backup|csv)$/.test(word) ? join(folder, word) : word);
    expect(lines.map(([, command]) => command)).toEqual([
      'backup',
      'restore',
      'export',
      'export',
      'own.csv',
      'audit',
    ]);
    for (const [name, ...words] of lines) {
      const [one = '', other = ''] = words.map(at);
      if (name === 'cmp') expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
      else
        expect(await callHere(words.map(at))).toMatchObject({
          status: 0,
          err: expect.not.stringContaining('STORE'),
        });
    }
  });
});

describe('an installation laid out like the image', () => {
  it('runs without sources and tools', () => {
    const image = join(folder, 'image');
    mkdirSync(image);
    const last = String(
      readFileSync('Dockerfile', 'utf8')
        .split(/^FROM /m)
        .at(-1),
    );
    const copied = [...last.matchAll(/^COPY (?:--from=\w+ \/app\/)?(.+) \S+$/gm)].flatMap(([, paths]) =>
      String(paths).split(' '),
    );
    // Large folders that hold no program may be links.
    for (const path of copied)
      if (['node_modules', 'data', 'catalog'].includes(path)) symlinkSync(resolve(path), join(image, path));
      else cpSync(path, join(image, path), { recursive: true });
    const words = [join(image, 'bin', 'afterlode'), 'cities', '--type', 'declining', '--json'];
    const done = spawnSync(process.execPath, words, { cwd: image, encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toHaveLength(67);
  });
});

describe('settings', () => {
  const down = 'postgres://someone@127.0.0.1:1/city';
  const named = 'AFTERLODE_DATABASE';

  it('take the password of a database from a file, and never say it', async () => {
    const file = join(folder, 'password');
    writeFileSync(file, 'p@ss/word\n');
    vi.stubEnv(named, down);
    vi.stubEnv(`${named}_PASSWORD_FILE`, file);
    const { err, out } = await callHere(['findings', '鹤岗']);
    expect(err).toMatch(/^STORE_UNREACHABLE: .*127\.0\.0\.1:1\/city/);
    expect(err + out).not.toMatch(/p@ss|p%40ss/);
  });

  it('refuse a file that is not there, and an address that is none', async () => {
    vi.stubEnv(`${named}_PASSWORD_FILE`, join(folder, 'nowhere'));
    vi.stubEnv(named, down);
    expect((await callHere(['cities'])).err).toMatch(
      /^CALL_OPTION: option AFTERLODE_DATABASE_PASSWORD_FILE is ENOENT/,
    );
    vi.stubEnv(named, 'secret nonsense');
    const { err } = await callHere(['cities']);
    expect(err).toMatch(/^CALL_OPTION: option AFTERLODE_DATABASE is something else/);
    expect(err).not.toContain('nonsense');
  });

  it.each([
    [['--log-level', 'loud'], /--log-level is loud, expected one of trace, /],
    [['--metrics', '9464'], /--metrics is 9464, expected HOST:PORT/],
    [['--metrics', 'here:99999'], /--metrics is 99999, expected 0 to 65535/],
    [['--stop-seconds', '-1'], /--stop-seconds is -1, expected 0 to 3600/],
    [['--max-connections', '0'], /--max-connections is 0, expected 1 to 1000000/],
    [['--queue', 'ftp://x'], /^QUEUE_ADDRESS: /],
    [['--accounts', 'yes'], /--accounts is yes, expected one of on, off/],
    [['--anonymous', '1'], /--anonymous is 1, expected one of on, off/],
    [['--https', 'always'], /--https is always, expected one of on, off/],
    [['--proxy', 'loopback, 10.0.0.0/33'], /--proxy is 10\.0\.0\.0\/33, expected addresses or networks/],
    [['--proxy', 'proxy.example'], /--proxy is proxy\.example, expected addresses or networks/],
    [['--rates', 'usual=0'], /--rates is usual=0, expected usual=N, costly=N, sign-in=N/],
    [['--rates', 'costly=10,sing-in=3'], /--rates is sing-in=3, expected usual=N/],
    [['--host', '0.0.0.0'], /--host is 0\.0\.0\.0, expected 127\.0\.0\.1, .*--accounts on asks who calls/],
  ])('refuse `serve %j`', async (words, told) => {
    const { status, err } = await callHere(['serve', ...words]);
    expect([status, err]).toEqual([2, expect.stringMatching(told)]);
  });

  it('name the option although the variable was wrong', async () => {
    vi.stubEnv('AFTERLODE_PORT', 'many');
    expect((await callHere(['serve'])).err).toMatch(/^CALL_OPTION: option --port is many/);
  });
});

describe('health', () => {
  it('says that nobody is there, and what an address looks like', async () => {
    vi.stubEnv('AFTERLODE_PORT', '1');
    const { status, err } = await callHere(['health']);
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/^SERVICE_NOT_READY: http:\/\/127\.0\.0\.1:1 is not ready: /),
    ]);
    expect((await callHere(['health', '--address', 'here'])).err).toMatch(
      /^CALL_OPTION: option --address is here/,
    );
  });

  it('takes no other program for a server that is ready', async () => {
    const other = createServer((_request, response) => response.end('{"ready":true}')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { status, err } = await callHere(['health', '--address', `http://127.0.0.1:${port}`]);
    other.close();
    expect([status, err]).toEqual([1, expect.stringContaining('it answers something else')]);
  });

  it('of a worker needs a queue that answers', async () => {
    expect((await callHere(['health', '--worker'])).err).toMatch(/^QUEUE_ADDRESS: /);
    const down = ['--queue', 'postgres://me:secret@127.0.0.1:1/city'];
    const { status, err } = await callHere(['health', '--worker', ...down]);
    expect([status, err]).toEqual([1, expect.stringMatching(/^QUEUE_UNREACHABLE: /)]);
    expect(err).not.toContain('secret');
  });
});
