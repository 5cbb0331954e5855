import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { convolutionOnnx } from '../../src/files/onnx/testing/made-onnx.js';
import { putModel } from '../../src/files/onnx/testing/put-model.js';
import { cropClasses, cropLabels, writeCrop } from '../app/made-crop.js';
import { launchChromium } from './chromium.js';
import { onPage } from './page.js';
import { type RunningServer, startServer } from './server.js';

let server: RunningServer;
let browser: Browser;
let folder: string;

/** Soil is redder than green, grass greener than red: differences over the square round a cell. */
const difference = (times: number) =>
  [times, -times, 0].flatMap((one) => Array.from({ length: 9 }, () => one / 9));
const colours = convolutionOnnx({
  weights: [difference(0.4), difference(0), difference(-0.4)],
  bias: [-6, 0, -6],
  reach: 1,
});
const manifest = {
  bands: ['red', 'green', 'blue'].map((name) => ({ name })),
  cell_m: 0.5,
  tile: { width: 64, height: 64 },
  overlap: 8,
  output: { activation: 'softmax' },
  classes: cropClasses.map(({ name }) => name),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterlode-own-'));
  await writeCrop(join(folder, 'crop.tif'));
  putModel(folder, 'colours', colours, manifest);
  server = await startServer();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a model of the user on the page of vacant land', () => {
  it('tells the ground of a project, and its error where there are labels', () =>
    onPage({ browser, address: server.address }, async (page) => {
      await page.goto('/vacant-land?lang=en');
      await page.getByLabel('Image (GeoTIFF)').setInputFiles(join(folder, 'crop.tif'));
      await page.getByLabel('Classes, the first is looked for').fill(manifest.classes.join(','));
      await page.getByLabel('Name of the project').fill('South');
      await page.getByRole('button', { name: 'Begin the project' }).click();
      await page.getByRole('heading', { name: 'South' }).waitFor();

      const tell = async () => {
        await page.getByText('A model of your own', { exact: true }).click();
        await page.getByLabel('Manifest (YAML or JSON)').setInputFiles(join(folder, 'colours.yaml'));
        await page.getByLabel('Model (ONNX)').setInputFiles(join(folder, 'colours.onnx'));
        await page.getByRole('button', { name: 'Tell with this model' }).click();
      };
      await tell();
      await page.getByText('classes are told by a model that was brought').waitFor();
      expect(await page.locator('[data-polygon]').count()).toBeGreaterThan(2);
      expect(await page.locator('[data-section="accuracy"]').count()).toBe(0);

      const id = new URL(page.url()).pathname.split('/').at(-1) as string;
      const data = { revision: 0, classes: cropClasses, features: cropLabels };
      const saved = await page.request.put(`${server.address}/api/vacant-land/projects/${id}/labels`, {
        data,
      });
      expect(saved.status()).toBe(200);
      await page.reload();
      await tell();
      await page.getByText('told by the model that was given').waitFor();
      expect(await page.locator('[data-measures]').count()).toBe(3);
    }));
});
