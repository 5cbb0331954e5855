import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { hurryBodies } from '../../src/api/running/slow-bodies.js';
import { fakeServer } from './fake.js';
import { openDoor } from './fuzz/door.js';

/** Requests that come in too slowly, or never; the limits are short here, and nothing is measured. */

const open: FastifyInstance[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function portWith(limits: Readonly<Record<string, number>>): Promise<number> {
  const { server } = await fakeServer({}, { limits });
  open.push(server);
  return (await openDoor(server)).port;
}

const post = (length: number) =>
  `POST /api/findings HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** Sends the beginning, then spaces now and then until the server closes; what it answered. */
async function dripped(port: number, beginning: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.write(beginning);
  const drops = setInterval(() => socket.write(' '), 20);
  try {
    return await text(socket);
  } finally {
    clearInterval(drops);
  }
}

describe('who sends drop by drop is cut off', () => {
  const patient = { headerSeconds: 20, requestSeconds: 600, bodySeconds: 600 };

  it.each([
    ['in the body', { bodySeconds: 0.2, bodyRate: 1000 }, post(1_000_000)],
    [
      'in a body of chunks',
      { bodySeconds: 0.2, bodyRate: 1000 },
      `${post(1).replace('content-length: 1', 'transfer-encoding: chunked')}fffff\r\n`,
    ],
    ['in the headers', { headerSeconds: 0.2 }, 'GET / HTTP/1.1\r\nhost: x\r\nx-drops: '],
    ['before the address', { headerSeconds: 0.2 }, 'GET /'],
    ['over the whole request', { headerSeconds: 0.2, requestSeconds: 0.3 }, post(1_000_000)],
  ])('%s', async (_, limits, beginning) => {
    const answer = await dripped(await portWith({ ...patient, ...limits }), beginning);
    expect(answer.slice(0, 12)).toBe('HTTP/1.1 408');
    expect(answer).toContain('API_TOO_SLOW');
  });

  it('and so is who connects and says nothing', async () => {
    const socket = connect(await portWith({ ...patient, headerSeconds: 0.2 }), '127.0.0.1');
    expect(await text(socket)).toContain('API_TOO_SLOW');
  });
});

describe('who sends at once', () => {
  it('waits for a server that reads late as long as that takes', async () => {
    const server = Fastify();
    open.push(server);
    hurryBodies(server.server, { bodySeconds: 0.02, bodyRate: 1_000_000 });
    server.addContentTypeParser('*', (_request, body, done) => done(null, body));
    server.post('/', async (request, _reply) => {
      await wait(200);
      return { read: await text(request.body as NodeJS.ReadableStream) };
    });
    const { port } = await openDoor(server);
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: a/b\r\ncontent-length: 3\r\n\r\nabc');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toContain('{"read":"abc"}');
  });
});
