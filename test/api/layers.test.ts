import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerFile, layersFolder, layersIn } from '../../src/app/index.js';
import { fakeServer } from './fake.js';

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-layers-'));
  await writeFile(join(folder, '边界.geojson'), '{"type":"Point","coordinates":[1,2]}');
  await writeFile(join(folder, 'base.pmtiles'), '0123456789');
  await writeFile(join(folder, 'secret.txt'), 'not to be read');
  ({ server } = await fakeServer({ layersIn, layerFile }, { layers: folder }));
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('/api/layers', () => {
  it('lists the layers of the folder and nothing else', async () => {
    const { statusCode, json } = await server.inject('/api/layers').then((answer) => {
      return { statusCode: answer.statusCode, json: answer.json<{ name: string; url: string }[]>() };
    });
    expect(statusCode).toBe(200);
    expect(json).toEqual([
      { name: 'base.pmtiles', kind: 'pmtiles', bytes: 10, url: '/api/layers/base.pmtiles' },
      {
        name: '边界.geojson',
        kind: 'geojson',
        bytes: 36,
        url: `/api/layers/${encodeURIComponent('边界.geojson')}`,
      },
    ]);
  });

  it('gives a file whole, under its Chinese name too', async () => {
    const answer = await server.inject(`/api/layers/${encodeURIComponent('边界.geojson')}`);
    expect([answer.statusCode, answer.headers['content-type'], answer.json()]).toEqual([
      200,
      'application/geo+json',
      { type: 'Point', coordinates: [1, 2] },
    ]);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-12', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['rows=0-1', 200, '0123456789', undefined],
  ])('%s: %d', async (range, status, body, said) => {
    const headers = { range, 'accept-encoding': 'gzip, br' };
    const answer = await server.inject({ url: '/api/layers/base.pmtiles', headers });
    expect([answer.statusCode, answer.body, answer.headers['content-range']]).toEqual([status, body, said]);
    expect(answer.headers['content-encoding']).toBe(undefined);
  });

  it.each(['secret.txt', 'nothing.geojson', '..%2F..%2Fetc%2Fpasswd', '..%2Fother.geojson'])(
    'has no %s',
    async (name) => {
      const answer = await server.inject(`/api/layers/${name}`);
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'CALL_FILE_MISSING']);
    },
  );

  it('offers none without a folder, and refuses a folder that is none', async () => {
    expect(await layersIn(null)).toEqual([]);
    expect(await layersFolder(undefined)).toBe(null);
    expect(await layersFolder(folder)).toBe(folder);
    await expect(layersFolder(join(folder, 'secret.txt'))).rejects.toThrow(/CALL_OPTION: option --layers/);
  });
});
