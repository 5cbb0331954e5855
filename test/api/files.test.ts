import { describe, expect, it } from 'vitest';
import { serve } from '../../src/api/index.js';
import { AfterlodeError } from '../../src/base/index.js';
import { fakeServer } from './fake.js';

describe('reports over HTTP', () => {
  it.each(['/api/reports/230400', '/api/cities/230400/report'])(
    '%s is a file with its name in UTF-8',
    async (path) => {
      const { server, calls } = await fakeServer();
      const response = await server.inject(`${path}?format=xlsx&period=2020&lang=zh`);
      expect(response.rawPayload.toString()).toBe('报告');
      expect(response.headers['content-disposition']).toBe(
        `attachment; filename="__ _1_.xlsx"; filename*=UTF-8''%E9%B9%A4%E5%B2%97%20%221%22.xlsx`,
      );
      expect(calls).toEqual([
        ['writeReport', { city: '230400', kind: 'checkup', format: 'xlsx', lang: 'zh', period: '2020' }],
      ]);
      await server.close();
    },
  );

  it('is a page in the language of the browser unless asked otherwise', async () => {
    const { server, calls } = await fakeServer();
    const response = await server.inject({ url: '/api/reports/a', headers: { 'accept-language': 'zh-CN' } });
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['content-disposition']).toMatch(/^inline; /);
    expect(calls[0]?.[1]).toEqual({ city: 'a', kind: 'checkup', format: 'html', lang: 'zh' });
    await server.close();
  });
});

describe('evaluations over HTTP', () => {
  it('are asked for by kind and years', async () => {
    const { server, calls } = await fakeServer();
    await server.inject('/api/cities/a/report?kind=evaluation&from=2010&to=2020&lang=en');
    expect(calls[0]?.[1]).toEqual({
      city: 'a',
      kind: 'evaluation',
      format: 'html',
      lang: 'en',
      from: '2010',
      to: '2020',
    });
    expect((await server.inject('/api/cities/a/report?kind=tour')).statusCode).toBe(400);
    await server.close();
  });
});

describe('the evaluation of all cities over HTTP', () => {
  it('is a file to save, of a province where one is named', async () => {
    const { server, calls } = await fakeServer();
    const response = await server.inject('/api/evaluate/report?format=pdf&lang=zh&province=Shanxi');
    expect(response.headers['content-disposition']).toMatch(/^attachment; filename="all.pdf"/);
    expect(calls).toEqual([['writeNationReport', { format: 'pdf', lang: 'zh', province: 'Shanxi' }]]);
    await server.close();
  });
});

describe('backup over HTTP', () => {
  it('streams all bytes as a file named after the day', async () => {
    const { server } = await fakeServer();
    const response = await server.inject('/api/backup');
    expect(response.body).toBe('one two');
    expect(response.headers['content-type']).toBe('application/gzip');
    expect(response.headers['content-disposition']).toContain('afterlode-2026-01-15.backup.gz');
    await server.close();
  });
});

describe('rejected rows over HTTP', () => {
  it('are a file named after the import, kept by no cache', async () => {
    const { server, calls } = await fakeServer();
    const response = await server.inject('/api/imports/0123456789ab/rejects');
    expect(response.body).toBe('row,column\n2,值\n');
    expect(response.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="rejects-0123456789ab.csv"/,
    );
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(response.headers.etag).toBeUndefined();
    expect(calls).toEqual([['readRejects', '0123456789ab']]);
    await server.close();
  });

  it.each(['0123456789AB', '0123456789a', '0123456789abc', '..%2F..%2Fpasswd1'])(
    'are not looked for under %s',
    async (sha) => {
      const { server, calls } = await fakeServer();
      const response = await server.inject(`/api/imports/${sha}/rejects`);
      expect(response.json()).toMatchObject({ status: 400, code: 'CALL_OPTION', where: 'sha' });
      expect(calls).toEqual([]);
      await server.close();
    },
  );
});

describe('serve', () => {
  const ws = {
    catalog: { hash: '0'.repeat(64) },
    options: { version: '1.2.3' },
    revision: () => 0,
    refresh: async () => {},
  } as never;
  const options = { ws, webFolder: 'none' };

  it('prints the address it took and answers there', async () => {
    const running = await serve({ ...options, port: 0 });
    expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${running.address}/api/health`);
    expect(await response.json()).toMatchObject({ status: 'ok', version: '1.2.3' });
    await running.close();
    await expect(fetch(`${running.address}/api/health`)).rejects.toThrow('fetch failed');
  });

  it('says that a port is in use', async () => {
    const first = await serve({ ...options, port: 0 });
    const port = Number(new URL(first.address).port);
    const second = serve({ ...options, port });
    await expect(second).rejects.toBeInstanceOf(AfterlodeError);
    await expect(second).rejects.toMatchObject({ code: 'CALL_PORT_IN_USE' });
    await first.close();
  });

  it('says that a host is no address of this machine', async () => {
    await expect(serve({ ...options, port: 0, host: '192.0.2.1' })).rejects.toMatchObject({
      code: 'CALL_OPTION',
      where: '--host',
    });
  });
});
