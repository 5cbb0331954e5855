import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachOfWebhooks } from './networks.js';
import { send } from './send.js';

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/well': (response) => response.writeHead(204).end(),
  '/elsewhere': (response) => response.writeHead(302, { location: '/well' }).end(),
  '/long': (response) => response.writeHead(200).end('x'.repeat(100_000)),
  '/silent': () => {},
  '/slow': (response) => response.writeHead(200).write('.'),
};
const asked: string[] = [];
const receiver = createServer((request, response) => {
  asked.push(String(request.url));
  answers[String(request.url)]?.(response);
});
let port: number;
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  port = (receiver.address() as AddressInfo).port;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const message = { headers: { 'webhook-id': 'msg_1' }, body: '{}' };
const house = reachOfWebhooks(['127.0.0.0/8']);

describe('sending', () => {
  it.each([
    ['/well', { answer: 204, fault: '' }],
    ['/elsewhere', { answer: 302, fault: '' }],
    ['/long', { answer: null, fault: 'TOO_LONG' }],
    ['/silent', { answer: null, fault: 'TIMEOUT' }],
    ['/slow', { answer: null, fault: 'TIMEOUT' }],
  ])('to %s', async (path, expected) => {
    const from = asked.length;
    expect(await send(`http://127.0.0.1:${port}${path}`, message, house, 300)).toEqual(expected);
    expect(asked.slice(from), 'no redirect is followed').toEqual([path]);
  });

  it.each(['http://127.0.0.1', 'http://localhost', 'https://localhost', 'https://[::1]', 'https://0x7f.1'])(
    'to %s stops before the connection, by number or by name',
    async (address) => {
      const from = asked.length;
      const open = reachOfWebhooks([]);
      expect(await send(`${address}:${port}/well`, message, open)).toEqual({
        answer: null,
        fault: 'NETWORK',
      });
      expect(asked).toHaveLength(from);
    },
  );

  it('by a name in an allowed network arrives, and says why it did not', async () => {
    const both = reachOfWebhooks(['127.0.0.0/8', '::1/128']);
    expect(await send(`http://localhost:${port}/well`, message, both)).toEqual({ answer: 204, fault: '' });
    const refused = await send('http://127.0.0.1:1/', message, both);
    expect(refused).toEqual({ answer: null, fault: 'ECONNREFUSED' });
  });
});
