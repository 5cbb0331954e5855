import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { serve } from '../../src/api/index.js';
import { logger } from '../../src/api/running/log.js';
import { measure } from '../../src/api/running/metrics.js';
import { metricFaults, samplesOf } from '../../src/api/running/testing/metric-grammar.js';
import type { ReadyAnswer, ServiceState, Workspace } from '../../src/app/index.js';
import { fakeServer } from './fake.js';

/** Doors, logs and metrics of a server that runs; what is asked behind them is tried in src/app/running. */

const well: ReadyAnswer = { ready: true, parts: [{ part: 'database', ready: true, why: null }] };
const ill: ReadyAnswer = {
  ready: false,
  parts: [{ part: 'database', ready: false, why: { en: 'away', zh: '离线' } }],
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function server(...given: Parameters<typeof fakeServer>) {
  const fake = await fakeServer(...given);
  closing.push(() => fake.server.close());
  return fake.server;
}

describe('/health and /ready', () => {
  it('tell a server that lives from one that can work, and notice when the database comes back', async () => {
    let state = ill;
    const one = await server({}, { readiness: async () => state });
    expect((await one.inject('/health')).json()).toEqual({ status: 'ok' });
    const away = await one.inject('/ready');
    expect([away.statusCode, away.json()]).toEqual([503, ill]);
    state = well;
    const back = await one.inject('/ready');
    expect([back.statusCode, back.json(), back.headers['cache-control']]).toEqual([200, well, 'no-store']);
  });

  it('a server that stops is not ready and says so', async () => {
    const one = await server({}, { readiness: async () => well, stopping: () => true });
    const answer = await one.inject('/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json<ReadyAnswer>().parts[0]).toMatchObject({
      part: 'server',
      why: { en: 'it is stopping' },
    });
    expect((await one.inject('/health')).statusCode).toBe(200);
  });
});

describe('the log', () => {
  const secret = 'mellow-otter';
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  async function logged(request: object, over = {}) {
    const lines: string[] = [];
    const one = await server(over, { logger: logger('info', { write: (line) => lines.push(line) }) });
    const response = await one.inject({ url: '/', ...request });
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    return { response, lines: parsed, text: lines.join('') };
  }

  it('has one line for a request: id, trace, method, route, status and time', async () => {
    const headers = { 'x-request-id': 'proxy-7', traceparent: parent };
    const { response, lines } = await logged({ url: '/api/cities/230400', headers });
    expect(response.headers['x-request-id']).toBe('proxy-7');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        pid: process.pid,
        request: 'proxy-7',
        trace_id: '0af7651916cd43dd8448eb211c80319c',
        parent_id: 'b7ad6b7169203331',
        sampled: true,
        method: 'GET',
        route: '/api/cities/:city',
        status: 200,
        ms: expect.any(Number),
        msg: 'answered',
      },
    ]);
  });

  it('takes no id that does not look like one', async () => {
    const { response, text } = await logged({
      url: '/api/meta',
      headers: { 'x-request-id': `{"x":"${secret}"}` },
    });
    expect(response.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(text).not.toContain(secret);
  });

  const everywhere = {
    authorization: `Bearer ${secret}`,
    cookie: `session=${secret}`,
    referer: `http://x/?${secret}`,
    'user-agent': secret,
  };
  it.each([
    ['a query', { url: `/api/explain?id=${secret}` }],
    ['a name in the path', { url: `/api/cities/${secret}` }],
    ['a body', { method: 'POST', url: '/api/findings', payload: { city: secret } }],
    [
      'a body that cannot be read',
      {
        method: 'POST',
        url: '/api/findings',
        payload: `{"a":${secret}`,
        headers: { 'content-type': 'application/json' },
      },
    ],
    ['an address that nobody answers', { url: `/api/${secret}?a=${secret}` }],
    ['a malformed address', { url: `/api/%zz${secret}` }],
  ])('holds nothing of %s, of headers or of the caller', async (_, request) => {
    const { text } = await logged({
      ...request,
      remoteAddress: '203.0.113.9',
      headers: { ...everywhere, ...('headers' in request ? request.headers : {}) },
    });
    expect(text).not.toContain(secret);
    expect(text).not.toContain('203.0.113.9');
  });

  it('names a fault by its kind and place, without what was asked and without passwords', async () => {
    const fault = Object.assign(new Error(`no answer of postgres://me:${secret}@db/x?key=${secret} at 1`), {
      detail: `Key (name)=(${secret})`,
      parameters: [secret],
    });
    const { response, lines, text } = await logged(
      { url: '/api/meta' },
      { meta: () => Promise.reject(fault) },
    );
    expect(response.statusCode).toBe(500);
    expect(lines[0]).toMatchObject({
      level: 'error',
      err: {
        type: 'Error',
        message: 'no answer of postgres://…@db/x?… at 1',
        stack: expect.stringContaining('at '),
      },
    });
    expect(text).not.toContain(secret);
    expect(lines.at(-1)).toMatchObject({ route: '/api/meta', status: 500 });
  });

  it('tells of an answer that broke off', async () => {
    const broken = {
      async *backup() {
        yield Buffer.from('one');
        throw new Error('disk full');
      },
    };
    const lines: string[] = [];
    const one = await server(broken, { logger: logger('warn', { write: (line) => lines.push(line) }) });
    await expect(one.inject('/api/backup')).rejects.toThrow(/./);
    expect(lines.join('')).toContain('"message":"disk full"');
  });

  it('is silent about requests that went well, where only warnings are asked for', async () => {
    const lines: string[] = [];
    const one = await server({}, { logger: logger('warn', { write: (line) => lines.push(line) }) });
    await one.inject('/api/meta');
    expect(lines).toEqual([]);
  });
});

