import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeServer } from './fake.js';
import { type OpenDoor, openDoor } from './fuzz/door.js';

/** What is too large or no HTTP at all, over a socket; the limits stand in docs/guide/limits.md. */

let door: OpenDoor;
beforeAll(async () => {
  const { server } = await fakeServer({}, { importLimit: 1_000_000 });
  door = await openDoor(server);
});
afterAll(() => door.close());

/** Sends as it stands, and reads what comes until the server closes. */
async function sent(...pieces: readonly string[]): Promise<string> {
  const socket = connect(door.port, '127.0.0.1');
  socket.on('error', () => {});
  for (const piece of pieces) socket.write(piece);
  return text(socket);
}

const head = (path: string, ...more: string[]) =>
  `${['POST', path, 'HTTP/1.1'].join(' ')}\r\n${['host: x', 'connection: close', ...more].join('\r\n')}\r\n\r\n`;

describe('a body beyond the limit of its route', () => {
  it.each([
    ['/api/findings', 'content-type: application/json', 100_000_000],
    ['/api/imports', 'x-file-name: a.csv', 100_000_000],
    ['/api/index', 'content-type: application/json', 40_000_000],
  ])('%s is refused by what its header announces, before it is read', async (path, type, length) => {
    const answer = await sent(head(path, type, `content-length: ${length}`), '{"a":');
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('API_TOO_LARGE');
  });

  it('is refused as soon as it is passed where nothing is announced', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const pieces = Array.from({ length: 17 }, () => chunk);
    const chunked = head('/api/findings', 'content-type: application/json', 'transfer-encoding: chunked');
    expect(await sent(chunked, ...pieces, '0\r\n\r\n')).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('what is no request', () => {
  it.each([
    [
      'headers without end',
      `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'API_HEADERS',
    ],
    [
      'many headers',
      `GET / HTTP/1.1\r\nhost: x\r\n${'a: bbbbbbbbbbbbbbbb\r\n'.repeat(1_500)}\r\n`,
      431,
      'API_HEADERS',
    ],
    ['an address without end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'API_HEADERS'],
    ['no HTTP', 'hello\r\n\r\n', 400, 'API_REQUEST'],
    ['two lengths', head('/api/findings', 'content-length: 1', 'content-length: 2'), 400, 'API_REQUEST'],
    [
      'length and chunks',
      head('/api/findings', 'content-length: 1', 'transfer-encoding: chunked'),
      400,
      'API_REQUEST',
    ],
  ])('%s', async (_, request, status, code) => {
    const answer = await sent(request);
    expect(answer.slice(0, 12)).toBe(`HTTP/1.1 ${status}`);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain(code);
  });
});
