import type { IncomingMessage, Server } from 'node:http';
import type { Limits } from './limits.js';

/**
 * Cuts off whose body comes in drop by drop, as who sends too slowly altogether is: each `bodySeconds` at least `bodyRate` bytes a
 * second have to come, or the rest of the body. Nobody is cut off while the server itself has not read what came.
 */
export function hurryBodies(server: Server, limits: Pick<Limits, 'bodySeconds' | 'bodyRate'>): void {
  const least = limits.bodySeconds * limits.bodyRate;
  server.on('request', (request, response) => {
    if (!bringsBody(request)) return;
    const { socket } = request;
    let before = socket.bytesRead;
    const clock = setInterval(() => {
      const came = socket.bytesRead - before;
      before = socket.bytesRead;
      if (request.complete || request.readableLength > 0 || came >= least) return;
      if (response.headersSent) socket.destroy();
      else server.emit('clientError', tooSlow(), socket);
    }, limits.bodySeconds * 1000);
    clock.unref();
    request.once('close', () => clearInterval(clock));
  });
}

function bringsBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** What the server below says itself where the whole request takes too long. */
function tooSlow(): Error {
  return Object.assign(new Error('body too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
}