describe('limits', () => {
  it('stand at the server below', async () => {
    const usual = await server();
    expect([usual.server.headersTimeout, usual.server.requestTimeout]).toEqual([20_000, 600_000]);
    const other = await server({}, { limits: { headerSeconds: 3, requestSeconds: 5 } });
    expect([other.server.headersTimeout, other.server.requestTimeout]).toEqual([3000, 5000]);
  });

  it('close a connection too many', async () => {
    const ws = {
      catalog: { hash: '0' },
      options: { version: '1' },
      revision: () => 0,
      refresh: async () => {},
    } as unknown as Workspace;
    const running = await serve({
      ws,
      webFolder: 'none',
      port: 0,
      logLevel: 'silent',
      limits: { connections: 1 },
    });
    closing.push(running.close);
    const held = connect(Number(new URL(running.address).port), '127.0.0.1');
    await once(held, 'connect');
    held.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await once(held, 'data');
    await expect(fetch(`${running.address}/health`)).rejects.toThrow('fetch failed');
    held.destroy();
  });
});

describe('metrics', () => {
  const state: ServiceState = {
    store: { schema: 5, connections: { open: 3, idle: 2, waiting: 0 } },
    queue: { jobs: { waiting: 4, active: 1 }, workers: ['a.1'] },
  };

  it('count requests by route and class of status, in the format of Prometheus', async () => {
    const metrics = measure(async () => state);
    closing.push(async () => metrics.close());
    const one = await server({}, { metrics });
    for (const url of ['/api/cities/1', '/api/cities/2', '/api/nothing', '/api/explain?id='])
      await one.inject(url);
    const text = await metrics.text();
    expect(metricFaults(text)).toEqual([]);
    expect(samplesOf(text)).toMatchObject({
      'afterlode_http_requests_total{method="GET",route="/api/cities/:city",status="2xx"}': 2,
      'afterlode_http_requests_total{method="GET",route="none",status="4xx"}': 1,
      'afterlode_http_requests_total{method="GET",route="/api/explain",status="4xx"}': 1,
      'afterlode_http_request_duration_seconds_count{method="GET",route="/api/cities/:city"}': 2,
      afterlode_http_requests_under_way: 0,
      afterlode_database_schema_version: 5,
      'afterlode_database_connections{state="idle"}': 2,
      'afterlode_queue_jobs{state="waiting"}': 4,
      afterlode_queue_workers: 1,
    });
    expect(samplesOf(text)['process_resident_memory_bytes']).toBeGreaterThan(1e6);
  });

  it('leave out what does not answer', async () => {
    const metrics = measure(async () => ({ store: null, queue: null }));
    const text = await metrics.text();
    metrics.close();
    expect(text).not.toMatch(/afterlode_(database|queue)/);
    expect(metricFaults(text)).toEqual([]);
  });

  const ws = {
    catalog: { hash: '0'.repeat(64) },
    options: { version: '1.2.3' },
    revision: () => 0,
    refresh: async () => {},
    existingStore: async () => null,
    tables: async () => [],
  } as unknown as Workspace;
  const usual = { ws, webFolder: 'none', port: 0, logLevel: 'silent' } as const;

  it('are to be had at a door of their own, and only where they were asked for', async () => {
    const plain = await serve(usual);
    closing.push(plain.close);
    expect(plain.metrics).toBeNull();
    expect((await fetch(`${plain.address}/metrics`, { headers: { accept: 'text/plain' } })).status).toBe(404);
    const measured = await serve({ ...usual, metricsAt: { host: '127.0.0.1', port: 0 } });
    closing.push(measured.close);
    await fetch(`${measured.address}/ready`);
    expect((await fetch(`${measured.address}/metrics`, { headers: { accept: 'text/plain' } })).status).toBe(
      404,
    );
    const answer = await fetch(String(measured.metrics));
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(
      samplesOf(await answer.text())[
        'afterlode_http_requests_total{method="GET",route="/ready",status="2xx"}'
      ],
    ).toBe(1);
    const other = String(measured.metrics).replace('/metrics', '/other');
    expect((await fetch(other)).status).toBe(404);
  });

  it('say that their address is taken', async () => {
    const first = await serve({ ...usual, metricsAt: { host: '127.0.0.1', port: 0 } });
    closing.push(first.close);
    const port = Number(new URL(String(first.metrics)).port);
    await expect(serve({ ...usual, metricsAt: { host: '127.0.0.1', port } })).rejects.toMatchObject({
      code: 'CALL_PORT_IN_USE',
      where: '--metrics',
    });
  });
});
