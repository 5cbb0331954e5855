import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTraces } from '../../src/api/running/traces.js';
import { fakeServer } from './fake.js';

/** What OTLP/HTTP sends, as JSON: https://opentelemetry.io/docs/specs/otlp/#otlphttp. */
interface Sent {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[];
  }[];
}
interface SentSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

const bodies: string[] = [];
const paths: string[] = [];
const receiver = createServer((request, response) => {
  let body = '';
  request.on('data', (piece: Buffer) => (body += piece.toString()));
  request.on('end', () => {
    paths.push(String(request.url));
    bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterAll(() => receiver.close());

function spans(): readonly SentSpan[] {
  return bodies.flatMap((body) =>
    (JSON.parse(body) as Sent).resourceSpans.flatMap((one) => one.scopeSpans.flatMap((each) => each.spans)),
  );
}

const [trace, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];

describe('traces', () => {
  it('tell of requests and of the work within, in the trace of the caller, and of nothing that was sent', async () => {
    const { port } = receiver.address() as AddressInfo;
    const traces = startTraces(`http://127.0.0.1:${port}/`, '1.2.3');
    const city = async () => traces.span('derive: overview', async () => ({ id: 'x' }));
    const decisions = () =>
      traces.span('store: a snapshot', () => Promise.reject(new Error('鹤岗 is secret')));
    const { server } = await fakeServer({ city, decisions } as object, { traces });
    const headers = { traceparent: `00-${trace}-${parent}-01` };
    await server.inject({ url: '/api/cities/%E9%B9%A4%E5%B2%97', headers });
    await server.inject('/api/decisions?about=value/secret');
    await server.inject({ url: '/api/catalog', headers: { traceparent: `00-${trace}-${parent}-00` } });
    await traces.span('nobody asked', async () => 1);
    await server.close();
    await traces.close();

    expect(new Set(paths)).toEqual(new Set(['/v1/traces']));
    const [request, work] = ['GET /api/cities/:city', 'derive: overview'].map((name) =>
      spans().find((one) => one.name === name),
    );
    expect(request).toMatchObject({ traceId: trace, parentSpanId: parent });
    expect(work).toMatchObject({ traceId: trace, parentSpanId: request?.spanId });
    expect(request?.attributes).toContainEqual({
      key: 'http.response.status_code',
      value: { intValue: 200 },
    });
    const failed = spans().filter((one) => one.status.code === 2);
    expect(failed.map((one) => one.name).toSorted()).toEqual(['GET /api/decisions', 'store: a snapshot']);
    expect(spans().map((one) => one.name)).toHaveLength(4);
    expect(bodies.join()).not.toMatch(/鹤岗|E9%B9|secret/);
    expect(bodies.join()).toContain('"1.2.3"');
  });

  it('that nobody takes do no harm', async () => {
    const traces = startTraces('http://127.0.0.1:1', '1.2.3');
    const { server } = await fakeServer({}, { traces });
    expect((await server.inject('/health')).statusCode).toBe(200);
    await server.close();
    await expect(traces.close()).resolves.toBeUndefined();
  });
});
