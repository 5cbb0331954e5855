import { AfterlodeError } from '../base/index.js';
import { buildServer, type ServerOptions } from './server.js';

export interface ServeOptions extends ServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen on; default loopback, where only this machine reaches it. */
  readonly host?: string;
}

export interface RunningServer {
  /** `http://127.0.0.1:4321`, with the port really taken. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/**
 * Starts the server. On loopback only loopback's names are answered. Failures are told on standard error.
 *
 * @throws AfterlodeError CALL_PORT_IN_USE; CALL_OPTION for a port or host that may not be used
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { port, host = '127.0.0.1' } = options;
  const server = await buildServer({
    logger: { level: 'warn', stream: process.stderr },
    hosts: loopback.includes(host) ? loopback : null,
    ...options,
  });
  try {
    return { address: await server.listen({ port, host }), close: () => server.close() };
  } catch (cause) {
    await server.close();
    throw listenFault(cause, port, host);
  }
}

function listenFault(cause: unknown, port: number, host: string): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new AfterlodeError('CALL_PORT_IN_USE', '--port', { found: port }, cause);
  if (code === 'EACCES')
    return new AfterlodeError(
      'CALL_OPTION',
      '--port',
      { found: port, expected: { en: 'a port above 1023', zh: '大于 1023 的端口' } },
      cause,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new AfterlodeError(
      'CALL_OPTION',
      '--host',
      { found: host, expected: { en: 'an address of this machine', zh: '本机地址' } },
      cause,
    );
  return cause;
}
