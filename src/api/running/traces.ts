import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { FastifyRequest } from 'fastify';
import type { Trace } from '../../base/index.js';
import type { Server } from '../server-types.js';
import { routeOf } from './log.js';
import { traceContext } from './request-name.js';

/** Traces of one process, sent by OTLP over HTTP. */
export interface Traces extends Trace {
  /** A span for each request of a server; before its routes are added. */
  watch(server: Server): void;
  /** Sends what has not been sent yet. */
  close(): Promise<void>;
}

/**
 * Begins to trace. Spans hold the route's pattern, method and status, and words of the program: no address, query or person. A caller's
 * `traceparent` is taken over; where it says that the caller records nothing, nothing is recorded here.
 *
 * @param endpoint base of the collector; `v1/traces` is added
 * @param version of the program
 */
export function startTraces(endpoint: string, version: string): Traces {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: 5000,
  });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'afterlode', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('afterlode', version);
  const within = new AsyncLocalStorage<Context>();
  return {
    span: (name, work) => {
      const outer = within.getStore();
      // Work that nobody asked for, such as looking into the outbox each second, is no trace of its own.
      if (outer === undefined) return work();
      const span = tracer.startSpan(name, {}, outer);
      return within.run(trace.setSpan(outer, span), () => ended(span, work));
    },
    watch: (server) => watchRequests(server, tracer, within),
    close: () => provider.shutdown().catch(() => {}),
  };
}

async function ended<Result>(span: Span, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // Not its message, in which there may be what a person sent.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function watchRequests(server: Server, tracer: Tracer, within: AsyncLocalStorage<Context>): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  // With a callback: what follows a request runs within its context.
  server.addHook('onRequest', (request, _reply, done) => {
    const outer = contextOf(request);
    const attributes = { 'http.request.method': request.method, 'http.route': routeOf(request) };
    const name = `${request.method} ${routeOf(request)}`;
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, outer);
    spans.set(request, span);
    within.run(trace.setSpan(outer, span), done);
  });
  server.addHook('onResponse', async (request, reply) => {
    const span = spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  });
  server.addHook('onRequestAbort', async (request) => {
    spans.get(request)?.setAttribute('afterlode.left', true).end();
  });
}

function contextOf(request: FastifyRequest): Context {
  const given = traceContext(request.headers['traceparent']);
  if (given === null) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, {
    traceId: given.trace,
    spanId: given.parent,
    traceFlags: given.sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
    isRemote: true,
  });
}
