import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type ServiceState, serviceState } from '../app/index.js';
import { AfterlodeError } from '../base/index.js';
import { usualLimits } from './running/limits.js';
import { type LogLevel, logger } from './running/log.js';
import { measure } from './running/metrics.js';
import { type MetricsDoor, openMetricsDoor } from './running/metrics-door.js';
import { buildServer, type ServerOptions } from './server.js';

/** An address to listen on. */
export interface Place {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface ServeOptions extends Omit<ServerOptions, 'metrics' | 'stopping'> {
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen on; default loopback, where only this machine reaches it. */
  readonly host?: string;
  /** What of the log is written to standard error; default warnings and errors. */
  readonly logLevel?: LogLevel;
  /** Where metrics are to be had; default nowhere. */
  readonly metricsAt?: Place | null;
  /** Database and queue for metrics; default the database alone. */
  readonly state?: () => Promise<ServiceState>;
}

/** How a server is stopped. */
export interface StopOptions {
  /** How long it goes on taking requests while `/ready` says 503, so that a balancer notices, seconds. */
  readonly drainSeconds: number;
  /** How long requests under way may take, seconds. */
  readonly waitSeconds: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4321`, with the port really taken. */
  readonly address: string;
  /** Address of the metrics; null where nobody asked for them. */
  readonly metrics: string | null;
  /** Takes no more requests and waits for those under way. */
  readonly close: () => Promise<void>;
  /**
   * As `close`, within limits.
   *
   * @returns whether all requests were answered; else their connections were closed
   */
  readonly stop: (options: StopOptions) => Promise<boolean>;
}

const loopback: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/**
 * Starts the server. On loopback without accounts only loopback's names are answered. Its log goes to standard error.
 *
 * @throws AfterlodeError CALL_PORT_IN_USE; CALL_OPTION for a port or host that may not be used, or a host beyond loopback where nobody is
 *   asked who he is
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { ws, port, host = '127.0.0.1', metricsAt = null, limits } = options;
  const isOpen = options.access?.mode !== 'accounts';
  if (isOpen && !loopback.includes(host)) throw unguarded(host);
  const state = options.state ?? (() => serviceState(ws, null));
  const metrics = metricsAt === null ? undefined : measure(state);
  let stopping = false;
  const server = await buildServer({
    logger: logger(options.logLevel ?? 'warn', process.stderr),
    // With accounts a proxy on this machine passes its own name on; a foreign name that leads here brings no session and no token along.
    hosts: isOpen ? loopback : null,
    ...options,
    stopping: () => stopping,
    metrics,
  });
  server.server.maxConnections = limits?.connections ?? usualLimits.connections;
  let door: MetricsDoor | null = null;
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= (async () => {
      await server.close();
      await door?.close();
      metrics?.close();
    })();
    return closing;
  };
  try {
    if (metricsAt && metrics)
      door = await listening('--metrics', metricsAt, () => openMetricsDoor(metricsAt, () => metrics.text()));
    const address = await listening('--port', { port, host }, () => server.listen({ port, host }));
    return {
      address,
      metrics: door?.address ?? null,
      close,
      async stop(limits) {
        stopping = true;
        return stopWithin(server, close, limits);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function unguarded(host: string): AfterlodeError {
  return new AfterlodeError('CALL_OPTION', '--host', {
    found: host,
    expected: {
      en: `${loopback.join(', ')}, as whoever reaches the server may do everything; --accounts on asks who calls`,
      zh: `${loopback.join('、')}（能访问服务器者可做任何操作）；--accounts on 则要求登录`,
    },
  });
}

/** Stops by and by; what has not ended by then is cut off. */
async function stopWithin(
  { server }: FastifyInstance,
  close: () => Promise<void>,
  { drainSeconds, waitSeconds }: StopOptions,
): Promise<boolean> {
  await wait(drainSeconds * 1000);
  const over = new AbortController();
  const closing = close().then(() => true);
  const late = wait(waitSeconds * 1000, false, { signal: over.signal }).catch(() => false);
  const ended = await Promise.race([closing, late]);
  over.abort();
  if (!ended) server.closeAllConnections();
  return ended;
}

async function listening<T>(option: string, place: Place, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    throw listenFault(option, place, cause);
  }
}

function listenFault(option: string, { port, host }: Place, cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return new AfterlodeError('CALL_PORT_IN_USE', option, { found: port }, cause);
  if (code === 'EACCES')
    return new AfterlodeError(
      'CALL_OPTION',
      option,
      { found: port, expected: { en: 'a port above 1023', zh: '大于 1023 的端口' } },
      cause,
    );
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new AfterlodeError(
      'CALL_OPTION',
      option === '--port' ? '--host' : option,
      { found: host, expected: { en: 'an address of this machine', zh: '本机地址' } },
      cause,
    );
  return cause;
}
