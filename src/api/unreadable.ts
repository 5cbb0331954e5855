import { maxHeaderSize, type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { AfterlodeError, codes } from '../base/index.js';
import { problemOf } from './problem.js';

/** A request that the parser of HTTP gave up. */
type ParserError = Error & { readonly code?: string };

/**
 * Answers a request of which not even the headers could be read: malformed, larger than is read, or slower than is waited for.
 * Nothing is known of its language.
 */
export function answerUnreadable(error: ParserError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const fault = faultOf(error);
  const { http } = codes[fault.code];
  const body = JSON.stringify(problemOf(fault, 'en'));
  const lines = [
    `HTTP/1.1 ${http} ${STATUS_CODES[http]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function faultOf({ code }: ParserError): AfterlodeError {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new AfterlodeError('API_HEADERS', 'HTTP', { expected: maxHeaderSize });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AfterlodeError('API_TOO_SLOW', 'HTTP');
  return new AfterlodeError('API_REQUEST', 'HTTP', {
    found: code ?? 'HTTP',
    expected: { en: 'a request as described', zh: '符合接口说明的请求' },
  });
}

/** Takes requests with an `Expect` that is not known as if it were not there, so that they get an answer of the service. */
export function ignoreExpectations(server: Server): void {
  server.on('checkExpectation', (request, response) => {
    server.emit('request', request, response);
  });
}
