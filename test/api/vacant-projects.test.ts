import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type {
  ProblemAnswer,
  VacantLabels,
  VacantProbability,
  VacantProject,
  VacantProjectAnswer,
} from '../../src/api/contract.js';
import { buildServer } from '../../src/api/index.js';
import * as forms from '../../src/api/schemas-vacant-projects.js';
import { openWorkspace, type Workspace } from '../../src/app/index.js';
import { id } from '../../src/base/index.js';
import { cropClasses, cropLabels, writeCrop } from '../app/made-crop.js';

/** Labelling projects behind their endpoints: an image is sent, labelled, trained on, looked at and deleted. */

const folder = mkdtempSync(join(tmpdir(), 'afterlode-vacant-api-'));
const base = '/api/vacant-land/projects';
let ws: Workspace;
let server: FastifyInstance;
let small: FastifyInstance;
let image: Buffer;

beforeAll(async () => {
  ws = await openWorkspace({
    pack: process.cwd(),
    folder: join(folder, 'workspace'),
    database: null,
    overlays: [],
    version: '0.0.1',
    on: id<'date'>('2026-01-15'),
  });
  const webFolder = join(folder, 'web');
  server = await buildServer({ ws, webFolder });
  small = await buildServer({ ws, webFolder, importLimit: 400 });
  await writeCrop(join(folder, 'crop.tif'));
  image = await readFile(join(folder, 'crop.tif'));
});
afterAll(async () => {
  await Promise.all([server.close(), small.close()]);
  await ws.close();
  rmSync(folder, { recursive: true });
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
async function ask<T>(method: Method, url: string, schema: z.ZodType, payload?: object): Promise<T> {
  const response = await server.inject({ method, url, ...(payload && { payload }) });
  const body: unknown = response.json();
  const faults = schema.safeParse(body).error?.issues.slice(0, 5) ?? [];
  expect({ url, status: response.statusCode, faults }).toEqual({ url, status: 200, faults: [] });
  return body as T;
}
const send = (to: FastifyInstance, query: string, payload: Buffer | string) =>
  to.inject({
    method: 'POST',
    url: `${base}${query}`,
    payload,
    headers: { 'x-file-name': encodeURIComponent('北区.tif'), 'content-type': 'application/octet-stream' },
  });

describe('a labelling project', () => {
  let project: VacantProject;
  let url: string;

  it('is begun by a stream, named after its file', async () => {
    const response = await send(server, '?classes=vacant,built,green&bands=red,green,blue', image);
    project = response.json();
    expect(forms.vacantProject.safeParse(project).error?.issues ?? []).toEqual([]);
    expect(project).toMatchObject({ label: '北区', image: '北区.tif', bands: ['red', 'green', 'blue'] });
    url = `${base}/${project.id}`;
    expect(await ask('GET', base, z.array(forms.vacantProjectRow))).toMatchObject([
      { id: project.id, polygons: 0, trained: null, width: 192 },
    ]);
    const picture = await server.inject(`${url}/picture?window=0,0,64,32`);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
    expect(picture.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  });

  it('takes labels, refuses those that are drawn upon another revision, and is not answered from a cache', async () => {
    const labels = { revision: 0, classes: cropClasses, features: cropLabels };
    const saved = await ask<VacantLabels>('PUT', `${url}/labels`, forms.vacantLabels, labels);
    expect(saved.revision).toBe(1);
    const late = await server.inject({ method: 'PUT', url: `${url}/labels`, payload: labels });
    expect([late.statusCode, late.json<ProblemAnswer>().code]).toEqual([409, 'VACANT_LABELS_CHANGED']);
    const response = await server.inject(url);
    expect(response.headers.etag).toBeUndefined();
    expect(response.json<VacantProjectAnswer>().labels.features).toEqual(cropLabels);
  });

  it('is trained, and then has probabilities and files', async () => {
    await ask('POST', `${url}/train`, forms.vacantResult, { minArea: 10, rest: 'green' });
    const all = await ask<VacantProjectAnswer>('GET', url, forms.vacantProjectAnswer);
    expect(all.result).toMatchObject({ revision: 1, answer: { model: { lookedFor: ['vacant'] } } });
    expect(await ask('GET', `${url}/training`, forms.vacantTraining)).toEqual({ share: null });
    const shown = await ask<VacantProbability>(
      'GET',
      `${url}/probability?class=vacant`,
      forms.vacantProbability,
    );
    expect(Buffer.from(shown.values, 'base64')).toHaveLength(shown.width * shown.height);
    const file = await server.inject(`${url}/files/polygons.geojson`);
    expect(file.headers['content-type']).toBe('application/geo+json');
    expect(file.headers['content-disposition']).toContain(`${project.id}-polygons.geojson`);
    expect(file.json<{ features: object[] }>().features).toHaveLength(
      all.result?.answer.polygons.length as number,
    );
  });

  it('is deleted', async () => {
    expect(await ask('DELETE', url, forms.deletedProject)).toEqual({ deleted: project.id });
    expect(await ask('GET', base, z.array(forms.vacantProjectRow))).toEqual([]);
    expect((await server.inject(url)).json()).toMatchObject({ status: 404, code: 'VACANT_PROJECT_UNKNOWN' });
  });

  it('can be the worked example', async () => {
    const made = await ask<VacantProject>('POST', '/api/vacant-land/example', forms.vacantProject);
    expect(made).toMatchObject({ id: 'example', made: true });
    const all = await ask<VacantProjectAnswer>('GET', `${base}/example`, forms.vacantProjectAnswer);
    expect(all.labels.features.length).toBeGreaterThan(10);
  });
});

describe('what is refused', () => {
  it.each([
    ['GET', `${base}/none`, undefined, 404, 'VACANT_PROJECT_UNKNOWN'],
    ['GET', `${base}/..%2fvacant-land`, undefined, 404, 'VACANT_PROJECT_UNKNOWN'],
    ['DELETE', `${base}/none`, undefined, 404, 'VACANT_PROJECT_UNKNOWN'],
    ['GET', `${base}/example/picture?window=0,0,9999,1`, undefined, 400, 'CALL_OPTION'],
    ['GET', `${base}/example/picture?pixels=0`, undefined, 400, 'CALL_OPTION'],
    ['GET', `${base}/example/probability?class=x`, undefined, 404, 'VACANT_NOT_TRAINED'],
    ['GET', `${base}/example/probability`, undefined, 400, 'CALL_OPTION'],
    ['GET', `${base}/example/files/project.json`, undefined, 400, 'CALL_OPTION'],
    ['POST', `${base}/example/train`, { trees: 1e9 }, 400, 'CALL_OPTION'],
    ['POST', `${base}/example/train`, { patch: 0 }, 400, 'CALL_OPTION'],
    ['PUT', `${base}/example/labels`, { revision: 0, classes: [] }, 400, 'CALL_OPTION'],
    [
      'PUT',
      `${base}/example/labels`,
      { revision: -1, classes: cropClasses, features: [] },
      400,
      'CALL_OPTION',
    ],
  ] as const)('%s %s with %j', async (method, url, payload, status, code) => {
    const response = await server.inject({ method, url, ...(payload && { payload }) });
    expect([response.statusCode, response.json<ProblemAnswer>().code]).toEqual([status, code]);
  });

  it('images that are too large, and what is none', async () => {
    expect((await send(small, '', image)).json()).toMatchObject({ status: 413, code: 'API_TOO_LARGE' });
    expect((await send(server, '', 'no image')).json()).toMatchObject({ status: 400, where: '北区.tif' });
    expect((await send(server, '?bands=red', image)).json()).toMatchObject({ where: 'bands' });
  });
});
