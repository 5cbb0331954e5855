import { randomUUID } from 'node:crypto';

/**
 * Id of a request: the one that a proxy gave it, where that is short and plain enough to stand in a log, else a new one.
 *
 * @param given header `x-request-id`
 */
export function requestId(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:/+=@-]{1,128}$/.test(given) ? given : randomUUID();
}

/** Where a request stands in a trace: https://www.w3.org/TR/trace-context/. */
export interface TraceContext {
  /** 32 hexadecimal digits. */
  readonly trace: string;
  /** The caller's span, 16 hexadecimal digits. */
  readonly parent: string;
  /** Whether the caller records the trace. */
  readonly sampled: boolean;
}

/**
 * Reads the header `traceparent`. Versions above 00 may carry more after the flags, which is ignored as the standard demands.
 *
 * @returns null where it is missing or malformed
 */
export function traceContext(given: string | readonly string[] | undefined): TraceContext | null {
  if (typeof given !== 'string') return null;
  const found = /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/.exec(given);
  if (found === null) return null;
  const [, version, trace = '', parent = '', flags = '', more] = found;
  if (version === 'ff' || (version === '00' && more !== undefined)) return null;
  if (/^0+$/.test(trace) || /^0+$/.test(parent)) return null;
  return { trace, parent, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
