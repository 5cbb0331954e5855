import { type FastifyBaseLogger, type FastifyServerOptions, LogController } from 'fastify';
import { AfterlodeError } from '../../base/index.js';
import type { Server } from '../server-types.js';
import { requestId, traceContext } from './request-name.js';

/** Levels of the log, from all to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where lines of the log go. */
export interface LogStream {
  write(line: string): void;
}

/**
 * The log: one JSON object a line with time (ISO 8601), level as a word and process. Requests and errors are written by
 * their names alone, so that nothing a person sent stands in it: no query, body, header, address or cookie.
 */
export function logger(level: LogLevel, stream: LogStream): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    stream,
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: {
      err: plainError,
      req: ({ method }) => ({ method }),
      res: ({ statusCode }) => ({ statusCode }),
    },
  };
}

/** What a log may hold of an error; its other properties may be values that a person sent. */
type LoggedError = {
  readonly type: string;
  readonly code: string;
  readonly message: string;
  readonly stack: string;
};

function plainError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, code: '', message: '', stack: '' };
  const code = String(Reflect.get(error, 'code') ?? '');
  const message = withoutSecrets(error instanceof AfterlodeError ? error.text.en : error.message);
  return { type: error.name, code, message, stack: frames(error.stack) };
}

/** The places of a stack without its first lines, which repeat the message. */
function frames(stack = ''): string {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return lines.map((line) => line.trim()).join('\n');
}

/** Takes users and passwords out of addresses, and what stands behind their `?`. */
function withoutSecrets(text: string): string {
  return text.replace(/\/\/[^\s/@]*@/g, '//…@').replace(/\?[^\s"']+/g, '?…');
}

/** How requests are named: a proxy's id or one of their own, and the trace they belong to. */
export const requestNames = {
  genReqId: (raw: { readonly headers: NodeJS.Dict<string | string[]> }) =>
    requestId(raw.headers['x-request-id']),
  // The usual lines at the beginning and end of a request hold address and query; faults of streams stay.
  logController: Object.assign(new LogController({ requestIdLogLabel: 'request' }), {
    incomingRequest: () => {},
    requestCompleted: () => {},
  }),
  childLoggerFactory(
    log: FastifyBaseLogger,
    bindings: object,
    options: object,
    raw: { readonly headers: NodeJS.Dict<string | string[]> },
  ): FastifyBaseLogger {
    const context = traceContext(raw.headers['traceparent']);
    const trace = context && { trace_id: context.trace, parent_id: context.parent, sampled: context.sampled };
    return log.child({ ...bindings, ...trace }, options);
  },
};

/** Writes one line for each answer, and tells the caller by which id it can be found. */
export function logRequests(server: Server): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const line = {
      method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: rounded(reply.elapsedTime),
    };
    request.log.info(line, 'answered');
  });
  server.addHook('onRequestAbort', async (request) => {
    request.log.info({ method: request.method, route: routeOf(request) }, 'the caller left');
  });
}

/** The pattern of the route, never the address: names of cities and files stand in it. */
export function routeOf(request: { readonly routeOptions: { readonly url?: string | undefined } }): string {
  return request.routeOptions.url ?? 'none';
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
